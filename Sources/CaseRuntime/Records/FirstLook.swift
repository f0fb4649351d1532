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

  init(_ plan: OpeningPlan, _ records: Records) throws {
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
