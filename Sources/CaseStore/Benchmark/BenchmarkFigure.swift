/// How long one thing takes through the store, next to what SQLite alone needs for it.
package struct BenchmarkFigure: Equatable, Sendable {
  /// Stable, for programs: "people_first".
  package let code: String
  package let title: String
  /// Median microseconds through the store: its thread, its checks, its values.
  package let median: Double
  /// Microseconds within which 95 of 100 were done.
  package let slow: Double
  /// The same for 99 of 100.
  package let slowest: Double
  /// Median microseconds of the bare statements on a connection of their own.
  package let plain: Double
  /// How often both were done.
  package let rounds: Int

  /// How many times as long the store takes; 0 where there was nothing to compare with.
  package var ratio: Double { plain > 0 ? median / plain : 0 }

  /// Does both by turns, so that they meet the same disk and the same caches.
  ///
  /// Slow things are done less often: after `seconds` there are no further rounds. `between` is done
  /// before each and not timed.
  static func taken(
    _ code: String, _ title: String, rounds: Int, seconds: Double = 2,
    between: () -> Void = {}, plain: () throws -> Void, through: () throws -> Void
  ) rethrows -> BenchmarkFigure {
    try plain()
    try through()
    var times = (plain: [Double](), through: [Double]())
    let start = ContinuousClock.now
    while times.through.count < max(1, rounds),
      times.through.count < 5 || ContinuousClock.now - start < .seconds(seconds)
    {
      times.plain.append(try microseconds(plain))
      between()
      times.through.append(try microseconds(through))
    }
    return BenchmarkFigure(
      code: code, title: title, median: share(0.5, of: times.through),
      slow: share(0.95, of: times.through), slowest: share(0.99, of: times.through),
      plain: share(0.5, of: times.plain), rounds: times.through.count)
  }

  private static func microseconds(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }

  private static func share(_ part: Double, of values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.last else { return 0 }
    let index = Int(Double(sorted.count) * part)
    return index < sorted.count ? sorted[index] : last
  }
}
