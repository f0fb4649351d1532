import FoundationEssentials
import Glibc

/// A folder for one test's data files, gone when the test is over.
final class StoreFolder {
  let path: String

  struct CannotMake: Error {}

  init() throws {
    var template = Array("/tmp/throughcare-store-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw CannotMake() }
    path = String(cString: made)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      print("left behind: \(path)")
    }
  }

  func file(_ name: String) -> String { path + "/" + name }
}
