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
