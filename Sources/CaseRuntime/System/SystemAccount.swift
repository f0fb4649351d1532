import Glibc

/// An account of this computer, as its own list has it.
///
/// The list is read here: the system's name service would load modules, which a program that needs
/// no library cannot. An account that is kept elsewhere, in a directory, goes by its number.
package struct SystemAccount: Equatable, Sendable {
  package let name: String
  /// nil where the list does not say.
  package let home: String?

  package init(name: String, home: String?) {
    self.name = name
    self.home = home
  }

  private static let list = "/etc/passwd"

  package static func ofThisProcess() -> SystemAccount { numbered(getuid(), in: list) }

  package static func numbered(_ number: UInt32, in list: String) -> SystemAccount {
    let unlisted = SystemAccount(name: String(number), home: nil)
    guard let file = fopen(list, "re") else { return unlisted }
    defer { fclose(file) }
    while let entry = fgetpwent(file) {
      guard entry.pointee.pw_uid == number, let name = entry.pointee.pw_name else { continue }
      return SystemAccount(
        name: String(cString: name), home: entry.pointee.pw_dir.map { String(cString: $0) })
    }
    return unlisted
  }
}
