package import SQLite

/// The records as a question sees them, for callers that know nothing of SQLite.
package typealias Records = Connection

/// Opening for callers that know nothing of SQLite.
extension StoreFile {
  /// Opens a file that has to be there.
  package convenience init(
    existing path: String, as label: String, at workplace: Workplace? = nil
  ) throws {
    try self.init(opening: path, as: label, missing: .isRefused, workplace: workplace)
  }

  /// Opens a file, and makes it when it is not there.
  package convenience init(
    creating path: String, as label: String, at workplace: Workplace? = nil
  ) throws {
    try self.init(opening: path, as: label, missing: .isCreated, workplace: workplace)
  }

  /// Where the copy lies that was taken before an upgrade; nil when there was nothing to upgrade.
  package var upgradeBackup: String? {
    switch opening {
    case .created, .current: nil
    case .upgraded(_, let backup): backup
    }
  }
}
