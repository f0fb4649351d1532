/// What can be done about a client's care plan and referrals now, and why the rest cannot.
package enum CarePlanActions {
  package static func offered(for file: PersonFile, in context: RuleContext) -> [OfferedForm] {
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return [plan(file, context), agreement(file, context), referral(file)]
      .map { $0.refused(noEdit) }
  }

  private static func plan(_ file: PersonFile, _ context: RuleContext) -> OfferedForm {
    let refusal =
      CarePlanRules.onCaseload(file.openEpisode)
      ?? CarePlanRules.mayEdit(file.openEpisode, context.worker)
    return OfferedForm(
      CarePlanForm.id, about: file.ref,
      title: file.currentPlan == nil ? "Make the care plan" : "Review the care plan",
      whyNot: refusal?.display)
  }

  private static func agreement(_ file: PersonFile, _ context: RuleContext) -> OfferedForm {
    let plan = file.currentPlan
    let refusal =
      plan == nil
      ? Finding("PPL-014", .blocks, "There is no care plan yet")
      : PlanAgreementForm.refusal(
        plan, last: plan, episode: file.openEpisode, context.worker)
    return OfferedForm(
      PlanAgreementForm.id, about: plan?.id.ref ?? file.ref,
      title: "Record the client's agreement", whyNot: refusal?.display)
  }

  private static func referral(_ file: PersonFile) -> OfferedForm {
    OfferedForm(
      WraparoundReferralForm.id, about: file.ref, title: "Refer: housing, work, life skills")
  }

  /// PPL-018: what came of one referral.
  package static func offered(
    for referral: WraparoundReferral, in context: RuleContext
  ) -> [OfferedForm] {
    [
      OfferedForm(
        WraparoundReferralForm.id, about: referral.id.ref,
        title: referral.outcome == nil ? "Record the outcome" : "Change the referral",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
          ?? referral.struckBecause.map { "GEN-004: It is struck through: \($0)" }),
      StrikeActions.offered(
        for: referral.id.ref, struckBecause: referral.struckBecause, in: context),
    ]
  }
}
