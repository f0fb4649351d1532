import CaseRules
package import CaseStore
import Glibc
import SQLite

/// A data file of its own for a trial, with a few workers in it; gone with its folder afterwards.
package final class TrialFile {
  /// Of this computer, as the file has it: stands for W-0001.
  static let account = "torture"
  /// 22/11/2026 09:00.
  static let now = Moment(seconds: 1_795_338_000)
  /// The one that adds all workers.
  static let savesBefore = 1

  package let folder: String
  package let path: String

  /// With workers W-0001 (an administrator) to that number.
  package init(
    workers: Int = 1, named name: String = "casebook.db", under place: String = "/tmp"
  ) throws {
    folder = "\(place)/torture-\(try RandomBytes.hex(8))"
    path = "\(folder)/\(name)"
    let store = try StoreFile(creating: path, as: TrialFile.account)
    defer { store.close() }
    let first = Worker(id: WorkerID(1), name: "Amina Begum", role: .adm)
    let founder = try store.read { try SignedIn.founder(first, of: $0) }
    try store.write(try Attribution(by: founder, at: TrialFile.now)) { transaction in
      _ = try transaction.addWorker(first, osAccount: TrialFile.account)
      for number in 1..<max(2, workers) where number < workers {
        _ = try transaction.addWorker(
          Worker(id: WorkerID(0), name: "Worker \(number + 1)", role: .arw),
          osAccount: "\(TrialFile.account)-\(number + 1)")
      }
    }
  }

  package func open(as label: String = "torture") throws -> StoreFile {
    try StoreFile(existing: path, as: label)
  }

  /// Some saves; their ids.
  func save(times: Int) throws -> Set<String> {
    let store = try open()
    defer { store.close() }
    let who = try signedIn(store)
    var saves: Set<String> = []
    for _ in 0..<times {
      let by = try Attribution(by: who, at: TrialFile.now)
      _ = try store.write(by) { try TrialRecords.change(1, seen: nil, in: $0) }
      saves.insert(by.saveID.text)
    }
    return saves
  }

  func signedIn(_ store: StoreFile, account: String = account) throws -> SignedIn {
    let who = try store.read {
      try SignedIn.byAccount(account, in: $0, try $0.settings().settings)
    }
    guard let who else { throw StoreError.notSignedIn }
    return who
  }

  /// The whole look of `verify`; nil when all is good, else the first place in words.
  package func troubles() throws -> [String] {
    do {
      let store = try open(as: "verify")
      defer { store.close() }
      let look = try store.read(on: .long) { try Verifier().run(in: $0) }
      return look.breaks.map(\.display)
    } catch let error as SQLiteError {
      return ["the file does not open: \(error.explanation)"]
    }
  }

  deinit { removeFolder(folder) }
}

/// Removes a folder with the files in it.
func removeFolder(_ path: String) {
  guard let directory = opendir(path) else { return }
  var names: [String] = []
  while let entry = readdir(directory) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  closedir(directory)
  for name in names where name != "." && name != ".." { unlink("\(path)/\(name)") }
  rmdir(path)
}
