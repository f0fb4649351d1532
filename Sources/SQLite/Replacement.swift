import Glibc

/// Puts another database in the place of a data file, and keeps what was there.
///
/// Sessions that still have the old files open notice before their next save and stop writing.
package enum Replacement {
  /// The old file goes on under the name `aside`, with the work that lies beside it.
  ///
  /// Whatever moment this is interrupted at, the old file is whole under one of its two names.
  /// `copy` lies in the folder of `path` and is in use by nobody; it is gone afterwards.
  ///
  /// - Throws: `SQLiteError`: `fileExists` when there is something called `aside`, `busy` when
  ///   somebody is saving and does not finish, or the trouble met.
  package static func put(
    _ copy: String, inPlaceOf path: String, keeping aside: String, as label: String,
    patience: Double = WriterGate.patience
  ) throws {
    let files = DatabaseFiles(path: path)
    let gate = try WriterGate(of: files)
    try gate.hold(as: label, patience: patience) {
      if files.exists { try keep(files, as: DatabaseFiles(path: aside)) }
      // Work that lies beside the old file must not be taken for the new one's.
      for beside in [files.wal, files.shm] { try remove(beside) }
      guard rename(copy, path) == 0 else { throw SQLiteError.system(errno) }
      try reachDisk(files.folder)
    }
  }

  /// Gives the old files a second name before they lose their first.
  private static func keep(_ files: DatabaseFiles, as aside: DatabaseFiles) throws {
    for (old, new) in [(files.path, aside.path), (files.wal, aside.wal)] {
      if link(old, new) == 0 { continue }
      if old == files.wal, errno == ENOENT { continue }
      throw errno == EEXIST ? SQLiteError(.fileExists) : SQLiteError.system(errno)
    }
    try reachDisk(files.folder)
  }

  private static func remove(_ path: String) throws {
    guard unlink(path) == 0 || errno == ENOENT else { throw SQLiteError.system(errno) }
  }

  private static func reachDisk(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SQLiteError.system(errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SQLiteError.system(errno) }
  }
}
