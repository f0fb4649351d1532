import Glibc
import SQLite

/// A disk without room, for this process alone: no file may grow beyond a limit.
enum FileLimit {
  static func set(_ bytes: Int) throws {
    // Without this the kernel ends the process instead of refusing the write.
    signal(SIGXFSZ, SIG_IGN)
    try change { $0.rlim_cur = rlim_t(bytes) }
  }

  static func lift() throws { try change { $0.rlim_cur = $0.rlim_max } }

  private static func change(_ body: (inout rlimit) -> Void) throws {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
      throw SQLiteError.system(errno)
    }
    body(&limit)
    guard setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else {
      throw SQLiteError.system(errno)
    }
  }
}
