import FoundationEssentials
import Glibc

/// A data file, and what is known of what is in it, made once for all tests and copied for each.
package struct Mould<Facts: Sendable>: Sendable {
  package let facts: Facts
  private let bytes: Data

  /// The file has been closed, so that all of it is in one.
  package init(of path: String, _ facts: Facts) throws {
    self.facts = facts
    bytes = try Data(contentsOf: URL(filePath: path))
  }

  /// A file of its own for one test.
  package func cast(to path: String) throws {
    try bytes.write(to: URL(filePath: path))
    guard chmod(path, 0o600) == 0 else { throw TemporaryFolder.CannotMake() }
  }
}
