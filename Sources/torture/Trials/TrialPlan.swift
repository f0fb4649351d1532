/// How large a trial is, and where its chance begins.
package struct TrialPlan: Sendable {
  /// 1: full size.
  package let scale: Double
  package let seed: UInt64

  package init(scale: Double, seed: UInt64) {
    self.scale = scale
    self.seed = seed
  }

  var chance: Chance { Chance(seed: seed) }

  /// So many of what are `full` at full size.
  func count(_ full: Int, least: Int) -> Int { max(least, Int((Double(full) * scale).rounded())) }

  func seconds(_ full: Double, least: Double) -> Double { max(least, full * scale) }

  /// Whether there is time for what the small size leaves out.
  var isLarge: Bool { scale >= 0.2 }
}
