import CaseRules
import CaseStore
package import Glibc
import SQLite

/// F12: after every piece of work another process asks whether we still hold SQLite's locks.
///
/// Any close of a descriptor on the data file, by whatever code of the process, lets go of them, and
/// then another session may take itself for the last one and throw saves away.
struct OwnLocksTrial {
  private let plan: TrialPlan
  private let isControl: Bool

  private typealias Work = (
    name: String, run: @Sendable (StoreFile, TrialFile, SignedIn) throws -> Void
  )

  init(_ plan: TrialPlan, _ isControl: Bool) { (self.plan, self.isControl) = (plan, isControl) }

  func run() throws -> TrialResult {
    var result = TrialResult()
    let file = try TrialFile(workers: 2)
    let store = try file.open()
    defer { store.close() }
    let who = try file.signedIn(store)
    for _ in 0..<plan.count(20, least: 1) {
      for work in isControl ? [OwnLocksTrial.ordinaryOpening] : OwnLocksTrial.day {
        try work.run(store, file, who)
        result.count("pieces of work", 1)
        for lost in try LockQuestion.lost(on: file.path) {
          result.complain("after \(work.name) the lock on \(lost) is not held")
        }
      }
    }
    return result
  }

  /// What any library does with a file.
  private static let ordinaryOpening: Work = (
    "opening and closing it", { _, file, _ in _ = try FileBytes.read(file.path) }
  )

  private static let day: [Work] = [
    (
      "a question",
      { store, _, _ in _ = try store.read { try TrialRecords.version(of: 1, in: $0) } }
    ),
    ("a save", { store, _, who in _ = try save(store, who) }),
    ("looking a save up", { store, _, who in _ = try store.wasSaved(try save(store, who)) }),
    (
      "a form",
      { store, _, who in
        let practice = try store.read { try $0.practice() }
        let context = practice.context(at: TrialFile.now, for: who.worker)
        _ = try store.read { try FormDesk.open(SettingForm.id, about: nil, on: $0, in: context) }
      }
    ),
    ("a look for news", { store, _, _ in _ = try store.dataVersion() }),
    (
      "verify", { store, _, _ in _ = try store.read(on: .long) { try Verifier().run(in: $0) } }
    ),
    (
      "a backup",
      { store, file, _ in
        let copy = "\(file.folder)/copy-\(try RandomBytes.hex(4)).db"
        _ = try store.backUp(to: copy)
        _ = try StoreFile.look(atCopy: copy)
        unlink(copy)
      }
    ),
    (
      "another session of this process",
      { _, file, who in
        let other = try file.open(as: "other")
        defer { other.close() }
        _ = try save(other, who)
      }
    ),
    ("asking who saves", { store, _, _ in _ = store.holder }),
    (
      "a look at the files",
      { _, file, _ in
        let files = DatabaseFiles(path: file.path)
        try files.check(.localOnly)
        _ = try files.identity()
      }
    ),
  ]

  private static func save(_ store: StoreFile, _ who: SignedIn) throws -> SaveID {
    let by = try Attribution(by: who, at: TrialFile.now)
    _ = try store.write(by) { try TrialRecords.change(1, seen: nil, in: $0) }
    return by.saveID
  }
}

/// Asks from a process of its own, since one's own locks never stand in one's own way.
package enum LockQuestion {
  /// The word that asks for the process.
  static let command = "locks"

  /// What SQLite holds while a connection is open: the bytes that stand for reading the database,
  /// and the one in `-shm` that says that somebody is there.
  private static let places: [(ending: String, start: off_t, length: off_t)] = [
    ("", 0x4000_0002, 510), ("-shm", 128, 1),
  ]

  /// The files on which this process, or the one given, holds no lock.
  package static func lost(on path: String, by owner: pid_t = getpid()) throws -> [String] {
    let process = try SessionProcess([command, path])
    process.finish()
    return places.map(\.ending).filter { ending in
      !process.lines.contains("held \(owner) \(path)\(ending)")
    }.map { path + $0 }
  }

  static func runAndLeave(_ arguments: [String]) -> Never {
    guard let path = arguments.first else { ProcessPipes.leave(2) }
    for place in places {
      let file = open(path + place.ending, O_RDWR | O_CLOEXEC)
      var question = flock()
      question.l_type = Int16(F_WRLCK)
      question.l_whence = Int16(SEEK_SET)
      question.l_start = place.start
      question.l_len = place.length
      guard file >= 0, fcntl(file, F_GETLK, &question) == 0, question.l_type != Int16(F_UNLCK)
      else { continue }
      ProcessPipes.writeLine("held \(question.l_pid) \(path)\(place.ending)")
    }
    ProcessPipes.leave(0)
  }
}
