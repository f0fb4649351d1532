import CaseRules

/// Its page: who opened whose record, why, how often it was looked at, and what came of it.
extension RecordContent {
  init(_ access: ExceptionalAccess, in context: AppContext) {
    self.init(heading: access.heading)
    let now = context.rules.now
    addActions(
      ExceptionalAccessActions.offered(for: access, in: context.rules), on: .exceptionalAccess,
      possible: RecordSection(0, "Answer"), not: RecordSection(3, "Not now, and why"))
    let what = RecordSection(1, "What was opened")
    lines.append(
      FactLine(
        what, "Person",
        [access.personName, access.person.ref.text].compactMap(\.self)
          .joined(separator: " "), note: access.isOpen(at: now) ? "open" : "",
        detail: "Enter opens the record.", opens: .record(access.person.ref)))
    add(what, "By", "\(access.worker.name), \(access.worker.role.titleInSentence)")
    add(
      what, "From", "\(access.opened.ukWithWeekday) to \(access.until.local.time.text)")
    add(what, "Why", access.reason)
    add(what, "Looks", Digits.counted(access.looks, "look"))
    let answer = RecordSection(2, "Looked into")
    add(answer, "State", ExceptionalAccessRules.words(access, at: now))
    if let review = access.review {
      add(answer, "By", "\(review.by), \(review.at.ukWithWeekday)")
      add(answer, "Note", review.note)
    }
  }
}
