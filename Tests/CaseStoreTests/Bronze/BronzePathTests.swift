import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("A bronze action from a valid report to its end")
struct BronzePathTests: InBronzeOffice {
  let office: BronzeOffice

  init() throws { office = try BronzeOffice() }

  @Test(
    "INT-020 to INT-038: research, returned once, granted, printed, served, accepted, three monitorings, drop-out, risk assessment, RMS"
  )
  func wholePath() throws {
    let bronze = try office.opened()
    #expect(try office.record(bronze).state == .research)
    try office.researched(bronze)
    try office.submitted(bronze)
    #expect(try office.open(bronze) == ["Authorisation 08/10/2007"])

    try office.save(
      DecideBronzeForm.id, bronze,
      [
        DecideBronzeForm.decision: "returned", DecideBronzeForm.reason: "Ask probation as well",
      ], at: at(2, 10), as: office.superintendent)
    #expect(try office.record(bronze).state == .research)
    #expect(try office.open(bronze) == [])
    try office.save(
      ResearchRequestForm.id, bronze,
      [
        ResearchFields.agency: "PROB", ResearchFields.asked: "02/10/2007",
        ResearchFields.reply: "not_known", ResearchFields.replied: "02/10/2007",
      ], at: at(2, 10, 2007, 11))
    try office.save(CompleteResearchForm.id, bronze, [:], at: at(2, 10, 2007, 11))
    try office.save(
      SubmitBronzeForm.id, bronze, [SubmitBronzeForm.young: "no"], at: at(2, 10, 2007, 12))

    #expect(throws: StoreError.self) { _ = try office.print(bronze, as: office.officer) }
    let granted = try office.save(
      DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(3, 10), as: office.superintendent)
    #expect(granted.notes == ["The letter may be printed now", "Service due Wed 31/10/2007"])
    let letter = try office.print(bronze, as: office.officer)
    #expect(letter.text.contains("Thefts from shops in Northfold"))
    #expect(letter.text.contains("Una Marsh") && letter.text.contains("Wed 03/10/2007"))

    try office.serve(bronze)
    #expect(try office.open(bronze) == ["Response 19/10/2007"])
    try office.accept(bronze)
    #expect(try office.open(bronze) == ["Monitoring 1 10/11/2007"])

    for (number, month) in [(1, 11), (2, 12)] {
      try monitor(bronze, on: at(10, month), attendance: "yes")
      #expect(try office.record(bronze).state == .inTreatment)
      #expect(try office.record(bronze).monitoring.count == number)
    }
    #expect(try office.open(bronze) == ["Monitoring 3 10/01/2008"])
    let dropOut = try monitor(bronze, on: at(10, 1, 2008), attendance: "no")
    #expect(dropOut == ["A drop-out is recorded (INT-036)", "Risk assessment due Thu 17/01/2008"])
    #expect(try office.record(bronze).state == .dropOut)

    try office.save(
      RiskAssessmentForm.id, bronze,
      [
        RiskAssessmentForm.partners: "treatment, probation",
        RiskAssessmentForm.toldOn: "11/01/2008", RiskAssessmentForm.offending: "Thefts again",
        RiskAssessmentForm.drugs: "Heroin", RiskAssessmentForm.abuse: "Daily",
        RiskAssessmentForm.criminality: "Rising", RetentionFields.reference: "RMS/14",
        RetentionFields.on: "11/01/2008",
      ], at: at(11, 1, 2008))
    let end = try office.record(bronze)
    #expect(end.state == .rmsRetained)
    #expect(end.retention == RMSRetention(reference: "RMS/14", on: .on(11, 1, 2008)))
    #expect(try office.open(bronze) == [])
    #expect(end.steps.compactMap(\.event).count == 12)
  }

  @discardableResult
  private func monitor(
    _ bronze: RecordRef, on moment: Moment, attendance: String
  ) throws -> [String] {
    try office.save(
      MonitoringForm.id, bronze,
      [
        MonitoringForm.on: moment.date.uk, MonitoringForm.offending: "yes",
        MonitoringForm.attendance: attendance, MonitoringForm.engagement: attendance,
        MonitoringForm.result: "retained",
      ], at: moment,
      reasons: attendance == "no" ? ["INT-036": "The centre has not seen him"] : [:]
    ).notes
  }

  // MARK: Separation

  @Test("INT-024, worked example 6: who submitted it is refused in words, whatever their role now")
  func ownSubmission() throws {
    let bronze = try office.pending()
    let by = try office.custody.temporary.attribution()
    try office.store.write(by) { transaction in
      try transaction.connection.execute(
        "UPDATE worker SET role = 'supt' WHERE id = ?", office.officer.id)
      try transaction.audit(AuditEvent(.workerChanged))
    }
    var risen = office.officer
    risen.role = .supt
    #expect(
      try office.refusal(
        DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(2, 10), as: risen)
        == [
          "INT-024: You submitted it yourself. Somebody else has to decide",
          "INT-024: You drafted it yourself. Somebody else has to decide",
        ])
    #expect(try office.record(bronze).state == .pending)
  }

  @Test("INT-024: the file itself refuses a decider who submitted or drafted it")
  func ownInTheFile() throws {
    let bronze = try office.pending()
    let by = try office.custody.temporary.attribution()
    #expect(throws: (any Error).self) {
      try office.store.write(by) { transaction in
        try transaction.connection.execute(
          """
          UPDATE bronze_submission
          SET decision = 'granted', decided_name = 'x', decided_rank = 'superintendent',
              decided_on = '2007-10-02', decided_by = ?, decided_at = '2007-10-02T09:00:00Z',
              letter = 'x'
          WHERE bronze = ?
          """, office.officer.id, bronze.number)
        try transaction.audit(AuditEvent(.changed))
      }
    }
  }

  @Test("Worked example 5, INT-024: a team leader's grant is refused; keyed for another it is kept")
  func keyed() throws {
    let bronze = try office.pending()
    #expect(
      try office.refusal(
        DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(2, 10), as: office.leader
      ).first?.hasPrefix("INT-024: As team leader you put forward") == true)
    try office.save(
      DecideBronzeForm.id, bronze,
      BronzeOffice.grant.merging([
        DecideBronzeForm.keyed: "yes", DecideBronzeForm.name: "Una Marsh",
        DecideBronzeForm.on: "02/10/2007", DecideBronzeForm.reference: "Memo 14",
      ]) { _, new in new }, at: at(3, 10), as: office.leader)
    let decision = try office.record(bronze).granted?.decision
    #expect(decision?.name == "Una Marsh")
    #expect(decision?.rank == .superintendent)
    #expect(decision?.on == .on(2, 10, 2007))
    #expect(decision?.reference == "Memo 14")
    #expect(decision?.keyedBy == "S.LANE")
    #expect(decision?.letter.contains("Una Marsh") == true)
  }

  @Test("GEN-006: without the password just typed nothing is decided")
  func password() throws {
    let bronze = try office.pending()
    guard
      case .refused(let findings) = try office.submit(
        DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(2, 10),
        as: office.superintendent, password: false)
    else {
      Issue.record("decided")
      return
    }
    #expect(findings.map(\.rule) == ["GEN-006"])
    #expect(try office.record(bronze).state == .pending)
  }

  @Test("the wrong roles do not get as far as the form")
  func roles() throws {
    let bronze = try office.pending()
    for worker in [office.custody.arw, office.custody.cjit, office.officer] {
      #expect(
        try !office.refusal(DecideBronzeForm.id, bronze, BronzeOffice.grant, as: worker).isEmpty)
    }
    #expect(
      try !office.refusal(
        CompleteResearchForm.id, bronze, [:], as: office.superintendent
      ).isEmpty)
  }

  // MARK: The letter

  @Test("INT-031: the letter is frozen; what the officer drafts later needs a grant of its own")
  func frozen() throws {
    let bronze = try office.granted()
    let before = try office.print(bronze, as: office.officer).text
    #expect(
      try office.refusal(
        BronzeLetterForm.id, bronze,
        BronzeOffice.letter.merging([LetterFields.offence: "Robbery"]) { _, new in new }
      )
      .first?.hasPrefix("INT-022") == true)
    let by = try office.custody.temporary.attribution()
    #expect(throws: (any Error).self) {
      try office.store.write(by) { transaction in
        try transaction.connection.execute(
          "UPDATE bronze_submission SET letter = 'other' WHERE bronze = ?", bronze.number)
        try transaction.audit(AuditEvent(.changed))
      }
    }
    #expect(try office.print(bronze, as: office.officer).text == before)
  }

  @Test("INT-031, GEN-003: each print is on the trail; who has no part in it prints nothing")
  func prints() throws {
    let bronze = try office.granted()
    _ = try office.print(bronze, as: office.officer)
    _ = try office.print(bronze, as: office.superintendent)
    let count = try office.store.read {
      try $0.first(
        "SELECT count(*) FROM audit WHERE kind = 'print' AND record_kind = 'BR'",
        row: { try $0.int(0) })
    }
    #expect(count == 2)
    #expect(throws: StoreError.self) { _ = try office.print(bronze, as: office.custody.arw) }
  }

  // MARK: Other ways to end

  @Test("INT-021, INT-023: criteria not met close it with another option")
  func option() throws {
    let bronze = try office.opened()
    try office.researched(bronze)
    var answers = BronzeOffice.test
    answers[HumanRightsForm.answer(.proportionate)] = "no"
    #expect(
      try office.refusal(HumanRightsForm.id, bronze, answers).first?.hasPrefix("INT-021") == true)
    answers[HumanRightsForm.met] = "no"
    try office.save(HumanRightsForm.id, bronze, answers)
    try office.save(
      FurtherOptionForm.id, bronze, [FurtherOptionForm.options: "treatment_without_letter"])
    #expect(try office.record(bronze).state == .closedOtherOption)
  }

  @Test("INT-032: not served in time it is pending again, with the same letter and a new decision")
  func notServed() throws {
    let bronze = try office.granted()
    try office.save(
      NotServedForm.id, bronze,
      [NotServedForm.outcome: "again", NotServedForm.reason: "Was in hospital"],
      at: at(1, 11), as: office.superintendent)
    let record = try office.record(bronze)
    #expect(record.state == .pending)
    #expect(record.submissions.count == 2)
    #expect(record.granted == nil)
    #expect(throws: StoreError.self) { _ = try office.print(bronze, as: office.officer) }
    try office.save(
      DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(2, 11), as: office.other)
    #expect(try office.record(bronze).granted?.decision?.name == "Hal Bright")
  }

  @Test("INT-033, INT-037: silence is taken as declined by the team leader, and retained on RMS")
  func silence() throws {
    let bronze = try office.granted()
    try office.save(
      ServeBronzeForm.id, bronze,
      [
        ServeBronzeForm.at: "05/10/2007 09:00", ServeBronzeForm.method: "post",
        ServeBronzeForm.server: "Ian Frost", ServeBronzeForm.place: "Quay Road 4",
        ServeBronzeForm.handed: "no",
      ], at: at(5, 10), reasons: ["INT-032": "He was never at home"])
    let lines = try office.lines(as: office.leader, at: at(20, 10))
    #expect(lines.map(\.isProposedDeclined) == [true])
    try office.save(
      BronzeResponseForm.id, bronze,
      [
        BronzeResponseForm.response: "none", BronzeResponseForm.on: "20/10/2007",
        RetentionFields.reference: "RMS/15", RetentionFields.on: "20/10/2007",
      ], at: at(20, 10), as: office.leader)
    #expect(try office.record(bronze).state == .rmsRetained)
    #expect(try office.record(bronze).retention?.reference == "RMS/15")
  }

  @Test("INT-038: back in treatment, the next anniversary is monitored")
  func back() throws {
    let bronze = try office.treated()
    try monitor(bronze, on: at(12, 11), attendance: "no")
    #expect(try office.open(bronze) == ["Risk assessment 19/11/2007"])
    try office.save(
      ReturnToTreatmentForm.id, bronze, [ReturnToTreatmentForm.on: "20/11/2007"],
      at: at(20, 11))
    #expect(try office.record(bronze).state == .inTreatment)
    #expect(try office.open(bronze) == ["Monitoring 2 10/12/2007"])
  }

  // MARK: More than one report

  @Test("INT-040: while one is open, another report feeds it and opens nothing")
  func linked() throws {
    let subject = try office.subject()
    let first = try office.openedOne(by: try office.report(on: subject))
    let report = try office.report(on: subject)
    #expect(try office.take(report) == [.linked(first)])
    #expect(try office.record(first).reports.count == 2)
  }

  @Test(
    "INT-039, INT-040: after it is closed new information raises further action, with the history")
  func further() throws {
    let subject = try office.subject()
    let bronze = try office.openedOne(by: try office.report(on: subject))
    try office.researched(bronze)
    var answers = BronzeOffice.test
    answers[HumanRightsForm.met] = "no"
    try office.save(HumanRightsForm.id, bronze, answers)
    try office.save(FurtherOptionForm.id, bronze, [FurtherOptionForm.options: "no_action"])

    let report = try office.report(on: subject)
    #expect(try office.take(report) == [.furtherAction(bronze)])
    let record = try office.record(bronze)
    #expect(record.state == .furtherAction)
    #expect(record.action.before == .closedOtherOption)
    #expect(record.openFurther?.report == report.ref)
    for worker in [office.officer, office.leader] {
      #expect(try office.lines(as: worker, at: at(2, 10)).map(\.ref) == [bronze])
    }

    let outcome: [FieldCode: String] = [
      FurtherActionForm.outcome: "second_bronze",
      FurtherActionForm.reason: "He has begun again",
    ]
    #expect(
      try office.refusal(FurtherActionForm.id, bronze, outcome, at: at(2, 10)).first?
        .hasPrefix("INT-040: There was a bronze action before: BR-0001") == true)
    let second = try office.save(
      FurtherActionForm.id, bronze, outcome, at: at(2, 10),
      reasons: ["INT-040": "A year has gone by since"])
    #expect(second.ref != bronze)
    #expect(try office.record(second.ref).state == .research)
    #expect(try office.record(second.ref).reports.map(\.id) == [report])
    #expect(try office.record(bronze).state == .closedOtherOption)
  }

  // MARK: Lists

  @Test("open, settled or all: each state has its place, and what is retained its RMS reference")
  func scopes() throws {
    let settled = try office.pending()
    try office.save(
      DecideBronzeForm.id, settled, BronzeOffice.grant, at: at(2, 10), as: office.superintendent)
    try office.serve(settled)
    try office.save(
      BronzeResponseForm.id, settled,
      [
        BronzeResponseForm.response: "declined", BronzeResponseForm.on: "08/10/2007",
        RetentionFields.reference: "RMS/15", RetentionFields.on: "09/10/2007",
      ], at: at(9, 10))
    let open = try office.opened("SALTER")
    func refs(_ scope: BronzeScope) throws -> [RecordRef] {
      let context = try office.custody.context(at: at(10, 10), as: office.officer)
      return try office.store.read {
        try BronzeFiles.lines(of: scope.states, in: $0, context).map(\.ref)
      }
    }
    #expect(try refs(.open) == [open])
    #expect(try refs(.settled) == [settled])
    #expect(try refs(.all) == [open, settled])
    let context = try office.custody.context(at: at(10, 10), as: office.officer)
    let line = try office.store.read {
      try BronzeFiles.lines(of: BronzeScope.settled.states, in: $0, context).first
    }
    #expect(line?.nextWords == "RMS RMS/15, since 09/10/2007")
    #expect(line?.waitWords == "09/10/2007 RMS/15" && line?.isLate == false)
  }

  @Test("every state is listed once, open or settled")
  func listed() {
    #expect(Set(BronzeState.listed) == Set(BronzeState.allCases))
    #expect(BronzeState.listed.count == BronzeState.allCases.count)
    #expect(
      Set(BronzeScope.open.states).union(BronzeScope.settled.states) == Set(BronzeScope.all.states))
    var scope = BronzeScope.open
    for _ in BronzeScope.allCases { scope = scope.next }
    #expect(scope == .open)
  }

  @Test("INT-026: pending ones oldest first, late ones marked; Today has them for who decides")
  func pendingList() throws {
    let first = try office.pending()
    let second = try office.pending("SALTER")
    _ = try office.opened("MOORE")
    let lines = try office.lines(as: office.superintendent, at: at(9, 10))
    #expect(lines.map(\.ref) == [first, second, RecordRef(.bronzeAction, 3)])
    #expect(lines.map(\.isLate) == [true, true, false])
    #expect(lines[0].waitWords == "!! 8 days, over 5 WD")
    #expect(lines[0].grades == "B22")
    #expect(lines[0].kind == .offence)
    let today = try office.today(as: office.superintendent, at: at(9, 10))
    #expect(today.bronzes.map(\.ref) == [first, second])
    #expect(
      try office.lines(as: office.superintendent, at: at(8, 10)).map(\.isLate) == [
        false, false, false,
      ])
    #expect(try office.today(as: office.custody.arw, at: at(9, 10)).bronzes.isEmpty)
  }
}

extension BronzeOffice {
  func lines(as worker: Worker, at now: Moment) throws -> [BronzeLine] {
    let context = try custody.context(at: now, as: worker)
    return try store.read { try BronzeFiles.lines(in: $0, context) }
  }

  func today(as worker: Worker, at now: Moment) throws -> TodayView {
    let context = try custody.context(at: now, as: worker)
    return try store.read { try TodayRecords.view(for: worker, in: $0, context) }
  }
}
