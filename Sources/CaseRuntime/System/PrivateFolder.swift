import Glibc

/// Folders and files that only their owner may reach (0700 and 0600).
package enum PrivateFolder {
  /// What lies in it, which decides how strict we are.
  package enum Holding: Sendable {
    /// Real records: nobody else may even list the folder.
    case records
    /// Invented people: it is enough that nobody else can change what lies there.
    case demo
  }

  /// Makes the folder and those above it that are missing.
  ///
  /// - Throws: `SystemError` when that is not possible, `TooOpen` when others can get into it.
  package static func ensure(_ path: String, for holding: Holding) throws {
    if !isFolder(path) { try makeAll(path) }
    try checkFolder(path, for: holding)
  }

  /// Makes the folder, with those above it, where it is missing.
  package static func makeAll(_ path: String) throws {
    if isFolder(path) { return }
    let above = parent(of: path)
    if !above.isEmpty, !isFolder(above) { try makeAll(above) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw SystemError("The folder \(path) cannot be made")
    }
  }

  /// Takes a folder away with the files in it; one that holds folders stays.
  ///
  /// - Throws: `SystemError`
  package static func remove(_ path: String) throws {
    for name in try names(in: path) { unlink(path + "/" + name) }
    guard rmdir(path) == 0 else { throw SystemError("The folder \(path) cannot be removed") }
  }

  private static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw SystemError("\(path) cannot be looked at") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { letters in
        letters.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Refuses a folder that somebody else can get at.
  package static func checkFolder(_ path: String, for holding: Holding) throws {
    let mode = try mode(of: path)
    switch holding {
    case .records: if mode & 0o077 != 0 { throw TooOpen(path: path, isFolder: true) }
    case .demo:
      // The sticky bit of /tmp keeps other people's hands off files that are not theirs.
      if mode & 0o022 != 0, mode & 0o1000 == 0 { throw TooOpen(path: path, isFolder: true) }
    }
  }

  /// Refuses a file that somebody else could read or change.
  package static func checkFile(_ path: String) throws {
    if try mode(of: path) & 0o077 != 0 { throw TooOpen(path: path, isFolder: false) }
  }

  private static func mode(of path: String) throws -> mode_t {
    var found = stat()
    guard stat(path, &found) == 0 else { throw SystemError("\(path) cannot be looked at") }
    return found.st_mode
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether there is anything of this name; it is not opened.
  package static func exists(_ path: String) -> Bool { kind(of: path) != nil }

  /// Whether the account that runs the program owns the file.
  package static func isOwn(_ path: String) -> Bool {
    var found = stat()
    return stat(path, &found) == 0 && found.st_uid == geteuid()
  }

  private static func kind(of path: String) -> mode_t? {
    var found = stat()
    return stat(path, &found) == 0 ? found.st_mode & S_IFMT : nil
  }

  /// The path without its last part; "." for a bare name.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Something that holds records can be reached by other accounts.
  package struct TooOpen: Error, Equatable {
    package let path: String
    package let isFolder: Bool

    package init(path: String, isFolder: Bool) {
      self.path = path
      self.isFolder = isFolder
    }

    /// What is wrong and the command that puts it right.
    package var words: String {
      let mode = isFolder ? "700" : "600"
      let kind = isFolder ? "folder" : "file"
      return "The \(kind) \(path) can be reached by other accounts. It holds people's records: "
        + "close it with  chmod \(mode) '\(path)'  and start again"
    }
  }
}
