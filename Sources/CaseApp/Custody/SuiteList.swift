package import CaseRules

/// The custody suites and what is special about each.
package struct SuiteList: ListPlace {
  package var listing = Listing<SuiteProfile>()

  package init() {}

  package var title: String { "Custody suites" }
  package func request(in context: AppContext) -> ReadRequest? { .suites }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<SuiteProfile>? {
    guard case .suites(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No custody suites are listed.", .newSuite, does: "adds one")
  }
}

extension SuiteProfile: ListLine {
  package var id: RecordRef { ref }
  package var spelled: [String] {
    [code, name, testsOnArrest ? "tests on arrest" : "", active ? "" : "closed"]
  }
  package var opens: Opening { .form("suite", about: ref) }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { ref }

  package static var sortColumns: [SortColumn<SuiteProfile>] {
    [.words("Code") { $0.code }, .words("Name") { $0.name }]
  }
}
