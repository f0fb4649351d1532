extension CarePlanForm {
  /// A plan as the form holds it.
  package static func draft(of plan: CarePlan) -> FormDraft {
    var draft = FormDraft()
    for (need, words) in plan.needs { draft[need.field] = words }
    draft.rows[goals] = plan.goals.map(row)
    draft[uncovered] = plan.uncovered.map(\.code).joined(separator: ", ")
    draft[uncoveredWhy] = plan.uncoveredWhy
    draft[threats] = plan.threats.map(\.code).joined(separator: ", ")
    if !plan.treatments.isEmpty { draft.rows[treatments] = plan.treatments.map(row) }
    draft[terms] = plan.terms
    draft[termsAgreed] = plan.termsAgreed?.uk ?? ""
    draft[made] = plan.made.uk
    switch plan.agreement {
    case .agreed(let day):
      draft[agreed] = YesNo.yes.rawValue
      draft[agreedOn] = day.uk
    case .notAgreed(let reason):
      draft[agreed] = YesNo.no.rawValue
      draft[notAgreed] = reason
    }
    draft[note] = plan.note
    return draft
  }

  /// What a review begins with: everything but the answers that belong to one version.
  package static func review(of plan: CarePlan) -> FormDraft {
    var draft = draft(of: plan)
    for field in [made, agreed, agreedOn, notAgreed, note] { draft.texts[field] = nil }
    return draft
  }

  private static func row(_ goal: PlanGoal) -> FormDraft.Row {
    FormDraft.Row(
      id: goal.id,
      texts: [
        GoalColumn.domain: goal.domain.code, GoalColumn.goal: goal.goal,
        GoalColumn.action: goal.action, GoalColumn.lead: goal.leadAgency,
        GoalColumn.target: goal.target.uk, GoalColumn.status: goal.status.code,
        GoalColumn.tackles: goal.tackles?.code ?? "",
      ])
  }

  private static func row(_ treatment: PlannedTreatment) -> FormDraft.Row {
    FormDraft.Row(
      id: treatment.id,
      texts: [
        TreatmentColumn.modality: treatment.modality, TreatmentColumn.provider: treatment.provider,
        TreatmentColumn.service: treatment.service?.ref.text ?? "",
      ])
  }

  // MARK: Reading

  /// The goals as answered; one that lacks something is not among them.
  package static func goals(in reading: FormReading) -> [PlanGoal] {
    (reading.rows[goals] ?? []).compactMap { row in
      guard let domain: PlanDomain = row.choice(GoalColumn.domain),
        let goal = row.text(GoalColumn.goal), let action = row.text(GoalColumn.action),
        let lead = row.text(GoalColumn.lead), let target = row.date(GoalColumn.target),
        let status: GoalStatus = row.choice(GoalColumn.status)
      else { return nil }
      return PlanGoal(
        id: row.id, domain: domain, goal: goal, action: action, leadAgency: lead, target: target,
        status: status, tackles: row.choice(GoalColumn.tackles))
    }
  }

  package static func treatments(in reading: FormReading) -> [PlannedTreatment] {
    (reading.rows[treatments] ?? []).compactMap { row in
      guard let modality = row.code(TreatmentColumn.modality),
        let provider = row.text(TreatmentColumn.provider)
      else { return nil }
      return PlannedTreatment(
        id: row.id, modality: modality, provider: provider,
        service: row.link(TreatmentColumn.service).flatMap { AgencyID($0) })
    }
  }

  /// nil while it is not said whether the client agrees.
  package static func agreement(in reading: FormReading) -> PlanAgreement? {
    switch reading.yesNo(agreed) {
    // Made and agreed in one meeting, where no other day is given.
    case .yes: (reading.date(agreedOn) ?? reading.date(made)).map(PlanAgreement.agreed)
    case .no: reading.text(notAgreed).map { .notAgreed(because: $0) }
    case .notKnown, .refused, nil: nil
    }
  }

  package static func needs(in reading: FormReading) -> [PlanNeed: String] {
    var needs: [PlanNeed: String] = [:]
    for need in PlanNeed.allCases { needs[need] = reading.text(need.field) }
    return needs
  }
}
