package import CaseRules

/// Records that were opened by somebody who may not read them as a rule.
package struct ExceptionalAccessList: ListPlace {
  package var listing = Listing<ExceptionalAccessLine>()

  package init() {}

  package var title: String { "Exceptional access" }
  package func request(in context: AppContext) -> ReadRequest? { .exceptionalAccess }

  package func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<ExceptionalAccessLine>? {
    guard case .exceptionalAccess(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords(
      "No record was opened exceptionally in three months.", .newExceptionalAccess,
      does: "opens one, with a reason")
  }
}

extension ExceptionalAccessLine: ListLine {
  package var id: RecordRef { access.ref }
  package var title: String { access.heading }
  package var opens: Opening { .record(access.ref) }
  package var subject: RecordRef? { access.ref }
  package var client: RecordRef? { nil }
  package var group: ListGroup? {
    access.review == nil ? ListGroup(0, "To be looked into") : ListGroup(1, "Looked into")
  }

  package var spelled: [String] {
    [
      access.ref.text, access.person.ref.text, access.personName ?? "", access.worker.initials,
      access.opened.uk, access.reason, status,
    ]
  }

  package static var sortColumns: [SortColumn<ExceptionalAccessLine>] {
    [
      .words("Who") { $0.access.worker.initials }, .words("Person") { $0.access.person.ref.text },
      .moments("Opened") { $0.access.opened }, .words("Why") { $0.access.reason },
      .words("State") { $0.status },
    ]
  }
}

/// Its page: who opened whose record, why, how often it was looked at, and what came of it.
extension RecordContent {
  init(_ access: ExceptionalAccess, in context: AppContext) {
    self.init(heading: access.heading)
    let now = context.rules.now
    addActions(
      ExceptionalAccessActions.offered(for: access, in: context.rules),
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
