import Glibc
import TestSupport
import Testing

/// The system's tool that runs another one as somebody else.
private enum Stranger {
  static let tool = "/usr/bin/setpriv"
}

/// T15: what another account of the computer gets of the records, which is nothing.
@Suite(
  "Another account of the same computer", .serialized, .besideOthers,
  .enabled(if: geteuid() == 0 && access(Stranger.tool, X_OK) == 0))
struct OtherAccountTests {
  @Test("it cannot list the folder, read or change the files, or look into the program")
  func nothing() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let made = try program.run("init", "--name", "Jo Field")
    #expect(made.code == 0, "\(made.errors)")
    // The way to the program's folder is open; the folder itself is what closes.
    chmod(program.home.path, 0o755)
    for folder in [".local", ".local/share"] { chmod(program.home.path + "/" + folder, 0o755) }
    let folder = program.home.path + "/.local/share/throughcare"
    let data = folder + "/casebook.db"
    #expect(try asStranger("/bin/true") == 0, "the tool itself works")
    #expect(try asStranger("/bin/cat", "/etc/passwd") == 0, "and reads what everybody may")
    for tool in [
      ["/bin/ls", folder], ["/bin/cat", data], ["/bin/cat", data + "-wal"],
      ["/bin/cp", data, "/dev/null"], ["/bin/dd", "if=/dev/null", "of=" + data, "status=none"],
      ["/bin/rm", "-f", data], ["/bin/mv", data, data + "-away"],
    ] {
      #expect(try asStranger(tool) != 0, "\(tool)")
    }
    chmod(folder, 0o755)
    #expect(try asStranger("/bin/cat", data) != 0, "also where only the file closes")
    let doctor = try program.run("doctor")
    #expect(doctor.code == 1 && doctor.output.contains(folder), "\(doctor.output)")
  }

  @Test("it cannot look into a program at work")
  func process() throws {
    let program = BuiltProgram(home: try TemporaryFolder())
    let desk = try Desk.atWork(program)
    let worker = try desk.worker()
    for name in ["environ", "maps", "mem", "fd/0"] {
      #expect(try asStranger("/bin/cat", "/proc/\(worker)/\(name)") != 0, "\(name)")
    }
    #expect(try asStranger("/bin/ls", "/proc/\(worker)/fd") != 0)
  }

  /// Runs a tool of the system as an account that owns nothing; its exit code.
  private func asStranger(_ words: String...) throws -> Int32 { try asStranger(words) }

  private func asStranger(_ words: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(1)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    let account = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--"]
    return try Spawned(Stranger.tool, account + words, ["PATH=/usr/bin:/bin"], &actions).wait()
  }
}
