/// What can be done with an entry of early intervention now, and why the rest cannot.
package enum EDIIActions {
  package static func offered(
    for activity: EDIIActivity, in context: RuleContext
  ) -> [OfferedForm] {
    let struck = activity.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    let follows =
      activity.followUp == nil
      ? nil : "What followed a warrant is struck through and recorded again"
    let change =
      activity.session == nil
      ? OfferedForm(
        EDIIActivityForm.id, about: activity.ref, title: "Change the entry",
        whyNot: struck ?? follows)
      : OfferedForm(
        EDIISessionForm.id, about: activity.ref, title: "Change the session", whyNot: struck)
    return allowed(
      [
        change,
        OfferedForm(
          EDIIStrikeForm.id, about: activity.ref, title: "Strike this entry through",
          whyNot: struck),
      ], in: context)
  }

  package static func offered(for warrant: Warrant, in context: RuleContext) -> [OfferedForm] {
    let struck = warrant.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    func again(_ kind: WarrantStep.Kind) -> String {
      warrant.open.contains(kind) ? "the" : "another"
    }
    let followed = warrant.steps.isEmpty ? nil : "Strike through first what followed it"
    let steps = [
      OfferedForm(
        WarrantLetterForm.id, about: warrant.ref, title: "Record \(again(.letter)) letter",
        whyNot: struck),
      OfferedForm(
        WarrantVisitForm.id, about: warrant.ref,
        title: "Record \(again(.visit)) drug-agency visit", whyNot: struck),
    ]
    // What is still to be done stands first.
    let isLetterDone = !warrant.open.contains(.letter)
    return allowed(
      (isLetterDone ? steps.reversed() : steps) + [
        OfferedForm(
          WarrantForm.id, about: warrant.ref, title: "Change the warrant", whyNot: struck),
        OfferedForm(
          EDIIStrikeForm.id, about: warrant.ref, title: "Strike this entry through",
          whyNot: struck ?? followed),
      ], in: context)
  }

  package static func offered(
    for referral: EDIIReferral, in context: RuleContext
  ) -> [OfferedForm] {
    let struck = referral.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    let became = referral.outcome.map { "INT-054: It became \($0.words)" }
    return allowed(
      [
        OfferedForm(
          EDIIReportForm.id, about: referral.ref, title: "Make it an intelligence report",
          whyNot: struck ?? became),
        OfferedForm(
          EDIITreatmentForm.id, about: referral.ref, title: "Refer to treatment",
          whyNot: struck ?? became),
        OfferedForm(
          ChangeEDIIReferralForm.id, about: referral.ref, title: "Change the referral",
          whyNot: struck ?? became),
        OfferedForm(
          CorrectSourceForm.id, about: referral.ref, title: "Enter the source anew",
          whyNot: CorrectSourceForm.whyNot(nil, referral)?.display),
        OfferedForm(
          EDIIStrikeForm.id, about: referral.ref, title: "Strike this entry through",
          whyNot: struck ?? became),
      ], in: context)
  }

  private static func allowed(
    _ offered: [OfferedForm], in context: RuleContext
  ) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .intelligence)
    return offered.map { $0.refused(noEdit) }
  }
}
