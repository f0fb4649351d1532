import Glibc
import Testing

/// A picture that is kept as text beside the tests.
///
/// A missing one is written and the test fails: look at it, and commit it if it is right.
enum SnapshotFile {
  static func check(
    _ picture: String, _ name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    let path = "/\(folder)/Snapshots/Forms/\(name).txt"
    guard let kept = read(path) else {
      write(picture, to: path)
      Issue.record("\(name) was missing and has been written: look at it", sourceLocation: location)
      return
    }
    if kept == picture { return }
    let difference = zip(lines(kept), lines(picture)).enumerated()
      .first { $0.element.0 != $0.element.1 }
    let words =
      difference.map { "line \($0.offset + 1): “\($0.element.1)” instead of “\($0.element.0)”" }
      ?? "one is longer than the other"
    Issue.record("\(name) has changed, \(words)\n\(picture)", sourceLocation: location)
  }

  /// The folder of the whole project.
  static func root(file: String = #filePath) -> String {
    "/" + file.split(separator: "/").dropLast(4).joined(separator: "/")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else {
      Issue.record("Cannot write \(path)")
      return
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    if fwrite(bytes, 1, bytes.count, file) != bytes.count { Issue.record("Cannot write \(path)") }
  }
}
