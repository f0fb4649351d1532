package import CaseRules

/// CUS-004: custody officers and the date of their training.
package struct OfficerList: ListPlace {
  package var listing = Listing<CustodyOfficer>()

  package init() {}

  package var title: String { "Custody officers" }
  package func request(in context: AppContext) -> ReadRequest? { .officers }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<CustodyOfficer>? {
    guard case .officers(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No custody officers are listed.", .newOfficer, does: "adds one")
  }
}

extension CustodyOfficer: ListLine {
  package var id: RecordRef { ref }
  package var spelled: [String] { [name, ref.text, trainedOn?.uk ?? "not trained"] }
  package var opens: Opening { .form("officer", about: ref) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { ref }

  package static var sortColumns: [SortColumn<CustodyOfficer>] {
    [.words("Name") { $0.name }, .days("Trained") { $0.trainedOn }]
  }
}
