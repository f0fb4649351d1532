import CaseRules
import CaseRuntime
import CaseStore
import StoreTestSupport
import Testing

/// GEN-003: each screen leaves its kind of entry.
@Suite("What each screen leaves on the trail")
struct ShownListsTests {
  private static let tuesday = CalendarDate(year: 2007, month: 10, day: 2) ?? .earliest

  private static func begin() throws -> Desk {
    let desk = try Desk()
    desk.clock(tuesday, 9, 0)
    try desk.run(
      as: "abegum", "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold")
    return desk
  }

  private static func listed(_ desk: Desk) throws -> [String] {
    try desk.trail().filter { $0.kind == "list.view" }.reversed().compactMap {
      $0.detail?.split(separator: "\"").dropFirst(5).first.map(String.init)
    }
  }

  static let lists: [(keys: String, what: String)] = [
    ("Ctrl+G k", "custody board"), ("Ctrl+G c", "caseload"), ("Ctrl+G a", "appointments"),
    ("Ctrl+G n", "people"), ("Ctrl+G t t", "court list"), ("Ctrl+G t y", "bail returns"),
    ("Ctrl+G t o", "flagged offers"), ("Ctrl+G d", "deadlines"), ("Ctrl+G r", "referrals"),
    ("Ctrl+G p p", "calls"),
  ]

  @Test(
    "GEN-003: a list with names is an entry with its count, once while it stays", arguments: lists)
  func listed(keys: String, what: String) throws {
    let desk = try Self.begin()
    try desk.program(as: "abegum", [.press(keys), .press("Down Up F5")])
    #expect(try Self.listed(desk) == ["today", what])
    let entry = try #require(try desk.trail().first { $0.kind == "list.view" })
    #expect(entry.detail == "{\"facts\":{\"what\":\"\(what)\",\"rows\":0}}")
  }

  @Test(
    "figures, settings and lists without people leave none",
    arguments: ["Ctrl+G s", "Ctrl+G g g", "Ctrl+G g m", "Ctrl+G g b", "Ctrl+G p x", "Ctrl+G u"])
  func unlisted(keys: String) throws {
    let desk = try Self.begin()
    try desk.program(as: "abegum", [.press(keys)])
    #expect(try Self.listed(desk) == ["today"])
  }

  @Test("a list that is opened again is another look")
  func again() throws {
    let desk = try Self.begin()
    try desk.program(as: "abegum", [.press("Ctrl+G k"), .press("Ctrl+G c"), .press("Ctrl+G k")])
    #expect(try Self.listed(desk) == ["today", "custody board", "caseload", "custody board"])
  }

  @Test("GEN-003: an auditor who comes back to the trail looks again, whatever it was held to")
  func trailAgain() throws {
    let desk = try Desk()
    desk.clock(Self.tuesday, 9, 0)
    try desk.run(
      as: "abegum", "init", "--name", "Amina Begum", "--role", "AUD", "--suite", "NF=Northfold")
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G 1"), .sees("entries"), .press("F7 f"), .type("looks"), .press("Enter"),
        .sees("What: looks"), .press("Ctrl+G h"), .press("Ctrl+G 1"), .misses("What: looks"),
      ])
    let whole = try desk.trail().filter { entry in
      entry.kind == "history.view" && entry.detail?.contains("kinds") != true
    }
    #expect(whole.count == 2)
  }

  @Test("GEN-003: a record, its history, and who may not see the trail")
  func records() throws {
    let desk = try Self.begin()
    try desk.run(
      as: "abegum", ["submit", "arrival"],
      input: #"{"suite": "NF", "cell": "M1", "offence": "theft"}"#)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G k"), .sees("M1"), .press("Enter"), .press("<"), .sees("History of"),
        .sees("looked at"), .press("Esc"), .press("Ctrl+G w"), .sees("Trail:"),
      ])
    let kinds = try desk.trail().map(\.kind)
    #expect(kinds.contains("custody.view"))
    #expect(kinds.contains("history.view"))
    let history = try #require(try desk.trail().first { $0.kind == "history.view" })
    #expect(history.recordKind == "C" && history.recordID == 1)
  }
}
