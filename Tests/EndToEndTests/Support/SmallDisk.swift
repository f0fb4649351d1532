import FoundationEssentials
import Glibc
import TestSupport

/// A disk of a few megabytes, laid over a home folder.
final class SmallDisk {
  private let path: String

  /// Whether this account may make one; tried once.
  static let isPossible: Bool = {
    guard geteuid() == 0, let home = made(TemporaryFolder.init),
      let disk = made({ try SmallDisk(over: home) })
    else { return false }
    disk.takeAway()
    return true
  }()

  private static func made<Thing>(_ make: () throws -> Thing) -> Thing? {
    do { return try make() } catch { return nil }
  }

  init(over home: TemporaryFolder) throws {
    path = home.path
    try SmallDisk.run(
      "/bin/mount", ["-t", "tmpfs", "-o", "size=4m,mode=700", "throughcare-test", path])
  }

  /// Takes all the room there is.
  func fill() throws {
    let file = open(path + "/filler", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Desk.NoTerminal(step: "filler") }
    defer { close(file) }
    let block = [UInt8](repeating: 0x78, count: 4_096)
    while write(file, block, block.count) > 0 {}
  }

  func makeRoom() { unlink(path + "/filler") }

  /// The folder is an ordinary one again.
  func takeAway() {
    do {
      try SmallDisk.run("/bin/umount", ["-l", path])
    } catch {
      print("left behind: the disk at \(path)")
    }
  }

  private static func run(_ tool: String, _ arguments: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let code = try Spawned(tool, arguments, ["PATH=/usr/bin:/bin:/usr/sbin:/sbin"], &actions).wait()
    guard code == 0 else { throw Desk.NoTerminal(step: tool) }
  }
}
