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

  /// Lists of pieces, each of which was a constant when it went in.
  private static let pieces: Set<String> = [
    "wanted.text", "parts.joined", "columns.joined", "sets.joined",
  ]

  @Test(
    "Only constants of the program are joined to an SQL text", arguments: ["SQLite", "CaseStore"])
  func joins(module: String) throws {
    let all =
      try SourceTree().swiftFiles(in: "Sources/SQLite")
      + SourceTree().swiftFiles(in: "Sources/CaseStore")
    let names = Set(all.flatMap { SQLJoins.names(in: $0.text) })
    let staticStrings = Set(all.flatMap { SQLJoins.staticStrings(in: $0.text) })
    for file in try SourceTree().swiftFiles(in: "Sources/\(module)") {
      let foreign = SQLJoins.operands(in: file.text).filter {
        !Self.pieces.contains($0) && !SQLJoins.isConstant($0, among: names, staticStrings)
      }
      #expect(foreign.isEmpty, "\(file.path) joins \(foreign) to an SQL text")
    }
  }

  @Test("The search finds a value joined to a statement")
  func findsJoined() {
    let text = #"""
      static let columns = "id, name"
      let table: StaticString
      try query(columns + " WHERE id = ?", Row.columns + " WHERE id = ?")
      try execute("SELECT id FROM " + table.description + " WHERE id = ?" + value.order)
      sets.append(value.column + " = ?")
      let words = name + " is not on file"
      try execute("UPDATE person SET " + sets.map { $0.name }.joined(separator: ", ") + " WHERE id = ?")
      """#
    let names = Set(SQLJoins.names(in: text))
    let staticStrings = Set(SQLJoins.staticStrings(in: text))
    #expect(names == ["columns"] && staticStrings == ["table"])
    let foreign = SQLJoins.operands(in: text).filter {
      !SQLJoins.isConstant($0, among: names, staticStrings)
    }
    #expect(foreign == ["value.order", "value.column", "sets.map", ".joined"])
  }

  @Test("SQL stands in the store and below, and in what tries them, nowhere else")
  func rooms() throws {
    let outside = try SourceTree().swiftFiles(in: "Sources")
      .filter { !["SQLite", "CaseStore", "torture"].contains($0.module) }
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
