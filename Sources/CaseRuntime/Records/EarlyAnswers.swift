import CaseRules
import CaseStore

/// What the first screen asks, asked as soon as it is known who works: the records go on with it by
/// themselves while the screen is being made.
package struct EarlyAnswers: Sendable {
  /// The state of the file that `today` comes from, or an older one.
  let version: Int64
  let today = EarlyAnswer<Result<TodayView, any Error>>()

  init(from records: FirstReading, at version: Int64, in context: RuleContext) {
    self.version = version
    records.goOn { [today] records in
      today.give(
        Result {
          try records.read { try TodayRecords.view(for: context.worker, in: $0, context) }
        })
    }
  }
}
