import CaseRules

/// Notices that the computer's clock was set while people worked: the order of the trail is by
/// number, and whoever reads it must know where its times cannot be trusted.
struct ClockWatch {
  private let workplace: Workplace
  private var last: Workplace.Clocks?

  /// In seconds; a clock that is kept in step moves less than this at a time.
  static let backwards: Int64 = 2
  static let apart: Int64 = 300

  init(at workplace: Workplace) { self.workplace = workplace }

  /// What was wrong with the clock since the last look.
  struct Jump: Equatable {
    /// What the clock should have said, as far as can be told.
    let expected: Moment
    let found: Moment
  }

  /// Looks at the clocks; `newest` is the time of the newest entry, whoever wrote it.
  mutating func look(newest: Moment?) -> (now: Workplace.Clocks, jump: Jump?) {
    let now = workplace.clocks()
    defer { last = now }
    if let newest, now.wall < newest.seconds - ClockWatch.backwards {
      return (now, Jump(expected: newest, found: Moment(seconds: now.wall)))
    }
    guard let last else { return (now, nil) }
    let passed = (now.sinceBoot - last.sinceBoot) / 1_000
    let expected = last.wall + passed
    guard abs(now.wall - expected) > ClockWatch.apart else { return (now, nil) }
    return (now, Jump(expected: Moment(seconds: expected), found: Moment(seconds: now.wall)))
  }
}

extension AuditKind {
  /// The computer's clock was set backwards, or far.
  package static let clockJumped = AuditKind("clock.jump")
}
