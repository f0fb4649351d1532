import CaseRules
import SQLite
import Testing
import torture

@testable import CaseStore

@Suite("What is typed into a search box is never a command")
struct HostileSearchTests {
  /// What means something to SQL, to the full-text index, to patterns or to a terminal.
  private static let pieces = [
    "'", "\"", "''", "\"\"", ";", "--", "/*", "*/", "\\", "%", "_", "*", "^", "(", ")", "{", "}",
    "[", "]", "+", "-", ":", ",", "=", "<", ">", "|", "&", "!", "?", "@", "#", "$", "`", "~", "\0",
    "\n", "\t", "\u{1B}[2J", "\u{202E}", "\u{FEFF}", "AND", "OR", "NOT", "NEAR", "NEAR(", "UNION",
    "SELECT", "DROP TABLE person", "name MATCH", "ORDER BY", "OR 1=1", "x' OR 'a'='a", "?1", ":a",
    "smith", "SMITH", "4/85", "3/4/1985", "P-", "A1", "PO33", "07700", "é", "作", "👩‍👩‍👧", " ",
  ]

  @Test("T11: 1,000 hostile strings find or find nothing, and change nothing")
  func thousand() throws {
    let file = try TemporaryStore()
    for family in ["Smith", "O'Connor", "Smith-Jones"] {
      _ = try file.add(.example(family: family))
    }
    let context = file.context(try file.worker("Cara Doyle", .cjit))
    let head = try file.head()
    let seed = UInt64.random(in: 0...999_999)
    var chance = Chance(seed: seed)
    for _ in 0..<1_000 {
      let count = Int.random(in: 1...6, using: &chance)
      let typed = (0..<count).map { _ in
        HostileSearchTests.pieces[
          Int.random(in: 0..<HostileSearchTests.pieces.count, using: &chance)]
      }.joined(separator: Bool.random(using: &chance) ? " " : "")
      do {
        let found = try file.read { try PersonRecords.find(typed, limit: 50, in: $0, context) }
        #expect(found.count <= 3)
      } catch {
        Issue.record("\(typed.debugDescription), seed \(seed): \(error)")
      }
    }
    #expect(try file.head() == head)
    #expect(try file.verify().isGood)
  }
}
