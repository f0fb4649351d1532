package import CaseRules
package import SQLite

/// A code as it stands after its newest change, and how often it was changed.
package struct StoredCodeChange: Equatable, Sendable {
  package let change: CodeChange
  package let version: Int
}

extension Connection {
  /// The newest change of every code that an administrator has changed or added, oldest first.
  package func codeChanges() throws -> [StoredCodeChange] {
    try query(
      """
      SELECT list, code, words, synonyms, attributes, retired, version FROM code_change AS newest
      WHERE version = (SELECT max(version) FROM code_change
                       WHERE list = newest.list AND code = newest.code)
      ORDER BY id
      """
    ) { row in
      StoredCodeChange(
        change: CodeChange(
          list: CodeListID(rawValue: try row.text(0)), code: try row.text(1),
          words: try row.text(2), synonyms: Lines.split(try row.text(3)),
          retired: try row.bool(5), attributes: try Lines.pairs(row, 4)),
        version: try row.int(6))
    }
  }
}

extension WriteTransaction {
  /// Adds a code, or gives an existing one other words, or its retirement, as its next version.
  package func changeCode(_ change: CodeChange, because reason: Reason) throws {
    let before = try connection.codeChanges().first {
      $0.change.list == change.list && $0.change.code == change.code
    }
    let version = (before?.version ?? 0) + 1
    let shipped = CodeBook.seeded[change.list]?[change.code]
    try connection.execute(
      """
      INSERT INTO code_change (list, code, version, words, synonyms, attributes, retired, reason,
                               changed_by, changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, change.list.rawValue, change.code, version, change.words,
      change.synonyms.joined(separator: "\n"), Lines.text(of: change.attributes), change.retired,
      reason.text, attribution.worker, attribution.at)
    try audit(
      AuditEvent(
        .codeChanged, record: AuditedRecord("code", connection.lastInsertRowID),
        from: before?.version, to: version,
        changes: [
          FieldChange("words", from: before?.change.words ?? shipped?.words, to: change.words),
          FieldChange(
            "synonyms", from: (before?.change.synonyms ?? shipped?.synonyms ?? []).list,
            to: change.synonyms.list),
          FieldChange(
            "retired", from: before?.change.retired ?? shipped?.retired, to: change.retired),
        ], facts: [.init("list", change.list.rawValue), .init("code", change.code)],
        reason: reason.text))
  }
}

extension [String] {
  fileprivate var list: String { joined(separator: ", ") }
}

/// How lists of short texts stand in a column: one a line.
private enum Lines {
  static func split(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  /// "class=A" and "unit=g, bags", in the order of their names.
  static func text(of pairs: [String: String]) -> String {
    pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
  }

  /// Not as JSON: rows that were written so are sealed.
  static func pairs(_ row: Row, _ column: Int) throws -> [String: String] {
    var pairs: [String: String] = [:]
    for line in split(try row.text(column)) {
      guard let equals = line.firstIndex(of: "=") else { throw row.unreadable(column) }
      pairs[String(line[..<equals])] = String(line[line.index(after: equals)...])
    }
    return pairs
  }
}
