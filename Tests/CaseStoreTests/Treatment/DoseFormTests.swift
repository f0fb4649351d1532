import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The first dose, the dose log and its alerts")
struct DoseFormTests {
  // MARK: First dose

  @Test("PPL-040: no first dose before dependence, risk and result; each is asked for by name")
  func prerequisites() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person, checked: "no")
    let plan = [FirstDoseForm.on: "02/10/2007", FirstDoseForm.mg: "30"]
    guard
      case .refused(let findings) = try office.submit(FirstDoseForm.id, about: episode, plan)
    else { return #expect(Bool(false), "planned without anything") }
    #expect(findings.map(\.rule) == ["PPL-040", "PPL-040", "PPL-040"])
    try office.save(
      PrescribingForm.id, about: episode,
      [
        PrescribingForm.dependence: "yes", PrescribingForm.dependenceBy: "Dr Hale",
        PrescribingForm.dependenceOn: "01/10/2007", PrescribingForm.risk: "yes",
        PrescribingForm.riskBy: "Dr Hale", PrescribingForm.riskOn: "01/10/2007",
      ])
    try office.sample(episode, result: "")
    #expect(try office.refusals(FirstDoseForm.id, about: episode, plan) == ["PPL-040 blocks"])
    try office.save(
      OpiateResultForm.id, about: episode, [OpiateTestForm.result: "positive"])
    let saved = try office.save(FirstDoseForm.id, about: episode, plan)
    #expect(saved.notes == ["Planned: Methadone 30 mg on Tue 02/10/2007"])
    #expect(try office.prescribing(episode).state == .planned)
  }

  @Test("PPL-040: a first dose that was given stands beside the planned one, and differs in words")
  func besidePlan() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    func planned(_ answers: [FieldCode: String]) throws -> [String] {
      let context = try office.context()
      return try office.file.read { records in
        try FormDesk.findings(
          on: FormSubmission(
            form: DoseForm.id, about: episode, draft: FormDraft(texts: answers)),
          records: records, in: context)
      }.filter { $0.rule == "PPL-040" && $0.force == .shows }.map(\.words)
    }
    #expect(try planned([:]).isEmpty)
    try office.save(
      FirstDoseForm.id, about: episode, [FirstDoseForm.on: "02/10/2007", FirstDoseForm.mg: "30"])
    let words = "Planned: Methadone 30 mg on Tue 02/10/2007"
    let methadone = [DoseForm.medicine: Medicine.methadone.code]
    #expect(try planned(methadone) == [words])
    #expect(try planned([DoseForm.mg: "30"]) == [words], "of what, is not said yet")
    for (mg, rest) in [
      ("30", ", and the same is typed"), ("60", ". Typed: 60 mg, which is 30 mg more"),
      ("20", ". Typed: 20 mg, which is 10 mg less"),
    ] {
      #expect(try planned(methadone.merging([DoseForm.mg: mg]) { $1 }) == [words + rest])
    }
    #expect(
      try planned([DoseForm.medicine: Medicine.buprenorphine.code, DoseForm.mg: "8"]) == [
        words + ". Typed: \(Medicine.buprenorphine.title), another medicine"
      ])
  }

  @Test("Worked example 5: planned first methadone 30 / 40 / 60 mg: accepted / WARN / BLOCK")
  func amounts() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    func plan(_ mg: String) -> [FieldCode: String] {
      [FirstDoseForm.on: "02/10/2007", FirstDoseForm.mg: mg]
    }
    let reasons = ["PPL-044": "Dr Hale is sure of it", "PPL-045": "Dr Hale, tolerance seen"]
    #expect(
      try office.refusals(FirstDoseForm.id, about: episode, plan("60"), reasons: reasons)
        == ["PPL-044 blocks"], "no reason passes it")
    #expect(try office.refusals(FirstDoseForm.id, about: episode, plan("40")) == ["PPL-045 warns"])
    try office.save(FirstDoseForm.id, about: episode, plan("40"), reasons: reasons)
    let passed = try office.file.read { records in
      try records.query(
        "SELECT rule, reason FROM audit WHERE kind = 'rule.overridden' AND record_kind = 'X'"
      ) { "\(try $0.text(0)) \(try $0.text(1))" }
    }
    #expect(passed == ["PPL-045 Dr Hale, tolerance seen"])
    try office.save(FirstDoseForm.id, about: episode, plan("30"))
    #expect(try office.prescribing(episode).episode.plan?.mg == 30)
  }

  @Test("PPL-044, GEN-001: 60 mg recorded as given is saved, and the team leader sees it at once")
  func alert() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    let given = "2007-10-02 11:00"
    let answers = [DoseForm.on: "02/10/2007", DoseForm.mg: "60", DoseForm.supervised: "yes"]
    #expect(
      try office.refusals(DoseForm.id, about: episode, answers, given) == ["PPL-044 warns"],
      "not before somebody has read what it means")
    let saved = try office.dose(
      episode, "02/10/2007", 60, given, reasons: ["PPL-044": "Dr Hale was rung, seen by the nurse"])
    #expect(saved.notes.first?.hasPrefix("A red safety alert") == true)
    let waiting = try office.alerts(given)
    #expect(waiting.map(\.ref) == [episode])
    #expect(waiting.map(\.alert.words) == ["First methadone dose 60 mg on Tue 02/10/2007"])
    #expect(
      try office.clocks(episode, given).contains("Red safety alert 02/10/2007 due_soon"))
    let context = try office.context(given)
    let view = try office.file.read {
      try TodayRecords.view(for: office.cjit, in: $0, context).alerts
    }
    #expect(view.isEmpty, "it is the team leader's")
    let note = [AcknowledgeAlertForm.note: "Dr Hale rang, client is with the nurse, next dose 20"]
    #expect(
      try office.refusals(AcknowledgeAlertForm.id, about: episode, note, given)
        == ["PPL-044 blocks"])
    #expect(
      try office.refusals(AcknowledgeAlertForm.id, about: episode, [:], given, as: office.leader)
        == ["PPL-044 blocks"])
    try office.save(
      AcknowledgeAlertForm.id, about: episode, note, "2007-10-02 11:30", as: office.leader)
    #expect(try office.alerts("2007-10-02 12:00").isEmpty)
    let record = try office.prescribing(episode)
    #expect(record.openAlerts.isEmpty)
    #expect(record.alerts.first?.acknowledged?.by == "Sue Lane")
    #expect(
      try office.clocks(episode, "2007-10-02 12:00").contains("Red safety alert 02/10/2007 met"))
  }

  @Test("PPL-044: striking a small first dose through can leave a dangerous one as the first")
  func alertAfterStriking() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.dose(episode, "02/10/2007", 30, "2007-10-02 11:00")
    try office.dose(
      episode, "03/10/2007", 70, "2007-10-03 11:00",
      reasons: ["PPL-045": "Dr Hale confirmed it by phone"])
    #expect(try office.alerts("2007-10-03 12:00").isEmpty)
    let struck = try office.save(
      StrikePrescribingForm.id, about: episode,
      [
        StrikePrescribingForm.what: "dose", StrikePrescribingForm.number: "1",
        StrikePrescribingForm.reason: "It was another client's",
      ], "2007-10-03 12:00")
    #expect(struck.notes.count == 1)
    #expect(try office.alerts("2007-10-03 13:00").map(\.alert.mg) == [70])
  }

  @Test("PPL-044, GEN-004: an alert stays although the dose was a slip, until it is answered")
  func alertStays() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.dose(
      episode, "02/10/2007", 70, "2007-10-02 11:00",
      reasons: ["PPL-044": "Dr Hale was rung, seen by the nurse"])
    try office.save(
      StrikePrescribingForm.id, about: episode,
      [
        StrikePrescribingForm.what: "dose", StrikePrescribingForm.number: "1",
        StrikePrescribingForm.reason: "7 mg, not 70; typed wrong",
      ], "2007-10-02 11:05")
    try office.dose(episode, "02/10/2007", 7, "2007-10-02 11:06")
    #expect(try office.alerts("2007-10-02 12:00").map(\.alert.mg) == [70])
    let rows = try office.prescribing(episode).log.rows
    #expect(rows.map(\.mg) == [70, 7])
    #expect(rows.map { $0.struckBecause != nil } == [true, false])
  }

  // MARK: Dose log

  @Test("GEN-004: the file itself lets no dose be changed, unstruck or removed")
  func appendOnly() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.dose(episode, "02/10/2007", 20, "2007-10-02 11:00")
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: .at("2007-10-02 12:00"))
    for sql in [
      "UPDATE dose SET mg = 10", "DELETE FROM dose", "UPDATE opiate_test SET result = 'negative'",
      "DELETE FROM opiate_test", "DELETE FROM prescribing",
    ] {
      #expect(throws: (any Error).self, "\(sql)") {
        try office.file.store.write(by) { try $0.connection.execute(sql) }
      }
    }
  }

  @Test("PPL-042: the clock starts with the first dose and follows it when the log is corrected")
  func optimalClock() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.dose(episode, "03/10/2007", 20, "2007-10-03 11:00")
    #expect(
      try office.clocks(episode, "2007-10-03 12:00").last == "Optimal dose 24/10/2007 running")
    try office.dose(episode, "02/10/2007", 20, "2007-10-03 12:00")
    #expect(
      try office.clocks(episode, "2007-10-03 13:00").last == "Optimal dose 23/10/2007 running")
    for number in ["1", "2"] {
      try office.save(
        StrikePrescribingForm.id, about: episode,
        [
          StrikePrescribingForm.what: "dose", StrikePrescribingForm.number: number,
          StrikePrescribingForm.reason: "Typed into the wrong record",
        ], "2007-10-04 10:00")
    }
    #expect(
      try office.clocks(episode, "2007-10-04 11:00").last == "Optimal dose - no_start_date")
    try office.dose(episode, "04/10/2007", 20, "2007-10-04 12:00")
    #expect(
      try office.clocks(episode, "2007-10-04 13:00").last == "Optimal dose 25/10/2007 running")
  }

  @Test(
    "Worked example 6, PPL-042: first dose Tue 02/10/2007, optimal 23/10 met, 24/10 met late",
    arguments: [("23/10/2007", "met"), ("24/10/2007", "met_late")])
  func optimal(day: String, status: String) throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.dose(episode, "02/10/2007", 30, "2007-10-02 11:00")
    let later = "2007-10-30 10:00"
    #expect(
      try office.refusals(
        OptimalDoseForm.id, about: episode, [OptimalDoseForm.reached: "08/10/2007"], later)
        == ["PPL-042 warns"])
    try office.save(OptimalDoseForm.id, about: episode, [OptimalDoseForm.reached: day], later)
    #expect(try office.clocks(episode, later).last == "Optimal dose 23/10/2007 \(status)")
    #expect(try office.prescribing(episode).state == .optimal)
  }
}
