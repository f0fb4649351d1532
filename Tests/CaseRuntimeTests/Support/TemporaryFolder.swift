import FoundationEssentials
import Glibc

/// A folder for one test, gone with everything in it when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/throughcare-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw CannotMake() }
    path = String(cString: made)
  }

  struct CannotMake: Error {}

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    return file(name)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func mode(of name: String) throws -> mode_t {
    var found = stat()
    guard stat(file(name), &found) == 0 else { throw CannotMake() }
    return found.st_mode & 0o7777
  }
}
