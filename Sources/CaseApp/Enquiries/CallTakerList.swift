package import CaseRules

/// PPL-056: who answers the helpline, with the dates of their training.
package struct CallTakerList: ListPlace {
  package var listing = Listing<CallTaker>()

  package init() {}

  package var title: String { "Call takers" }
  package func request(in context: AppContext) -> ReadRequest? { .callTakers }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CallTaker>? {
    guard case .callTakers(let takers) = answer else { return nil }
    return RowPage(whole: takers)
  }

  package var emptyWords: EmptyWords { EmptyWords("Nobody here may answer the helpline.") }
}

extension CallTaker: ListLine {
  package var id: RecordRef { worker }
  package var title: String { name }
  package var spelled: [String] {
    [name, worker.text, role.titleInSentence]
      + Subject.allCases.map { trained[$0]?.uk ?? "not trained" }
  }
  package var opens: Opening { .form(CallTakerForm.id, about: worker) }
  package var subject: RecordRef? { worker }
  package var client: RecordRef? { nil }

  package static var sortColumns: [SortColumn<CallTaker>] {
    [.words("Name") { $0.name }, .days("Overdose") { $0.trained[.overdose] }]
  }
}
