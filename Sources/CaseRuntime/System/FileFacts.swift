package import Glibc

/// What the file system tells about a file without opening it.
///
/// A data file in use must not be opened and closed by anything but SQLite: that would drop its locks.
package struct FileFacts: Equatable, Sendable {
  /// In bytes.
  package let size: Int
  /// The twelve bits of access.
  package let mode: mode_t
  package let owner: uid_t
  package let isFile: Bool

  /// What the names of the files that belong to a data file end with.
  package static let endings = ["", "-wal", "-shm", "-gate"]

  /// Nil when there is nothing of that name; a link is told of itself.
  package init?(_ path: String) {
    var found = stat()
    guard lstat(path, &found) == 0 else { return nil }
    size = Int(found.st_size)
    mode = found.st_mode & 0o7777
    owner = found.st_uid
    isFile = found.st_mode & S_IFMT == S_IFREG
  }

  /// Whether accounts other than the owner can get at it.
  package var isOpenToOthers: Bool { mode & 0o077 != 0 }
}
