/// What a care plan has to be before it is kept.
package enum CarePlanRules {
  package static let all: [FormRule] = [
    mayMake, covers, saidOnce, targetsToCome, threatsAnswered, madeInTime, agreedInTime,
    agreedWhenMade,
    termsInTime,
    knownServices, termsNeeded,
  ]

  /// PPL-014: plans belong to clients on the caseload.
  package static func onCaseload(_ episode: Episode?) -> Finding? {
    guard let episode, episode.state.isOpen, episode.joined != nil else {
      return Finding(
        "PPL-014", .blocks,
        "The client is not on the caseload. Care plans begin with joining it")
    }
    return nil
  }

  /// The function matrix: prison workers leave the plan of a client in the community alone.
  package static func mayEdit(_ episode: Episode?, _ worker: Worker) -> Finding? {
    guard worker.role == .carat, let episode, !episode.isInCustody else { return nil }
    return Finding(
      "GEN-003", .blocks,
      "The client is in the community: a CARAT worker reads this care plan but does not change it. "
        + "Ask \(episode.workerName)")
  }

  private static let mayMake = FormRule { _, facts, context in
    let episode = facts.carePlan?.episode
    return [onCaseload(episode), mayEdit(episode, context.worker)].compactMap { $0 }
  }

  /// PPL-015: each of the four domains has a goal, or is said to need none.
  private static let covers = FormRule { reading, _, _ in
    let said: [PlanDomain] = reading.choices(CarePlanForm.uncovered)
    let withGoal = domains(in: reading)
    let missing = PlanDomain.allCases.filter { !withGoal.contains($0) && !said.contains($0) }
    // Without any goal the form itself says that goals are needed.
    if missing.isEmpty || missing.count == PlanDomain.allCases.count { return [] }
    return [
      Finding(
        "PPL-015", .blocks, field: CarePlanForm.goals.text,
        "Nothing is planned for \(missing.map { $0.words.lowercased() }.joined(separator: ", ")). "
          + "Add a goal, or tick it under “No goal in”")
    ]
  }

  /// PPL-015: a domain with a goal is not among those without.
  private static let saidOnce = FormRule { reading, _, _ in
    let said: [PlanDomain] = reading.choices(CarePlanForm.uncovered)
    let withGoal = domains(in: reading)
    return said.filter { withGoal.contains($0) }.map {
      Finding(
        "PPL-015", .blocks, field: CarePlanForm.uncovered.text,
        "\($0.words) has a goal and is ticked as having none. Leave one of the two")
    }
  }

  private static func domains(in reading: FormReading) -> Set<PlanDomain> {
    Set(
      (reading.rows[CarePlanForm.goals] ?? []).compactMap {
        $0.choice(CarePlanForm.GoalColumn.domain)
      })
  }

  /// PPL-015, PPL-016: a review asks what became of each goal whose date has gone by.
  ///
  /// Carried on as it is, it would have no target any more; a date that stands has a reason of its own.
  private static let targetsToCome = FormRule { reading, _, context in
    let day = reading.date(CarePlanForm.made) ?? context.today
    return CarePlanForm.goals(in: reading).filter { $0.isOverdue(on: day) }.map { goal in
      let place = FieldPlace(
        CarePlanForm.goals, row: goal.id, column: CarePlanForm.GoalColumn.target)
      return Finding(
        "PPL-015", .warns, field: place.path,
        "“\(goal.goal)” was to be reached by \(goal.target.uk) and is "
          + "\(goal.status.words.lowercased()). Set a new date or its status, or say why the date "
          + "stands"
      ).passedAlone()
    }
  }

  /// PPL-017: each threat is answered by an action that is still worked on, or by a reason.
  private static let threatsAnswered = FormRule { reading, _, _ in
    let marked: [ProgressThreat] = reading.choices(CarePlanForm.threats)
    let answered = Set(
      CarePlanForm.goals(in: reading).filter(\.status.isOpen).compactMap(\.tackles))
    return marked.filter { !answered.contains($0) }.map {
      Finding(
        "PPL-017", .warns, field: CarePlanForm.threats.text,
        "\($0.words) threatens progress and no open goal answers it. Add an action, or say why not")
    }
  }

  private static let madeInTime = FormRule { reading, facts, context in
    let day = reading.date(CarePlanForm.made)
    return FactRules.notInFuture(day, field: CarePlanForm.made, today: context.today)
      + FactRules.notBefore(
        facts.carePlan?.episode?.opened, "the first contact", day, field: CarePlanForm.made)
      + FactRules.notBefore(
        facts.carePlan?.last?.made, "the version before", day, field: CarePlanForm.made)
  }

  private static let agreedInTime = FormRule { reading, _, context in
    guard reading.isYes(CarePlanForm.agreed) else { return [] }
    let day = reading.date(CarePlanForm.agreedOn)
    return FactRules.notInFuture(day, field: CarePlanForm.agreedOn, today: context.today)
      + FactRules.notBefore(
        reading.date(CarePlanForm.made), "the plan was made", day, field: CarePlanForm.agreedOn)
  }

  /// The day that is taken where none is given is said before it is saved.
  private static let agreedWhenMade = FormRule { reading, _, _ in
    guard reading.isYes(CarePlanForm.agreed), !reading.isAnswered(CarePlanForm.agreedOn),
      let day = reading.date(CarePlanForm.made)
    else { return [] }
    return [
      Finding(
        "PPL-014", .shows, field: CarePlanForm.agreedOn.text,
        "Agreed on the day of this version, \(day.uk)")
    ]
  }

  private static let termsInTime = FormRule { reading, _, context in
    FactRules.notInFuture(
      reading.date(CarePlanForm.termsAgreed), field: CarePlanForm.termsAgreed,
      today: context.today)
  }

  private static let knownServices = FormRule { reading, facts, _ in
    (reading.rows[CarePlanForm.treatments] ?? []).compactMap { row in
      guard let ref = row.link(CarePlanForm.TreatmentColumn.service), facts.names[ref] == nil
      else { return nil }
      let place = FieldPlace(
        CarePlanForm.treatments, row: row.id, column: CarePlanForm.TreatmentColumn.service)
      return Finding(
        "PPL-013", .blocks, field: place.path,
        "There is no directory entry \(ref.text). Choose the right one from the list")
    }
  }

  /// What stands in the way of starting a treatment is said while the plan is written.
  private static let termsNeeded = FormRule { reading, _, context in
    guard reading.date(CarePlanForm.termsAgreed) == nil else { return [] }
    let waiting = CarePlanForm.treatments(in: reading).compactMap { treatment in
      context.codes[.modalities]?[treatment.modality].flatMap {
        $0.tier ?? 0 >= 3 ? $0.words : nil
      }
    }
    guard !waiting.isEmpty else { return [] }
    return [
      Finding(
        "PPL-014", .shows, field: CarePlanForm.termsAgreed.text,
        "\(waiting.joined(separator: ", ")) cannot start before the client has agreed to "
          + "attendance terms (PPL-031)")
    ]
  }
}

extension Episode {
  /// In prison now; also while a client who was there is being looked for.
  fileprivate var isInCustody: Bool {
    switch state {
    case .activeCustody: true
    case .dropOutReview: !prison.isEmpty
    case .contact, .assessed, .activeCommunity, .transferred, .closed: false
    }
  }
}
