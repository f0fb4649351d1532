import Glibc

/// What the program may know of the account it runs for: a few variables and the folders they name.
package struct Surroundings: Sendable {
  package var variables: [String: String]
  /// What is free on the disk a folder lies on.
  package var diskRoom: @Sendable (String) -> DiskRoom? = { DiskRoom.around($0) }
  /// The account, where it is not that of this process.
  private let accountName: String?

  package init(variables: [String: String], account: String? = nil) {
    self.variables = variables
    accountName = account
  }

  private static let known = [
    "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TERM", "COLORTERM", "NO_COLOR", "LANG",
    "LC_ALL", "LC_CTYPE", "SSH_CONNECTION", "USER", "LOGNAME", "THROUGHCARE_EXPORTS",
  ]

  /// The real ones; everything that is not needed is not read at all.
  package static func ofThisProcess() -> Surroundings {
    var found: [String: String] = [:]
    for name in known {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return Surroundings(variables: found)
  }

  /// `$XDG_DATA_HOME/throughcare`, or what the standard says when it is not set.
  package var dataFolder: String { folder("XDG_DATA_HOME", otherwise: ".local/share") }

  /// `$XDG_CONFIG_HOME/throughcare`.
  package var configFolder: String { folder("XDG_CONFIG_HOME", otherwise: ".config") }

  /// Where the records are unless `--data` says otherwise.
  package var dataFile: String { dataFolder + "/casebook.db" }

  /// `$THROUGHCARE_EXPORTS`, where the host has set one place for papers that leave the program.
  package var exportFolder: String? {
    variables["THROUGHCARE_EXPORTS"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private func folder(_ name: String, otherwise: String) -> String {
    // The standard says that a relative path is to be ignored.
    if let path = variables[name], path.hasPrefix("/") { return path + "/throughcare" }
    return home + "/" + otherwise + "/throughcare"
  }

  private var home: String {
    if let home = variables["HOME"], home.hasPrefix("/") { return home }
    return SystemAccount.ofThisProcess().home ?? ""
  }

  /// The name of the operating-system account, which decides who is at work.
  package var account: String {
    if let accountName { return accountName }
    return SystemAccount.ofThisProcess().name
  }
}
