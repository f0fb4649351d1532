import CaseRules
@testable import CaseStore
import Glibc
import SQLite
import TestSupport

/// A real data file in a temporary folder, with one worker to put changes down to.
final class TemporaryStore: Sendable {
  private let place: TemporaryFolder
  let store: StoreFile
  /// W-0001, an administrator.
  let admin = WorkerID(1)

  convenience init(name: String = "casebook.db", patience: Double = 15) throws {
    try self.init(as: try TemporaryStore.new.get(), name: name, patience: patience)
  }

  /// As another one was when it was closed.
  init<Facts>(as mould: Mould<Facts>, name: String = "casebook.db", patience: Double = 15) throws {
    place = try TemporaryFolder()
    try mould.cast(to: place.file(name))
    store = try StoreFile(opening: place.file(name), as: "A.BEGUM", patience: patience)
  }

  private static let new = Result {
    let place = try TemporaryFolder()
    let path = place.file("new.db")
    let store = try StoreFile(opening: path, as: "A.BEGUM")
    _ = try store.write(try Attribution(by: WorkerID(1), as: .adm, at: now)) {
      try $0.addWorker(Worker(id: WorkerID(1), name: "Amina Begum", role: .adm), osAccount: "amina")
    }
    store.close()
    return try Mould(of: path, ())
  }

  /// The mould of a file that needs more than a worker before a test can begin.
  static func mould<Facts>(
    _ furnish: (TemporaryStore) throws -> Facts
  ) throws -> Mould<Facts> {
    let file = try TemporaryStore()
    let facts = try furnish(file)
    file.store.close()
    return try Mould(of: file.path, facts)
  }

  /// 22/11/2026 09:00.
  private static let now = Moment(seconds: 1_795_338_000)

  var path: String { store.path }
  var folder: String { place.path }

  /// Who, when: W-0001 at 22/11/2026 09:00 unless said otherwise.
  func attribution(
    by worker: WorkerID = WorkerID(1), as role: Role = .adm, at seconds: Int64 = now.seconds
  ) throws -> Attribution {
    try Attribution(by: worker, as: role, at: Moment(seconds: seconds))
  }

  /// A second session on the same file.
  func another(as label: String = "B.COLE", patience: Double = 15) throws -> StoreFile {
    try StoreFile(opening: path, as: label, missing: .isRefused, patience: patience)
  }

  deinit {
    store.close()
  }
}
