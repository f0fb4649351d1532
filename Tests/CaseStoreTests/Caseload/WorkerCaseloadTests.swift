import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("All of a worker's clients at once")
struct WorkerCaseloadTests {
  @Test("PPL-012: ten clients are handed over in one form and accepted in another")
  func tenClients() throws {
    let office = try CaseloadOffice()
    let clients = try (1...10).map { try office.client("Marsh\(Self.letter($0))") }
    let opened = try office.open(HandOverSeveralForm.id, about: office.cjit.id.ref)
    #expect(opened.draft.rows[HandOverSeveralForm.clients]?.count == 10)
    let asked = try office.save(
      HandOverSeveralForm.id, about: office.cjit.id.ref,
      [
        HandOverSeveralForm.worker: office.colleague.id.ref.text,
        HandOverSeveralForm.reason: "Leave until the end of the month",
      ])
    #expect(
      asked.notes == [
        "Tom Osei is asked to take over 10 clients; until then nothing changes (PPL-012)"
      ])
    for client in clients {
      #expect(try office.episode(client.episode).worker == office.cjit.id)
    }
    try office.save(AcceptSeveralForm.id, about: office.colleague.id.ref, as: office.colleague)
    for client in clients {
      #expect(try office.episode(client.episode).worker == office.colleague.id)
    }
    let context = try office.context()
    let owed = try office.file.read {
      try DueList.lines(for: .worker(office.colleague), in: $0, context)
    }
    #expect(owed.count { $0.name == "First care plan" } == 10)
  }

  @Test("PPL-012: whoever has taken over a client exports the appointments booked before, too")
  func appointmentsOfTakenOver() throws {
    let office = try CaseloadOffice()
    let client = try office.client("Marsh")
    let other = try office.client("Stay")
    let booked = try office.appointment(client.person, "08/10/2007")
    _ = try office.appointment(other.person, "08/10/2007", "11:00")
    let asked = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the Ferry area",
      ])
    func exported(by worker: Worker) throws -> [RecordRef] {
      let context = try office.context(as: worker)
      return try office.file.read {
        try AppointmentExport.page(
          of: .own(worker.id), after: .init(from: .on(1, 10, 2007)), to: .on(31, 10, 2007),
          in: $0, context
        ).rows.map(\.id.ref)
      }
    }
    #expect(try exported(by: office.colleague) == [])
    try office.save(AcceptHandoverForm.id, about: asked.ref, as: office.colleague)
    #expect(try exported(by: office.colleague) == [booked])
    #expect(try exported(by: office.cjit).count == 2)
  }

  private static func letter(_ number: Int) -> String {
    String("abcdefghij"[String.Index(utf16Offset: number - 1, in: "abcdefghij")])
  }

  @Test("PPL-012: each client is refused for their own reason, and none is handed over")
  func eachForItself() throws {
    let office = try CaseloadOffice()
    let fine = try office.client("Fine")
    let waiting = try office.client("Waiting")
    try office.save(
      HandoverForm.id, about: waiting.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the Ferry area",
      ])
    let stranger = try office.person("Stranger")
    let answers = [
      HandOverSeveralForm.worker: office.colleague.id.ref.text,
      HandOverSeveralForm.reason: "Leave until the end of the month",
    ]
    let rows = [fine.person, waiting.person, stranger, fine.person]
    let outcome = try office.submit(
      HandOverSeveralForm.id, answers,
      rows: [HandOverSeveralForm.clients: HandOverSeveralForm.rows(for: rows)])
    guard case .refused(let findings) = outcome else {
      Issue.record("it was saved")
      return
    }
    #expect(
      findings.filter { $0.force == .blocks }.map(\.field) == [
        "clients.2.client", "clients.3.client", "clients.4.client",
      ])
    // Whoever reads the refusal in one list knows whose it is.
    #expect(findings.first { $0.field == "clients.2.client" }?.words.hasPrefix("WAITING") == true)
    #expect(findings.first { $0.field == "clients.3.client" }?.words.hasPrefix("STRANGER") == true)
    #expect(
      try office.file.read { try HandoverRecords.waiting(for: office.leader, in: $0) }.count == 1)
  }

  @Test(
    "PPL-012: what was said of each client alone stands before what holds for all, in the form that accepts"
  )
  func toldOfEach() throws {
    let office = try CaseloadOffice()
    let clients = try ["Ash", "Elm"].map { try office.client($0) }
    var rows = HandOverSeveralForm.rows(for: clients.map(\.person))
    rows[1].texts[HandOverSeveralForm.note] = "Ring mother first"
    let outcome = try office.submit(
      HandOverSeveralForm.id,
      [
        HandOverSeveralForm.worker: office.colleague.id.ref.text,
        HandOverSeveralForm.reason: "Leave",
      ], rows: [HandOverSeveralForm.clients: rows])
    guard case .saved = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let form = try office.open(AcceptSeveralForm.id, about: office.colleague.id.ref)
    #expect(
      form.draft[AcceptSeveralForm.told]
        == "ASH Miles: Leave\nELM Miles: Ring mother first. Leave")
  }

  @Test("PPL-012: a worker cannot be asked to take over their own clients")
  func toThemselves() throws {
    let office = try CaseloadOffice()
    _ = try office.client()
    #expect(
      try office.refusals(
        HandOverSeveralForm.id, about: office.cjit.id.ref,
        [
          HandOverSeveralForm.worker: office.cjit.id.ref.text,
          HandOverSeveralForm.reason: "Leave until the end of the month",
        ]) == ["PPL-012 blocks"])
  }

  @Test("PPL-012: what waits for a colleague cannot be accepted by somebody else")
  func acceptedByAnother() throws {
    let office = try CaseloadOffice()
    _ = try office.client()
    try office.save(
      HandOverSeveralForm.id, about: office.cjit.id.ref,
      [
        HandOverSeveralForm.worker: office.colleague.id.ref.text,
        HandOverSeveralForm.reason: "Leave until the end of the month",
      ])
    #expect(
      try office.refusals(AcceptSeveralForm.id, about: office.colleague.id.ref, as: office.cjit)
        == ["PPL-012 blocks"])
    #expect(
      try office.refusals(AcceptSeveralForm.id, about: office.colleague.id.ref, as: office.leader)
        == ["PPL-012 warns"])
  }

  @Test("PPL-012, GEN-002: a leader who accepts in a colleague's place says why, once for all")
  func acceptedInTheirPlace() throws {
    let office = try CaseloadOffice()
    let clients = try ["Ash", "Elm"].map { try office.client($0) }
    try office.save(
      HandOverSeveralForm.id, about: office.cjit.id.ref,
      [
        HandOverSeveralForm.worker: office.colleague.id.ref.text,
        HandOverSeveralForm.reason: "Leave until the end of the month",
      ])
    let why = "Tom is off sick, agreed by phone"
    try office.save(
      AcceptSeveralForm.id, about: office.colleague.id.ref, as: office.leader,
      reasons: ["PPL-012": why])
    let words = "Sue Lane, for Tom Osei: \(why)"
    let kept = try office.file.read { records in
      try clients.flatMap { client in
        try HandoverRecords.all(of: PersonID(client.person.number), in: records).map(\.answer)
      }
    }
    #expect(kept == [words, words])
    let context = try office.context()
    let told = try office.file.read {
      try PersonFiles.load(PersonID(clients[1].person.number), in: $0, context).timeline()
        .map(\.words)
    }
    #expect(told.contains { $0.hasPrefix("Handover accepted") && $0.contains(why) }, "\(told)")
    let trail = try office.file.read { records in
      try records.query("SELECT reason FROM audit WHERE kind = 'rule.overridden'") {
        try $0.text(0)
      }
    }
    #expect(trail == [why])
  }

  @Test("PPL-007, PPL-009, GEN-007: several are accepted under the rules of one")
  func acceptedUnderTheSameRules() throws {
    let office = try CaseloadOffice()
    _ = try office.client(joined: "2007-09-24")
    try office.save(
      HandOverSeveralForm.id, about: office.cjit.id.ref,
      [
        HandOverSeveralForm.worker: office.colleague.id.ref.text,
        HandOverSeveralForm.reason: "Leave until the end of the month",
      ])
    func refusals(
      _ answers: [FieldCode: String] = [:], rows: [FieldCode: [FormDraft.Row]] = [:]
    ) throws -> Set<String> {
      try office.refusals(
        AcceptSeveralForm.id, about: office.colleague.id.ref, answers, rows: rows,
        as: office.leader)
    }
    #expect(try refusals([AcceptSeveralForm.accepted: "1/5/2007"]) == ["GEN-007 blocks"])
    let waiting = try office.file.read {
      try HandoverRecords.waiting(for: office.leader, in: $0).map(\.ref)
    }
    let twice = AcceptSeveralForm.rows(for: waiting + waiting)
    #expect(
      try refusals(rows: [AcceptSeveralForm.handovers: twice])
        == ["PPL-012 blocks", "PPL-012 warns"])
    try change(office.colleague, in: office, at: 1) { $0.role = .arw }
    #expect(try refusals() == ["PPL-007 blocks"])
    try change(office.colleague, in: office, at: 2) { $0.active = false }
    #expect(try refusals() == ["PPL-009 blocks"])
  }

  private func change(
    _ worker: Worker, in office: CaseloadOffice, at revision: Int, _ edit: (inout Worker) -> Void
  ) throws {
    var edited = worker
    edit(&edited)
    let changed = edited
    try office.file.store.write(try office.file.attribution()) {
      try $0.changeWorker(changed, osAccount: nil, revision: revision)
    }
  }

  @Test("PPL-012: a handover to a team is accepted one by one, by whoever takes the client")
  func teamOneByOne() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let handover = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: HandoverTarget.team.code, HandoverForm.team: "ferry",
        HandoverForm.reason: "Moved to Ferry",
      ])
    let row = [AcceptSeveralForm.handovers: AcceptSeveralForm.rows(for: [handover.ref])]
    for worker in [office.colleague, office.leader] {
      #expect(
        try office.refusals(
          AcceptSeveralForm.id, about: office.colleague.id.ref, rows: row, as: worker)
          == ["PPL-012 blocks"])
    }
  }

  @Test("GEN-008: while a worker is away their deadlines stand in the colleague's list as well")
  func cover() throws {
    let office = try CaseloadOffice()
    _ = try office.client(joined: "2007-10-01")
    #expect(try due(office, "2007-10-08 09:00", office.colleague) == [])
    try office.save(CoverForm.id, about: office.cjit.id.ref, away)
    #expect(try due(office, "2007-10-04 09:00", office.colleague) == [])
    #expect(try due(office, "2007-10-08 09:00", office.colleague) == ["First care plan"])
    #expect(try due(office, "2007-10-08 09:00", office.cjit) == ["First care plan"])
    #expect(try due(office, "2007-10-13 09:00", office.colleague) == [])
  }

  @Test(
    "While a worker is away their clients stand in the colleague's caseload, and say until when")
  func coveredClients() throws {
    let office = try CaseloadOffice()
    _ = try office.client(joined: "2007-10-01")
    try office.save(CoverForm.id, about: office.cjit.id.ref, away)
    func parts(_ now: String, _ worker: Worker) throws -> [String] {
      let context = try office.context(now, as: worker)
      return try office.file.read { records in
        let lines = try CaseloadPages.ownAndCovered(in: records, context)
        let count = try CaseloadPages.countOwnAndCovered(upTo: 10, in: records, context)
        #expect(lines.count == count)
        return lines.map { "\($0.worker): \($0.part?.title ?? "-")" }
      }
    }
    #expect(try parts("2007-10-04 09:00", office.colleague) == [])
    #expect(
      try parts("2007-10-08 09:00", office.colleague)
        == ["Cara Doyle: For Cara Doyle until Fri 12/10/2007"])
    #expect(try parts("2007-10-13 09:00", office.colleague) == [])
    #expect(try parts("2007-10-08 09:00", office.cjit) == ["Cara Doyle: -"])
  }

  @Test("PPL-009: who covers is told whose each row of Today is; nobody else needs to be")
  func ownersOnToday() throws {
    let office = try CaseloadOffice()
    _ = try office.client(joined: "2007-10-01")
    try office.save(CoverForm.id, about: office.cjit.id.ref, away)
    func isCovering(_ now: String, _ worker: Worker) throws -> Bool {
      let context = try office.context(now, as: worker)
      return try office.file.read {
        try TodayRecords.view(for: worker, in: $0, context).isCovering
      }
    }
    #expect(try !isCovering("2007-10-04 09:00", office.colleague))
    #expect(try isCovering("2007-10-08 09:00", office.colleague))
    #expect(try !isCovering("2007-10-08 09:00", office.cjit))
  }

  private let away = [
    CoverForm.from: "05/10/2007", CoverForm.until: "12/10/2007", CoverForm.by: "W-0004",
    CoverForm.note: "Two reviews are open",
  ]

  private func due(
    _ office: CaseloadOffice, _ now: String, _ worker: Worker
  ) throws -> [String] {
    let context = try office.context(now, as: worker)
    return try office.file.read {
      try DueList.lines(for: .worker(worker), in: $0, context).map(\.name)
    }
  }

  @Test("Cover is arranged by the worker or the team leader, shortened, and never removed")
  func changingCover() throws {
    let office = try CaseloadOffice()
    #expect(
      try office.refusals(CoverForm.id, about: office.cjit.id.ref, away, as: office.carat)
        == ["PPL-009 blocks"])
    try office.save(CoverForm.id, about: office.cjit.id.ref, away, as: office.leader)
    let standing = try office.open(CoverForm.id, about: office.cjit.id.ref)
    #expect(standing.draft[CoverForm.until] == "12/10/2007")
    try office.save(
      CoverForm.id, about: office.cjit.id.ref, [CoverForm.until: "08/10/2007"],
      "2007-10-06 09:00")
    let after = try office.file.read {
      try CoverRecords.next(of: office.cjit.id, on: .on("2007-10-09"), in: $0)
    }
    #expect(after == nil)
    #expect(throws: (any Error).self) {
      try office.file.store.write(
        try Attribution(by: office.cjit.id, as: .cjit, at: .at("2007-10-06 09:00"))
      ) {
        try $0.connection.execute("DELETE FROM worker_cover")
      }
    }
  }

  @Test("PPL-009: cover that is arranged stands in the workloads before it begins")
  func futureCover() throws {
    let office = try CaseloadOffice()
    try office.save(CoverForm.id, about: office.cjit.id.ref, away)
    func cover(_ now: String) throws -> Cover? {
      let context = try office.context(now, as: office.leader)
      return try office.file.read { records in
        try Workloads.lines(in: records, context).first { $0.worker.id == office.cjit.id }?.cover
      }
    }
    let coming = try #require(try cover("2007-10-01 09:00"))
    #expect(coming.short(on: .on("2007-10-01")) == "from 05/10, Tom Osei")
    #expect(
      coming.words(on: .on("2007-10-01"))
        == "away from Fri 05/10/2007 until Fri 12/10/2007, covered by Tom Osei")
    #expect(
      try cover("2007-10-05 09:00")?.short(on: .on("2007-10-05")) == "till 12/10, Tom Osei")
    #expect(try cover("2007-10-13 09:00") == nil)
  }

  @Test("PPL-009: a second cover by the same colleague over the same days takes a reason")
  func secondCover() throws {
    let office = try CaseloadOffice()
    try office.save(CoverForm.id, about: office.cjit.id.ref, away)
    let other = office.carat.id.ref
    #expect(
      try office.refusals(CoverForm.id, about: other, away, as: office.leader)
        == ["PPL-009 warns"])
    var later = away
    later[CoverForm.from] = "13/10/2007"
    later[CoverForm.until] = "20/10/2007"
    #expect(try office.refusals(CoverForm.id, about: other, later, as: office.leader) == [])
  }

  @Test("Workloads count clients, silence, what is overdue, and what waits")
  func workloads() throws {
    let office = try CaseloadOffice()
    let first = try office.client("Marsh", joined: "2007-09-03")
    _ = try office.client("Lake", joined: "2007-10-01", whereabouts: .custody)
    try office.save(
      HandoverForm.id, about: first.episode,
      [
        HandoverForm.target: HandoverTarget.worker.code,
        HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the Ferry area",
      ])
    let context = try office.context("2007-10-08 09:00", as: office.leader)
    let lines = try office.file.read { try Workloads.lines(in: $0, context) }
    #expect(lines.map(\.worker.name) == ["Cara Doyle", "Kit Ward", "Tom Osei"])
    #expect(
      lines[0]
        == WorkloadLine(
          worker: office.cjit, clients: 2, inCustody: 1, atRisk: 1, overdue: 1, leaving: 1))
    #expect(lines[2] == WorkloadLine(worker: office.colleague, clients: 0, asked: 1))
  }
}
