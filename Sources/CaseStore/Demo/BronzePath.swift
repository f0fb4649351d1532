import CaseRules

/// One bronze action of the demonstration, from research to where it stands now.
struct BronzePath {
  let scribe: DemoScribe
  let plan: IntelligencePlan
  let bronze: RecordRef
  let officer: Worker
  let leader: Worker
  let superintendent: Worker

  /// Days after the report was received on which each step is taken.
  private enum Step {
    static let asked = 1
    static let replied = 4
    static let tested = 5
    static let submitted = 6
    static let decided = 8
    static let served = 11
    static let answered = 19
  }

  private func ago(_ step: Int) -> Int { max(0, plan.daysAgo - step) }
  private func day(_ step: Int) -> CalendarDate { scribe.today.adding(days: -ago(step)) }

  private func at(_ step: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
    min(
      Moment(local: day(step), ClockTime(minutesOfDay: hour * 60 + minute)),
      scribe.now.adding(minutes: -10))
  }

  @discardableResult
  private func fill(
    _ form: FormID, _ step: Int, _ hour: Int, _ minute: Int = 0, by worker: Worker? = nil,
    _ answers: [FieldCode: String], because reason: String = "Agreed with the team leader"
  ) throws -> RecordRef {
    try scribe.fill(
      form, about: bronze, by: worker ?? officer, at: at(step, hour, minute), answers,
      because: reason)
  }

  func tell() throws {
    switch plan.ending {
    case .received, .graded, .notValid: return
    case .research(let replied):
      try ask(replied: replied)
    case .rights:
      try research()
    case .otherOption(let option):
      try research()
      try test(isMet: false)
      try fill(
        FurtherOptionForm.id, Step.tested, 15, 20,
        [
          FurtherOptionForm.options: option,
          FurtherOptionForm.note: "Asked the drug team to see the person at the shelter",
        ])
    case .pending(let recommended, let returnedOnce):
      try submit()
      if returnedOnce {
        try sendBack()
        try submitAgain()
      }
      if recommended { try recommend() }
    case .returned:
      try submit()
      try sendBack()
    case .refused:
      try submit()
      try recommend()
      try decide(
        .refused, because: "Ordinary investigation promises more; a letter would warn others")
    case .authorised: try grant()
    case .notServed: try leaveUnserved()
    case .served: try serve()
    case .declined: try answer("declined")
    case .silent: try answer("none")
    case .inTreatment(let reports): try treat(reports: reports)
    case .dropOut: try dropOut()
    case .assessed:
      try dropOut()
      try assess()
    case .completed:
      try treat(reports: 3)
      try monitor(4, result: .completed, attends: true)
    }
  }

  // MARK: Research and test

  private func ask(replied: Bool) throws {
    // INT-009: handling 1, 3 and 4 stay with the police.
    let mayLeave = ["2", "5"].contains(plan.grades.suffix(1))
    let agencies: [(BlueBoxAgency, String, String)] =
      mayLeave
      ? [
        (.housing, "Castlemere Homes", "Rents alone; two complaints by neighbours"),
        (.treatment, "Saltmarsh Community Drug Team", "Not known to the service"),
        (.probation, "Northfold office", "Supervision ended two years ago"),
      ] : [(.police, "Neighbourhood team", "Stopped twice this month, nothing found")]
    for (index, (agency, office, facts)) in agencies.enumerated() {
      let isAnswered = replied && index < max(1, agencies.count - 1)
      var answers: [FieldCode: String] = [
        ResearchFields.agency: agency.code, ResearchFields.office: office,
        ResearchFields.asked: day(Step.asked).uk,
        ResearchFields.reply: ResearchReply.noneYet.code,
      ]
      try fill(ResearchRequestForm.id, Step.asked, 10, 10 * index, answers)
      guard isAnswered else { continue }
      answers = [
        ResearchReplyForm.number: String(index + 1),
        ResearchFields.reply:
          (facts.hasPrefix("Not known") ? ResearchReply.notKnown : .known).code,
        ResearchFields.replied: day(Step.replied).uk, ResearchFields.facts: facts,
      ]
      try fill(ResearchReplyForm.id, Step.replied, 11, 10 * index, answers)
    }
  }

  private func research() throws {
    try ask(replied: true)
    try fill(
      CompleteResearchForm.id, Step.tested, 9, 30,
      [CompleteResearchForm.summary: "Known by name and address; nothing speaks against it"])
  }

  private static let reasons: [HumanRight: String] = [
    .justifiable: "Prevents crime that is linked to drugs, which the law allows for",
    .authorised: "Common-law power to prevent crime; goes to the superintendent",
    .proportionate: "A letter is the mildest step that may still change anything",
    .auditable: "Reports, replies and reasons are on file with their days",
    .necessary: "Two talks with neighbourhood officers have changed nothing",
  ]

  private func test(isMet: Bool) throws {
    var answers: [FieldCode: String] = [
      HumanRightsForm.drugLink: "yes", HumanRightsForm.met: isMet ? "yes" : "no",
    ]
    for right in HumanRight.allCases {
      let fails = !isMet && right == .proportionate
      answers[HumanRightsForm.answer(right)] = fails ? "no" : "yes"
      answers[HumanRightsForm.reason(right)] =
        fails
        ? "Help has not been offered yet, which comes before a letter"
        : Self.reasons[right] ?? "On file with the reports"
    }
    try fill(HumanRightsForm.id, Step.tested, 14, 0, answers)
  }

  // MARK: The letter and the decision

  private func letter(_ step: Int, _ hour: Int, _ minute: Int) throws {
    var answers: [FieldCode: String] = [
      LetterFields.invitation:
        "We would rather see you in treatment than in trouble, and so would those near you.",
      LetterFields.service: "Saltmarsh Community Drug Team",
      LetterFields.contact: "01632 960 211, Mon-Fri 09:00-17:00; ask for rapid access",
      LetterFields.replyBy: day(step).adding(days: 45).uk,
      LetterFields.address: plan.place,
    ]
    if let convictions = plan.convictions {
      answers[LetterFields.suspected] = "yes"
      answers[LetterFields.offence] =
        "We have reason to think that you are taking what is not yours to pay for drugs."
      answers[LetterFields.convictions] = convictions
    } else {
      answers[LetterFields.suspected] = "no"
      answers[LetterFields.drugs] = "We have reason to think that you use drugs most days."
      answers[LetterFields.problem] =
        "This may be becoming a problem for your health, your money and your home."
    }
    try fill(BronzeLetterForm.id, step, hour, minute, answers)
  }

  private func submit() throws {
    try research()
    try test(isMet: true)
    try letter(Step.tested, 16, 0)
    try fill(SubmitBronzeForm.id, Step.submitted, 9, 15, [SubmitBronzeForm.young: "no"])
  }

  private func recommend() throws {
    try fill(
      RecommendBronzeForm.id, Step.submitted + 1, 11, 0, by: leader,
      [
        RecommendBronzeForm.words:
          "Grant it: the replies agree with the report, and rapid access has room this week"
      ])
  }

  private func sendBack() throws {
    try decide(.returned, because: "What does the housing office know? Ask them before I decide")
  }

  private func submitAgain() throws {
    try fill(
      CompleteResearchForm.id, Step.decided + 3, 10, 0,
      [CompleteResearchForm.summary: "Housing has answered; nothing new against it"])
    try fill(SubmitBronzeForm.id, Step.decided + 4, 9, 40, [SubmitBronzeForm.young: "no"])
  }

  private func decide(_ kind: BronzeDecisionKind, because reason: String) throws {
    try fill(
      DecideBronzeForm.id, Step.decided, 12, 30, by: superintendent,
      [
        DecideBronzeForm.decision: kind.code, DecideBronzeForm.reason: reason,
        DecideBronzeForm.rank: kind == .returned ? "" : PoliceRank.superintendent.code,
        DecideBronzeForm.options:
          kind == .refused ? FurtherOption.ordinaryInvestigation.code : "",
      ])
  }

  private func grant() throws {
    try submit()
    try recommend()
    try decide(.granted, because: "In proportion, and treatment is ready for whoever comes")
  }

  private func leaveUnserved() throws {
    try grant()
    try fill(
      NotServedForm.id, Step.decided + 30, 10, 0, by: superintendent,
      [
        NotServedForm.outcome: NotServedForm.Outcome.close.code,
        NotServedForm.reason: "Moved away to family on the mainland",
      ])
  }

  // MARK: Service and answer

  private func serve() throws {
    try grant()
    let inPerson = plan.convictions != nil
    try fill(
      ServeBronzeForm.id, Step.served, 17, 30,
      [
        ServeBronzeForm.at: at(Step.served, 16, 45).typed,
        ServeBronzeForm.method: (inPerson ? ServiceMethod.inPerson : .post).code,
        ServeBronzeForm.server: inPerson ? "PC Ashe" : "Post, signed for",
        ServeBronzeForm.place: plan.place.isEmpty ? "At home" : plan.place,
        ServeBronzeForm.handed: inPerson ? "yes" : "no",
      ], because: "Not met at home three times; the post was signed for")
  }

  private func answer(_ response: String) throws {
    try serve()
    let isSilence = response == "none"
    let step = isSilence ? Step.served + 20 : Step.answered
    try fill(
      BronzeResponseForm.id, step, 10, 0, by: isSilence ? leader : officer,
      [
        BronzeResponseForm.response: response, BronzeResponseForm.on: day(step).uk,
        RetentionFields.reference: "RMS/\(2_000 + bronze.number)",
        RetentionFields.on: day(step).uk,
      ])
  }

  private func accept() throws {
    try serve()
    try fill(
      BronzeResponseForm.id, Step.answered, 10, 0,
      [
        BronzeResponseForm.response: BronzeResponse.accepted.code,
        BronzeResponseForm.on: day(Step.answered).uk,
        BronzeResponseForm.agency: "Saltmarsh Community Drug Team",
        BronzeResponseForm.first: at(Step.answered + 2, 11, 0).typed,
      ])
  }

  private func treat(reports: Int) throws {
    try accept()
    for number in stride(from: 1, through: reports, by: 1) {
      try monitor(number, result: .retained, attends: true)
    }
  }

  /// INT-034: on each monthly anniversary of the acceptance.
  private func monitor(_ number: Int, result: MonitoringResult, attends: Bool) throws {
    let due = day(Step.answered).adding(months: number)
    let step = plan.daysAgo - scribe.today.days(since: due)
    let answer = attends ? "yes" : "no"
    try fill(
      MonitoringForm.id, step, 15, 0,
      [
        MonitoringForm.on: day(step).uk, MonitoringForm.offending: "yes",
        MonitoringForm.attendance: answer, MonitoringForm.engagement: answer,
        MonitoringForm.result: result.code,
      ])
  }

  private func dropOut() throws {
    try treat(reports: 1)
    try monitor(2, result: .notRetained, attends: false)
  }

  private func assess() throws {
    let due = day(Step.answered).adding(months: 2)
    let step = plan.daysAgo - scribe.today.days(since: due) + 3
    try fill(
      RiskAssessmentForm.id, step, 10, 0,
      [
        RiskAssessmentForm.partners: "treatment, probation, housing",
        RiskAssessmentForm.toldOn: day(step).uk,
        RiskAssessmentForm.offending: "Takes from shops and holds for others; no violence known",
        RiskAssessmentForm.drugs: "Heroin, smoked; crack when there is money",
        RiskAssessmentForm.abuse: "Daily, about 40 pounds",
        RiskAssessmentForm.criminality: "Low to medium; led by somebody else",
        RetentionFields.reference: "RMS/\(2_000 + bronze.number)",
        RetentionFields.on: day(step).uk,
      ])
  }
}
