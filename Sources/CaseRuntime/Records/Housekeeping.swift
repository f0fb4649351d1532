import CaseRules
import CaseStore

/// What the program does by itself, whoever is at work: at opening, and once an hour.
enum Housekeeping {
  /// CUS-011: an entry is counted within the hour after its time is up.
  static let minutesBetween = 60

  /// CUS-011: entries without permission turn into counts; waits until it is done.
  static func run(on records: OpenRecords) throws {
    try records.store.purgeBoard(in: try records.context()) { try records.attribution() }
  }
}
