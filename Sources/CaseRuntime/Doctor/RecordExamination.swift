import CaseRules
import CaseStore

/// Whether the records can be opened, who can work on them, and whether they are looked after.
struct RecordExamination {
  let path: String
  let account: String
  let now: Moment

  /// A service that saves every day should lose no more than this.
  static let daysWithoutBackup = 7

  /// - Throws: nothing about the file; what is wrong with it is in the answer.
  func run() -> [Diagnosis] {
    guard PrivateFolder.exists(path) else { return [] }
    do {
      let store = try StoreFile(existing: path, as: account)
      defer { store.close() }
      return try store.read { records in
        [
          .good("records", "The records open, and their tables are this program's"),
          workers(try records.workers().map { ($0.worker, $0.osAccount) }),
          holidays(try records.practice().calendar),
          backup(try records.lastBackup()), clock(try records.lastEntry()),
        ]
      }
    } catch {
      return [
        .wrong(
          "records", "The records do not open: \(StoreWording.explanation(of: error))",
          "throughcare restore BACKUP, or ask whoever looks after the computer")
      ]
    }
  }

  private func workers(_ workers: [(worker: Worker, account: String?)]) -> Diagnosis {
    let active = workers.filter(\.worker.active)
    if !active.contains(where: { $0.worker.role == .adm || $0.worker.role == .sup }) {
      return .note(
        "workers", "Nobody is administrator or team leader, so nobody can add workers",
        "throughcare init makes a file with one; or restore a backup")
    }
    return .good(
      "workers", "\(Digits.counted(active.count, "worker")) can sign in, somebody looks after them")
  }

  private func holidays(_ calendar: WorkingCalendar) -> Diagnosis {
    let last = calendar.holidays.last?.date
    guard let last, last.year > now.date.year else {
      return .wrong(
        "holidays", "Bank holidays end \(last.map { "on \($0.uk)" } ?? "before they begin")",
        "Add those of the coming years: deadlines count working days (TIME-002)")
    }
    return .good("holidays", "Bank holidays reach to \(last.uk)")
  }

  private func backup(_ last: Moment?) -> Diagnosis {
    guard let last else {
      return .note("backup", "No backup is on the trail", "throughcare backup FILE, every night")
    }
    let days = now.date.days(since: last.date)
    return days > RecordExamination.daysWithoutBackup
      ? .note(
        "backup", "The last backup is \(days) days old", "throughcare backup FILE, every night")
      : .good("backup", "The last backup was made on \(last.uk)")
  }

  /// A clock that was set back makes deadlines wrong.
  private func clock(_ last: Moment?) -> Diagnosis {
    guard let last, last.seconds > now.seconds + 300 else {
      return .good("clock", "The clock says \(now.uk)")
    }
    return .wrong(
      "clock", "The clock says \(now.uk), but the last entry is of \(last.uk)",
      "Set the clock of this computer, and let it be set by itself")
  }
}
