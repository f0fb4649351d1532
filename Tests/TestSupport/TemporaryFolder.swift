import FoundationEssentials
package import Glibc

/// A folder for one test, gone with everything in it when the test is over.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/throughcare-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw CannotMake() }
    path = String(cString: made)
  }

  package struct CannotMake: Error {}

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  package func file(_ name: String) -> String { path + "/" + name }

  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(bytes: Array(text.utf8), to: name)
  }

  @discardableResult
  package func write(bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  package func text(of name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  package var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  package func mode(of name: String) throws -> mode_t {
    var found = stat()
    guard stat(file(name), &found) == 0 else { throw CannotMake() }
    return found.st_mode & 0o7777
  }
}
