/// Which warnings a worker's typed reasons pass (GEN-002), and which findings still stand in the way.
package struct FormReasons: Equatable, Sendable {
  package struct Override: Equatable, Sendable {
    package let finding: Finding
    package let reason: Reason
  }

  /// Blocks, and warnings without a good enough reason.
  package private(set) var waiting: [Finding] = []
  package private(set) var overrides: [Override] = []

  package static func passed(
    _ findings: [Finding], by reasons: [String: String], in settings: Settings
  ) -> FormReasons {
    var result = FormReasons()
    for finding in findings {
      switch finding.force {
      case .blocks: result.waiting.append(finding)
      case .flags, .shows: break
      case .warns:
        if let reason = Reason(reasons[finding.reasonKey] ?? "", settings: settings) {
          result.overrides.append(Override(finding: finding, reason: reason))
        } else {
          result.waiting.append(finding)
        }
      }
    }
    return result
  }
}
