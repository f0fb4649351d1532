import Testing

@testable import CaseRules

@Suite("First doses and rises")
struct DoseRulesTests {
  private static func plan(
    _ mg: Int, _ medicine: Medicine = .methadone, settings: Settings = Settings()
  ) -> String {
    DoseRules.planned(mg, of: medicine, field: nil, settings: settings)
      .map { "\($0.rule) \($0.force.rawValue)" } ?? "accepted"
  }

  @Test(
    "Worked example 5, PPL-044, PPL-045: planned first methadone 30 / 40 / 60 mg",
    arguments: [
      (30, "accepted"), (40, "PPL-045 warns"), (60, "PPL-044 blocks"), (1, "accepted"),
      (31, "PPL-045 warns"), (59, "PPL-045 warns"), (61, "PPL-044 blocks"),
      (120, "PPL-044 blocks"), (500, "PPL-044 blocks"),
    ])
  func firstDose(mg: Int, expected: String) {
    #expect(Self.plan(mg) == expected)
  }

  @Test("PPL-044: the limits are the partnership's own figures")
  func limits() {
    var settings = Settings()
    #expect(settings.set(.methadoneFirstWarnMg, to: "20") == nil)
    #expect(settings.set(.methadoneFirstBlockMg, to: "40") == nil)
    #expect(Self.plan(20, settings: settings) == "accepted")
    #expect(Self.plan(21, settings: settings) == "PPL-045 warns")
    #expect(Self.plan(40, settings: settings) == "PPL-044 blocks")
  }

  @Test("PPL-044 is about methadone; PPL-045 questions other medicines without an upper end")
  func otherMedicines() {
    for medicine in [Medicine.buprenorphine, .other] {
      #expect(Self.plan(30, medicine) == "accepted")
      #expect(Self.plan(31, medicine) == "PPL-045 warns")
      #expect(Self.plan(200, medicine) == "PPL-045 warns")
    }
  }

  @Test(
    "PPL-044, GEN-001, GEN-002: a first dose that was given is kept, with who was rung: 30 / 40 / 60 mg",
    arguments: [(30, [String]()), (40, ["PPL-045 warns mg"]), (60, ["PPL-044 warns mg"])])
  func given(mg: Int, expected: [String]) {
    #expect(Self.dose("02/10/2007", mg, .example()) == expected)
  }

  private static func dose(
    _ day: String, _ mg: Int, _ record: PrescribingRecord, medicine: String = "methadone"
  ) -> [String] {
    DoseForm.definition.said(
      [
        DoseForm.on: day, DoseForm.mg: String(mg), DoseForm.medicine: medicine,
        DoseForm.supervised: "yes",
      ], .prescribing(record)
    ).filter { $0 != "PPL-045 shows" }
  }

  struct Gap: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let given: [Dose]
    let said: [String]
  }

  private static let ring =
    "Ring the prescriber before more is given: tolerance may be lost after 3 days without a dose"

  @Test(
    "PPL-045: a dose says when the last one was given, and from three missed days whom to ring",
    arguments: [
      Gap(testDescription: "the first dose", given: [], said: []),
      Gap(
        testDescription: "the day after", given: [.example("2007-10-04", 30)], said: []),
      Gap(
        testDescription: "two days missed", given: [.example("2007-10-02", 30)],
        said: [
          "2 days missed since the last dose given (methadone 30 mg on Tue 02/10/2007)"
        ]),
      Gap(
        testDescription: "three days missed", given: [.example("2007-10-01", 30)],
        said: [
          ring,
          "3 days missed since the last dose given (methadone 30 mg on Mon 01/10/2007)",
        ]),
      Gap(
        testDescription: "another dose of the same day",
        given: [
          .example("2007-09-20", 30), .example("2007-10-05", 10, number: 2),
        ], said: []),
      Gap(
        testDescription: "GEN-004: what is struck through was not given",
        given: [
          .example("2007-10-01", 20), .example("2007-10-01", 10, number: 2),
          .example("2007-10-04", 30, number: 3, struck: "Another client's"),
        ],
        said: [
          ring,
          "3 days missed since the last dose given (methadone 30 mg on Mon 01/10/2007)",
        ]),
      Gap(
        testDescription: "another medicine", given: [.example("2007-10-03", 8, .buprenorphine)],
        said: [
          "1 day missed since the last dose given (buprenorphine 8 mg on Wed 03/10/2007)"
        ]),
    ])
  func sinceLast(_ row: Gap) {
    let findings = FormCheck.findings(
      on: FormDraft(texts: [
        DoseForm.on: "05/10/2007", DoseForm.mg: "30", DoseForm.medicine: "methadone",
        DoseForm.supervised: "yes",
      ]), of: DoseForm.definition, facts: .prescribing(.example(doses: row.given)), in: .example())
    let words = findings.filter { $0.words.contains("the last dose") || $0.words == Self.ring }
    #expect(words.map(\.words) == row.said)
    #expect(words.allSatisfy { $0.force == ($0.words == Self.ring ? .flags : .shows) })
  }

  @Test("PPL-040: a first dose on another day than planned says which was planned, and when")
  func anotherDay() {
    let plan = FirstDosePlan(on: .example("2007-10-02"), medicine: .methadone, mg: 30)
    func said(_ day: String, _ mg: String) -> [String] {
      FormCheck.findings(
        on: FormDraft(texts: [
          DoseForm.on: day, DoseForm.mg: mg, DoseForm.medicine: "methadone",
          DoseForm.supervised: "yes",
        ]), of: DoseForm.definition, facts: .prescribing(.example(plan: plan)), in: .example()
      ).filter { $0.rule == "PPL-040" }.map(\.words)
    }
    let planned = "Planned: Methadone 30 mg on Tue 02/10/2007"
    #expect(said("02/10/2007", "30") == [planned + ", and the same is typed"])
    #expect(
      said("04/10/2007", "30") == [
        planned + ". Typed: Thu 04/10/2007, 2 days after the day planned"
      ])
    #expect(
      said("01/10/2007", "20") == [
        planned
          + ". Typed: 20 mg, which is 10 mg less; Mon 01/10/2007, 1 day before the day planned"
      ])
  }

  @Test("PPL-045: a first dose as planned is not questioned a second time; a larger one is")
  func asPlanned() {
    let plan = FirstDosePlan(on: .example("2007-10-02"), medicine: .methadone, mg: 40)
    let record = PrescribingRecord.example(plan: plan)
    #expect(Self.dose("02/10/2007", 40, record) == ["PPL-040 shows", "PPL-045 shows mg"])
    #expect(Self.dose("02/10/2007", 41, record) == ["PPL-040 shows", "PPL-045 warns mg"])
    #expect(Self.dose("02/10/2007", 60, record) == ["PPL-040 shows", "PPL-044 warns mg"])
  }

  @Test("PPL-044: two doses on the first day are one first dose, however they are divided")
  func divided() {
    let record = PrescribingRecord.example(doses: [.example("2007-10-02", 30)])
    #expect(
      Self.dose("02/10/2007", 30, record) == ["PPL-044 warns mg", "PPL-045 shows given-on"])
    #expect(
      Self.dose("02/10/2007", 5, record) == ["PPL-045 warns mg", "PPL-045 shows given-on"])
  }

  @Test("PPL-044: a dose entered later for an earlier day becomes the first dose")
  func backdated() {
    let record = PrescribingRecord.example(doses: [.example("2007-10-04", 30)])
    #expect(Self.dose("02/10/2007", 70, record) == ["PPL-044 warns mg"])
  }

  @Test("PPL-044: a first methadone dose after another medicine is a first methadone dose")
  func changeOfMedicine() {
    let record = PrescribingRecord.example(doses: [.example("2007-10-01", 8, .buprenorphine)])
    #expect(Self.dose("02/10/2007", 60, record) == ["PPL-044 warns mg"])
    #expect(Self.dose("02/10/2007", 16, record, medicine: "buprenorphine") == [])
  }

  @Test(
    "PPL-045: a rise of more than 10 mg in a day is questioned",
    arguments: [(40, [String]()), (41, ["PPL-045 warns mg"]), (30, []), (20, [])])
  func dayRise(mg: Int, expected: [String]) {
    let record = PrescribingRecord.example(doses: [.example("2007-10-02", 30)])
    #expect(Self.dose("03/10/2007", mg, record) == expected)
  }

  @Test("PPL-045: after days without a dose the rise counts from the last one given")
  func rideAfterGap() {
    let record = PrescribingRecord.example(doses: [.example("2007-09-20", 30)])
    #expect(Self.dose("05/10/2007", 45, record).contains("PPL-045 warns mg"))
  }

  @Test("PPL-045: a dose entered later is held against the next one too")
  func rowBetween() {
    let record = PrescribingRecord.example(
      doses: [.example("2007-10-01", 30), .example("2007-10-03", 45, number: 2)])
    #expect(Self.dose("02/10/2007", 30, record) == ["PPL-045 warns mg"])
    #expect(Self.dose("02/10/2007", 38, record) == [])
  }

  @Test("PPL-045: more than 30 mg above the first dose in the first 7 days; day 8 is free")
  func firstWeek() {
    func log(last day: String, _ mg: Int) -> DoseLog {
      DoseLog([.example("2007-10-01", 20), .example(day, mg, number: 2)])
    }
    func rises(_ log: DoseLog, _ day: String, _ mg: Int) -> Int {
      DoseRules.rises(log, with: .example(day, mg, number: 3), field: nil).count
    }
    #expect(rises(log(last: "2007-10-07", 45), "2007-10-08", 50) == 0)
    #expect(rises(log(last: "2007-10-07", 45), "2007-10-08", 51) == 1)
    #expect(rises(log(last: "2007-10-08", 45), "2007-10-09", 55) == 0)
    #expect(rises(log(last: "2007-10-07", 40), "2007-10-08", 51) == 2)
  }

  @Test("GEN-004: what is struck through counts for nothing")
  func struck() {
    let record = PrescribingRecord.example(
      doses: [.example("2007-10-01", 30, struck: "typed twice"), .example("2007-10-03", 20)])
    #expect(record.log.firstDay == .example("2007-10-03"))
    #expect(record.log.days(of: .methadone).map(\.mg) == [20])
    #expect(Self.dose("04/10/2007", 31, record) == ["PPL-045 warns mg"])
  }

  @Test("Doses are whole milligrams from 1 to 500; a point is refused, never overlooked")
  func whole() {
    for typed in ["0", "501", "12.5", "-5"] {
      let said = DoseForm.definition.said(
        [
          DoseForm.on: "02/10/2007", DoseForm.mg: typed, DoseForm.medicine: "methadone",
          DoseForm.supervised: "yes",
        ], .prescribing(.example()))
      #expect(said == ["PPL-045 blocks mg"], "\(typed)")
    }
  }

  @Test("PPL-040, GEN-001: a dose without what comes before it is kept and flagged")
  func unprepared() {
    let record = PrescribingRecord.example(dependence: false, risk: false, tests: [])
    #expect(
      Self.dose("02/10/2007", 30, record) == ["PPL-040 flags", "PPL-040 flags", "PPL-040 flags"])
  }

  @Test("GEN-007, GEN-001: no dose of tomorrow, none before the referral; after the end: flagged")
  func days() {
    #expect(Self.dose("06/10/2007", 30, .example()) == ["GEN-007 blocks given-on"])
    #expect(Self.dose("30/09/2007", 30, .example()) == ["GEN-007 blocks given-on"])
    let ended = PrescribingRecord.example(
      doses: [.example("2007-10-02", 30)], ended: "2007-10-03")
    #expect(Self.dose("04/10/2007", 30, ended) == ["GEN-001 flags given-on"])
  }
}
