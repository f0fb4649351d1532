import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Treatment through the door of the forms")
struct TreatmentFormTests {
  @Test("PPL-030: referral, start and end are one record; its state follows from the dates")
  func life() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let provider = try office.service()
    let ref = try office.treatment(client.person, "outreach", at: provider)
    var treatment = try office.treatment(ref)
    #expect(treatment.state == .referred)
    #expect(treatment.tier == .two)
    #expect(treatment.providerName == "Quay House")
    try office.save(
      PlanTreatmentForm.id, about: ref, [PlanTreatmentForm.planned: "03/10/2007"])
    #expect(try office.treatment(ref).state == .planned)
    try office.save(StartTreatmentForm.id, about: ref, [:], "2007-10-04 10:00")
    treatment = try office.treatment(ref)
    #expect(treatment.state == .inTreatment)
    #expect(treatment.started == .on("2007-10-03"), "as planned")
    #expect(treatment.startFlags == [])
    #expect(
      try office.refusals(PlanTreatmentForm.id, about: ref, [:], "2007-10-04 10:00")
        .contains("PPL-030 blocks"))
    try office.save(
      EndTreatmentForm.id, about: ref, [EndTreatmentForm.reason: "completed"], "2007-11-04 10:00")
    treatment = try office.treatment(ref)
    #expect(treatment.state == .ended)
    #expect(treatment.ending?.reason == .completed)
  }

  @Test("PPL-030: a referral that comes to nothing is not taken up, never completed")
  func notTakenUp() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try office.treatment(client.person, "cbt", at: try office.service())
    #expect(
      try office.refusals(
        EndTreatmentForm.id, about: ref, [EndTreatmentForm.reason: "completed"])
        == ["PPL-030 blocks"])
    try office.save(EndTreatmentForm.id, about: ref, [EndTreatmentForm.reason: "left"])
    #expect(try office.treatment(ref).state == .notTakenUp)
  }

  @Test("PPL-031: tier 3 is not planned without care plan and agreement")
  func planRefused() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try office.treatment(client.person, "cbt", at: try office.service())
    let day = [PlanTreatmentForm.planned: "08/10/2007"]
    guard
      case .refused(let findings) = try office.submit(PlanTreatmentForm.id, about: ref, day)
    else { return #expect(Bool(false), "planned without a care plan") }
    #expect(findings.map(\.rule) == ["PPL-031", "PPL-031"])
    #expect(findings.first?.words.contains("There is no care plan") == true)
  }

  @Test("PPL-031, GEN-001: a start that has happened without them is kept and flagged")
  func startFlagged() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try office.treatment(client.person, "residential", at: try office.service())
    guard
      case .saved(_, let flags, _) = try office.submit(
        StartTreatmentForm.id, about: ref, [:], "2007-10-02 10:00")
    else { return #expect(Bool(false), "a fact was refused") }
    #expect(flags.map(\.rule) == ["PPL-031", "PPL-031", "PPL-032", "PPL-033"])
    #expect(try office.treatment(ref).startFlags == ["PPL-031", "PPL-032", "PPL-033"])
  }

  @Test("PPL-031: the care plan that names it, agreed with its terms, lets it be planned")
  func plannedFromCarePlan() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try office.treatment(client.person, "cbt", at: try office.service())
    let day = [PlanTreatmentForm.planned: "08/10/2007"]
    try office.carePlan(client.episode, naming: "DAY", terms: "01/10/2007")
    #expect(try office.refusals(PlanTreatmentForm.id, about: ref, day) == ["PPL-031 blocks"])
    try office.carePlan(client.episode, naming: "PSY", agreed: false, terms: "")
    #expect(try office.refusals(PlanTreatmentForm.id, about: ref, day) == ["PPL-031 blocks"])
    try office.carePlan(client.episode, naming: "PSY", terms: "01/10/2007")
    let opened = try office.open(PlanTreatmentForm.id, about: ref)
    #expect(opened.draft[TreatmentFields.agreed] == "yes", "asked once, in the plan")
    #expect(opened.sources[TreatmentFields.agreedOn] == "from the care plan")
    try office.save(PlanTreatmentForm.id, about: ref, day)
    #expect(try office.treatment(ref).state == .planned)
    #expect(try office.treatment(ref).terms.agreedOn == .on("2007-10-01"))
  }

  @Test("PPL-034: advice is logged at any tier, and is done with on its day")
  func advice() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let provider = try office.service()
    for tier in TreatmentTier.allCases {
      let ref = try office.save(
        AdviceForm.id, about: client.person,
        [
          AdviceForm.tier: tier.code, AdviceForm.provider: provider.text,
          AdviceForm.note: "Safer injecting, overdose signs",
        ]
      ).ref
      let logged = try office.treatment(ref)
      #expect(logged.service == .advice)
      #expect(logged.tier == tier)
      #expect(logged.state == .ended)
    }
  }

  @Test("GEN-004: a treatment recorded by mistake is struck through and stays")
  func strike() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let ref = try office.treatment(client.person, "cbt", at: try office.service())
    #expect(
      try office.refusals(StrikeTreatmentForm.id, about: ref, [StrikeTreatmentForm.reason: "x"])
        == ["GEN-004 blocks"])
    try office.save(
      StrikeTreatmentForm.id, about: ref,
      [StrikeTreatmentForm.reason: "Entered for the wrong client"])
    #expect(try office.treatment(ref).state == .struck)
    #expect(
      try office.refusals(StartTreatmentForm.id, about: ref) == ["PPL-030 blocks"])
    let context = try office.context()
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.treatments.map(\.id.ref) == [ref])
  }

  @Test("A list of treatments holds own clients for a worker, everybody's for the team leader")
  func export() throws {
    let office = try CaseloadOffice()
    let mine = try office.client("Marsh")
    let theirs = try office.client("Reed", with: office.colleague)
    let provider = try office.service()
    for person in [mine.person, theirs.person] {
      _ = try office.treatment(person, "outreach", at: provider)
      _ = try office.referred(person)
    }
    func rows(_ worker: Worker) throws -> [TreatmentExport.Entry] {
      let context = try office.context(as: worker)
      let scope = try ExportScope.allowed(to: worker)
      return try office.file.read { records in
        var rows: [TreatmentExport.Entry] = []
        var place: TreatmentExport.Place? = .start
        while let current = place {
          let page = try TreatmentExport.page(
            of: scope, after: current, limit: 1, in: records, context)
          rows += page.rows
          place = page.next
        }
        return rows
      }
    }
    #expect(try rows(office.cjit).count == 2)
    #expect(try rows(office.leader).count == 4)
  }
}
