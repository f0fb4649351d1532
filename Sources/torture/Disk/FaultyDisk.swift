import CSQLite
import Glibc
import SQLite

/// A disk that fails, or remembers, on demand: for data files with "faulty" in their path.
///
/// It stands between SQLite and the real files, for the whole process; other files pass untouched.
package enum FaultyDisk {
  /// What every file of a database with faults has in its path.
  package static let mark = "faulty"

  /// What SQLite asked of the disk.
  package enum Call: Sendable {
    case write(file: String, offset: Int, bytes: [UInt8])
    case truncate(file: String, size: Int)
    case sync(file: String)
    /// Not a call: the moment a save was acknowledged.
    case acknowledged(String)
  }

  fileprivate struct State: Sendable {
    /// The database whose files fail.
    var victim = ""
    /// The database whose calls are remembered.
    var remembered = ""
    /// Calls until one fails; nil: none does.
    var countdown: Int?
    var failsForGood = false
    var isFull = false
    /// Calls since the fault was set, and whether one has failed.
    var count = 0
    var hasFailed = false
    /// Remembered calls, when wanted.
    var calls: [Call]?
    var paths: [UInt: String] = [:]
  }

  fileprivate static let state = Guarded(State())

  /// Puts the disk between SQLite and its files; true, or something is wrong with the test itself.
  package static let isInstalled: Bool = install()

  /// A trial for which the disk has to be in place.
  static func tried(
    _ plan: TrialPlan, _ body: (inout TrialResult, inout Chance) throws -> Void
  ) rethrows -> TrialResult {
    var (result, chance) = (TrialResult(), plan.chance)
    if isInstalled {
      try body(&result, &chance)
    } else {
      result.complain("the disk of the trial could not be put in place")
    }
    return result
  }

  /// Lets the call with that number from now fail, counted from 1, on the files of that path.
  package static func fail(_ path: String, atCall number: Int, forGood: Bool, full: Bool) {
    state.withLock {
      $0.victim = path
      $0.countdown = number
      $0.failsForGood = forGood
      $0.isFull = full
      $0.hasFailed = false
      $0.count = 0
    }
  }

  /// Calls since a fault was set, failed ones and others.
  package static var calls: Int { state.withLock { $0.count } }

  /// Makes the disk good again; true when a call had failed.
  package static func heal() -> Bool {
    state.withLock {
      $0.countdown = nil
      return $0.hasFailed
    }
  }

  /// Remembers what is asked of the disk for the files of that path.
  package static func remember(_ path: String) {
    state.withLock { state in
      state.remembered = path
      state.calls = []
    }
  }

  package static func note(_ call: Call) {
    state.withLock { state in
      switch call {
      case .write(let file, _, _), .truncate(let file, _), .sync(let file):
        guard file.hasPrefix(state.remembered) else { return }
      case .acknowledged: break
      }
      state.calls?.append(call)
    }
  }

  package static func forget() -> [Call] {
    state.withLock { state in
      defer { state.calls = nil }
      return state.calls ?? []
    }
  }

  /// Whether this call is to fail.
  fileprivate static func fails(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Bool {
    let path = self.path(of: file)
    return fails(path)
  }

  fileprivate static func fails(_ path: String) -> Bool {
    state.withLock {
      guard let countdown = $0.countdown, path.hasPrefix($0.victim) else { return false }
      $0.count += 1
      if countdown > 1 {
        $0.countdown = countdown - 1
        return false
      }
      $0.hasFailed = true
      $0.countdown = $0.failsForGood ? 1 : nil
      return true
    }
  }

  fileprivate static func path(of file: UnsafeMutablePointer<sqlite3_file>?) -> String {
    state.withLock { $0.paths[UInt(bitPattern: file)] ?? "" }
  }

  private static func install() -> Bool {
    guard let real = sqlite3_vfs_find(nil) else { return false }
    let disk = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    disk.initialize(to: real.pointee)
    disk.pointee.zName = UnsafePointer(strdup("faulty"))
    disk.pointee.pNext = nil
    disk.pointee.xOpen = openFile
    disk.pointee.xDelete = deleteFile
    Originals.open = real.pointee.xOpen
    Originals.delete = real.pointee.xDelete
    return sqlite3_vfs_register(disk, 1) == SQLITE_OK
  }
}

/// The real calls; written once, while the disk is put in place or the first file is opened.
private enum Originals {
  nonisolated(unsafe) static var open:
    (
      @convention(c) (
        UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?,
        UnsafeMutablePointer<sqlite3_file>?, Int32, UnsafeMutablePointer<Int32>?
      ) -> Int32
    )?
  nonisolated(unsafe) static var delete:
    (
      @convention(c) (UnsafeMutablePointer<sqlite3_vfs>?, UnsafePointer<CChar>?, Int32) -> Int32
    )?
  nonisolated(unsafe) static var methods: sqlite3_io_methods?
}

private func openFile(
  _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?,
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
  _ flagsOut: UnsafeMutablePointer<Int32>?
) -> Int32 {
  if let name, case let path = String(cString: name), path.contains(FaultyDisk.mark),
    FaultyDisk.fails(path)
  {
    // What SQLite leaves in a file that could not be opened.
    file?.pointee.pMethods = nil
    return SQLITE_CANTOPEN
  }
  let code = Originals.open?(vfs, name, file, flags, flagsOut) ?? SQLITE_CANTOPEN
  guard code == SQLITE_OK, let file, let name, let methods = file.pointee.pMethods else {
    return code
  }
  let path = String(cString: name)
  guard path.contains(FaultyDisk.mark) else { return code }
  FaultyDisk.state.withLock {
    $0.paths[UInt(bitPattern: file)] = path
    if Originals.methods == nil { Originals.methods = methods.pointee }
  }
  let swapped = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
  swapped.initialize(to: methods.pointee)
  swapped.pointee.xRead = readFile
  swapped.pointee.xWrite = writeFile
  swapped.pointee.xTruncate = truncateFile
  swapped.pointee.xSync = syncFile
  swapped.pointee.xLock = lockFile
  swapped.pointee.xShmMap = mapMemory
  swapped.pointee.xShmLock = lockMemory
  file.pointee.pMethods = UnsafePointer(swapped)
  return code
}

private func readFile(
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeMutableRawPointer?, _ count: Int32,
  _ offset: sqlite3_int64
) -> Int32 {
  if FaultyDisk.fails(file) { return SQLITE_IOERR | (1 << 8) }
  return Originals.methods?.xRead?(file, buffer, count, offset) ?? SQLITE_IOERR
}

private func writeFile(
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ buffer: UnsafeRawPointer?, _ count: Int32,
  _ offset: sqlite3_int64
) -> Int32 {
  if FaultyDisk.fails(file) {
    return FaultyDisk.state.withLock { $0.isFull } ? SQLITE_FULL : SQLITE_IOERR | (3 << 8)
  }
  let bytes = [UInt8](UnsafeRawBufferPointer(start: buffer, count: Int(count)))
  FaultyDisk.note(.write(file: FaultyDisk.path(of: file), offset: Int(offset), bytes: bytes))
  return Originals.methods?.xWrite?(file, buffer, count, offset) ?? SQLITE_IOERR
}

private func truncateFile(
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ size: sqlite3_int64
) -> Int32 {
  if FaultyDisk.fails(file) { return SQLITE_IOERR | (6 << 8) }
  FaultyDisk.note(.truncate(file: FaultyDisk.path(of: file), size: Int(size)))
  return Originals.methods?.xTruncate?(file, size) ?? SQLITE_IOERR
}

private func syncFile(_ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32) -> Int32 {
  if FaultyDisk.fails(file) { return SQLITE_IOERR | (4 << 8) }
  let code = Originals.methods?.xSync?(file, flags) ?? SQLITE_IOERR
  FaultyDisk.note(.sync(file: FaultyDisk.path(of: file)))
  return code
}

private func deleteFile(
  _ vfs: UnsafeMutablePointer<sqlite3_vfs>?, _ name: UnsafePointer<CChar>?, _ flushes: Int32
) -> Int32 {
  if let name, case let path = String(cString: name), path.contains(FaultyDisk.mark),
    FaultyDisk.fails(path)
  {
    return SQLITE_IOERR | (10 << 8)
  }
  return Originals.delete?(vfs, name, flushes) ?? SQLITE_IOERR
}

private func lockFile(_ file: UnsafeMutablePointer<sqlite3_file>?, _ level: Int32) -> Int32 {
  if FaultyDisk.fails(file) { return SQLITE_IOERR | (15 << 8) }
  return Originals.methods?.xLock?(file, level) ?? SQLITE_IOERR
}

private func mapMemory(
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ region: Int32, _ size: Int32, _ extends: Int32,
  _ memory: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> Int32 {
  if FaultyDisk.fails(file) { return SQLITE_IOERR | (21 << 8) }
  return Originals.methods?.xShmMap?(file, region, size, extends, memory) ?? SQLITE_IOERR
}

/// Letting go of a lock never fails: the kernel does it even for a process that dies.
private func lockMemory(
  _ file: UnsafeMutablePointer<sqlite3_file>?, _ first: Int32, _ count: Int32, _ flags: Int32
) -> Int32 {
  if flags & SQLITE_SHM_LOCK != 0, FaultyDisk.fails(file) { return SQLITE_IOERR | (20 << 8) }
  return Originals.methods?.xShmLock?(file, first, count, flags) ?? SQLITE_IOERR
}
