import CSQLite

/// What the program's own statements may no longer do once the file has been opened.
///
/// No foreign file is attached, no table is made or dropped, and rows of append-only tables are
/// neither changed nor removed. It stops accidents and injected SQL, not an outside tool.
final class GuardRails {
  fileprivate let appendOnly: Set<String>

  fileprivate init(appendOnly: Set<String>) { self.appendOnly = appendOnly }

  /// Pragmas the program and the full-text index need at work.
  private static let pragmas: Set<String> = [
    "data_version", "wal_checkpoint", "quick_check", "integrity_check", "foreign_key_check",
    "page_count", "freelist_count", "cache_size",
  ]

  fileprivate func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
    switch action {
    case SQLITE_ATTACH, SQLITE_DETACH, SQLITE_ALTER_TABLE, SQLITE_CREATE_INDEX,
      SQLITE_CREATE_TABLE, SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TRIGGER,
      SQLITE_CREATE_TEMP_TRIGGER, SQLITE_CREATE_VIEW, SQLITE_CREATE_TEMP_VIEW,
      SQLITE_CREATE_VTABLE, SQLITE_DROP_INDEX, SQLITE_DROP_TABLE, SQLITE_DROP_TRIGGER,
      SQLITE_DROP_VIEW, SQLITE_DROP_VTABLE:
      false
    case SQLITE_DELETE, SQLITE_UPDATE: !appendOnly.contains(first ?? "")
    case SQLITE_PRAGMA:
      GuardRails.pragmas.contains(first ?? "") || first == "user_version" && second == nil
    default: true
    }
  }
}

extension Connection {
  /// Puts the rails up, until the connection closes.
  package func putUpGuardRails(appendOnly: Set<String>) {
    let rails = GuardRails(appendOnly: appendOnly)
    guardRails = rails
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        let rails = Unmanaged<GuardRails>.fromOpaque(context).takeUnretainedValue()
        let names = (first.map { String(cString: $0) }, second.map { String(cString: $0) })
        return rails.allows(action, names.0, names.1) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(rails).toOpaque())
  }

  /// Runs the body with the rails down; for the backup, which SQLite does by attaching its target.
  func withoutGuardRails<Answer>(_ body: () throws -> Answer) throws -> Answer {
    let rails = guardRails
    sqlite3_set_authorizer(handle, nil, nil)
    defer { if let rails { putUpGuardRails(appendOnly: rails.appendOnly) } }
    return try body()
  }
}
