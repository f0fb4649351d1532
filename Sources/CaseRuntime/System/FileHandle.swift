package import CaseStore
import Glibc

/// An open file that closes itself; short reads, short writes and interruptions are dealt with.
package final class FileHandle {
  package let descriptor: Int32
  /// How the file is called in messages.
  package let name: String
  private let closes: Bool

  private init(descriptor: Int32, name: String, closes: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.closes = closes
  }

  deinit {
    if closes { close(descriptor) }
  }

  /// A descriptor that somebody else opened and will close.
  package convenience init(borrowing descriptor: Int32, name: String) {
    self.init(descriptor: descriptor, name: name, closes: false)
  }

  /// Opens an ordinary file for reading, from its beginning to its end.
  ///
  /// - Throws: `SystemError`; folders, devices and pipes are refused as well.
  package convenience init(reading path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError("\(path) cannot be read") }
    self.init(descriptor: descriptor, name: path, closes: true)
    guard kind == S_IFREG else {
      throw SystemError("\(path) cannot be read", code: kind == S_IFDIR ? EISDIR : EINVAL)
    }
  }

  /// Makes a new file that only its owner can read; an existing one is never touched.
  ///
  /// - Throws: `SystemError`, with `EEXIST` when the name is taken.
  package convenience init(creating path: String) throws {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw SystemError("\(path) cannot be written") }
    self.init(descriptor: descriptor, name: path, closes: true)
  }

  /// Bytes in the file; nil for a pipe or a terminal.
  package var size: Int? {
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(found.st_size)
  }

  private var kind: mode_t {
    var found = stat()
    return fstat(descriptor, &found) == 0 ? found.st_mode & S_IFMT : 0
  }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The next bytes, at most `limit`; empty at the end.
  package func read(atMost limit: Int = 65_536) throws -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      repeat {
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    guard count >= 0 else { throw SystemError("\(name) cannot be read") }
    return bytes
  }

  /// Everything up to the end.
  ///
  /// - Throws: `SystemError` with `EFBIG` beyond `limit` bytes.
  package func readAll(limit: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let next = try read()
      if next.isEmpty { return all }
      all += next
      if all.count > limit { throw SystemError("\(name) is too long", code: EFBIG) }
    }
  }

  package func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let slice = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.write(descriptor, slice.baseAddress, slice.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemError("\(name) cannot be written") }
        rest = rest.dropFirst(count)
      }
    }
  }

  package func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes everything another file holds, and returns when it is on the disk.
  package func fill(from other: FileHandle) throws {
    while case let bytes = try other.read(atMost: 1_048_576), !bytes.isEmpty { try write(bytes) }
    try sync()
  }

  /// The SHA-256 of everything up to the end.
  package func digest() throws -> Digest {
    var hash = SHA256()
    while case let bytes = try read(atMost: 1_048_576), !bytes.isEmpty {
      bytes.withUnsafeBytes { hash.add($0) }
    }
    return hash.finished()
  }

  /// Returns when the bytes are on the disk.
  package func sync() throws {
    guard fsync(descriptor) == 0 else { throw SystemError("\(name) cannot be written") }
  }

  /// Writes a small file whole: whoever reads it meanwhile sees the old one or the new one.
  package static func replace(_ path: String, with text: String) throws {
    let beside = path + ".new"
    unlink(beside)
    let file = try FileHandle(creating: beside)
    try file.write(text)
    try file.sync()
    guard rename(beside, path) == 0 else { throw SystemError("\(path) cannot be written") }
  }
}
