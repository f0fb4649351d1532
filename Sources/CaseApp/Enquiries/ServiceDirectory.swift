package import CaseRules

/// PPL-054: who else helps, searchable by name, type and place while somebody is on the phone.
package struct ServiceDirectory: ListPlace {
  package var listing = Listing<Service>()

  package init() {}

  package var title: String { "Service directory" }
  package func request(in context: AppContext) -> ReadRequest? { .directory }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<Service>? {
    guard case .directory(let services) = answer else { return nil }
    return RowPage(whole: services)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("The directory is empty.", .newService, does: "adds a service")
  }
}

extension Service: ListLine {
  package var title: String { "\(name)  \(ref.text)" }
  package var spelled: [String] {
    [
      ref.text, name, type.words, area, ageGroup, phone, hours, referralRoute, eligibility,
      isFreeCall == .yes ? "free call" : "",
    ]
  }
  package var opens: Opening { .record(ref) }
  package var subject: RecordRef? { ref }
  package var client: RecordRef? { nil }

  package static var sortColumns: [SortColumn<Service>] {
    [
      .words("Name") { $0.name }, .words("Type") { $0.type.short }, .words("Area") { $0.area },
      .days("Checked") { $0.lastChecked },
    ]
  }
}
