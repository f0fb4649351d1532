import Testing

@testable import CaseRules

@Suite("Rapid prescribing")
struct PrescribingRulesTests {
  private static let calendar = WorkingCalendar.englandAndWales

  // MARK: Before the first dose

  private static func plan(
    _ record: PrescribingRecord, _ more: [FieldCode: String] = [:], on day: String = "08/10/2007"
  ) -> [String] {
    let answers = [
      FirstDoseForm.on: day, FirstDoseForm.medicine: "methadone", FirstDoseForm.mg: "30",
    ]
    return FirstDoseForm.definition.said(
      answers.merging(more) { _, new in new }, .prescribing(record))
  }

  @Test("PPL-040: dependence, risk and a result are each needed; all that is missing is told")
  func missing() {
    #expect(Self.plan(.example()) == [])
    #expect(Self.plan(.example(dependence: false)) == ["PPL-040 blocks"])
    #expect(Self.plan(.example(risk: false)) == ["PPL-040 blocks"])
    #expect(Self.plan(.example(tests: [])) == ["PPL-040 blocks"])
    #expect(
      Self.plan(.example(dependence: false, risk: false, tests: []))
        == ["PPL-040 blocks", "PPL-040 blocks", "PPL-040 blocks"])
  }

  @Test("PPL-040: a sample without result, an invalid one, a struck one are no result")
  func noResult() {
    for test in [
      OpiateTest.example(result: nil), .example(result: .invalid), .example(struck: "not his"),
    ] {
      #expect(Self.plan(.example(tests: [test])) == ["PPL-040 blocks"])
    }
    #expect(
      Self.plan(.example(tests: [.example(), .example(2, result: .invalid)])) == [],
      "an invalid sample takes nothing away from a good one")
  }

  @Test("PPL-040: an opioid-negative result needs the prescriber's name and reason")
  func negative() {
    let record = PrescribingRecord.example(tests: [.example(result: .negative)])
    #expect(
      Self.plan(record) == ["PPL-040 blocks prescriber", "PPL-040 blocks prescriber-reason"])
    #expect(
      Self.plan(record, [FirstDoseForm.prescriber: "Dr Hale"])
        == ["PPL-040 blocks prescriber-reason"])
    #expect(
      Self.plan(
        record,
        [FirstDoseForm.prescriber: "Dr Hale", FirstDoseForm.reason: "Released on Friday, relapse"])
        == [])
  }

  @Test("PPL-040: the newest result that says something decides")
  func newest() {
    let later = OpiateTest.example(2, taken: "2007-10-03 09:00", result: .negative)
    #expect(Self.plan(.example(tests: [.example(), later])).count == 2)
    let positive = OpiateTest.example(3, taken: "2007-10-04 09:00")
    #expect(Self.plan(.example(tests: [.example(), later, positive])) == [])
  }

  @Test("PPL-040, GEN-001: a first dose is planned for today or later, once")
  func planDay() {
    #expect(Self.plan(.example(), on: "05/10/2007") == [])
    #expect(Self.plan(.example(), on: "04/10/2007") == ["PPL-040 blocks planned-on"])
    #expect(Self.plan(.example(doses: [.example("2007-10-02", 30)])) == ["PPL-040 blocks"])
  }

  // MARK: Clocks

  @Test(
    "Worked example 4, PPL-041: referred Mon 01/10/2007, first appointment on day 6 / day 7",
    arguments: [("2007-10-07", DeadlineStatus.met), ("2007-10-08", .metLate)])
  func access(seen: String, status: DeadlineStatus) {
    let deadline = PrescribingDeadlines.access(
      referred: .example("2007-10-01"), settings: Settings())
    #expect(deadline.due(in: Self.calendar) == .example("2007-10-07"))
    #expect(deadline.owner == "CJIT")
    #expect(
      deadline.status(
        on: .example("2007-10-20 10:00"), met: .day(.example(seen)), in: Self.calendar) == status)
  }

  @Test(
    "Worked example 6, PPL-042: first dose Tue 02/10/2007, optimal 23/10 / 24/10",
    arguments: [("2007-10-23", DeadlineStatus.met), ("2007-10-24", .metLate)])
  func optimal(reached: String, status: DeadlineStatus) {
    let deadline = PrescribingDeadlines.optimal(
      firstDose: .example("2007-10-02"), settings: Settings())
    #expect(deadline.due(in: Self.calendar) == .example("2007-10-23"))
    #expect(
      deadline.status(
        on: .example("2007-10-30 10:00"), met: .day(.example(reached)), in: Self.calendar)
        == status)
  }

  @Test(
    "Worked example 6, PPL-042: before day 7 it is questioned: 08/10 is day 6",
    arguments: [("08/10/2007", ["PPL-042 warns reached"]), ("09/10/2007", [])])
  func tooSoon(reached: String, expected: [String]) {
    let record = PrescribingRecord.example(doses: [.example("2007-10-02", 30)])
    let said = OptimalDoseForm.definition.said(
      [OptimalDoseForm.reached: reached], .prescribing(record),
      in: .example(at: .example("2007-10-30 10:00")))
    #expect(said == expected)
  }

  @Test("PPL-042, GEN-007: never before the first dose, never without one")
  func optimalNeedsDose() {
    let dosed = PrescribingRecord.example(doses: [.example("2007-10-02", 30)])
    #expect(
      OptimalDoseForm.definition.said([OptimalDoseForm.reached: "01/10/2007"], .prescribing(dosed))
        == ["GEN-007 blocks reached"])
    #expect(
      OptimalDoseForm.definition.said(
        [OptimalDoseForm.reached: "01/10/2007"], .prescribing(.example()))
        == ["PPL-042 blocks"])
  }

  @Test("PPL-043: a complicating factor needs its reason, and says that the clocks stop")
  func longer() {
    var answers = [
      PrescribingForm.referred: "01/10/2007", PrescribingForm.dependence: "no",
      PrescribingForm.risk: "no", PrescribingForm.factors: "pregnancy",
    ]
    #expect(
      PrescribingForm.definition.said(answers)
        == ["PPL-043 blocks longer-because", "PPL-043 shows factors"])
    answers[PrescribingForm.factorsReason] = "Midwife first"
    #expect(PrescribingForm.definition.said(answers) == ["PPL-043 shows factors"])
    answers[PrescribingForm.factors] = ""
    #expect(PrescribingForm.definition.said(answers) == ["PPL-041 shows referred"])
  }

  @Test(
    "PPL-046: a laboratory result is expected 7 to 14 days after the sample, chased on day 15",
    arguments: [
      ("2007-10-01", "expected 08/10/2007 to 15/10/2007, chased on 16/10/2007"),
      ("2007-10-15", "expected 08/10/2007 to 15/10/2007, chased on 16/10/2007"),
      ("2007-10-16", "not back: ring the laboratory today"),
    ])
  func laboratory(today: String, words: String) {
    let test = OpiateTest.example(method: .laboratory, result: nil)
    #expect(OpiateTestRules.note(on: test, today: .example(today)) == words)
    #expect(
      PrescribingDeadlines.chase(test).due(in: Self.calendar) == .example("2007-10-16"))
  }

  @Test("PPL-046: an on-site result carries its note, a laboratory's needs none")
  func onSite() {
    let day = CalendarDate.example("2007-10-20")
    #expect(OpiateTestRules.note(on: .example(), today: day) == "open to challenge")
    #expect(OpiateTestRules.note(on: .example(method: .laboratory), today: day) == nil)
  }

  // MARK: States

  struct Row: Sendable {
    let from: PrescribingState
    let event: PrescribingEvent
    let to: PrescribingState
  }

  static let machine: [Row] =
    [
      Row(from: .referred, event: .firstDosePlanned, to: .planned),
      Row(from: .planned, event: .firstDosePlanned, to: .planned),
      Row(from: .referred, event: .doseGiven, to: .dosing),
      Row(from: .planned, event: .doseGiven, to: .dosing),
      Row(from: .dosing, event: .doseGiven, to: .dosing),
      Row(from: .optimal, event: .doseGiven, to: .optimal),
      Row(from: .ended, event: .doseGiven, to: .ended),
      Row(from: .dosing, event: .optimalReached, to: .optimal),
      Row(from: .optimal, event: .optimalReached, to: .optimal),
      Row(from: .ended, event: .optimalReached, to: .ended),
      Row(from: .referred, event: .ended, to: .ended),
      Row(from: .planned, event: .ended, to: .ended),
      Row(from: .dosing, event: .ended, to: .ended),
      Row(from: .optimal, event: .ended, to: .ended),
    ]
    + PrescribingState.allCases.filter { $0 != .struck }
    .map { Row(from: $0, event: .struck, to: .struck) }

  @Test("PPL-040 to PPL-042: every row of the prescribing table, and nothing else")
  func states() {
    for state in PrescribingState.allCases {
      for event in PrescribingEvent.allCases {
        let listed = Self.machine.first { $0.from == state && $0.event == event }
        #expect(PrescribingMachine.next(state, event) == listed?.to, "\(state) \(event)")
      }
    }
  }

  @Test("The state of an episode follows from its dates")
  func derived() {
    let plan = FirstDosePlan(on: .example("2007-10-02"), medicine: .methadone, mg: 30)
    let dose = Dose.example("2007-10-02", 30)
    #expect(PrescribingRecord.example().state == .referred)
    #expect(PrescribingRecord.example(plan: plan).state == .planned)
    #expect(PrescribingRecord.example(doses: [dose], plan: plan).state == .dosing)
    #expect(PrescribingRecord.example(doses: [dose], optimal: "2007-10-20").state == .optimal)
    #expect(PrescribingRecord.example(doses: [dose], ended: "2007-10-20").state == .ended)
    #expect(PrescribingRecord.example(ended: "2007-10-20", struck: "not hers").state == .struck)
  }

  // MARK: Alerts

  @Test("PPL-044: only the team leader acknowledges", arguments: Role.allCases)
  func acknowledging(role: Role) {
    let alert = SafetyAlert(
      number: 1, day: .example("2007-10-02"), mg: 70, raised: .example("2007-10-02 11:00"),
      raisedBy: "Cara Doyle")
    let said = AcknowledgeAlertForm.definition.said(
      [AcknowledgeAlertForm.note: "Dr Hale saw him at noon, next dose 20 mg"],
      .prescribing(.example(alerts: [alert])), in: .example(role: role))
    #expect(said == (role == .sup ? ["PPL-044 shows"] : ["PPL-044 blocks", "PPL-044 shows"]))
  }

  @Test("PPL-044: without an alert there is nothing to acknowledge, and the note is no dot")
  func nothingToAcknowledge() {
    #expect(
      AcknowledgeAlertForm.definition.said(
        [AcknowledgeAlertForm.note: "."], .prescribing(.example()), in: .example(role: .sup))
        == ["PPL-044 blocks", "PPL-044 blocks note"])
  }

  // MARK: Striking through

  @Test("GEN-004: what a number stands for is read back; what is not there is refused")
  func striking() {
    let record = PrescribingRecord.example(
      doses: [
        .example("2007-10-02", 30), .example("2007-10-03", 40, number: 2, struck: "typed twice"),
      ])
    func said(_ what: String, _ number: String) -> [String] {
      StrikePrescribingForm.definition.said(
        [
          StrikePrescribingForm.what: what, StrikePrescribingForm.number: number,
          StrikePrescribingForm.reason: "Typed into the wrong record",
        ], .prescribing(record))
    }
    #expect(said("dose", "1") == ["GEN-004 shows number"])
    #expect(said("dose", "2") == ["GEN-004 blocks number"])
    #expect(said("dose", "3") == ["GEN-004 blocks number"])
    #expect(said("sample", "1") == ["GEN-004 shows number"])
    #expect(said("episode", "") == [])
  }

  @Test("PPL-041: a second referral is refused while one is open")
  func onlyOne() {
    var facts = FormFacts()
    facts.prescribing = PrescribingFacts(open: RecordRef(.prescribing, 3))
    let said = PrescribingForm.definition.said(
      [
        PrescribingForm.referred: "01/10/2007", PrescribingForm.dependence: "no",
        PrescribingForm.risk: "no",
      ], facts)
    #expect(said == ["PPL-041 blocks", "PPL-041 shows referred"])
  }
}
