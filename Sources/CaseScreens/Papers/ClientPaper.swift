package import CaseRules

/// A client's summary and care plan, for the file, the client or the next service.
package enum ClientPaper {
  package static func paper(of file: PersonFile, in context: RuleContext) -> Paper {
    var paper = Paper(
      title: file.plan == nil ? "Client summary" : "Client summary and care plan",
      subject: file.person.heading(on: context.today),
      origin: "Printed \(context.now.ukWithWeekday) by \(context.worker.name), "
        + context.worker.role.titleInSentence)
    addIdentity(file, to: &paper, context)
    addCaseload(file, to: &paper, context)
    if let plan = file.plan {
      addPlan(plan, file, to: &paper, context)
      addGoals(plan, to: &paper)
    }
    addOthers(file, to: &paper, context)
    if file.plan != nil {
      paper.parts.append(
        Paper.Part("Agreement", [.signatures(["Client", "Worker", "Date"])]))
    }
    return paper
  }

  // MARK: The person

  private static func addIdentity(
    _ file: PersonFile, to paper: inout Paper, _ context: RuleContext
  ) {
    let person = file.person
    let address = [person.home.address, person.home.postcode ?? ""].filter { !$0.isEmpty }
    let risks = person.risks.map(\.title).joined(separator: ", ")
    let phones = person.phones.map { phone in
      phone.number + (phone.safeToRing == .yes ? "" : " (not known to be safe to ring)")
    }
    paper.add(
      "Person",
      facts: [
        ("Name", person.name.display),
        ("Also known as", person.aliases.map(\.name).joined(separator: ", ")),
        ("Born", person.birth.answer(on: context.today)), ("Sex", person.sex.title),
        (
          "Address",
          person.home.noFixedAbode == .yes ? "No fixed abode" : address.joined(separator: ", ")
        ),
        ("Phone", phones.joined(separator: ", ")),
        ("Language", person.language + (person.interpreter == .yes ? ", interpreter needed" : "")),
        ("GP", file.gpName),
        (
          "Risk",
          risks.isEmpty ? "" : risks + (person.riskNote.isEmpty ? "" : ": " + person.riskNote)
        ),
        ("Markers", file.markers(on: context.today).joined(separator: ", ")),
      ])
  }

  private static func addCaseload(
    _ file: PersonFile, to paper: inout Paper, _ context: RuleContext
  ) {
    guard let episode = file.openEpisode ?? file.episodes.first else { return }
    let next = file.appointments.filter { $0.state == .booked && $0.starts >= context.now }
      .min { $0.starts < $1.starts }
    paper.add(
      "Caseload",
      facts: [
        ("State", episode.state.title), ("Key worker", episode.workerName),
        ("Joined", episode.joined?.ukWithWeekday), ("Prison", episode.prison),
        ("Last contact", episode.lastContact?.ukWithWeekday),
        ("Next appointment", next.map { "\($0.starts.ukWithWeekday), \($0.place)" }),
        ("Closed", episode.closed?.ukWithWeekday),
        (
          "Consents",
          file.consents.filter { $0.given && $0.holds(at: context.now) }
            .map { $0.type.title.lowercased() }.joined(separator: ", ")
        ),
      ])
  }

  // MARK: The plan

  private static func addPlan(
    _ plan: CarePlan, _ file: PersonFile, to paper: inout Paper, _ context: RuleContext
  ) {
    let review = file.deadlines.first {
      $0.name == CaseloadDeadlines.carePlanReviewName && $0.status.isOpen
    }
    let treatments = plan.treatments.map {
      "\(context.codes.words(of: $0.modality, in: .modalities)), \($0.provider)"
    }
    paper.add(
      "Care plan",
      facts: [
        ("Version", "\(plan.version), made \(plan.made.ukWithWeekday) with \(plan.workerName)"),
        ("Client", sentence(plan.agreement.words)),
        ("Next review", review?.due?.ukWithWeekday),
        ("Treatment", treatments.joined(separator: "\n")), ("Attendance terms", plan.terms),
        ("Terms agreed", plan.termsAgreed?.ukWithWeekday),
        ("Threatens progress", plan.threats.map(\.words).joined(separator: ", ")),
        ("Without action", plan.unanswered.isEmpty ? "" : unanswered(plan)), ("Note", plan.note),
      ])
    paper.add(
      "Needs", facts: PlanNeed.allCases.map { ($0.words, plan.needs[$0]) })
  }

  private static func unanswered(_ plan: CarePlan) -> String {
    plan.unanswered.map(\.words).joined(separator: ", ")
      + (plan.threatReason.isEmpty ? "" : ": \(plan.threatReason)")
  }

  private static func addGoals(_ plan: CarePlan, to paper: inout Paper) {
    for domain in PlanDomain.allCases {
      let goals = plan.goals(in: domain)
      guard !goals.isEmpty else {
        paper.parts.append(
          Paper.Part(domain.words, [.text("No goal now. " + plan.uncoveredWhy)]))
        continue
      }
      paper.add(
        domain.words, ["Goal", "Action", "Lead agency", "Target", "Status"],
        goals.map { [$0.goal, $0.action, $0.leadAgency, $0.target.uk, $0.status.words] })
    }
  }

  // MARK: Others

  private static func addOthers(
    _ file: PersonFile, to paper: inout Paper, _ context: RuleContext
  ) {
    paper.add(
      "Agencies involved", ["Agency", "Lead", "Provides", "Part"],
      file.agencies.filter { $0.until == nil }.map {
        [$0.name, $0.lead, $0.provides, $0.isCoordinator ? "Care co-ordinator" : ""]
      })
    paper.add(
      "Referrals", ["For", "Agency", "Date", "Outcome"],
      file.referrals.map { [$0.kind.words, $0.agency, $0.referred.uk, $0.outcomeWords] })
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
