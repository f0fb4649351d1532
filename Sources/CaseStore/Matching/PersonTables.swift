import CaseRules
import SQLite

/// Every table with rows that belong to a person, declared once: what a merge moves is read here.
///
/// A test reads the schema and fails when a table names a person and stands in neither list.
enum PersonTables {
  /// A column that says whose a row is.
  struct Table: Sendable {
    let name: StaticString
    let column: StaticString
    /// What its rows are called, with a number after them: "appointments 3".
    let title: String
    /// Which of the rows; empty for all.
    var only: StaticString = ""
    /// The kind of record its rows are, where they have numbers of their own.
    var kind: RecordRef.Kind?
    /// Rows that hang on a row of another table go where that one goes.
    var follows: [Parent] = []
    /// False for rows of which most readers of a person may not know that there are any.
    var isTold = true
  }

  /// A column that names a row of another table.
  struct Parent: Sendable {
    let column: StaticString
    let table: StaticString
  }

  static let moved: [Table] = [
    Table(name: "episode", column: "person", title: "episodes", kind: .episode),
    Table(
      name: "handover", column: "person", title: "handovers", kind: .handover,
      follows: [Parent(column: "episode", table: "episode")]),
    Table(name: "consent", column: "person", title: "consents", kind: .consent),
    Table(name: "involved_agency", column: "person", title: "agencies"),
    Table(
      name: "appointment", column: "person", title: "appointments", kind: .appointment,
      follows: [Parent(column: "rebooked_from", table: "appointment")]),
    Table(
      name: "contact_attempt", column: "person", title: "contact attempts", kind: .contact,
      follows: [Parent(column: "appointment", table: "appointment")]),
    Table(name: "programme_review", column: "person", title: "programme reviews"),
    Table(name: "custody_entry", column: "person", title: "detentions", kind: .custodyEntry),
    Table(
      name: "dir", column: "person", title: "DIRs", kind: .dir,
      follows: [Parent(column: "entry", table: "custody_entry")]),
    Table(
      name: "care_plan", column: "person", title: "care plans", kind: .carePlan,
      follows: [Parent(column: "episode", table: "episode")]),
    Table(
      name: "wraparound_referral", column: "person", title: "wraparound referrals",
      kind: .referral),
    Table(name: "modality_episode", column: "person", title: "treatments", kind: .modality),
    Table(name: "prescribing", column: "person", title: "prescribing", kind: .prescribing),
    Table(
      name: "helpline_call", column: "person", title: "helpline calls", kind: .helplineCall,
      follows: [Parent(column: "entry", table: "custody_entry")]),
    Table(
      name: "referral", column: "person", title: "referrals", kind: .incomingReferral,
      follows: [Parent(column: "call", table: "helpline_call")]),
    Table(
      name: "intelligence_subject", column: "person", title: "subjects of intelligence",
      isTold: false),
    Table(name: "deadline", column: "person", title: "deadlines"),
    Table(
      name: "deadline", column: "subject", title: "deadlines about the person",
      only: " AND subject_kind = 'P'"),
  ]

  /// Columns that name a person and stay as they are, each with the reason.
  static let stays: [(table: StaticString, column: StaticString, because: String)] = [
    ("person", "merged_into", "it is the pointer itself"),
    ("person_alias", "person", "each record keeps its own names; the other gets copies"),
    ("person_phone", "person", "each record keeps its own phones; the other gets copies"),
    (
      "person_key", "person",
      "the index finds a record by its own numbers, and the pointer leads on"
    ),
    ("audit", "person", "the trail is never changed"),
    ("exceptional_access", "person", "it tells which record was opened"),
    ("possible_record", "older", "it tells of the two records"),
    ("possible_record", "newer", "it tells of the two records"),
    (
      "intelligence_likeness", "person",
      "it tells which record was held against a subject"
    ),
    ("person_merge", "kept", "it tells of the two records"),
    ("person_merge", "gone", "it tells of the two records"),
  ]
}

extension PersonTables.Table {
  /// How many rows of it a person has.
  func count(of person: PersonID, in records: Connection) throws -> Int {
    try records.first(
      "SELECT count(*) FROM " + name.description + " WHERE " + column.description + " = ?"
        + only.description, person
    ) { try $0.int(0) } ?? 0
  }

  /// Notes where each row comes from, and names the other person in it.
  func move(
    from gone: PersonID, to kept: PersonID, of merge: MergeID, in records: Connection
  ) throws {
    try records.execute(
      "INSERT INTO person_move (merge, table_name, column_name, row_id) SELECT ?, ?, ?, id FROM "
        + name.description + " WHERE " + column.description + " = ?" + only.description,
      merge, name.description, column.description, gone)
    try records.execute(
      "UPDATE " + name.description + " SET " + column.description + " = ? WHERE "
        + column.description + " = ?" + only.description, kept, gone)
  }

  /// Gives back the rows that came with a merge and are still where it put them.
  func moveBack(
    to gone: PersonID, from kept: PersonID, of merge: MergeID, in records: Connection
  ) throws {
    try records.execute(
      "UPDATE " + name.description + " SET " + column.description + " = ? WHERE "
        + column.description + " = ?" + only.description
          + """
           AND id IN (SELECT row_id FROM person_move
                      WHERE merge = ? AND table_name = ? AND column_name = ? AND at_split = 0)
          """, gone, kept, merge, name.description, column.description)
  }

  /// A row that was added since the merge goes along as well.
  func send(
    _ row: Int64, to gone: PersonID, from kept: PersonID, of merge: MergeID,
    in records: Connection
  ) throws {
    try records.execute(
      "INSERT OR IGNORE INTO person_move (merge, table_name, column_name, row_id, at_split) "
        + "SELECT ?, ?, ?, id, 1 FROM " + name.description + " WHERE id = ? AND "
        + column.description + " = ?" + only.description,
      merge, name.description, column.description, row, kept)
    try records.execute(
      "UPDATE " + name.description + " SET " + column.description + " = ? WHERE id = ? AND "
        + column.description + " = ?" + only.description, gone, row, kept)
  }

  /// Rows that hang on rows which have gone already.
  func strays(
    of parent: PersonTables.Parent, from kept: PersonID, to gone: PersonID,
    in records: Connection
  ) throws -> [Int64] {
    try records.query(
      "SELECT id FROM " + name.description + " WHERE " + column.description + " = ? AND "
        + parent.column.description + " IN (SELECT id FROM " + parent.table.description
        + " WHERE person = ?)", kept, gone
    ) { try $0.int64(0) }
  }

  /// Deadlines about records of this table that have gone already.
  func strayDeadlines(
    from kept: PersonID, to gone: PersonID, in records: Connection
  ) throws -> [Int64] {
    guard let kind else { return [] }
    return try records.query(
      "SELECT id FROM deadline WHERE person = ? AND subject_kind = ? AND subject IN (SELECT id FROM "
        + name.description + " WHERE person = ?)", kept, kind.code, gone
    ) { try $0.int64(0) }
  }
}
