import CaseRules
import CaseRuntime
import CaseStore
import SQLite
import StoreTestSupport
import TestSupport
import Testing
import TextScreen

/// A line that stutters hands over many keys in one go, before the answer to the first of them.
@Suite("Keys that come before what they are about")
struct TypedAheadTests {
  private let demo: DemoFile
  private let desk: Desk

  init() throws {
    // More than a long list reads at once.
    demo = try DemoFile(people: 150)
    desk = try Desk()
    desk.clock(try #require(CalendarDate(iso: DemoFile.day)), 10, 0)
  }

  private func play(_ steps: [Step]) throws {
    _ = try desk.pictures(
      as: "root", data: demo.path, role: .cjit, size: Size(columns: 100, rows: 30),
      // What a demonstration says first, and its unfinished form.
      [.press("Esc"), .answer("l")] + steps)
  }

  /// Family names that one person has, in the order of the list.
  private func families() throws -> [String] {
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    return try store.read { records in
      try records.query(
        "SELECT family_name FROM person GROUP BY family_key HAVING count(*) = 1 ORDER BY family_key"
      ) { try $0.text(0) }
    }.filter { $0.utf8.allSatisfy { $0 >= 0x41 && $0 < 0x7B } && $0.count > 4 }
  }

  private func keys(_ name: String) -> String {
    name.lowercased().map(String.init).joined(separator: " ")
  }

  @Test("A name and Enter in one go open that person, not who stood first")
  func opens() throws {
    let name = try #require(try families().last)
    try play([
      .press("Ctrl+G n"), .burst(keys(name) + " Enter"), .sees("RECORD"),
      .sees(name.uppercased()),
    ])
  }

  @Test("A name and the key of a contact begin it about that person")
  func records() throws {
    let name = try #require(try families().last)
    try play([
      .press("Ctrl+G n"), .burst(keys(name) + " +"), .sees("Contact attempt"),
      .sees(name.uppercased()),
    ])
  }

  @Test("The letter of an action waits for the menu, and what follows for the form")
  func acts() throws {
    try play([
      .press("Ctrl+G c"), .burst("F9 k p"), .sees("Contact attempt"),
      .misses("in this menu"), .misses("One moment"), .misses("narrowed to"),
    ])
  }

  @Test("The end of a long list and back again is where the hand began")
  func endAndBack() throws {
    try play([
      .press("Ctrl+G n"), .burst("End Home"), .sees("row 1 of"),
      .burst("PageDown PageDown PageDown PageDown End"), .misses("row 1 of"),
    ])
  }
}
