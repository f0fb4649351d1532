import Testing

/// The printed list of rules and the rules that are built cannot drift apart.
@Suite("The list of rules")
struct RuleEntryTests {
  @Test("Every rule that a finding names is in the list, once")
  func listed() throws {
    let tree = SourceTree()
    let files = try tree.swiftFiles(in: "Sources")
    let listed = files.filter { $0.path.contains("/Rulebook/") }.flatMap { Self.ids(in: $0.text) }
    #expect(Set(listed).count == listed.count)
    #expect(listed.count > 70)
    for file in files where !file.path.contains("/Rulebook/") {
      let missing = Set(Self.ids(in: file.text)).subtracting(listed)
      #expect(missing.isEmpty, "\(file.path) names \(missing.sorted())")
    }
  }

  @Test("The search finds rule IDs that stand alone in quotation marks")
  func finds() {
    #expect(
      Self.ids(in: #"Finding("CUS-006", .blocks, "See PPL-001 (\"x\")") "DRR""#) == ["CUS-006"])
  }

  /// The literals that are a rule ID and nothing else.
  static func ids(in text: String) -> [String] {
    text.split(separator: "\"").filter(isID).map(String.init)
  }

  private static func isID(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && (3...4).contains(parts[0].count)
      && parts[0].allSatisfy { $0.isASCII && $0.isUppercase }
      && parts[1].count == 3 && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
  }
}
