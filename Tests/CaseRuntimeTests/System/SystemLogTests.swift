import CaseStore
import Testing

@testable import CaseRuntime

@Suite("The host's log")
struct SystemLogTests {
  @Test("a head is one line, whatever the data file is called, and tells nothing of the records")
  func line() throws {
    let head = try #require(TrailHead("4711-" + String(repeating: "a", count: 64)))
    let line = SystemLog.line(head, of: "/srv/a person's folder/case\nbook%s\u{1B}[2J\u{7F}.db")
    #expect(line == "throughcare head \(head.text) of case?books?[2J?.db")
  }
}
