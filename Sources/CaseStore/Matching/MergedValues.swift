import CaseRules
import SQLite

/// What a merge changes in rows that stay where they are, column by column: what was, what became.
///
/// An undoing puts back what nobody has changed since.
enum MergedValues {
  /// Columns that stand or fall together.
  private static let personGroups: [[StaticString]] = [
    ["family_name", "given_names", "family_key", "given_key"],
    ["born", "estimated_age", "estimated_on"], ["sex"], ["ethnicity"], ["pnc"], ["cro"],
    ["prison_number"], ["lrn"], ["oasys_ref"], ["address", "postcode", "no_fixed_abode"],
    ["accommodation"], ["language", "interpreter"], ["veteran"], ["pregnant"],
    ["children", "children_live_with", "safeguarding"], ["employed"], ["settled_relationship"],
    ["gp"], ["risks", "risk_note"],
  ]
  private static let episodeGroups: [[StaticString]] = [
    ["last_contact", "silent_since", "failed_attempts"]
  ]

  /// Every column of a person that a merge may change; a test holds it to the schema.
  static var personColumns: [String] { personGroups.flatMap { $0.map(\.description) } }

  /// A row with the values of its columns.
  struct Snapshot {
    fileprivate let table: String
    fileprivate let row: Int64
    fileprivate let values: [String: SQLValue]
  }

  /// The person, and the episode that is open.
  static func read(_ person: PersonID, in records: Connection) throws -> [Snapshot] {
    var rows = [
      Snapshot(
        table: "person", row: person.rawValue,
        values: try values("person", personGroups, person.rawValue, in: records))
    ]
    if let episode = try EpisodeRecords.open(of: person, in: records) {
      rows.append(
        Snapshot(
          table: "episode", row: episode.id.rawValue,
          values: try values("episode", episodeGroups, episode.id.rawValue, in: records)))
    }
    return rows
  }

  private static func values(
    _ table: StaticString, _ groups: [[StaticString]], _ row: Int64, in records: Connection
  ) throws -> [String: SQLValue] {
    let columns = groups.flatMap { $0.map(\.description) }
    let found = try records.first(
      "SELECT " + columns.joined(separator: ", ") + " FROM " + table.description
        + " WHERE id = ?", row
    ) { row in try columns.indices.map { try row.get($0, as: SQLValue.self) } }
    return Dictionary(zip(columns, found ?? [])) { first, _ in first }
  }

  /// Keeps what is otherwise now.
  static func keep(
    _ before: [Snapshot], of merge: MergeID, _ person: PersonID, in records: Connection
  ) throws {
    let after = try read(person, in: records)
    for old in before {
      guard let new = after.first(where: { $0.table == old.table && $0.row == old.row }) else {
        continue
      }
      for (column, was) in old.values.sorted(by: { $0.key < $1.key }) {
        guard let became = new.values[column], became != was else { continue }
        try records.execute(
          """
          INSERT INTO person_merge_value (merge, table_name, row_id, column_name, was, became)
          VALUES (?, ?, ?, ?, ?, ?)
          """, merge, old.table, old.row, column, was, became)
      }
    }
  }

  /// Puts back what was, where it is still what it became; answers with how many groups of answers
  /// were changed since and stay.
  static func restore(_ merge: MergeID, in records: Connection) throws -> Int {
    var left = 0
    let rows = try records.query(
      "SELECT DISTINCT table_name, row_id FROM person_merge_value WHERE merge = ?", merge
    ) { (table: try $0.text(0), row: try $0.int64(1)) }
    for (table, row) in rows {
      left +=
        table == "person"
        ? try restore("person", personGroups, row, merge, in: records)
        : try restore("episode", episodeGroups, row, merge, in: records)
    }
    return left
  }

  private static func restore(
    _ table: StaticString, _ groups: [[StaticString]], _ row: Int64, _ merge: MergeID,
    in records: Connection
  ) throws -> Int {
    let now = try values(table, groups, row, in: records)
    let kept = try records.query(
      """
      SELECT column_name, was, became FROM person_merge_value
      WHERE merge = ? AND table_name = ? AND row_id = ?
      """, merge, table.description, row
    ) { (column: try $0.text(0), was: try $0.value(1), became: try $0.value(2)) }
    var (sets, values, left): ([String], [(any SQLBindable)?], Int) = ([], [], 0)
    for group in groups {
      // The names in the statement are those declared above, never those read from the file.
      let changed = group.compactMap { column in
        kept.first { $0.column == column.description }.map { (column: column, value: $0) }
      }
      guard !changed.isEmpty else { continue }
      guard changed.allSatisfy({ now[$0.value.column] == $0.value.became }) else {
        left += 1
        continue
      }
      for (column, value) in changed {
        sets.append(column.description + " = ?")
        values.append(value.was)
      }
    }
    guard !sets.isEmpty else { return left }
    try records.execute(
      "UPDATE " + table.description + " SET " + sets.joined(separator: ", ") + " WHERE id = ?",
      values: values + [row])
    return left
  }
}
