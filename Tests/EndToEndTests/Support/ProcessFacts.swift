import Glibc

/// What the system says of a process.
enum ProcessFacts {
  struct Unknown: Error { let process: pid_t }

  /// "S" asleep, "T" standing still, "Z" ended; nil when there is none of that number.
  static func state(of process: pid_t) -> String? {
    stat(of: process).map { $0.state }
  }

  /// The processes that one has started.
  static func children(of process: pid_t) throws -> [pid_t] {
    guard let folder = opendir("/proc") else { throw Unknown(process: process) }
    defer { closedir(folder) }
    var found: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let number = pid_t(name), stat(of: number)?.parent == process { found.append(number) }
    }
    return found
  }

  /// The files a process has open, one for each descriptor; nil where they may not be seen, as those
  /// of this program may not be by an ordinary account.
  static func openFiles(of process: pid_t) -> [String]? {
    let folder = "/proc/\(process)/fd"
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var files: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var target = [CChar](repeating: 0, count: 4_096)
      let count = readlink(folder + "/" + name, &target, target.count - 1)
      guard count > 0 else { continue }
      files.append(
        String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return files
  }

  private static func stat(of process: pid_t) -> (state: String, parent: pid_t)? {
    guard let bytes = bytes(of: process, "stat"),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let words = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
    guard words.count > 1, let parent = pid_t(words[1]) else { return nil }
    return (String(words[0]), parent)
  }

  static func text(of process: pid_t, _ name: String) throws -> String {
    guard let bytes = bytes(of: process, name) else { throw Unknown(process: process) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func bytes(of process: pid_t, _ name: String) -> [UInt8]? {
    let file = open("/proc/\(process)/\(name)", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }
}
