import CaseRules
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Searches on the trail")
struct SearchTrailTests {
  @Test("GEN-003: who searched, when and how many were found is kept; what was typed is not")
  func noted() throws {
    let file = try TemporaryStore()
    let worker = try file.worker("Cara Doyle", .cjit)
    func note(_ typed: String, _ found: Int) throws {
      try file.store.write(try file.attribution(by: worker.id, as: .cjit)) {
        try PersonRecords.noteSearch(typed, found: found, in: $0)
      }
    }
    try note("Smith 3/4/85", 2)
    try note("smith  3/4/85 ", 3)
    try note("jones", 0)
    let entries = try file.read { try $0.auditEntries(by: worker.id) }
    #expect(entries.map(\.kind) == ["person.found", "person.found", "person.found"])
    let details = entries.compactMap(\.detail)
    #expect(details.allSatisfy { !$0.lowercased().contains("smith") && !$0.contains("jones") })
    #expect(details[2].contains("\"found\":2") && details[0].contains("\"found\":0"))
    let prints = details.map { $0.split(separator: "fingerprint").last ?? "" }
    #expect(prints[1] == prints[2] && prints[0] != prints[1])
  }
}
