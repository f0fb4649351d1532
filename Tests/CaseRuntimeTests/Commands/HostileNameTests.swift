import CaseRuntime
import FoundationEssentials
import Glibc
import Testing
import TestSupport

@Suite("Names of files that are written")
struct HostileNameTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    #expect(try Run("init", "--name", "Jo Field", "--role", "ARW", in: folder).code == .done)
    mkdir(folder.file("out"), 0o700)
    _ = try folder.write("as it was", to: "victim")
  }

  /// What lies where a file is to be written.
  enum There: CaseIterable {
    case linkToFile, linkToNothing, linkToFolder, pipe, folder, file, device

    func make(at path: String, victim: String) {
      switch self {
      case .linkToFile: symlink(victim, path)
      case .linkToNothing: symlink(victim + "-new", path)
      case .linkToFolder: symlink("/tmp", path)
      case .pipe: mkfifo(path, 0o600)
      case .folder: mkdir(path, 0o700)
      case .file: link(victim, path)
      case .device: symlink("/dev/null", path)
      }
    }
  }

  @Test("T10: no export goes through a link or over what is there", arguments: There.allCases)
  func isThere(_ there: There) throws {
    let path = folder.file("out/list.csv")
    there.make(at: path, victim: folder.file("victim"))
    let run = try Run("export", "custody", path, in: folder)
    #expect(run.code != .done && run.errors.contains(path), "\(run.errors)")
    #expect(try folder.text(of: "victim") == "as it was")
    #expect(access(folder.file("victim-new"), F_OK) != 0)
  }

  /// Ways out of a folder, signs that mean something, and names that are too long.
  private static let names: [String] = {
    let signs =
      (1...31).map { String(Unicode.Scalar(UInt8($0))) } + [
        "'", "\"", ";", "|", "&", "$(id)", "`id`", "*", "?", "~", " ", "%n", "\\", "\u{202E}", "é",
        "👩‍👩‍👧", "-", "--", "-rf", "CON", ".", "..", "...", "#", "!", "{", "<", ">",
      ]
    let long = [200, 255, 256, 300, 4_096, 9_000].map { String(repeating: "a", count: $0) }
    return signs.flatMap { [$0, "a" + $0 + "b", $0 + $0 + $0, "x" + $0] } + long
      + ["a/b", "a/../b", "missing/file", ".hidden"]
  }()

  @Test("T10: whatever a file is called, it is that file or none, and nothing is written elsewhere")
  func names() throws {
    let before = try folder.names
    #expect(Self.names.count > 240)
    for name in Self.names {
      let path = folder.file("out/") + name
      _ = try Run("export", "custody", path, in: folder)
      let made = try FileManager.default.contentsOfDirectory(atPath: folder.file("out"))
      #expect(made.isEmpty || made == [name], "\(name.debugDescription) made \(made)")
      for file in made { unlink(folder.file("out/") + file) }
    }
    #expect(try folder.names == before)
    #expect(try folder.text(of: "victim") == "as it was")
  }
}
