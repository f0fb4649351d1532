import Glibc

/// Which data file asked who it is at its last start: the next start on it shows that at once, while
/// the file is still being opened.
///
/// The file's whole path is kept in a small file, `sign-in`, beside the worker's own theme and keys.
/// What cannot be told is not remembered: the start is only a little later then.
struct LastStart {
  private let folder: String
  private let path: String?

  private var memory: String { folder + "/sign-in" }

  private static let longest = 4_096

  /// The data file, which need not be there, and the worker's folder of settings.
  init(on dataFile: String, in folder: String) {
    self.folder = folder
    path = LastStart.wholePath(of: dataFile)
  }

  var askedToSignIn: Bool { path != nil && remembered == path }

  /// Remembers what this start did; nothing is written where that is what is known already.
  func note(askedToSignIn asks: Bool) {
    guard let path, asks != askedToSignIn else { return }
    do {
      try PrivateFolder.makeAll(folder)
      try FileHandle.replace(memory, with: asks ? path : "")
    } catch {
      return
    }
  }

  private var remembered: String? {
    guard PrivateFolder.exists(memory) else { return nil }
    do {
      let bytes = try FileHandle(reading: memory).readAll(limit: LastStart.longest)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return nil
    }
  }

  private static func wholePath(of path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
