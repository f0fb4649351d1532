package import CaseRules

/// Forms somebody began and did not save, kept for their author only.
package struct UnfinishedList: ListPlace {
  package var listing = Listing<UnfinishedLine>()

  package init() {}

  package var title: String { "Unfinished forms" }
  package func request(in context: AppContext) -> ReadRequest? { .unfinished }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<UnfinishedLine>? {
    guard case .unfinished(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No unfinished forms. What you begin is kept here until you save it.")
  }
}

extension UnfinishedLine: ListLine {
  package var id: DraftID { draft }
  package var opens: Opening { .draft(draft) }
  package var subject: RecordRef? { about }
  package var client: RecordRef? { about?.kind == .person ? about : nil }
  package var spelled: [String] { [title, heading ?? "", kept.uk, lastField ?? ""] }

  package static var sortColumns: [SortColumn<UnfinishedLine>] {
    [.moments("Kept") { $0.kept }, .words("Form") { $0.title }, .words("About") { $0.heading }]
  }
}
