import TestSupport
import Testing
import torture

/// Every fault at small size, and its control, which has to find something wrong.
///
/// In a control what protects the records is left out. `torture` does the same at any size.
@Suite("Faults", .serialized, .besideOthers)
struct FaultTests {
  private static let scale = 0.015

  private func plan() -> TrialPlan {
    TrialPlan(scale: FaultTests.scale, seed: .random(in: 0...999_999))
  }

  @Test("nothing acknowledged is lost, nothing is there by halves", arguments: Fault.allCases)
  func held(_ fault: Fault) throws {
    let plan = plan()
    let result = try fault.run(plan)
    #expect(result.complaints == [], "\(fault.rawValue), \(fault.title), seed \(plan.seed)")
  }

  @Test(
    "the trial is not blind: it finds what is wrong where nothing protects the records",
    arguments: Fault.allCases.filter(\.controlMustFail))
  func control(_ fault: Fault) throws {
    let plan = plan()
    let result = try fault.run(plan, asControl: true)
    #expect(result.complaints != [], "\(fault.rawValue): \(fault.control), seed \(plan.seed)")
  }
}
