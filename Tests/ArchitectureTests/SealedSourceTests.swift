import Testing

/// INT-005: the table of sources is read and written in one file, and named nowhere else.
@Suite("The sealed table of sources")
struct SealedSourceTests {
  @Test("INT-005: only its own file, and the list of sealed tables, names the table")
  func named() throws {
    let naming = try SourceTree().swiftFiles(in: "Sources")
      .filter { $0.text.contains("intelligence_source") }
      .map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
    #expect(
      Set(naming) == ["SealedSources.swift", "SealedTable.swift", "AccessMatrix.swift"])
  }
}
