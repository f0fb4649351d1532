import Glibc

/// Room set aside beside a data file, to be given up when the disk is full.
///
/// On a full disk not even an emptying of the `-wal` file succeeds, and a first opening fails for
/// readers too; with this gone people can save what is on their screens.
struct SpaceReserve {
  /// In bytes.
  static let size = 16_000_000

  private let path: String

  init(of dataFile: String) { path = dataFile + "-reserve" }

  var isThere: Bool { (FileFacts(path)?.size ?? 0) >= SpaceReserve.size }

  /// Takes the room.
  ///
  /// - Throws: `SystemError` when there is none; nothing is left behind then.
  func set() throws {
    unlink(path)
    let file = try FileHandle(creating: path)
    // The call answers with its trouble instead of leaving it in errno.
    let trouble = posix_fallocate(file.descriptor, 0, off_t(SpaceReserve.size))
    if trouble != 0 {
      unlink(path)
      throw SystemError("\(path) cannot be written", code: trouble)
    }
  }

  /// Gives it up.
  func release() throws {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw SystemError("\(path) cannot be removed")
    }
  }
}
