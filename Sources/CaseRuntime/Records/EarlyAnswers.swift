import CaseRules
import CaseStore

/// What a start asks the file, in the order of asking: who is at work, and then what their first
/// screen shows.
///
/// The records go on from one to the other by themselves while the screen is being made.
package struct EarlyAnswers: Sendable {
  let look = EarlyAnswer<Result<FirstLook, any Error>>()
  /// The state of the file that `today` comes from, or an older one.
  let version = EarlyAnswer<Result<Int64, any Error>>()
  /// Never there where nobody is known yet.
  let today = EarlyAnswer<Result<TodayView, any Error>>()

  func come(from records: FirstReading, for plan: OpeningPlan) {
    let first = Result { try records.read { try FirstLook(plan, $0) } }
    look.give(first)
    guard plan.isForScreen, case .success(let found) = first, let who = found.who else { return }
    let context = found.practice.context(at: plan.dayClock.now(), for: who.worker)
    records.goOn { [version, today] records in
      version.give(Result { try records.dataVersion() })
      today.give(
        Result {
          try records.read { try TodayRecords.view(for: context.worker, in: $0, context) }
        })
    }
  }
}
