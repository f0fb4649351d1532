import Glibc

/// How much of a disk is free.
package struct DiskRoom: Sendable {
  /// Bytes that this account may still write.
  package let free: Int
  /// The same as a part of the whole, rounded down.
  package let percent: Int

  package init(free: Int, percent: Int) {
    self.free = free
    self.percent = percent
  }

  /// The disk a folder lies on; nil where the system does not say.
  package static func around(_ folder: String) -> DiskRoom? {
    var found = statvfs()
    guard statvfs(folder, &found) == 0, found.f_blocks > 0 else { return nil }
    return DiskRoom(
      free: Int(found.f_bavail) * Int(found.f_frsize),
      percent: Int(found.f_bavail * 100 / found.f_blocks))
  }
}
