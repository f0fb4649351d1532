import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("What a bronze action is held to when reports and people change under it")
struct BronzeGuardTests: InBronzeOffice {
  let office: BronzeOffice

  init() throws { office = try BronzeOffice() }

  // MARK: Reports

  @Test(
    "INT-003, INT-022: a report put right about somebody else is judged anew and grants nothing")
  func otherSubject() throws {
    let bronze = try office.pending()
    let report = try #require(try office.record(bronze).reports.first)
    let salter = try office.subject("SALTER")
    let by = try office.custody.temporary.attribution()
    try office.store.write(by) { transaction in
      var right = report
      right.subjects = [try IntelligenceSubjects.found(salter.ref, in: transaction.connection)]
      try IntelligenceReports.change(right, was: report, in: transaction)
    }
    #expect(try office.record(bronze).reports.map(\.state) == [.graded])
    #expect(
      try office.refusal(
        DecideBronzeForm.id, bronze, BronzeOffice.grant, at: at(2, 10), as: office.superintendent)
        == ["INT-022: No valid report about HARROW Miles feeds this bronze action any more"])
  }

  @Test("INT-039: others named in a report: who was bronzed before is looked at, the rest are not")
  func secondSubject() throws {
    let (salter, moore) = (try office.subject("SALTER"), try office.subject("MOORE"))
    let bronze = try closed(on: salter)
    let report = try office.report(on: try office.subject(), and: salter, at: at(5, 10))
    let outcomes = try office.take(report, at: at(5, 10))
    #expect(outcomes.count == 2)
    #expect(outcomes.last == .furtherAction(bronze))
    #expect(try office.record(bronze).state == .furtherAction)

    let other = try office.report(on: try office.subject("PIKE"), and: moore, at: at(6, 10))
    #expect(try office.take(other, at: at(6, 10)).count == 1)
  }

  @Test("INT-039: a report that fed the closed one is no new information when it is judged anew")
  func sameReport() throws {
    let harrow = try office.subject()
    let bronze = try closed(on: harrow)
    let report = try #require(try office.record(bronze).reports.first)
    #expect(try office.take(report.id, at: at(5, 10)) == [.known(bronze)])
    #expect(try office.record(bronze).state == .closedOtherOption)
    #expect(try office.record(bronze).further == [])
  }

  @Test("INT-039: a second new report goes to the further action that waits")
  func waiting() throws {
    let harrow = try office.subject()
    let bronze = try closed(on: harrow)
    _ = try office.take(try office.report(on: harrow, at: at(5, 10)), at: at(5, 10))
    let second = try office.report(on: harrow, at: at(6, 10))
    #expect(try office.take(second, at: at(6, 10)) == [.waiting(bronze)])
    #expect(try office.record(bronze).reports.count == 3)
  }

  /// A bronze action that ended with another option.
  private func closed(on subject: IntelligenceSubjectID) throws -> RecordRef {
    let bronze = try office.openedOne(by: try office.report(on: subject))
    try office.researched(bronze)
    var answers = BronzeOffice.test
    answers[HumanRightsForm.met] = "no"
    try office.save(HumanRightsForm.id, bronze, answers)
    try office.save(FurtherOptionForm.id, bronze, [FurtherOptionForm.options: "no_action"])
    return bronze
  }

  // MARK: Decision

  @Test("INT-023, INT-025: a refusal keeps its reason and what is done instead")
  func refusal() throws {
    let bronze = try office.pending()
    try office.save(
      DecideBronzeForm.id, bronze,
      [
        DecideBronzeForm.decision: "refused", DecideBronzeForm.rank: "superintendent",
        DecideBronzeForm.reason: "Not corroborated yet",
        DecideBronzeForm.options: "more_research, safeguarding",
      ], at: at(2, 10), as: office.superintendent)
    let record = try office.record(bronze)
    #expect(record.state == .closedRefused)
    #expect(
      record.steps.last?.words
        == "Superintendent Una Marsh: Not corroborated yet. Instead: More research, "
        + "Safeguarding or youth offending team")
  }

  @Test("INT-024, GEN-003: a later recommendation leaves the earlier one on the trail")
  func recommendations() throws {
    let bronze = try office.pending()
    for words in ["Grant it: corroborated twice", "Return it: probation was not asked"] {
      try office.save(
        RecommendBronzeForm.id, bronze, [RecommendBronzeForm.words: words], at: at(2, 10),
        as: office.leader)
    }
    let detail = try office.store.read {
      try $0.first(
        "SELECT detail FROM audit WHERE record_kind = 'BR' ORDER BY seq DESC LIMIT 1",
        row: { try $0.text(0) })
    }
    #expect(detail?.contains("S.LANE: Grant it: corroborated twice") == true)
    #expect(detail?.contains("Return it: probation was not asked") == true)
  }

  @Test("INT-025: a return is seen by the officer, and what became of it by whoever decides next")
  func returned() throws {
    let bronze = try office.pending()
    try office.save(
      DecideBronzeForm.id, bronze,
      [
        DecideBronzeForm.decision: "returned", DecideBronzeForm.reason: "Ask probation as well",
      ], at: at(2, 10), as: office.superintendent)
    #expect(try office.record(bronze).sentBack?.reason == "Ask probation as well")
    #expect(
      try office.today(as: office.officer, at: at(2, 10)).bronzes.map(\.nextWords)
        == ["Returned: Ask probation as well"])
    try office.save(
      CompleteResearchForm.id, bronze, [CompleteResearchForm.summary: "Probation knows him"],
      at: at(3, 10))
    try office.save(
      SubmitBronzeForm.id, bronze, [SubmitBronzeForm.young: "no"], at: at(3, 10, 2007, 11))
    let record = try office.record(bronze)
    #expect(record.sentBack == nil)
    let context = try office.custody.context(at: at(3, 10, 2007, 12), as: office.superintendent)
    let text = BronzeCase.text(record, others: [], signed: .open, context)
    #expect(
      text.contains(
        "Submission 1 was returned by Una Marsh on Tue 02/10/2007: Ask probation as well"))
    #expect(text.contains("Completed on 03/10/2007 by I.FROST: Probation knows him"))
  }

  @Test("INT-032, INT-031: a letter that was closed as not served is printed no more")
  func notServed() throws {
    let bronze = try office.granted()
    let context = try office.custody.context(at: at(1, 11), as: office.officer)
    func printable() throws -> FrozenPaper? {
      try office.store.read { try BronzeFiles.load(bronze, in: $0, context) }.printable
    }
    #expect(try printable() != nil)
    try office.save(
      NotServedForm.id, bronze,
      [NotServedForm.outcome: "close", NotServedForm.reason: "Moved to the mainland"],
      at: at(1, 11), as: office.superintendent)
    #expect(try printable() == nil)
  }

  // MARK: Treatment

  @Test("INT-034: each anniversary is owed an entry, also when the one before came late")
  func lateEntry() throws {
    let bronze = try office.treated(from: at(31, 10))
    #expect(try office.open(bronze) == ["Monitoring 1 30/11/2007"])
    try monitor(bronze, on: at(5, 2, 2008), attended: "04/02/2008")
    #expect(try office.open(bronze) == ["Monitoring 2 31/12/2007"])
    try monitor(
      bronze, on: at(5, 2, 2008), attended: "04/02/2008",
      reasons: ["INT-034": "For December, which was missed"])
    #expect(try office.open(bronze) == ["Monitoring 3 31/01/2008"])
  }

  @Test("INT-036: who has come back is counted from the day of return")
  func back() throws {
    let bronze = try office.treated(from: at(10, 10))
    try monitor(bronze, on: at(12, 11), attended: nil)
    #expect(try office.record(bronze).state == .dropOut)
    try office.save(
      ReturnToTreatmentForm.id, bronze, [ReturnToTreatmentForm.on: "20/11/2007"], at: at(20, 11))
    try monitor(
      bronze, on: at(25, 11), attended: nil, reasons: ["INT-034": "The month after the return"])
    #expect(try office.record(bronze).state == .inTreatment)
    try monitor(bronze, on: at(18, 12), attended: nil)
    #expect(try office.record(bronze).state == .dropOut)
  }

  @Test("INT-036: a drop-out is proposed by the days, in the list, on Today and on the page")
  func proposed() throws {
    let bronze = try office.treated(from: at(10, 10))
    func words(_ day: Moment) throws -> [String] {
      try office.lines(as: office.officer, at: day).map(\.waitWords)
    }
    #expect(try words(at(6, 11)) == ["27 days"])
    #expect(try words(at(7, 11)) == ["!! not seen for 28 days"])
    #expect(try office.today(as: office.officer, at: at(6, 11)).bronzes == [])
    #expect(try office.today(as: office.officer, at: at(7, 11)).bronzes.map(\.ref) == [bronze])
    let context = try office.custody.context(at: at(7, 11), as: office.officer)
    let file = try office.store.read { try BronzeFiles.load(bronze, in: $0, context) }
    #expect(file.proposal(context)?.rule == "INT-036")
  }

  @Test("INT-033: silence meets no deadline; it is set aside with its reason")
  func silence() throws {
    let bronze = try office.served()
    try office.save(
      BronzeResponseForm.id, bronze,
      [
        BronzeResponseForm.response: "none", BronzeResponseForm.on: "20/10/2007",
        RetentionFields.reference: "RMS/15", RetentionFields.on: "20/10/2007",
      ], at: at(20, 10), as: office.leader)
    let clock = try #require(
      try office.store.read { try DeadlineRecords.all(about: bronze, in: $0) }
        .first { $0.deadline.name == BronzeDeadlines.responseName })
    #expect(clock.met == nil)
    #expect(clock.deadline.notApplicable == "No answer came: taken as declined")
  }

  private func monitor(
    _ bronze: RecordRef, on moment: Moment, attended: String?, reasons: [String: String] = [:]
  ) throws {
    let answer = attended == nil ? "no" : "yes"
    try office.save(
      MonitoringForm.id, bronze,
      [
        MonitoringForm.on: moment.date.uk, MonitoringForm.offending: "yes",
        MonitoringForm.attendance: answer, MonitoringForm.engagement: answer,
        MonitoringForm.last: attended ?? "", MonitoringForm.result: "retained",
      ], at: moment,
      reasons: reasons.merging(["INT-036": "The centre has not seen him"]) { $1 })
  }

  // MARK: Two derivations of one rule

  @Test(
    "INT-040: the file and the rules call the same states open", arguments: BronzeState.allCases)
  func openStates(state: BronzeState) throws {
    let subject = try office.subject()
    let by = try office.custody.temporary.attribution()
    let officer = office.officer.id
    try office.store.write(by) { transaction in
      try transaction.connection.execute(
        """
        INSERT INTO bronze_action (subject, state, since, before_state, rms_reference, rms_on,
                                   opened_at, opened_by)
        VALUES (?, ?, ?, ?, 'RMS/1', '2007-10-01', ?, ?)
        """, subject, state, by.at, state == .furtherAction ? BronzeState.rmsRetained : nil, by.at,
        officer)
      try transaction.audit(AuditEvent(.changed))
    }
    let isOpen = try office.store.read {
      try $0.first("SELECT is_open FROM bronze_action WHERE subject = ?", subject) {
        try $0.bool(0)
      }
    }
    #expect(isOpen == state.isOpen)
  }
}
