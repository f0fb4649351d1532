import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Possible records")
struct PossibleRecordTests {
  @Test("PPL-004: somebody misspelt is saved, kept as a possible record, and the worker is told")
  func kept() throws {
    let office = try CaseloadOffice()
    let known = try office.known()
    let saved = try office.save(
      PersonForm.id, CaseloadOffice.like([PersonForm.family: "Harow"]), as: office.arw)
    let pair = try #require(try office.waiting(for: saved.ref).first)
    #expect(pair.older.id.ref == known && pair.newer.id.ref == saved.ref)
    #expect(pair.state == .pending && pair.source == .form && pair.foundBy == "B.COLE")
    #expect(pair.because.contains("Harow") && pair.because.contains("born 03/04/1985"))
    #expect(saved.notes.count == 1)
    #expect(saved.notes.first?.hasPrefix("Possible record: HARROW Miles") == true)
    #expect(try office.waiting(for: known) == [pair])
    let trail = try office.file.read { try $0.auditEntries(about: AuditedRecord(pair.ref)) }
    #expect(trail.map(\.kind) == ["record.create"] && trail.first?.rule == "PPL-004")
  }

  @Test(
    "PPL-004: a prison number, or a name and an estimate near the age, make a possible record",
    arguments: [
      (
        [
          PersonForm.family: "Quill", PersonForm.born: "1/1/60", PersonForm.prisonNumber: "A1234BC",
        ],
        "prison number A1234BC"
      ),
      ([PersonForm.born: "", PersonForm.estimatedAge: "24"], "name"),
    ] as [([FieldCode: String], String)])
  func others(changes: [FieldCode: String], because: String) throws {
    let office = try CaseloadOffice()
    _ = try office.known([PersonForm.prisonNumber: "A1234BC"])
    let other = try office.known(changes)
    let pairs = try office.waiting(for: other)
    #expect(pairs.count == 1 && pairs.first?.because.contains(because) == true, "\(pairs)")
  }

  @Test("PPL-004: somebody else is nobody's possible record, nor is an estimate far from the age")
  func nobody() throws {
    let office = try CaseloadOffice()
    _ = try office.known()
    for changes in [
      [PersonForm.family: "Quill", PersonForm.given: "Ann"],
      [PersonForm.born: "", PersonForm.estimatedAge: "45"],
    ] {
      let other = try office.known(changes)
      #expect(try office.waiting(for: other).isEmpty)
    }
  }

  @Test("PPL-004: a warning that was passed says why they are two, and is not asked again")
  func passed() throws {
    let office = try CaseloadOffice()
    let known = try office.known()
    let twin = try office.save(
      PersonForm.id, CaseloadOffice.like([PersonForm.given: "Mark"]), as: office.arw,
      reasons: ["PPL-004": "Twin brother, seen both"]
    ).ref
    #expect(try office.waiting(for: twin).isEmpty)
    let answers = try office.file.read {
      try $0.query("SELECT state, reason FROM possible_record") {
        try $0.text(0) + " " + $0.text(1)
      }
    }
    #expect(answers == ["rejected Twin brother, seen both"])
    #expect(
      try office.refusals(PersonForm.id, about: twin, [PersonForm.address: "2 Quay Lane"]).isEmpty)
    #expect(try office.refusals(PersonForm.id, about: known, [:]).isEmpty)
  }

  @Test("A rejection is remembered with who, when and why, and offered again when a fact changes")
  func rejected() throws {
    let office = try CaseloadOffice()
    let (known, again, pair) = try office.twice()
    let saved = try office.save(
      DifferentPersonForm.id, about: pair,
      [DifferentPersonForm.reason: "Father and son, seen both"],
      as: office.arw)
    #expect(saved.ref == pair)
    let decided = try office.pair(pair)
    #expect(decided.state == .rejected)
    #expect(decided.decision?.by == "B.COLE")
    #expect(decided.decision?.reason == "Father and son, seen both")
    // What it does not rest on changes nothing.
    try office.save(PersonForm.id, about: again, [PersonForm.address: "9 Quay Lane"])
    #expect(try office.waiting(for: again).isEmpty)
    // A date that it rests on does.
    try office.save(PersonForm.id, about: again, [PersonForm.born: "04/04/1985"])
    let pairs = try office.waiting(for: known)
    #expect(pairs.map(\.source) == [.change] && pairs.first?.ref != pair)
    let context = try office.context(as: office.leader)
    let file = try office.file.read { records in
      try PossibleRecordFiles.load(try #require(pairs.first).ref, in: records, context)
    }
    #expect(file.earlier.map(\.ref) == [pair])
  }

  @Test("PPL-004: an answer needs a reason that can be read, and is given once")
  func reasons() throws {
    let office = try CaseloadOffice()
    let (_, _, pair) = try office.twice()
    for form in [DifferentPersonForm.id, SamePersonForm.id] {
      #expect(
        try office.refusals(form, about: pair, [DifferentPersonForm.reason: "no"], as: office.arw)
          == ["PPL-004 blocks"])
    }
    try office.save(
      DifferentPersonForm.id, about: pair, [DifferentPersonForm.reason: "Seen both of them"])
    for form in [DifferentPersonForm.id, SamePersonForm.id, MergeForm.id] {
      #expect(
        try office.refusals(
          form, about: pair,
          [DifferentPersonForm.reason: "Seen both of them", MergeForm.keep: "1"], as: office.leader)
          == ["PPL-004 blocks"], "\(form)")
    }
  }

  @Test("A worker says that it is one person; the pair waits for the team leader, and moves first")
  func confirmed() throws {
    let office = try CaseloadOffice()
    let (known, _, pair) = try office.twice()
    let context = try office.context(as: office.arw)
    let file = try office.file.read { try PossibleRecordFiles.load(pair, in: $0, context) }
    let offered = MatchActions.offered(for: file, in: context)
    #expect(offered.map(\.form) == [SamePersonForm.id, DifferentPersonForm.id])
    try office.save(
      SamePersonForm.id, about: pair, [SamePersonForm.reason: "Told me so himself"], as: office.arw)
    #expect(try office.waiting(for: known).map(\.state) == [.confirmed])
    #expect(
      try office.refusals(
        SamePersonForm.id, about: pair, [SamePersonForm.reason: "Told me so himself"])
        == ["PPL-004 blocks"])
    let opened = try office.open(MergeForm.id, about: pair, as: office.leader)
    #expect(opened.draft[MergeForm.reason] == "Told me so himself")
  }

  @Test("A worker notes two that no search finds; once, and not a record with itself")
  func byHand() throws {
    let office = try CaseloadOffice()
    let known = try office.known()
    let other = try office.known([PersonForm.family: "Quill", PersonForm.born: "1/1/60"])
    let noted = try office.save(
      PossibleRecordForm.id, about: other,
      [
        PossibleRecordForm.other: known.text,
        PossibleRecordForm.why: "Same mother, may have married",
      ])
    #expect(try office.pair(noted.ref).source == .worker)
    for named in [known, other] {
      #expect(
        try office.refusals(
          PossibleRecordForm.id, about: other,
          [PossibleRecordForm.other: named.text, PossibleRecordForm.why: "Looks so"])
          == ["PPL-004 blocks"])
    }
  }

  @Test("The work list: a worker's finds and clients, and all of them for the team leader")
  func lists() throws {
    let office = try CaseloadOffice()
    let (_, _, pair) = try office.twice()
    let client = try office.client("Lockyer", with: office.colleague)
    let again = try office.save(
      PersonForm.id,
      CaseloadOffice.like([
        PersonForm.family: "Lokyer", PersonForm.given: "Miles", PersonForm.born: "03/04/1975",
      ]), as: office.arw
    ).ref
    let second = try #require(try office.waiting(for: again).first).ref
    #expect(try office.waiting(for: client.person).count == 1)
    func lines(_ worker: Worker, everybody: Bool = false) throws -> [RecordRef] {
      let context = try office.context(as: worker)
      return try office.file.read {
        try PossibleRecords.lines(of: everybody ? nil : worker.id, in: $0, context).map(\.pair.ref)
      }
    }
    #expect(try lines(office.arw) == [pair, second])
    #expect(try lines(office.colleague) == [second])
    #expect(try lines(office.cjit) == [])
    #expect(try lines(office.leader, everybody: true) == [pair, second])
    #expect(throws: StoreError.self) { try lines(office.admin) }
    let context = try office.context(as: office.leader)
    let today = try office.file.read {
      try TodayRecords.view(for: office.leader, in: $0, context).possible
    }
    #expect(today.map(\.pair.ref) == [pair, second])
    #expect(today.last?.olderWorker == "Tom Osei")
  }

  @Test("GEN-003: whoever opens a possible record looks at both people")
  func looks() throws {
    let office = try CaseloadOffice()
    let (known, again, pair) = try office.twice()
    let context = try office.context(as: office.cjit)
    let by = try office.file.attribution(by: office.cjit.id, as: .cjit)
    _ = try office.file.store.write(by) { try PossibleRecordFiles.view(pair, in: $0, context) }
    for person in [known, again] {
      let trail = try office.file.read { try $0.auditEntries(about: PersonID(person.number)) }
      #expect(trail.first?.kind == "person.view" && trail.first?.recordKind == "Q")
    }
  }

  @Test("Somebody is found in the saving transaction, at the same cost however many are on file")
  func plans() throws {
    let office = try CaseloadOffice()
    let plans = try office.file.read { records in
      [
        try records.explainQueryPlan(
          "SELECT id FROM person WHERE prison_number = ? LIMIT 10", "x"),
        try records.explainQueryPlan(
          "SELECT person FROM person_key WHERE kind = ? AND key = ? LIMIT 10", 3, "x"),
        try records.explainQueryPlan(
          "SELECT state FROM possible_record WHERE older = ? AND newer = ? AND state <> 'merged'",
          1, 2),
        try records.explainQueryPlan(
          "SELECT merged_into FROM person WHERE id = ? AND merged_into IS NOT NULL", 1),
      ]
    }
    for plan in plans { #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)") }
  }
}
