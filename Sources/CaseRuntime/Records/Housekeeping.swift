import CaseRules
import CaseStore

/// What the program does by itself, whoever is at work: at opening, and once an hour.
enum Housekeeping {
  /// In milliseconds.
  static let pause: Int64 = 3_600_000

  /// CUS-011: entries without permission turn into counts; waits until it is done.
  static func run(on records: OpenRecords) throws {
    let context = try records.context()
    guard try records.store.read({ try CustodyPurge.isDue(in: $0, context) }) else { return }
    while try records.store.write(
      try records.attribution(), { try CustodyPurge.run(in: $0, context) }) == atOnce
    {}
  }

  /// So many entries share a transaction.
  private static let atOnce = 500
}

extension EffectRunner {
  /// The same without waiting.
  ///
  /// Trouble with the file shows itself, in words, at the next thing that is read or saved.
  func tidyUp() {
    let (records, context) = (records, context)
    records.store.read {
      try CustodyPurge.isDue(in: $0, context)
    } then: { result in
      guard case .success(true) = result else { return }
      do {
        records.store.write(try records.attribution()) {
          try CustodyPurge.run(in: $0, context)
        } then: { _ in
        }
      } catch {
        // No random bytes for a save's number: the next hour tries again.
        return
      }
    }
  }
}
