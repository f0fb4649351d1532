import CaseRules

/// The page of one version of a care plan: what is planned stands first.
extension RecordContent {
  init(_ file: CarePlanFile, in context: AppContext) {
    self.init(heading: file.file.person.heading(on: context.today))
    person = file.file.ref
    warnings = [file.file.damage].compactMap(\.self) + PersonContent.warnings(file.file, context)
    if !file.isCurrent { warnings.append("An older version: the plan that holds is another one") }
    lines += CarePlanContent.state(file, context)
    lines += CarePlanContent.goals(file.plan, context)
    lines += CarePlanContent.threats(file.plan)
    lines += CarePlanContent.treatment(file.plan, context)
    lines += CarePlanContent.needs(file.plan)
    lines += CarePlanContent.changes(file, context)
    lines += CarePlanContent.versions(file)
    if file.isCurrent {
      lines += CarePlanContent.duties(file.file, in: CarePlanContent.dutySection, context)
    }
    addActions(
      CarePlanActions.offered(for: file.file, in: context.rules), on: .carePlan,
      possible: CarePlanContent.possible, not: CarePlanContent.impossible)
  }
}

enum CarePlanContent {
  static let stateSection = RecordSection(0, "Care plan")
  static let goalSection = RecordSection(1, "Goals")
  static let threatSection = RecordSection(2, "What threatens progress")
  static let treatmentSection = RecordSection(3, "Treatment")
  static let needSection = RecordSection(4, "Needs")
  static let changeSection = RecordSection(5, "Changed since the version before")
  static let versionSection = RecordSection(6, "Versions, newest first")
  static let dutySection = RecordSection(7, "Case-management duties (PPL-019)")
  static let possible = RecordSection(8, "What can be done now")
  static let impossible = RecordSection(9, "Not now, and why")

  // MARK: The version

  static func state(_ file: CarePlanFile, _ context: AppContext) -> [FactLine] {
    let plan = file.plan
    var lines = [
      FactLine(
        stateSection, "Version \(plan.version)", "Made \(plan.made.ukWithWeekday)",
        note: plan.workerName, weight: .strong, detail: plan.words),
      agreement(plan),
    ]
    if file.isCurrent { lines += owed(file.file, in: stateSection, on: context.today) }
    if !plan.note.isEmpty {
      lines.append(FactLine(stateSection, "Note", plan.note, detail: plan.note))
    }
    return lines
  }

  /// PPL-014.
  private static func agreement(_ plan: CarePlan) -> FactLine {
    switch plan.agreement {
    case .agreed(let day):
      FactLine(stateSection, "Client agreed", day.ukWithWeekday, weight: .done)
    case .notAgreed(let reason):
      FactLine(stateSection, "Client did not agree", reason, weight: .warning, detail: reason)
    }
  }

  /// What is owed around the plan, each with the form that meets it.
  static func owed(
    _ file: PersonFile, in section: RecordSection, on today: CalendarDate
  ) -> [FactLine] {
    file.deadlines.filter {
      $0.status.isOpen
        && ($0.name == CaseloadDeadlines.firstCarePlanName
          || $0.name == CaseloadDeadlines.carePlanReviewName)
    }.map { due in
      FactLine(
        section, due.name == CaseloadDeadlines.carePlanReviewName ? "Next review" : "Plan due",
        due.dueWords, note: due.statusWords(on: today), weight: due.weight,
        detail: "\(due.rule): \(due.working). Owed by \(due.owner).",
        opens: due.metByForm.map { .form($0, about: due.ref) })
    }
  }

  // MARK: Goals

  static func goals(_ plan: CarePlan, _ context: AppContext) -> [FactLine] {
    PlanDomain.allCases.flatMap { domain -> [FactLine] in
      let own = plan.goals(in: domain)
      if own.isEmpty {
        return [
          FactLine(
            goalSection, domain.words, "No goal: \(plan.uncoveredWhy)", weight: .quiet,
            detail: plan.uncoveredWhy)
        ]
      }
      return own.enumerated().flatMap { number, goal in
        lines(of: goal, label: number == 0 ? domain.words : "", on: context.today)
      }
    }
  }

  private static func lines(
    of goal: PlanGoal, label: String, on today: CalendarDate
  ) -> [FactLine] {
    let late = goal.isOverdue(on: today)
    let tackles = goal.tackles.map { " Answers the threat: \($0.words.lowercased())." } ?? ""
    let detail =
      "\(goal.domain.words): \(goal.goal). \(goal.action). \(goal.leadAgency), "
      + "by \(goal.target.ukWithWeekday), \(goal.status.words.lowercased()).\(tackles)"
    return [
      FactLine(
        goalSection, label, goal.goal, note: (late ? "was " : "by ") + goal.target.uk,
        weight: weight(of: goal, isLate: late), detail: detail),
      FactLine(
        goalSection, "  " + goal.status.words, "- \(goal.action)", note: goal.leadAgency,
        weight: .quiet, detail: detail),
    ]
  }

  private static func weight(of goal: PlanGoal, isLate: Bool) -> FactLine.Weight {
    switch goal.status {
    case .achieved: .done
    case .setAside: .struck
    case .notStarted, .underWay: isLate ? .overdue : .plain
    }
  }

  // MARK: The rest of the plan

  /// PPL-017.
  static func threats(_ plan: CarePlan) -> [FactLine] {
    plan.threats.map { threat in
      let answers = plan.goals.filter { $0.tackles == threat && $0.status.isOpen }
      guard let first = answers.first else {
        let why = plan.threatReason.isEmpty ? "nothing is done about it" : plan.threatReason
        return FactLine(
          threatSection, threat.words, why.capitalisedFirst, note: "No action", weight: .warning,
          detail: "PPL-017: \(why)")
      }
      return FactLine(threatSection, threat.words, first.action, note: first.leadAgency)
    }
  }

  /// PPL-031.
  static func treatment(_ plan: CarePlan, _ context: AppContext) -> [FactLine] {
    var lines = plan.treatments.map {
      FactLine(
        treatmentSection, context.session.codes.words(of: $0.modality, in: .modalities), $0.provider
      )
    }
    if !plan.terms.isEmpty {
      lines.append(
        FactLine(
          treatmentSection, "Attendance terms", plan.terms,
          note: plan.termsAgreed.map { "agreed \($0.uk)" } ?? "not agreed",
          weight: plan.termsAgreed == nil ? .warning : .plain, detail: plan.terms))
    }
    return lines
  }

  static func needs(_ plan: CarePlan) -> [FactLine] {
    PlanNeed.allCases.compactMap { need in
      plan.needs[need].map { FactLine(needSection, need.words, $0, detail: $0) }
    }
  }

  // MARK: Versions

  /// PPL-016.
  static func changes(_ file: CarePlanFile, _ context: AppContext) -> [FactLine] {
    guard let previous = file.previous else { return [] }
    let found = CarePlanChange.changes(
      from: previous, to: file.plan, codes: context.session.codes)
    if found.isEmpty {
      return [
        FactLine(changeSection, "Nothing", "The plan is the same as version \(previous.version)")
      ]
    }
    return found.map {
      FactLine(
        changeSection, $0.kind.words, $0.what, note: $0.words, detail: "\($0.what): \($0.words)")
    }
  }

  static func versions(_ file: CarePlanFile) -> [FactLine] {
    let all = file.file.planVersions.map { version in
      FactLine(
        versionSection, "Version \(version.version)",
        "\(version.made.ukWithWeekday), \(version.agreement.short)",
        note: version.ref == file.plan.id.ref ? "this one" : version.workerName,
        opens: .record(version.ref), subject: version.ref)
    }
    return all + [
      FactLine(
        versionSection, "Client's record", file.file.person.name.display, note: file.file.ref.text,
        opens: .record(file.file.ref), subject: file.file.ref)
    ]
  }

  // MARK: On the person's page

  /// The plan in short, the way to its page.
  static func summary(
    _ file: PersonFile, in section: RecordSection, _ context: AppContext
  ) -> [FactLine] {
    guard let plan = file.plan else { return [] }
    let open = plan.goals.filter(\.status.isOpen)
    let late = open.filter { $0.isOverdue(on: context.today) }.count
    let counted =
      Digits.counted(open.count, "open goal")
      + (late == 0 ? "" : ", \(late) past the target date")
    return [
      FactLine(
        section, "Version \(plan.version)", plan.agreement.words.capitalisedFirst, note: counted,
        weight: plan.agreement.agreedOn == nil || late > 0 ? .warning : .plain,
        detail: plan.words, opens: .record(plan.id.ref), subject: plan.id.ref)
    ]
  }

  /// PPL-019.
  static func duties(
    _ file: PersonFile, in section: RecordSection, _ context: AppContext
  ) -> [FactLine] {
    CaseDuties.list(for: file, in: context.rules).map {
      FactLine(
        section, $0.kind.title, $0.reason, note: $0.status.words, weight: $0.status.weight,
        detail: "\($0.kind.title): \($0.reason)")
    }
  }

  static func line(
    _ referral: WraparoundReferral, in section: RecordSection, _ context: AppContext
  ) -> FactLine {
    FactLine(
      section, referral.referred.ukWithWeekday, "\(referral.kind.words): \(referral.agency)",
      note: referral.struckBecause != nil
        ? "struck through" : referral.outcome?.words ?? "no outcome yet",
      weight: referral.struckBecause != nil
        ? .struck : referral.outcome == nil ? .warning : .plain,
      detail: referral.outcomeWords + (referral.reason.isEmpty ? "" : ". \(referral.reason)"),
      opens: .form(WraparoundReferralForm.id, about: referral.id.ref), subject: referral.id.ref,
      actions: CarePlanActions.offered(for: referral, in: context.rules))
  }
}

extension CarePlanChange.Kind {
  fileprivate var words: String {
    switch self {
    case .added: "Added"
    case .changed: "Changed"
    case .removed: "Taken out"
    }
  }
}

extension CaseDuty.Status {
  fileprivate var weight: FactLine.Weight {
    switch self {
    case .kept: .done
    case .toDo: .soon
    case .notKept: .overdue
    case .notKnown: .quiet
    }
  }
}
