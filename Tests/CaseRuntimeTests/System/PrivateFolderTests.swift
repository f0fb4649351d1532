import CaseRuntime
import Glibc
import Testing
import TestSupport

@Suite("Files that hold records")
struct PrivateFolderTests {
  @Test("Missing folders are made for their owner alone, all the way down")
  func made() throws {
    let folder = try TemporaryFolder()
    try PrivateFolder.ensure(folder.file("a/b/throughcare"), for: .records)
    for name in ["a", "a/b", "a/b/throughcare"] { #expect(try folder.mode(of: name) == 0o700) }
  }

  @Test("A folder that others can list is refused for records, one they can change for a demo")
  func tooOpen() throws {
    let folder = try TemporaryFolder()
    let cases: [(mode: mode_t, accepted: [PrivateFolder.Holding])] = [
      (0o700, [.records, .demo]), (0o755, [.demo]), (0o775, []), (0o1777, [.demo]),
    ]
    for (mode, accepted) in cases {
      chmod(folder.path, mode)
      for holding in [PrivateFolder.Holding.records, .demo] {
        if accepted.contains(holding) {
          try PrivateFolder.ensure(folder.path, for: holding)
        } else {
          #expect(throws: PrivateFolder.TooOpen(path: folder.path, isFolder: true)) {
            try PrivateFolder.ensure(folder.path, for: holding)
          }
        }
      }
    }
    let words = PrivateFolder.TooOpen(path: "/x/casebook.db", isFolder: false).words
    #expect(words.contains("chmod 600 '/x/casebook.db'"))
  }

  @Test("A new file is its owner's alone and never replaces or follows anything")
  func creating() throws {
    let folder = try TemporaryFolder()
    try FileHandle(creating: folder.file("new.csv")).write("x")
    #expect(try folder.mode(of: "new.csv") == 0o600)
    symlink(folder.file("elsewhere"), folder.file("link.csv"))
    for name in ["new.csv", "link.csv"] {
      let refused = #expect(throws: SystemError.self) {
        try FileHandle(creating: folder.file(name))
      }
      #expect(refused?.code == EEXIST)
    }
    #expect(try folder.names == ["link.csv", "new.csv"])
  }

  @Test("Only an ordinary file is read, and a missing one is named")
  func reading() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.file("pipe"), 0o600)
    for name in ["pipe", "missing", "."] {
      let refused = #expect(throws: SystemError.self) { try FileHandle(reading: folder.file(name)) }
      #expect(refused?.words.contains(folder.file(name)) == true)
    }
    let path = try folder.write(String(repeating: "0123456789", count: 20_000), to: "long")
    #expect(try FileHandle(reading: path).readAll(limit: 200_000).count == 200_000)
    #expect(throws: SystemError.self) { try FileHandle(reading: path).readAll(limit: 199_999) }
  }

  @Test("Folders follow the standard's variables, and are never relative")
  func folders() {
    func data(_ variables: [String: String]) -> String {
      Surroundings(variables: variables).dataFile
    }
    #expect(data(["HOME": "/h"]) == "/h/.local/share/throughcare/casebook.db")
    #expect(data(["HOME": "/h", "XDG_DATA_HOME": "/d"]) == "/d/throughcare/casebook.db")
    #expect(
      data(["HOME": "/h", "XDG_DATA_HOME": "d"]) == "/h/.local/share/throughcare/casebook.db")
    #expect(Surroundings(variables: ["HOME": "/h"]).configFolder == "/h/.config/throughcare")
  }
}
