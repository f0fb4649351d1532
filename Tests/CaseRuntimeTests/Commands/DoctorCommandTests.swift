import Glibc
import Testing

@testable import CaseRuntime
import TestSupport

@Suite("The doctor")
struct DoctorCommandTests {
  private let folder: TemporaryFolder
  private let data: String

  init() throws {
    folder = try TemporaryFolder()
    data = folder.file(".local/share/throughcare/casebook.db")
    #expect(try Run("init", "--name", "Jo Field", "--role", "adm", in: folder).code == .done)
  }

  private func examined(_ options: String...) throws -> Run {
    try Run(["doctor"] + options, input: [], in: folder)
  }

  @Test("A new installation has nothing wrong, and no backup yet")
  func new() throws {
    let run = try examined()
    #expect(run.code == .done)
    #expect(run.output.contains("!   No backup is on the trail\n    -> throughcare backup"))
    #expect(!run.output.contains("!!"))
  }

  @Test(
    "A file or folder that others can reach is wrong, with the command that closes it",
    arguments: ["", "-wal", "-gate"])
  func open(_ ending: String) throws {
    chmod(data + ending, 0o644)
    let run = try examined()
    #expect(run.code == .foundWrong)
    #expect(run.output.contains("-> chmod 600 '\(data)\(ending)'"))
  }

  @Test("So is an open folder")
  func openFolder() throws {
    let path = PrivateFolder.parent(of: data)
    chmod(path, 0o755)
    #expect(try examined().output.contains("-> chmod 700 '\(path)'"))
  }

  @Test("A file that is missing or does not open is told, and everything else is still looked at")
  func broken() throws {
    for ending in ["", "-wal", "-shm"] { unlink(data + ending) }
    #expect(try examined().output.contains("!!  There is no data file"))
    _ = try folder.write("hello\n", to: ".local/share/throughcare/casebook.db")
    chmod(data, 0o600)
    let run = try examined()
    #expect(run.code == .foundWrong)
    #expect(run.output.contains("!!  The records do not open"))
    #expect(run.output.contains("TERM does not name the terminal"))
  }

  @Test("The room that is set aside is given up when asked, and taken again")
  func reserve() throws {
    #expect(try examined().output.contains("ok  16 MB are set aside"))
    let freed = try examined("--free")
    #expect(freed.output.contains("!   Nothing is set aside"))
    #expect(try examined("--reserve").output.contains("ok  16 MB are set aside"))
    #expect(try folder.mode(of: ".local/share/throughcare/casebook.db-reserve") == 0o600)
  }

  @Test("Little room on the disk is wrong, by megabytes or by share")
  func room() {
    func standing(_ free: Int, _ percent: Int) -> Diagnosis.Standing {
      FileExamination.space(DiskRoom(free: free, percent: percent)).standing
    }
    #expect(standing(500_000_000, 5) == .good)
    #expect(standing(499_999_999, 50) == .wrong)
    #expect(standing(5_000_000_000, 4) == .wrong)
  }

  @Test("A keymap of one's own that has mistakes is told")
  func looks() throws {
    mkdir(folder.file(".config"), 0o700)
    mkdir(folder.file(".config/throughcare"), 0o700)
    _ = try folder.write("find = no-such-key\n", to: ".config/throughcare/keys")
    #expect(try examined().output.contains("!   Your own keymap cannot be used whole"))
  }

  @Test("For programs it is a table with stable codes")
  func json() throws {
    let run = try examined("--format", "csv")
    #expect(run.output.hasPrefix("standing,code,words,remedy\r\n"))
    #expect(run.output.contains("note,backup,No backup is on the trail"))
  }
}
