import Testing

/// What the rooms write on the trail, and the table that says what each kind is called.
@Suite("Kinds of events")
struct EventKindTests {
  @Test("GEN-003: every kind that is written has its words, and none is only promised")
  func table() throws {
    let tree = SourceTree()
    let written = try tree.swiftFiles(in: "Sources").flatMap { file in
      Self.codes(in: file.text, after: "AuditKind(\"")
    }
    let table = try tree.swiftFiles(in: "Sources/CaseRules/History").flatMap { file in
      Self.codes(in: file.text, after: "EventKind(\"")
    }
    #expect(Set(written).subtracting(table) == [], "add them to EventKind.all")
    #expect(Set(table).subtracting(written) == [])
    #expect(Set(table).count == table.count, "each stands once")
  }

  /// The texts between a beginning and the next quotation mark.
  private static func codes(in text: String, after start: String) -> [String] {
    var codes: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: start) {
      rest = rest[found.upperBound...]
      codes.append(String(rest.prefix { $0 != "\"" }))
    }
    return codes.filter { !$0.isEmpty && !$0.contains("\\") }
  }
}
