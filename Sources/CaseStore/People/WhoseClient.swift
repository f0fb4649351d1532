import CaseRules
import SQLite

/// Whose client somebody was when a worker looked at them: what is asked first about a look.
enum WhoseClient: String {
  case own = "own_client"
  /// Of a colleague whom the worker covered for that day.
  case covered = "covered_client"
  case colleagues = "client_of_a_colleague"
  case nobodys = "no_client_now"

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
