import CaseRules

/// What waits for each role when it opens the demonstration.
enum DemoEpilogue {
  static func write(with scribe: DemoScribe) throws {
    try leaveAnAssessment(scribe)
  }

  /// The DIR that the arrest referral worker was called away from.
  private static func leaveAnAssessment(_ scribe: DemoScribe) throws {
    let arw = scribe.cast.first(.arw)
    let context = scribe.practice.context(at: scribe.now, for: arw)
    let board = try CustodyBoard.lines(in: scribe.connection, context)
    guard let line = board.first(where: { $0.person != nil && $0.state == .seen }) else { return }
    try scribe.leave(
      DIRForm.id, about: line.ref, by: arw, at: scribe.now.adding(minutes: -12),
      [
        DIRForm.assessedAt: scribe.now.adding(minutes: -31).typed, DIRForm.place: "CUS",
        DIRForm.voluntary: "yes", DIRForm.noAlternative: "yes", DIRForm.caseloadConsent: "yes",
      ], stoppedIn: DIRForm.shareConsent)
  }
}
