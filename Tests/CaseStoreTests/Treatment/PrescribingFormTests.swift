import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Rapid prescribing through the door of the forms")
struct PrescribingFormTests {
  // MARK: Access

  @Test(
    "Worked example 4, PPL-041: a prescriber appointment attended on day 6 / day 7 meets the clock",
    arguments: [
      ("07/10/2007", "2007-10-07 12:00", "met"), ("08/10/2007", "2007-10-08 12:00", "met_late"),
    ])
  func access(day: String, now: String, status: String) throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    #expect(
      try office.clocks(episode, "2007-10-05 10:00")
        == ["Prescribing access 07/10/2007 due_soon"])
    let booked = try office.appointment(
      client.person, day, kind: .prescriber, reasons: ["PPL-021": "The clinic is open on Sunday"])
    let saved = try office.outcome(booked, .came, now)
    #expect(try office.clocks(episode, now) == ["Prescribing access 07/10/2007 \(status)"])
    #expect(saved.notes.count == 1)
  }

  @Test("PPL-041: other appointments and missed ones do not meet the clock; a late one does")
  func whatMeets() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    let group = try office.appointment(client.person, "02/10/2007", kind: .group)
    _ = try office.outcome(group, .came, "2007-10-02 12:00")
    let missed = try office.appointment(client.person, "03/10/2007", kind: .prescriber)
    _ = try office.outcome(missed, .missed, "2007-10-03 12:00")
    #expect(
      try office.clocks(episode, "2007-10-03 13:00") == ["Prescribing access 07/10/2007 running"])
    let late = try office.appointment(
      client.person, "04/10/2007", kind: .prescriber, now: "2007-10-03 13:00")
    _ = try office.outcome(late, .late, "2007-10-04 12:00")
    #expect(
      try office.clocks(episode, "2007-10-09 12:00") == ["Prescribing access 07/10/2007 met"])
  }

  @Test("PPL-041: outcomes written in any order, and a referral written later, come to the same")
  func anyOrder() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let early = try office.appointment(client.person, "04/10/2007", kind: .prescriber)
    let second = try office.appointment(client.person, "09/10/2007", kind: .prescriber)
    _ = try office.outcome(second, .came, "2007-10-09 12:00")
    let episode = try office.referred(client.person, now: "2007-10-10 10:00")
    #expect(
      try office.clocks(episode, "2007-10-10 12:00") == ["Prescribing access 07/10/2007 met_late"])
    _ = try office.outcome(early, .came, "2007-10-10 12:00")
    #expect(
      try office.clocks(episode, "2007-10-10 13:00") == ["Prescribing access 07/10/2007 met"])
  }

  @Test("TIME-012: a corrected referral moves the clock, and the old date is kept")
  func correctedReferral() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person, now: "2007-10-03 10:00")
    try office.save(
      PrescribingForm.id, about: episode, [PrescribingForm.referred: "02/10/2007"],
      "2007-10-03 11:00")
    #expect(
      try office.clocks(episode, "2007-10-03 12:00") == ["Prescribing access 08/10/2007 running"])
  }

  @Test("PPL-041, GEN-008: the named worker owes it; without one, CJIT as a whole")
  func owner() throws {
    let office = try CaseloadOffice()
    let client = try office.client(with: office.colleague)
    let episode = try office.referred(client.person)
    let stranger = try office.person("Stray")
    let other = try office.referred(stranger)
    let owners = try office.file.read { records in
      try [episode, other].map { try DeadlineRecords.all(about: $0, in: records).map(\.owner) }
    }
    #expect(owners == [[.worker(office.colleague.id)], [.role(.cjit)]])
  }

  // MARK: Longer assessment

  @Test("PPL-043: a complicating factor stops both clocks with its reason; without it they run on")
  func longer() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    try office.save(
      PrescribingForm.id, about: episode,
      [
        PrescribingForm.factors: "pregnancy, alcohol",
        PrescribingForm.factorsReason: "Midwife and liver test first",
      ], "2007-10-02 10:00")
    try office.dose(episode, "04/10/2007", 20, "2007-10-04 10:00")
    #expect(
      try office.clocks(episode, "2007-10-05 10:00") == [
        "Prescribing access 07/10/2007 not_applicable", "Optimal dose 25/10/2007 not_applicable",
      ])
    let reasons = try office.file.read {
      try DeadlineRecords.all(about: episode, in: $0).map(\.deadline.notApplicable)
    }
    #expect(
      reasons.allSatisfy {
        $0 == "Longer assessment: pregnancy, alcohol. Midwife and liver test first"
      })
    try office.save(
      PrescribingForm.id, about: episode, [PrescribingForm.factors: ""], "2007-10-05 10:00")
    #expect(
      try office.clocks(episode, "2007-10-05 11:00") == [
        "Prescribing access 07/10/2007 due_soon", "Optimal dose 25/10/2007 running",
      ])
  }

  @Test("PPL-043: what was met before the assessment became longer stays met")
  func metBefore() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    let booked = try office.appointment(client.person, "03/10/2007", kind: .prescriber)
    _ = try office.outcome(booked, .came, "2007-10-03 12:00")
    try office.save(
      PrescribingForm.id, about: episode,
      [PrescribingForm.factors: "other", PrescribingForm.factorsReason: "A second opinion"],
      "2007-10-04 10:00")
    #expect(
      try office.clocks(episode, "2007-10-09 10:00") == ["Prescribing access 07/10/2007 met"])
  }

  // MARK: Samples

  @Test("PPL-046: a laboratory sample is chased on day 15, until its result is recorded")
  func chase() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    let saved = try office.sample(episode, "laboratory", result: "")
    #expect(
      saved.notes == ["Sample 1: expected 08/10/2007 to 15/10/2007, chased on 16/10/2007"])
    #expect(
      try office.clocks(episode, "2007-10-16 10:00").last
        == "Chase laboratory, sample 1 16/10/2007 due_soon")
    try office.save(
      OpiateResultForm.id, about: episode, [OpiateTestForm.result: "positive"],
      "2007-10-17 10:00")
    #expect(
      try office.clocks(episode, "2007-10-17 11:00").last
        == "Chase laboratory, sample 1 16/10/2007 met_late")
    #expect(try office.sample(episode).notes == ["Sample 2: open to challenge"])
    #expect(
      try office.refusals(
        OpiateResultForm.id, about: episode,
        [OpiateResultForm.sample: "1", OpiateTestForm.result: "negative"], "2007-10-17 12:00")
        == ["PPL-040 blocks"])
  }

  // MARK: End

  @Test("An episode that ends takes its clocks along; a new referral is possible then")
  func end() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    #expect(
      try office.refusals(
        PrescribingForm.id, about: client.person,
        [PrescribingForm.dependence: "no", PrescribingForm.risk: "no"]) == ["PPL-041 blocks"])
    try office.save(
      EndPrescribingForm.id, about: episode, [EndPrescribingForm.reason: "left"],
      "2007-10-03 10:00")
    #expect(
      try office.clocks(episode, "2007-10-09 10:00")
        == ["Prescribing access 07/10/2007 not_applicable"])
    let again = try office.referred(client.person, now: "2007-10-09 10:00")
    #expect(again != episode)
    try office.save(
      StrikePrescribingForm.id, about: again,
      [
        StrikePrescribingForm.what: "episode",
        StrikePrescribingForm.reason: "Meant for the brother",
      ], "2007-10-09 11:00")
    #expect(try office.prescribing(again).state == .struck)
  }

  @Test("Two people plan at once: the second is told")
  func twoEditors() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    try office.sample(episode)
    let opened = try office.open(FirstDoseForm.id, about: episode)
    let answers = [FirstDoseForm.on: "02/10/2007", FirstDoseForm.mg: "30"]
    try office.save(FirstDoseForm.id, about: episode, answers, as: office.colleague)
    var draft = opened.draft
    draft.texts.merge(answers) { _, answer in answer }
    let outcome = try office.send(
      FormSubmission(
        form: FirstDoseForm.id, about: episode, draft: draft, revision: opened.revision))
    guard case .changedElsewhere = outcome else {
      Issue.record("not told: \(outcome)")
      return
    }
  }

  @Test("The function matrix: police, auditors and administrators see nothing of it")
  func roles() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let episode = try office.referred(client.person)
    for role in [Role.dio, .supt, .sm, .aud, .adm] {
      let context = try office.context(
        as: Worker(id: office.admin.id, name: "A Other", role: role))
      #expect(throws: StoreError.self) {
        try office.file.read { try PrescribingFiles.load(episode, in: $0, context) }
      }
    }
    #expect(
      try office.refusals(DoseForm.id, about: episode, [:], as: office.arw).isEmpty == false)
    let ppoc = Worker(id: office.arw.id, name: "A Other", role: .ppoc)
    #expect(throws: FormDesk.Failure.self) {
      try office.open(DoseForm.id, about: episode, as: ppoc)
    }
  }

  @Test("GEN-008: waiting alerts and a person's episodes are found by their indexes")
  func plans() throws {
    let office = try CaseloadOffice()
    let plans = try office.file.read { records in
      [
        try records.explainQueryPlan(SafetyAlerts.waiting, 50),
        try records.explainQueryPlan(
          PrescribingRecords.columns + " WHERE prescribing.person = ? ORDER BY prescribing.id DESC",
          1),
        try records.explainQueryPlan(TreatmentExport.treatmentsOfWorker, 0, 2, 50),
        try records.explainQueryPlan(TreatmentExport.prescribingOfWorker, 0, 2, 50),
      ]
    }
    #expect(plans[0].first?.contains("safety_alert_waiting") == true, "\(plans[0])")
    #expect(plans[1].contains { $0.contains("prescribing_by_person") }, "\(plans[1])")
    for plan in plans {
      #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN episode") })
    }
  }
}
