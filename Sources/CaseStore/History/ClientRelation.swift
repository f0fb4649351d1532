import CaseRules
import SQLite

extension ClientRelation {
  /// As the caseload stands on the day of the look.
  init(
    _ person: PersonID, for worker: WorkerID, on day: CalendarDate, in records: Connection
  ) throws {
    let keyWorker = try records.first(
      "SELECT worker FROM episode WHERE person = ? AND closed IS NULL", person
    ) { try $0.get(0, as: WorkerID.self) }
    guard let keyWorker else {
      self = .nobodys
      return
    }
    if keyWorker == worker {
      self = .own
    } else {
      let covers = try CoverRecords.covered(by: worker, on: day, in: records)
      self = covers.contains { $0.worker == keyWorker } ? .covered : .colleagues
    }
  }
}
