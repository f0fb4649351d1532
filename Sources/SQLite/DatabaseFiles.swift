import CSQLite
import Glibc

/// The files of one database, looked at from outside only.
///
/// Everything here asks the file system *about* the files and never opens them: a plain open and
/// close of the database in this process would drop SQLite's own locks on it, after which another
/// session may throw away saves that were acknowledged.
package struct DatabaseFiles: Equatable, Sendable {
  /// Whether a file system is accepted on which saves are not known to be safe.
  package enum Placement: Sendable {
    case localOnly
    /// Also network and user-space file systems; for those who know what they do.
    case anywhere
  }

  /// Which files on the disk these were: a removed or replaced one has another number.
  package struct Identity: Equatable, Sendable {
    fileprivate let numbers: [UInt64]
  }

  package let path: String

  package init(path: String) { self.path = path }

  package var wal: String { path + "-wal" }
  package var shm: String { path + "-shm" }
  package var gate: String { path + "-gate" }

  package var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether something lies at the path, be it a link that leads nowhere.
  package var exists: Bool { DatabaseFiles.isThere(path) }

  /// Whether the file has come as far as its journal: a session that was killed while it made the
  /// file may have left it without, and only a writer alone on it can give it one.
  package var isInUse: Bool { exists && DatabaseFiles.isThere(wal) }

  private static func isThere(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  /// Throws unless the path is an ordinary file in a folder on a local disk.
  package func check(_ placement: Placement) throws {
    try checkFolder(placement)
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw SQLiteError.system(errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw SQLiteError(.notAnOrdinaryFile) }
  }

  /// Throws unless the folder is there and on a local disk.
  package func checkFolder(_ placement: Placement) throws {
    let kind = csqlite_file_system(folder)
    guard kind >= 0 else {
      throw errno == ENOENT ? SQLiteError(.folderMissing, system: ENOENT) : .system(errno)
    }
    switch placement {
    case .anywhere: break
    case .localOnly where DatabaseFiles.isUnsafe(fileSystem: kind):
      throw SQLiteError(.unsafeFileSystem)
    case .localOnly: break
    }
  }

  /// Whether saves on a file system of that number, as `statfs` tells it, may get lost.
  package static func isUnsafe(fileSystem kind: Int64) -> Bool { unsafeFileSystems.contains(kind) }

  /// The numbers of the database, `-wal` and `-shm`; throws when one is missing.
  package func identity() throws -> Identity {
    var numbers: [UInt64] = []
    numbers.reserveCapacity(6)
    for file in [path, wal, shm] {
      var facts = stat()
      guard lstat(file, &facts) == 0 else { throw SQLiteError(.fileReplaced, system: errno) }
      numbers.append(UInt64(facts.st_dev))
      numbers.append(UInt64(facts.st_ino))
    }
    return Identity(numbers: numbers)
  }

  /// The length of the `-wal` file in bytes, by its entry in the folder.
  func sizeOfWAL() throws -> Int {
    var facts = stat()
    guard lstat(wal, &facts) == 0 else { throw SQLiteError(.fileReplaced, system: errno) }
    return Int(facts.st_size)
  }

  /// Makes the folder (0700, with those above it) when it is missing.
  package func makeFolder() throws {
    var parts = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
      parts += (parts.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      guard mkdir(parts, 0o700) != 0, errno != EEXIST else { continue }
      throw SQLiteError.system(errno)
    }
  }

  /// Makes an empty database file that only its owner may read; throws when one is there.
  ///
  /// Call it with the gate held, so that nobody can have opened the file in between.
  package func makeFile(mode: UInt32 = 0o600) throws {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? SQLiteError(.folderMissing, system: ENOENT) : .system(errno)
    }
    close(descriptor)
  }
}

/// The kernel's numbers of network, cluster and user-space file systems.
private let unsafeFileSystems: Set<Int64> = [
  0x6969,  // NFS
  0x517B,  // SMB
  0xFE53_4D42,  // SMB 2
  0xFF53_4D42,  // CIFS
  0x6573_5546,  // FUSE
  0x0102_1997,  // 9P
  0x00C3_6400,  // Ceph
  0x5346_414F,  // AFS
  0x6B41_4653,  // kernel AFS
  0x7375_7245,  // Coda
  0x564C,  // NCP
  0x786F_4256,  // shared folders of a virtual machine
  0x7461_636F,  // OCFS2
  0x0116_1970,  // GFS2
  0x0BD0_0BD0,  // Lustre
]
