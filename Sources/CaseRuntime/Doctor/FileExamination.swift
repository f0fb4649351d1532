import CaseRules
import Glibc

/// Who can reach the files of the records, and whether there is room for more.
struct FileExamination {
  let path: String
  let exportFolder: String
  /// What is free on the disk a folder lies on.
  let diskRoom: (String) -> DiskRoom?
  /// The account the program runs for.
  var owner = geteuid()

  /// Below one of these, saving may soon fail.
  static let leastFree = 500_000_000
  static let leastFreePercent = 5

  func run() -> [Diagnosis] {
    [folder()] + FileFacts.endings.compactMap { file(path + $0) }
      + [exports(), space(), reserve()]
      .compactMap(\.self)
  }

  private func folder() -> Diagnosis {
    let folder = PrivateFolder.parent(of: path)
    guard let facts = FileFacts(folder) else {
      return .wrong("folder", "The folder \(folder) is not there", "Check --data")
    }
    if facts.owner != owner {
      return .wrong(
        "folder", "The folder \(folder) belongs to another account",
        "Run the program as the account that owns it")
    }
    if facts.isOpenToOthers {
      return .wrong(
        "folder", "The folder \(folder) can be reached by other accounts", "chmod 700 '\(folder)'")
    }
    return .good("folder", "The folder \(folder) is its owner's alone")
  }

  /// Nil for a file beside the data file that is not there: it comes with the next start.
  private func file(_ file: String) -> Diagnosis? {
    guard let facts = FileFacts(file) else {
      if file != path { return nil }
      return .wrong("file", "There is no data file \(file)", "Check --data, or make one with init")
    }
    if !facts.isFile {
      return .wrong("file", "\(file) is a link or no ordinary file", "Put the file itself there")
    }
    if facts.owner != owner {
      return .wrong(
        "file", "\(file) belongs to another account", "Give it to the one that runs this")
    }
    if facts.isOpenToOthers {
      return .wrong("file", "\(file) can be reached by other accounts", "chmod 600 '\(file)'")
    }
    return .good("file", "\(file) is its owner's alone")
  }

  private func exports() -> Diagnosis? {
    guard let facts = FileFacts(exportFolder) else { return nil }
    if facts.isOpenToOthers {
      return .wrong(
        "exports", "Printed papers in \(exportFolder) can be reached by other accounts",
        "chmod 700 '\(exportFolder)'")
    }
    return .good("exports", "Printed papers in \(exportFolder) are their owner's alone")
  }

  // MARK: Room

  private func space() -> Diagnosis? {
    diskRoom(PrivateFolder.parent(of: path)).map(FileExamination.space)
  }

  static func space(_ room: DiskRoom) -> Diagnosis {
    let words = "\(room.free / 1_000_000) MB (\(room.percent) %) of the disk are free"
    if room.free < leastFree || room.percent < leastFreePercent {
      return .wrong("space", words, "Free some space; on a full disk nothing can be saved")
    }
    return .good("space", words)
  }

  private func reserve() -> Diagnosis {
    let reserve = SpaceReserve(of: path)
    return reserve.isThere
      ? .good("reserve", "\(SpaceReserve.size / 1_000_000) MB are set aside for a full disk")
      : .note("reserve", "Nothing is set aside for a full disk", "throughcare doctor --reserve")
  }
}
