/// Which given names are one and the same person's: short forms, and the same name written or said
/// otherwise.
package enum GivenNames {
  /// Short forms and fuller forms that go with a folded name; empty for one that has none.
  package static func nicknames(of name: String) -> Set<String> {
    others(name, in: shortForms)
  }

  /// Other spellings and other languages' forms of a folded name.
  package static func spellings(of name: String) -> Set<String> {
    others(name, in: spellings)
  }

  private static func others(_ name: String, in table: Table) -> Set<String> {
    var others = Set((table.groups[name] ?? []).flatMap { table.lines[$0] })
    others.remove(name)
    return others
  }

  private static let shortForms = Table(NicknameLines.all)
  private static let spellings = Table(SpellingLines.all)

  /// Lines of names that belong together; a name may stand in several.
  private struct Table: Sendable {
    var lines: [[String]] = []
    var groups: [String: [Int]] = [:]

    init(_ text: String) {
      for line in text.split(separator: "\n") {
        let names = line.split(separator: " ").map(String.init)
        for name in names { groups[name, default: []].append(lines.count) }
        lines.append(names)
      }
    }
  }
}
