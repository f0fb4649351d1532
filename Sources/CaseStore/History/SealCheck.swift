import SQLite

/// Compares every sealed record with the last seal the trail has of it.
struct SealCheck {
  /// False when only the seals since some entry are known: then only those records are compared.
  let isWhole: Bool

  func run(
    in records: Connection, _ seals: LastSeals, _ found: inout Verification
  ) throws {
    var seals = seals
    for table in SealedTable.all {
      if isWhole { try compareAll(table, records, &seals, &found) }
      try compareRest(table, records, seals, &found)
    }
  }

  private func compareAll(
    _ table: SealedTable, _ records: Connection, _ seals: inout LastSeals,
    _ found: inout Verification
  ) throws {
    try records.forEach(table.everyRow) { row in
      found.records += 1
      let id = try row.int64(row.count - 1)
      guard let seal = seals.take(table, id), !seal.isGone else {
        found.add(trouble(table, id, "was put in behind the trail's back", nil))
        return
      }
      if !seal.fits(RecordSeal.hash(of: row, columns: row.count - 1, table, id)) {
        found.add(changed(table, id, seal))
      }
    }
  }

  /// What the trail has sealed and the table did not show.
  private func compareRest(
    _ table: SealedTable, _ records: Connection, _ seals: LastSeals,
    _ found: inout Verification
  ) throws {
    for (id, seal) in seals.left(table) {
      if isWhole {
        if !seal.isGone { found.add(removed(table, id, seal)) }
        continue
      }
      found.records += 1
      let hash = try records.first(table.byRow, id) {
        RecordSeal.hash(of: $0, columns: $0.count, table, id)
      }
      switch (hash, seal.isGone) {
      case (nil, true): break
      case (nil, false): found.add(removed(table, id, seal))
      case (_?, true): found.add(trouble(table, id, "was put in behind the trail's back", nil))
      case (let hash?, false): if !seal.fits(hash) { found.add(changed(table, id, seal)) }
      }
    }
  }

  private func changed(
    _ table: SealedTable, _ row: Int64, _ seal: LastSeals.Seal
  ) -> Verification.Break {
    trouble(
      table, row,
      "was changed behind the trail's back, after entry \(seal.entry), the last that tells of it",
      seal.entry)
  }

  private func removed(
    _ table: SealedTable, _ row: Int64, _ seal: LastSeals.Seal
  ) -> Verification.Break {
    trouble(
      table, row,
      "was taken out behind the trail's back, after entry \(seal.entry), the last that tells of it",
      seal.entry)
  }

  private func trouble(
    _ table: SealedTable, _ row: Int64, _ what: String, _ entry: Int64?
  ) -> Verification.Break {
    Verification.Break(
      check: .records, entry: entry, table: table.name, row: row,
      words: "\(table.words.prefix(1).uppercased())\(table.words.dropFirst()) \(what)")
  }
}
