import CSQLite
import Glibc

/// Notes which rows of the tables it was given are added, changed or removed on one connection.
///
/// It sees rows of ordinary tables only: not those of a table WITHOUT ROWID, nor those a REPLACE
/// pushes out, nor a whole table emptied by one DELETE without a condition.
final class ChangeWatch {
  /// Those that are watched, then the others that were met.
  private var names: [[CChar]]
  private let watched: Int
  /// SQLite hands in the name of a table where it keeps it, so that most are known by their place.
  private var places: [UnsafePointer<CChar>: Int] = [:]
  private(set) var found: Set<RowChange> = []

  init(_ tables: [String]) {
    names = tables.map { Array($0.utf8CString) }
    watched = tables.count
  }

  func note(_ table: UnsafePointer<CChar>, _ row: Int64) {
    let index = index(of: table)
    if index < watched { found.insert(RowChange(table: index, row: row)) }
  }

  func take() -> Set<RowChange> {
    defer { found.removeAll(keepingCapacity: found.count < 10_000) }
    return found
  }

  private func index(of table: UnsafePointer<CChar>) -> Int {
    // After a change of the schema another name may stand in the same place.
    if let known = places[table], strcmp(table, names[known]) == 0 { return known }
    let index = names.firstIndex { strcmp(table, $0) == 0 } ?? names.count
    if index == names.count {
      names.append(Array(UnsafeBufferPointer(start: table, count: strlen(table) + 1)))
    }
    places[table] = index
    return index
  }
}

/// A row that was added, changed or removed; the table by its place in the list that is watched.
package struct RowChange: Hashable, Comparable, Sendable {
  package let table: Int
  package let row: Int64

  package init(table: Int, row: Int64) {
    self.table = table
    self.row = row
  }

  package static func < (one: RowChange, other: RowChange) -> Bool {
    (one.table, one.row) < (other.table, other.row)
  }
}

extension Connection {
  /// From now on notes which rows of these tables change.
  package func watchChanges(of tables: [String]) {
    let watch = ChangeWatch(tables)
    changeWatch = watch
    sqlite3_update_hook(
      handle,
      { context, _, _, table, row in
        guard let context, let table else { return }
        Unmanaged<ChangeWatch>.fromOpaque(context).takeUnretainedValue().note(table, row)
      }, Unmanaged.passUnretained(watch).toOpaque())
  }

  /// The rows that changed since this was asked last, or since the transaction began.
  package func takeChanges() -> Set<RowChange> { changeWatch?.take() ?? [] }

  package var hasChanges: Bool { changeWatch?.found.isEmpty == false }
}
