package import CaseRules

/// Every code list, with the codes forms take and the words they stand for.
package struct CodeListPage: ListPlace {
  package var listing = Listing<CodeLine>()

  package init() {}

  package var title: String { "Code lists" }
  package func request(in context: AppContext) -> ReadRequest? { nil }
  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CodeLine>? { nil }

  package func lines(from session: Session) -> [CodeLine]? {
    session.codes.all.enumerated().flatMap { place, list in
      list.codes.map { CodeLine(place: place, list: list, code: $0) }
    }
  }

  package var emptyWords: EmptyWords { EmptyWords("There are no code lists.") }
}

/// One code of a list.
package struct CodeLine: ListLine {
  package struct ID: Hashable, Sendable {
    let place: Int
    let code: String
  }

  package let place: Int
  package let list: CodeList
  package let code: Code

  package var id: ID { ID(place: place, code: code.code) }
  package var group: ListGroup? { ListGroup(place, "\(list.title) (\(list.rule))") }
  package var spelled: [String] { [list.title, list.rule, code.code, code.words] + code.synonyms }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { nil }

  package var opens: Opening { .formWith(CodeForm.id, CodeForm.answers(of: code, in: list.id)) }

  package static var sortColumns: [SortColumn<CodeLine>] {
    [.words("Code") { $0.code.code }, .words("Words") { $0.code.words }]
  }
}
