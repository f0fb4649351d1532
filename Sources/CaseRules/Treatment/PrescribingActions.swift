/// What can be done with a prescribing episode now, and why the rest cannot.
package enum PrescribingActions {
  /// The next thing to do, then the rest in the order of the work.
  package static func offered(
    for record: PrescribingRecord, in context: RuleContext
  ) -> [OfferedForm] {
    let ref = record.episode.id.ref
    let struck = record.state == .struck ? "GEN-004: It is struck through" : nil
    let all = [
      OfferedForm(
        AcknowledgeAlertForm.id, about: ref, title: "Acknowledge the safety alert",
        whyNot: acknowledging(record, context)),
      OfferedForm(
        PrescribingForm.id, about: ref, title: "Change the referral and checks",
        whyNot: struck),
      OfferedForm(
        OpiateTestForm.id, about: ref, title: "Record a sample", whyNot: struck),
      OfferedForm(
        OpiateResultForm.id, about: ref, title: "Record a result",
        whyNot: struck ?? (record.waitingTests.isEmpty ? "No sample waits for its result" : nil)),
      OfferedForm(
        FirstDoseForm.id, about: ref,
        title: record.episode.plan == nil ? "Plan the first dose" : "Plan another first dose",
        whyNot: planning(record)),
      OfferedForm(
        DoseForm.id, about: ref, title: "Record a dose",
        whyNot: refusal(.doseGiven, record)),
      OfferedForm(
        OptimalDoseForm.id, about: ref, title: "Optimal dose reached",
        whyNot: refusal(.optimalReached, record)),
      OfferedForm(
        EndPrescribingForm.id, about: ref, title: "End the prescribing episode",
        whyNot: refusal(.ended, record)),
      OfferedForm(
        StrikePrescribingForm.id, about: ref, title: "Strike a dose or sample through",
        whyNot: refusal(.struck, record)),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    let next = next(record)
    return (all.filter { $0.form == next } + all.filter { $0.form != next })
      .map { $0.refused(noEdit) }
  }

  /// What the episode waits for; nil when it is over.
  private static func next(_ record: PrescribingRecord) -> FormID? {
    if !record.openAlerts.isEmpty { return AcknowledgeAlertForm.id }
    switch record.state {
    case .referred:
      if !record.waitingTests.isEmpty { return OpiateResultForm.id }
      return record.tellingTest == nil ? OpiateTestForm.id : FirstDoseForm.id
    case .planned, .dosing, .optimal: return DoseForm.id
    case .ended, .struck: return nil
    }
  }

  /// PPL-040: the first thing that is missing; the form lists all of them.
  private static func planning(_ record: PrescribingRecord) -> String? {
    refusal(.firstDosePlanned, record)
      ?? PrescribingRules.missing(for: record, force: .blocks).first?.display
  }

  private static func acknowledging(
    _ record: PrescribingRecord, _ context: RuleContext
  ) -> String? {
    record.openAlerts.isEmpty
      ? "No safety alert waits" : PrescribingRules.mayAcknowledge(context.worker)?.display
  }

  private static func refusal(_ event: PrescribingEvent, _ record: PrescribingRecord) -> String? {
    PrescribingMachine.refusal(event, of: record)?.display
  }
}
