import Testing

/// Values reach SQLite bound to a place, never written into the statement.
@Suite("SQL texts")
struct SQLTextTests {
  @Test(
    "Only constants of the program are written into an SQL text",
    arguments: ["SQLite", "CaseStore"])
  func interpolations(module: String) throws {
    let files = try SourceTree().swiftFiles(in: "Sources/\(module)")
    let constants = Set(files.flatMap { SQLText.constants(in: $0.text) })
    for file in files {
      for literal in SQLText.literals(in: file.text) where SQLText.isSQL(literal) {
        if module == "SQLite", SQLText.isPragma(literal) { continue }
        let foreign = SQLText.interpolations(in: literal).filter {
          !SQLText.isConstant($0, among: constants)
        }
        #expect(foreign.isEmpty, "\(file.path) writes \(foreign) into: \(literal.prefix(80))")
      }
    }
  }

  @Test("SQL stands in the store and below, nowhere else")
  func rooms() throws {
    let outside = try SourceTree().swiftFiles(in: "Sources")
      .filter { !["SQLite", "CaseStore"].contains($0.module) }
    for file in outside {
      let found = SQLText.literals(in: file.text).filter(SQLText.isSQL)
      #expect(found.isEmpty, "\(file.path) holds SQL: \(found)")
    }
  }

  @Test("The search finds a value written into a statement")
  func finds() {
    let text = #"""
      let name = "x"
      try execute("SELECT id FROM person WHERE name = '\(name)'")
      try execute("SELECT \(Self.columns) FROM person")
      static let columns = "id, name"
      try execute("""
        UPDATE person SET name = '\(name.uppercased())'
        """)
      print("Select \(name) from the list")
      """#
    let constants = SQLText.constants(in: text)
    let foreign = SQLText.literals(in: text).filter(SQLText.isSQL)
      .flatMap(SQLText.interpolations).filter { !SQLText.isConstant($0, among: constants) }
    #expect(constants == ["columns"])
    #expect(foreign == ["name", "name.uppercased()"])
  }
}
