/// A kind of event on the trail: its code, what it is called, and where the law puts it.
package struct EventKind: Equatable, Sendable {
  /// As people ask for them: "refused only", "looks".
  package enum Group: String, CaseIterable, Sendable {
    case made, changed, looked, listed, gaveOut, refused, overridden, drafts, signIn, program

    /// What may be typed for it, and what the list is then called.
    package var words: String {
      switch self {
      case .made: "new records"
      case .changed: "changes"
      case .looked: "looks"
      case .listed: "lists and searches"
      case .gaveOut: "prints and exports"
      case .refused: "refusals"
      case .overridden: "warnings passed"
      case .drafts: "drafts"
      case .signIn: "sign-ins"
      case .program: "the program itself"
      }
    }
  }

  /// Data Protection Act 2018, section 62: what has to be logged.
  package enum Duty: String, CaseIterable, Sendable {
    case collection, alteration, consultation, disclosure, combination, erasure
    /// Logged for other reasons.
    case none
  }

  package let code: String
  /// "looked at".
  package let words: String
  package let group: Group
  package let duty: Duty

  package init(
    _ code: String, _ words: String, _ group: Group, _ duty: Duty = .none
  ) {
    self.code = code
    self.words = words
    self.group = group
    self.duty = duty
  }
}

extension EventKind {
  /// Every kind the program writes; each room's are together.
  package static let all: [EventKind] = [
    EventKind("record.create", "made", .made, .collection),
    EventKind("record.change", "changed", .changed, .alteration),
    EventKind("record.struck", "struck through", .changed, .alteration),
    EventKind("person.merge", "merged two records", .changed, .combination),
    EventKind("person.split", "took two records apart", .changed, .alteration),
    EventKind("deadline.move", "moved a deadline", .changed, .alteration),
    EventKind("custody.counted", "turned into counts", .changed, .erasure),
    EventKind("safety.alert", "raised a safety alert", .changed, .collection),
    EventKind("safety.acknowledge", "acknowledged a safety alert", .changed, .alteration),
    EventKind("rule.overridden", "passed a warning", .overridden, .alteration),

    EventKind("person.view", "looked at", .looked, .consultation),
    EventKind("dir.view", "looked at", .looked, .consultation),
    EventKind("custody.view", "looked at", .looked, .consultation),
    EventKind("call.view", "looked at", .looked, .consultation),
    EventKind("referral.view", "looked at", .looked, .consultation),
    EventKind("intelligence.view", "looked at", .looked, .consultation),
    EventKind("intelligence.subject.view", "looked at", .looked, .consultation),
    EventKind("bronze.view", "looked at", .looked, .consultation),
    EventKind("break-glass.opened", "opened exceptionally", .looked, .consultation),
    EventKind("break-glass.reviewed", "looked into", .changed, .alteration),
    EventKind("source.kept", "kept a source", .made, .collection),
    EventKind("source.corrected", "entered a source anew", .changed, .alteration),
    EventKind("source.view", "looked at a source", .looked, .consultation),
    EventKind("edii.view", "looked at", .looked, .consultation),
    EventKind("history.view", "looked at the history", .looked, .consultation),
    EventKind("person.found", "searched for people", .listed, .consultation),
    EventKind("list.view", "listed", .listed, .consultation),
    EventKind("permission.refused", "was refused", .refused, .consultation),

    EventKind("intelligence.shared", "shared", .gaveOut, .disclosure),
    EventKind("print", "printed", .gaveOut, .disclosure),
    EventKind("export", "exported", .gaveOut, .disclosure),

    EventKind("draft.resumed", "went on with a form", .drafts),
    EventKind("draft.discarded", "threw a form away", .drafts),

    EventKind("sign-in.ok", "signed in", .signIn),
    EventKind("sign-in.failed", "failed to sign in", .signIn),
    EventKind("sign-in.out", "signed out", .signIn),
    EventKind("sign-in.locked", "locked the screen", .signIn),
    EventKind("sign-in.idle-locked", "was locked out after no key was pressed", .signIn),
    EventKind("sign-in.unlocked", "unlocked the screen", .signIn),
    EventKind("sign-in.ended", "had the session ended", .signIn),
    EventKind("sign-in.confirmed", "confirmed with the password", .signIn),
    EventKind("password.changed", "chose a password", .signIn),
    EventKind("password.reset", "gave out a one-time password", .signIn),
    EventKind("worker.change", "changed a worker", .changed, .alteration),
    EventKind("two-person.proposed", "proposed, for a second person,", .changed, .collection),
    EventKind("two-person.confirmed", "confirmed as the second person", .changed, .alteration),
    EventKind("two-person.refused", "refused as the second person", .changed, .alteration),
    EventKind("two-person.withdrawn", "took back", .changed, .alteration),
    EventKind("two-person.used", "used what two people agreed on,", .changed, .alteration),
    EventKind("setting.change", "changed a setting", .changed, .alteration),
    EventKind("code.change", "changed a code list", .changed, .alteration),
    EventKind("holiday.change", "changed the bank holidays", .changed, .alteration),

    EventKind("import", "brought a file in", .made, .collection),
    EventKind("backup", "made a copy of the file", .program),
    EventKind("restore", "put an earlier copy in the place of the file", .program, .alteration),
    EventKind("migration", "brought the file up to date", .program),
    EventKind("index.rebuild", "made the search anew", .program),
    EventKind("verify", "verified the file", .program),
    EventKind("integrity.failed", "found the file broken", .program),
    EventKind("records.sealed", "sealed records", .program),
    EventKind("clock.jump", "noticed that the clock was set", .program),
    EventKind("demo.made", "made the demonstration", .program),
  ]

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// Nil for a kind that a later program writes.
  package static func of(_ code: String) -> EventKind? { byCode[code] }

  package static func codes(in groups: Set<Group>) -> [String] {
    all.filter { groups.contains($0.group) }.map(\.code)
  }
}
