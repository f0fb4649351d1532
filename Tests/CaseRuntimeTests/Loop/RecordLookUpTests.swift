import CaseApp
import CaseRules
import CaseStore
import Testing

@testable import CaseRuntime

@Suite("What is found for a field that takes a record")
struct RecordLookUpTests {
  @Test("PPL-054: a service is as typed by its name alone; by its town it is only one to choose")
  func service() throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let worker = try #require(
      try store.read { try $0.workers().map(\.worker).first { $0.role == .cjit } })
    let context = try store.read { try $0.practice() }.context(
      at: Moment(local: LeakTests.day, ClockTime(minutesOfDay: 600)), for: worker)
    func hits(_ typed: String) throws -> [LookUpHit] {
      try store.read { try RecordLookUp.hits(typed, kinds: [.agency], on: $0, in: context) }
    }
    let named = try hits("anchor hou")
    #expect(named.count == 1 && named.allSatisfy(\.isAsTyped))
    let placed = try hits("castlem")
    #expect(placed.map(\.ref) == named.map(\.ref) && !placed.contains(where: \.isAsTyped))
    #expect(try hits("").allSatisfy(\.isAsTyped))
    #expect(try hits(named.first?.ref.text ?? "").allSatisfy(\.isAsTyped))
  }
}
