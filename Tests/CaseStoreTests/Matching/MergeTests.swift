import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Merging two records")
struct MergeTests {
  /// Both of a pair with something to their name: the known one a client, the other with a consent,
  /// an appointment that was missed and what is owed for it.
  private func busy() throws -> (
    office: CaseloadOffice, known: RecordRef, again: RecordRef, pair: RecordRef
  ) {
    let office = try CaseloadOffice()
    let known = try office.known()
    _ = try office.consent(known, .caseload, "2007-10-01 08:00")
    try office.assessed(known)
    try office.save(
      JoinCaseloadForm.id, about: known,
      [
        JoinCaseloadForm.worker: office.cjit.id.ref.text,
        JoinCaseloadForm.whereabouts: Whereabouts.community.code,
      ], "2007-10-01 10:00")
    let again = try office.save(
      PersonForm.id,
      CaseloadOffice.like([
        PersonForm.family: "Harow", PersonForm.pnc: "04/1234567F", PersonForm.postcode: "PO33 2ZZ",
      ]),
      rows: [
        PersonForm.aliases: [FormDraft.Row(id: 1, texts: [PersonForm.alias: "Smiler"])],
        PersonForm.phones: [FormDraft.Row(id: 1, texts: [PersonForm.number: "07700 900123"])],
      ], as: office.arw
    ).ref
    _ = try office.consent(again, .assessment)
    let missed = try office.appointment(again, "02/10/2007")
    _ = try office.outcome(missed, .missed, "2007-10-02 11:00")
    let pair = try #require(try office.waiting(for: again).first).ref
    return (office, known, again, pair)
  }

  /// What has to be known once somebody has been assessed, with the answers that matter.
  private static func asked(_ answers: [FieldCode: String]) -> [FieldCode: String] {
    [
      PersonForm.accommodation: "2", PersonForm.veteran: "n", PersonForm.children: "0",
      PersonForm.employed: "n", PersonForm.settledRelationship: "dk",
    ].merging(answers) { _, new in new }
  }

  @Test("Everything moves, details are taken as chosen, and the lesser record is a pointer")
  func merged() throws {
    let (office, known, again, pair) = try busy()
    let opened = try office.open(MergeForm.id, about: pair, as: office.leader)
    #expect(opened.draft[MergeForm.keep] == "1")
    #expect(opened.sources[MergeForm.keep] == "has the open episode")
    #expect(opened.draft[MergeForm.differs].contains("pnc"))
    #expect(opened.draft[MergeForm.field(.pnc)] == "2")
    #expect(opened.sources[MergeForm.field(.name)] == "1 HARROW Miles | 2 HAROW Miles")
    let merge = try office.merge(pair)
    #expect(merge.kept.id.ref == known && merge.gone.id.ref == again)
    let context = try office.context(as: office.leader)
    let page = try office.file.read { try PossibleRecordFiles.load(pair, in: $0, context) }
    let undo = MatchActions.offered(for: page, in: context).first
    #expect(undo?.form == UnmergeForm.id && undo?.about == merge.ref && undo?.whyNot == nil)

    let file = try office.file(of: known)
    #expect(file.person.name.family == "Harrow")
    #expect(file.person.numbers.pnc == "2004/1234567F")
    #expect(file.person.aliases.map(\.name) == ["Miles Harow", "Smiler"])
    #expect(file.person.phones.map(\.number) == ["07700 900123"])
    #expect(Set(file.consents.map(\.type)) == [.assessment, .caseload])
    #expect(file.appointments.count == 1 && file.openEpisode != nil)
    #expect(file.deadlines.contains { $0.name == "Missed follow-up" })
    #expect(file.possible.isEmpty && file.merges == [merge])
    #expect(try office.pair(pair).state == .merged)

    let pointed = try office.file(of: again)
    #expect(pointed.ref == known && pointed.askedAs?.id.ref == again)
    let left = try office.file.read { records in
      try PersonTables.moved.map { try $0.count(of: PersonID(again.number), in: records) }
    }
    #expect(left.allSatisfy { $0 == 0 })
  }

  @Test("GEN-004: undone, both records have exactly what they had, and are not offered again")
  func undone() throws {
    let (office, known, again, pair) = try busy()
    let before = try office.picture()
    let merge = try office.merge(pair)
    #expect(try office.picture() != before)
    #expect(try office.file.verify().breaks == [])
    let saved = try office.unmerge(merge)
    #expect(try office.picture() == before)
    #expect(saved.ref == again)
    #expect(try office.file.verify().breaks == [])
    #expect(try office.file(of: again).ref == again)
    #expect(try office.waiting(for: known).isEmpty)
    #expect(try office.pair(pair).state == .rejected)
    #expect(
      try office.refusals(
        UnmergeForm.id, about: merge.ref, [UnmergeForm.reason: "Two people, seen both"],
        as: office.leader) == ["GEN-004 blocks"])
  }

  @Test("Merged the other way round and undone, it is as it was, too")
  func otherWay() throws {
    let (office, known, again, pair) = try busy()
    let before = try office.picture()
    let merge = try office.merge(
      pair, keep: "2", [MergeForm.field(.name): "1", MergeForm.field(.home): "1"])
    #expect(merge.kept.id.ref == again && merge.gone.id.ref == known)
    let file = try office.file(of: known)
    #expect(file.ref == again && file.person.name.family == "Harrow")
    #expect(file.person.home.postcode == nil)
    _ = try office.unmerge(merge)
    #expect(try office.picture() == before)
  }

  @Test("What was added since stays, unless it is sent along; what was changed since is left alone")
  func addedSince() throws {
    let (office, known, again, pair) = try busy()
    let merge = try office.merge(pair, [MergeForm.field(.home): "2"])
    let stays = try office.appointment(known, "03/10/2007", "11:00")
    let goes = try office.appointment(known, "04/10/2007", "12:00")
    let missed = try office.outcome(goes, .missed, "2007-10-04 13:00")
    #expect(missed.ref == goes)
    try office.save(
      PersonForm.id, about: known, Self.asked([PersonForm.postcode: "PO33 2AA"]))
    let opened = try office.open(UnmergeForm.id, about: merge.ref, as: office.leader)
    let listed = (opened.draft.rows[UnmergeForm.added] ?? []).map { $0.texts[UnmergeForm.record] }
    #expect(listed == [stays.text, goes.text])
    #expect(opened.facts.names[stays]?.hasPrefix("appointment, ") == true)

    let saved = try office.unmerge(merge, along: [goes])
    #expect(saved.notes.contains { $0.contains(goes.text) })
    #expect(saved.notes.contains { $0.contains("1 answer of \(known.text) changed since") })
    let (one, other) = (try office.file(of: known), try office.file(of: again))
    #expect(one.appointments.map(\.id.ref) == [stays])
    #expect(Set(other.appointments.map(\.id.ref)).contains(goes))
    // What is owed for it goes where it goes.
    #expect(other.deadlines.count { $0.name == "Missed follow-up" } == 2)
    #expect(!one.deadlines.contains { $0.name == "Missed follow-up" })
    #expect(one.person.home.postcode == "PO33 2AA")
    #expect(one.person.numbers.pnc == nil && other.person.numbers.pnc == "2004/1234567F")
  }

  @Test("A plan made after the merge goes with the episode that goes back")
  func followers() throws {
    let (office, known, _, pair) = try busy()
    let merge = try office.merge(pair, keep: "2")
    try office.file.store.write(
      try office.file.attribution(by: office.cjit.id, as: .cjit)
    ) { transaction in
      let records = transaction.connection
      let (kept, episode) = (merge.kept.id, try EpisodeRecords.open(of: merge.kept.id, in: records))
      try records.execute(
        """
        INSERT INTO care_plan (person, episode, version, made_on, agreed_on, worker, recorded)
        VALUES (?, ?, 1, '2007-10-05', '2007-10-05', ?, '2007-10-05T09:00:00Z')
        """, kept, episode?.id, office.cjit.id)
      try transaction.audit(AuditEvent(.created, person: kept))
    }
    _ = try office.unmerge(merge)
    let owner = try office.file.read {
      try $0.first("SELECT person FROM care_plan") { try $0.get(0, as: PersonID.self) }
    }
    #expect(owner?.ref == known)
  }

  @Test("PPL-016: whose a plan or a review is changes in a merge only")
  func guarded() throws {
    let (office, _, again, _) = try busy()
    let by = try office.file.attribution(by: office.cjit.id, as: .cjit)
    #expect(throws: SQLiteError.self) {
      try office.file.store.write(by) { transaction in
        try transaction.connection.execute(
          """
          INSERT INTO programme_review (person, reviewed, decision, worker, recorded)
          VALUES (?, '2007-10-01', 'x', ?, '2007-10-01T09:00:00Z')
          """, again.number, office.cjit.id)
        try transaction.connection.execute("UPDATE programme_review SET person = 1")
      }
    }
  }

  @Test(
    "An old number, old names and old numbers of others lead to the record that stays, and say so")
  func pointer() throws {
    let (office, known, again, pair) = try busy()
    _ = try office.merge(pair, [MergeForm.field(.pnc): "1"])
    for typed in ["harow miles", "2004/1234567F", again.text, "smiler"] {
      let hits = try office.find(typed)
      #expect(hits.map(\.ref) == [known], "\(typed)")
    }
    #expect(try office.find("2004/1234567F").first?.because?.hasSuffix("was \(again.text)") == true)
    let context = try office.context()
    let page = try office.file.read {
      try PersonRecords.page(narrow: "", .first, limit: 50, in: $0, context)
    }
    #expect(page.lines.map(\.ref) == [known] && page.total == 1)
    let words = try office.file.read {
      try RecordNames.words(of: again, in: $0, on: .on("2007-10-01"))
    }
    #expect(words?.hasSuffix("\(again.text), now \(known.text)") == true)
  }

  @Test("A form about the old number, or with it in a link, is about the record that stays")
  func forms() throws {
    let (office, known, again, pair) = try busy()
    _ = try office.merge(pair)
    let opened = try office.open(PersonForm.id, about: again)
    #expect(opened.heading?.contains(known.text) == true)
    let saved = try office.save(
      PersonForm.id, about: again, Self.asked([PersonForm.address: "7 Quay Lane"]))
    #expect(saved.ref == known)
    #expect(saved.notes.first == "\(again.text) was merged into HARROW Miles \(known.text)")
    let other = try office.known([PersonForm.family: "Quill", PersonForm.born: "1/1/60"])
    _ = try office.save(
      PossibleRecordForm.id, about: other,
      [PossibleRecordForm.other: again.text, PossibleRecordForm.why: "Same address"])
    #expect(try office.waiting(for: known).count == 1)
  }

  @Test("PPL-009: two open episodes stand in the way; so does who may not merge (GEN-003)")
  func refused() throws {
    let (office, _, again, pair) = try busy()
    func refusals(_ worker: Worker) throws -> Set<String> {
      try office.refusals(
        MergeForm.id, about: pair, [MergeForm.reason: "Same PNC on the record"], as: worker)
    }
    #expect(try refusals(office.arw) == ["GEN-003 blocks"])
    #expect(try refusals(office.colleague) == ["GEN-003 blocks"])
    try office.save(
      ContactEpisodeForm.id, about: again, [ContactEpisodeForm.entryPoint: EntryPoint.court.code],
      as: office.arw)
    #expect(try refusals(office.leader) == ["PPL-009 blocks"])
    #expect(try refusals(office.cjit) == ["PPL-009 blocks", "GEN-003 blocks"])
  }

  @Test("GEN-003: the worker who is responsible for all that is open merges, too")
  func byWorker() throws {
    let (office, known, _, pair) = try busy()
    #expect(try office.merge(pair, as: office.cjit).kept.id.ref == known)
  }

  @Test("PPL-024: a contact under the other record counts, and no longer once the merge is undone")
  func contacts() throws {
    let (office, known, again, pair) = try busy()
    _ = try office.attempt(again, .spoke, "2007-10-09 10:00")
    let merge = try office.merge(pair, [:], "2007-10-10 10:00")
    #expect(try office.file(of: known).openEpisode?.lastContact == .on("2007-10-09"))
    _ = try office.unmerge(merge, "2007-10-11 10:00")
    #expect(try office.file(of: known).openEpisode?.lastContact == .on("2007-10-01"))
  }

  @Test("Both histories tell of the merge and of its undoing, with the reasons")
  func trail() throws {
    let (office, known, again, pair) = try busy()
    let merge = try office.merge(pair)
    _ = try office.unmerge(merge)
    for person in [known, again] {
      let trail = try office.file.read {
        try $0.auditEntries(about: PersonID(person.number), limit: 200)
      }
      let told = trail.filter { $0.kind == "person.merge" || $0.kind == "person.split" }
      #expect(told.map(\.kind) == ["person.split", "person.merge"])
      #expect(
        told.map(\.reason) == ["Two people: both seen today", "Same PNC on the custody record"])
    }
  }

  @Test("Others who may be the same as the lesser record may be the same as the one that stays")
  func carriedOn() throws {
    let (office, known, again, pair) = try busy()
    let third = try office.known([PersonForm.family: "Quill", PersonForm.born: "1/1/60"])
    _ = try office.save(
      PossibleRecordForm.id, about: third,
      [
        PossibleRecordForm.other: again.text,
        PossibleRecordForm.why: "Same mother, may have married",
      ])
    _ = try office.merge(pair)
    #expect(
      try office.waiting(for: known).map { $0.other(than: PersonID(known.number)).id.ref }
        == [third])
    #expect(try office.waiting(for: third).count == 1)
  }

  @Test(
    "A record that took another in is merged on; the older merge waits for the newer to be undone")
  func chain() throws {
    let (office, known, again, pair) = try busy()
    let first = try office.merge(pair)
    let third = try office.known([PersonForm.family: "Harrov"])
    let next = try #require(
      try office.waiting(for: known).first {
        $0.other(than: PersonID(known.number)).id.ref == third
      })
    let second = try office.merge(next.ref, keep: "2", [MergeForm.field(.name): "1"])
    #expect(try office.file(of: again).ref == third)
    #expect(
      try office.refusals(
        UnmergeForm.id, about: first.ref, [UnmergeForm.reason: "Two people, seen both"],
        as: office.leader) == ["GEN-004 blocks"])
    _ = try office.unmerge(second)
    _ = try office.unmerge(first)
    #expect(try office.file(of: again).ref == again)
  }

  @Test("The index is the same whether kept in the saves or made anew")
  func index() throws {
    let (office, _, _, pair) = try busy()
    let merge = try office.merge(pair, [MergeForm.field(.name): "2"])
    func words() throws -> [String] {
      try office.file.read { records in
        try records.query("SELECT word FROM name_word ORDER BY word") { try $0.text(0) }
      }
    }
    func rebuilt() throws -> [String] {
      let by = try office.file.attribution()
      _ = try office.file.store.write(by) { try PersonSearchIndex.rebuild(in: $0) }
      return try words()
    }
    #expect(try words() == rebuilt())
    _ = try office.unmerge(merge)
    #expect(try words() == rebuilt())
  }
}
