import CaseRules
import CaseStore

/// Everything the file is asked before anybody is let in, as one state of it.
///
/// The tables of passwords are not among it: whoever is known by their account does not wait for
/// them.
struct FirstLook: Sendable {
  let demo: DemoMark?
  let who: SignedIn?
  let hasWorkers: Bool
  let practice: Practice
  /// On their way where the first screen comes next and somebody is known to work at it.
  private(set) var early: EarlyAnswers?

  /// Looks, and goes on to what the first screen shows.
  static func begin(_ plan: OpeningPlan, _ records: FirstReading) throws -> FirstLook {
    let version = try records.dataVersion()
    var look = try records.read { try FirstLook(plan, $0) }
    guard plan.isForScreen, let who = look.who else { return look }
    let context = look.practice.context(at: plan.dayClock.now(), for: who.worker)
    look.early = EarlyAnswers(from: records, at: version, in: context)
    return look
  }

  private init(_ plan: OpeningPlan, _ records: Records) throws {
    demo = try records.demoMark()
    practice = try records.practice()
    hasWorkers = try records.hasWorkers()
    if demo != nil {
      who = try SignedIn.inDemonstration(as: plan.role ?? .arw, in: records)
    } else if plan.name == nil {
      who = try SignedIn.byAccount(plan.account, in: records, practice.settings)
    } else {
      who = nil
    }
  }
}
