/// The client agrees to a plan that was written before (PPL-014).
package enum PlanAgreementForm {
  package static let id: FormID = "care-plan-agreement"
  package static let agreed: FieldCode = "agreed"
  package static let agreedOn: FieldCode = "agreed-on"
  package static let notAgreed: FieldCode = "not-agreed"

  package static let definition = FormDefinition(
    id, title: "The client's agreement",
    purpose: "Records that the client agrees to the care plan as it is, or why still not",
    about: [.carePlan], function: .personAndCaseload, keptIn: .carePlan, requiredBy: "PPL-014",
    action: .behind(.carePlan, "s"),
    sections: [
      FormSection(
        "Agreement",
        [
          FormField(agreed, "Client agrees", .yesNo(notKnown: false, refused: false)).required()
            .help("To the plan as it stands; a change of the plan is a new version"),
          FormField(agreedOn, "Agreed on", .date(direction: .past))
            .required { $0.isYes(agreed) }.applying { $0.isYes(agreed) },
          FormField(notAgreed, "Why not agreed", .text(max: 300))
            .required { $0.yesNo(agreed) == .no }.applying { $0.yesNo(agreed) == .no },
        ])
    ],
    rules: [allowed, inTime])

  /// Why the agreement to this version cannot be recorded; nil when it can.
  package static func refusal(
    _ plan: CarePlan?, last: CarePlan?, episode: Episode?, _ worker: Worker
  ) -> Finding? {
    if let finding = CarePlanRules.onCaseload(episode) { return finding }
    if let finding = CarePlanRules.mayEdit(episode, worker) { return finding }
    guard let plan, plan.id == last?.id else {
      return Finding(
        "PPL-016", .blocks, "There is a newer version. Only the current one can be agreed")
    }
    guard let day = plan.agreement.agreedOn else { return nil }
    return Finding("PPL-014", .blocks, "The client agreed to it on \(day.ukWithWeekday) already")
  }

  private static let allowed = FormRule { _, facts, context in
    let known = facts.carePlan
    return refusal(
      known?.plan, last: known?.last, episode: known?.episode, context.worker
    ).map { [$0] } ?? []
  }

  private static let inTime = FormRule { reading, facts, context in
    guard reading.isYes(agreed) else { return [] }
    let day = reading.date(agreedOn)
    return FactRules.notInFuture(day, field: agreedOn, today: context.today)
      + FactRules.notBefore(
        facts.carePlan?.plan?.made, "the plan was made", day, field: agreedOn)
  }
}
