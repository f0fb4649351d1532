package import CaseRules
package import SQLite

/// The partnership's figures as they stood at one version.
package struct SettingsInForce: Equatable, Sendable {
  package let settings: Settings
  /// Kept with a decision, so that it can later be seen under which figures it was taken; 0 is
  /// the defaults.
  package let version: Int64
  /// Texts in the file that the program cannot read; their keys stand at the default.
  package let unreadable: [String]
}

extension Connection {
  /// The figures in force now, or those at an earlier version.
  package func settings(atVersion version: Int64 = .max) throws -> SettingsInForce {
    var texts: [SettingKey: String] = [:]
    var newest: Int64 = 0
    // Ascending, so that the newest text of a key stays. A key this edition does not know is left
    // alone: it belongs to a room that is not open here.
    try forEach(
      "SELECT version, key, value FROM setting WHERE version <= ? ORDER BY version", version
    ) { row in
      newest = try row.int64(0)
      if let key = SettingKey(rawValue: try row.text(1)) { texts[key] = try row.text(2) }
    }
    var refused: [String] = []
    let settings = Settings(texts: texts, refused: &refused)
    return SettingsInForce(settings: settings, version: newest, unreadable: refused)
  }
}

extension WriteTransaction {
  /// Changes a figure; it counts from the next decision on.
  ///
  /// The text must be one the setting can read; otherwise `StoreError.refused` says what it takes.
  package func changeSetting(
    _ key: SettingKey, to text: String, because reason: String? = nil
  )
    throws
  {
    let before = try connection.settings().settings
    var after = before
    if let problem = after.set(key, to: text) {
      throw StoreError.refused([Finding("GEN-009", .blocks, field: key.rawValue, problem)])
    }
    try connection.execute(
      "INSERT INTO setting (key, value, changed_by, changed_at, reason) VALUES (?, ?, ?, ?, ?)",
      key.rawValue, after.text(of: key), attribution.worker, attribution.at, reason)
    try audit(
      AuditEvent(
        .settingChanged, record: AuditedRecord("setting", connection.lastInsertRowID),
        changes: [
          FieldChange(key.rawValue, from: before.text(of: key), to: after.text(of: key))
        ], reason: reason))
  }
}
