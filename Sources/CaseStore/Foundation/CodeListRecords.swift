import CaseRules
package import SQLite

/// One code of a list, in its newest version.
package struct StoredCode: Equatable, Sendable {
  package let code: String
  package let words: String
  /// Place in the list.
  package let position: Int
  /// JSON: what rules need to know of it, a drug's class for example.
  package let facts: String?
  /// Records keep it, forms no longer offer it.
  package let retired: Bool
  package let version: Int

  package init(
    code: String, words: String, position: Int, facts: String? = nil, retired: Bool = false,
    version: Int = 1
  ) {
    self.code = code
    self.words = words
    self.position = position
    self.facts = facts
    self.retired = retired
    self.version = version
  }
}

extension Connection {
  /// The codes of a list in their order, retired ones included: old records still show their words.
  package func codes(of list: String) throws -> [StoredCode] {
    try query(
      """
      SELECT code, words, position, facts, retired, version
      FROM code_value AS newest
      WHERE list = (SELECT id FROM code_list WHERE code = ?)
        AND version = (SELECT max(version) FROM code_value
                       WHERE list = newest.list AND code = newest.code)
      ORDER BY position, code
      """, list
    ) { row in
      StoredCode(
        code: try row.text(0), words: try row.text(1), position: try row.int(2),
        facts: try row.get(3), retired: try row.bool(4), version: try row.int(5))
    }
  }

  /// The lists there are, as code and name.
  package func codeLists() throws -> [(code: String, name: String)] {
    try query("SELECT code, name FROM code_list ORDER BY code") {
      (code: try $0.text(0), name: try $0.text(1))
    }
  }

  /// Puts a shipped list into the file; called from a room's migration.
  package func shipCodeList(_ list: String, name: String, codes: [StoredCode]) throws {
    try execute("INSERT INTO code_list (code, name) VALUES (?, ?)", list, name)
    let id = lastInsertRowID
    for code in codes {
      try execute(
        """
        INSERT INTO code_value (list, code, version, words, position, facts, retired)
        VALUES (?, ?, 1, ?, ?, ?, ?)
        """, id, code.code, code.words, code.position, code.facts, code.retired)
    }
  }
}

extension WriteTransaction {
  /// Adds a code, or gives an existing one new words, a new place, or its retirement.
  ///
  /// Throws `ChangedElsewhere` unless the code still stands at the version given, 0 for a new one.
  package func changeCode(of list: String, to code: StoredCode, from version: Int) throws {
    let lists = try connection.query("SELECT id FROM code_list WHERE code = ?", list) {
      try $0.int64(0)
    }
    guard let listID = lists.first else { throw StoreError.notFound }
    let before = try connection.codes(of: list).first { $0.code == code.code }
    guard (before?.version ?? 0) == version else {
      throw ChangedElsewhere(
        table: "code_value", id: listID, expected: version, found: before?.version, by: nil, at: nil
      )
    }
    try connection.execute(
      """
      INSERT INTO code_value (list, code, version, words, position, facts, retired, changed_by,
                              changed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, listID, code.code, version + 1, code.words, code.position, code.facts, code.retired,
      attribution.worker, attribution.at)
    try audit(
      AuditEvent(
        .codeChanged, record: AuditedRecord("code", connection.lastInsertRowID),
        from: version == 0 ? nil : version, to: version + 1,
        changes: [
          FieldChange("words", from: before?.words, to: code.words),
          FieldChange("position", from: before?.position, to: code.position),
          FieldChange("facts", from: before?.facts, to: code.facts),
          FieldChange("retired", from: before?.retired, to: code.retired),
        ], facts: [.init("list", list), .init("code", code.code)]))
  }
}
