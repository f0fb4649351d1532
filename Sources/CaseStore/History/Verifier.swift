import CaseRules
package import SQLite

/// Looks whether the file is what the program wrote, and names every place that is not.
///
/// It only reads, in one state of the file, while others work.
package struct Verifier {
  /// Heads that were kept outside the file.
  package var anchors: [TrailHead] = []
  /// Only entries after this one are followed, and only records that were changed since.
  package var since: TrailHead?
  package var migrator: Migrator

  private var found = Verification()

  package init(anchors: [TrailHead] = [], since: TrailHead? = nil) {
    self.anchors = anchors
    self.since = since
    migrator = Schema.migrator
  }

  package func run(in records: Connection) throws -> Verification {
    var look = self
    try look.checkFile(records)
    var seals = LastSeals()
    try look.guarded(.trail) { look in
      try TrailCheck(anchors: look.anchors, since: look.since)
        .run(in: records, &look.found, &seals)
    }
    try look.guarded(.saves) { try $0.checkSaves(records) }
    try look.guarded(.records) { look in
      try SealCheck(isWhole: look.since == nil).run(in: records, seals, &look.found)
    }
    try look.guarded(.search) { try SearchCheck().run(in: records, &$0.found) }
    try look.guarded(.search) { try ReportIndexCheck().run(in: records, &$0.found) }
    try look.guarded(.drafts) { try $0.checkDrafts(records) }
    return look.found
  }

  /// A page that cannot be read ends the check that met it, and the others still look.
  private mutating func guarded(
    _ check: Verification.Check, _ body: (inout Verifier) throws -> Void
  ) throws {
    do {
      try body(&self)
    } catch let error as SQLiteError {
      switch error.trouble {
      case .damaged, .notADatabase, .unreadableValue, .misuse:
        found.add(
          Verification.Break(
            check: check, words: "This could not be read to the end: \(error.explanation)"))
      case .busy, .readOnly, .noPermission, .folderMissing, .fileMissing, .fileExists,
        .notAnOrdinaryFile, .unsafeFileSystem, .foreignFile, .newerFile, .differentHistory,
        .diskFull, .outOfMemory, .inputOutput, .fileReplaced, .interrupted, .constraint,
        .outcomeUnknown, .closed, .settingRefused:
        throw error
      }
    }
  }
}

extension Verifier {
  /// Whether an error at opening says that the file itself is wrong, not that it cannot be reached.
  package static func isBroken(_ error: any Error) -> Bool {
    guard let error = error as? SQLiteError else { return false }
    switch error.trouble {
    case .damaged, .notADatabase, .foreignFile, .differentHistory, .unreadableValue: return true
    case .busy, .readOnly, .noPermission, .folderMissing, .fileMissing, .fileExists,
      .notAnOrdinaryFile, .unsafeFileSystem, .newerFile, .diskFull, .outOfMemory, .inputOutput,
      .fileReplaced, .interrupted, .constraint, .outcomeUnknown, .closed, .settingRefused, .misuse:
      return false
    }
  }
}

// MARK: - The file itself

extension Verifier {
  private mutating func checkFile(_ records: Connection) throws {
    try guarded(.file) { look in
      for line in try records.integrityTroubles() {
        look.found.add(Verification.Break(check: .file, words: line))
      }
    }
    try guarded(.schema) { try $0.checkSchema(records) }
    try guarded(.references) { look in
      for broken in try records.brokenReferences() {
        look.found.add(
          Verification.Break(
            check: .references, table: broken.table, row: broken.row,
            words: "This refers to a record that is not there"))
      }
    }
  }

  private mutating func checkSchema(_ records: Connection) throws {
    let marks = try records.marks()
    if marks.application != Int64(migrator.applicationID) {
      add(.schema, "The file does not bear the mark of this program")
    }
    if marks.step != Int64(migrator.migrations.count) {
      add(
        .schema,
        "The schema stands at step \(marks.step), this program at \(migrator.migrations.count)")
    }
    let there = Dictionary(
      try records.schemaObjects().map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    var expected = Set<String>()
    for object in try migrator.builtInSchema() {
      expected.insert(object.name)
      guard let found = there[object.name] else {
        add(.schema, "The \(object.type) \(object.name) is missing", table: object.name)
        continue
      }
      guard found != object else { continue }
      add(
        .schema, "The \(object.type) \(object.name) is not as the program makes it",
        table: object.name)
    }
    for object in there.values.sorted(by: { $0.name < $1.name })
    where !expected.contains(object.name) {
      add(.schema, "The \(object.type) \(object.name) is not the program's", table: object.name)
    }
  }

  fileprivate mutating func add(
    _ check: Verification.Check, _ words: String, entry: Int64? = nil, table: String? = nil,
    row: Int64? = nil
  ) {
    found.add(
      Verification.Break(check: check, entry: entry, table: table, row: row, words: words))
  }
}

// MARK: - Saves and drafts

extension Verifier {
  fileprivate mutating func checkSaves(_ records: Connection) throws {
    try records.forEach(
      """
      SELECT seq FROM audit
      WHERE NOT EXISTS (SELECT 1 FROM save WHERE id = save_id AND outcome = 'saved')
      ORDER BY seq
      """
    ) { add(.saves, "This entry belongs to no save", entry: try $0.int64(0)) }
    try records.forEach(
      """
      SELECT at, worker FROM save
      WHERE outcome = 'saved' AND id NOT IN (SELECT save_id FROM audit) ORDER BY at, id
      """
    ) { row in
      let (at, worker) = (try row.get(0, as: Moment.self), try row.get(1, as: WorkerID.self))
      add(
        .saves, "The save of \(at.uk) by \(worker.ref.text) left no entry on the trail",
        table: "save")
    }
    try records.forEach(
      """
      SELECT min(seq), person FROM audit
      WHERE person IS NOT NULL AND person NOT IN (SELECT id FROM person)
      GROUP BY person ORDER BY 1
      """
    ) { row in
      add(
        .saves, "This entry tells of \(PersonID(try row.int64(1)).ref.text), who is not on file",
        entry: try row.int64(0))
    }
  }

  fileprivate mutating func checkDrafts(_ records: Connection) throws {
    try records.forEach(
      "SELECT id FROM draft WHERE worker NOT IN (SELECT id FROM worker) ORDER BY id"
    ) { add(.drafts, "This draft belongs to nobody", table: "draft", row: try $0.int64(0)) }
    let left =
      try records.first(
        """
        SELECT count(*) FROM draft WHERE worker IN (SELECT id FROM worker WHERE active = 0)
        """
      ) { try $0.int(0) } ?? 0
    if left > 0 {
      found.notes.append(
        "\(Digits.counted(left, "draft belongs", "drafts belong")) to workers who have left")
    }
  }
}
