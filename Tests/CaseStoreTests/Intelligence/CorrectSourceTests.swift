import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("INT-005: a wrongly entered source is entered anew")
struct CorrectSourceTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private static let anew: [FieldCode: String] = [
    IntelligenceReportForm.kind: "COM", IntelligenceReportForm.family: "Vermiculite",
    IntelligenceReportForm.identity: "Keeper of the corner shop",
    CorrectSourceForm.reason: "Taken from the note of another call",
  ]

  private func anew(
    _ answers: [FieldCode: String] = [:], about ref: RecordRef, by worker: Worker? = nil
  ) throws -> [String] {
    try office.refusals(
      CorrectSourceForm.id, about: ref, Self.anew.merging(answers) { $1 },
      by: worker ?? office.intelligence)
  }

  private func correct(_ ref: RecordRef) throws {
    try office.save(CorrectSourceForm.id, about: ref, Self.anew, by: office.intelligence)
  }

  private func seen(_ ref: RecordRef) throws -> [String] {
    let outcome = try office.confirmed(
      SourceLookForm.id, about: ref, [SourceLookForm.reason: "The bronze depends on who it is"],
      by: office.intelligence)
    guard case .saved(_, _, let notes) = outcome else { return [] }
    return notes
  }

  @Test("the new entry is the source from now on; the old one stays under seal, struck through")
  func corrected() throws {
    let ref = try office.report()
    let before = try office.report(ref)
    try correct(ref)
    let notes = try seen(ref)
    #expect(notes.contains("Family name: Vermiculite") && notes.contains("Kind: Other community"))
    #expect(!notes.joined().contains("Pelham"), "the old one is not shown")
    #expect(notes.last?.contains("struck through on 05/10/2007: Taken from the note") == true)
    #expect(try office.report(ref).source == before.source)
    #expect(try office.report(ref).revision == before.revision + 1)
    #expect(
      try office.count(
        """
        SELECT count(*) FROM intelligence_source
        WHERE family_name = 'Pelham' AND struck_reason LIKE 'Taken%'
        """) == 1)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("GEN-003: who, when and why are on the trail, and nothing that was entered")
  func trail() throws {
    let ref = try office.report()
    try correct(ref)
    let kinds = try office.store.read {
      try $0.query("SELECT kind FROM audit ORDER BY seq DESC LIMIT 2") { try $0.text(0) }
    }
    #expect(Set(kinds) == ["source.corrected", "record.change"])
    let trail = try office.store.read {
      try $0.query("SELECT coalesce(detail, '') || coalesce(reason, '') FROM audit") {
        try $0.text(0)
      }.joined().lowercased()
    }
    #expect(trail.contains("taken from the note of another call"))
    for word in ["pelham", "neighbour", "vermiculite", "corner shop"] {
      #expect(!trail.contains(word), "\(word)")
    }
  }

  @Test("texts are held against the entry that stands: the new name is refused, the old is free")
  func protects() throws {
    let ref = try office.report()
    let answers = CustodyOffice.told.filter {
      $0.key == ReportFields.received || $0.key == ReportFields.relatesTo
    }
    func refused(_ text: String) throws -> [String] {
      try office.refusals(
        CorrectReportForm.id, about: ref, answers.merging([ReportFields.text: text]) { $1 },
        rows: [
          ReportFields.subjects: [CustodyOffice.about(known: RecordRef(.intelligenceSubject, 1))]
        ],
        by: office.intelligence)
    }
    #expect(try refused("Mrs Pelham's lodger sells crack") == ["INT-005 blocks"])
    try correct(ref)
    #expect(try refused("Mrs Pelham's lodger sells crack") == [])
    #expect(try refused("The Vermiculites saw it") == ["INT-005 blocks"])
  }

  @Test("nobody becomes the source of a text that names them")
  func texts() throws {
    let ref = try office.report([ReportFields.text: "Sells crack behind the Ironwood estate"])
    #expect(try anew([IntelligenceReportForm.family: "Ironwood"], about: ref) == ["INT-005 blocks"])
    #expect(try anew([IntelligenceReportForm.family: "Pelham"], about: ref) == [])
  }

  @Test("its reason names neither the old entry nor the new one, and is worth reading")
  func reason() throws {
    let ref = try office.report()
    for reason in ["It was not Pelham at all", "It was Mr Vermiculite who rang"] {
      #expect(
        try anew([CorrectSourceForm.reason: reason], about: ref) == ["INT-005 blocks"], "\(reason)")
    }
    #expect(try anew([CorrectSourceForm.reason: "wrong"], about: ref) == ["GEN-004 blocks"])
    #expect(try anew([CorrectSourceForm.reason: ""], about: ref) == ["INT-005 blocks"])
  }

  @Test("INT-001, INT-007: what a source needs it needs again")
  func needs() throws {
    let ref = try office.report()
    #expect(try anew([IntelligenceReportForm.kind: ""], about: ref) == ["INT-005 blocks"])
    let told = [
      IntelligenceReportForm.kind: "TRE", IntelligenceReportForm.client: "P-0042",
      IntelligenceReportForm.clientFamily: "Tarrow",
    ]
    #expect(try anew(told, about: ref) == ["INT-007 blocks"])
    #expect(
      try anew(told.merging([IntelligenceReportForm.disclosure: "DISC 12"]) { $1 }, about: ref)
        == [])
  }

  @Test("Matrix: only who may enter a source enters it anew", arguments: Role.allCases)
  func matrix(role: Role) throws {
    let ref = try office.report()
    #expect(try anew(about: ref, by: try office.worker(role)).isEmpty == (role == .dio))
  }

  @Test("the form opens with nothing of the source, and a struck report's stays as it is")
  func opens() throws {
    let ref = try office.report()
    let context = try office.context(as: office.intelligence)
    let opened = try office.store.read {
      try SourceHandlers.correct.open($0, ref, context)
    }
    #expect(opened.draft == FormDraft())
    try office.save(
      StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
      by: office.intelligence)
    #expect(try anew(about: ref) == ["GEN-004 blocks"])
  }

  @Test("GEN-004: an entry that is struck through is never changed or removed")
  func sealed() throws {
    let ref = try office.report()
    try correct(ref)
    for sql in [
      "UPDATE intelligence_source SET identity = 'x' WHERE struck_at IS NOT NULL",
      "DELETE FROM intelligence_source",
    ] {
      #expect(throws: SQLiteError.self) {
        try office.store.write(try office.temporary.attribution()) {
          try $0.connection.execute(sql)
        }
      }
    }
  }

  @Test("INT-054: whoever refers is entered anew with the referral, or with the report it became")
  func referral() throws {
    let ref = try office.save(
      EDIIReferralForm.id,
      [
        EDIIReferralForm.received: "05/10/2007 09:00", EDIIReferralForm.family: "Marsh",
        EDIIReferralForm.reason: "Said to use heroin", IntelligenceReportForm.kind: "FAM",
        IntelligenceReportForm.family: "Pelham",
      ], by: office.intelligence)
    try correct(ref)
    let report = try office.save(
      EDIIReportForm.id, about: ref,
      [
        ReportFields.received: "05/10/2007 09:00", ReportFields.relatesTo: "04/10/2007",
        ReportFields.text: "Uses heroin at the station",
      ], rows: [ReportFields.subjects: [CustodyOffice.about("Marsh", "Robin")]],
      by: office.intelligence)
    #expect(try seen(report).contains("Family name: Vermiculite"))
    #expect(try anew(about: ref) == ["INT-054 blocks"])
    // The texts of the referral are held against it as well.
    #expect(try anew([IntelligenceReportForm.family: "Heroin"], about: report).count == 2)
  }
}

@Suite("GEN-004: what was recorded as shared is struck through")
struct StrikeShareTests {
  let office: CustodyOffice
  init() throws { office = try CustodyOffice() }

  private func shared(_ recipient: String, _ ref: RecordRef) throws {
    try office.save(
      ShareReportForm.id, about: ref,
      [
        ShareReportForm.agency: "POL", ShareReportForm.recipient: recipient,
        ShareReportForm.sentAt: "05/10/2007 09:20", ShareReportForm.text: "Sells on weekdays",
      ], by: office.intelligence)
  }

  private func strike(_ number: String, _ ref: RecordRef, because reason: String) throws -> [String]
  {
    try office.refusals(
      StrikeShareForm.id, about: ref,
      [StrikeShareForm.number: number, StrikeShareForm.reason: reason], by: office.intelligence)
  }

  private func shares(_ ref: RecordRef) throws -> [IntelligenceShare] {
    let context = try office.context(as: office.intelligence)
    return try office.store.read { try IntelligenceFiles.report(ref, in: $0, context).shares }
  }

  @Test("it stays on the page with its number and the reason, and is struck once")
  func struck() throws {
    let ref = try office.report(CustodyOffice.grades("B22"))
    try shared("Sgt Ore", ref)
    try shared("Sgt Vane", ref)
    #expect(try strike("3", ref, because: "Entered twice by mistake") == ["GEN-004 blocks"])
    try office.save(
      StrikeShareForm.id, about: ref,
      [StrikeShareForm.number: "1", StrikeShareForm.reason: "Entered twice by mistake"],
      by: office.intelligence)
    let shares = try shares(ref)
    #expect(shares.map(\.number) == [2, 1])
    #expect(shares.map(\.struckBecause) == [nil, "Entered twice by mistake"])
    #expect(try strike("1", ref, because: "Entered twice by mistake") == ["GEN-004 blocks"])
    #expect(
      try office.count(
        """
        SELECT count(*) FROM audit WHERE kind = 'record.struck' AND rule = 'GEN-004'
          AND reason = 'Entered twice by mistake'
        """) == 1)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("its reason says why, names no source, and a struck report's stays as it is")
  func refused() throws {
    let ref = try office.report(CustodyOffice.grades("B22"))
    try shared("Sgt Ore", ref)
    #expect(try strike("1", ref, because: "oops") == ["GEN-004 blocks"])
    #expect(try strike("1", ref, because: "Pelham did not want it") == ["INT-005 blocks"])
    try office.save(
      StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
      by: office.intelligence)
    #expect(try strike("1", ref, because: "Entered twice by mistake") == ["GEN-004 blocks"])
  }

  @Test(
    "what was sent is never changed, and a struck one not struck again",
    arguments: [
      "UPDATE intelligence_share SET text = 'x'",
      "UPDATE intelligence_share SET struck_reason = 'x'",
      "DELETE FROM intelligence_share",
    ])
  func asSent(sql: String) throws {
    let ref = try office.report(CustodyOffice.grades("B22"))
    try shared("Sgt Ore", ref)
    try office.save(
      StrikeShareForm.id, about: ref,
      [StrikeShareForm.number: "1", StrikeShareForm.reason: "Entered twice by mistake"],
      by: office.intelligence)
    #expect(throws: SQLiteError.self) {
      try office.store.write(try office.temporary.attribution()) {
        try $0.connection.execute(sql)
      }
    }
  }

  @Test("INT-010: the person's page shows it no more; of a struck report it says so")
  func released() throws {
    let person = try office.person("Harrow", born: .on(3, 4, 1985))
    let ref = try office.report(CustodyOffice.grades("B22"))
    let subject = try #require(try office.report(ref).mainSubject).id.ref
    try office.save(
      LinkSubjectForm.id, about: subject,
      [
        SameSubjectForm.other: person.text, SameSubjectForm.answer: "SAME",
        SameSubjectForm.reason: "Known to both teams",
      ], by: office.teamLeader)
    func release(_ text: String) throws {
      try office.save(
        ReleaseReportForm.id, about: ref,
        [
          ReleaseReportForm.topic: "RISK", ReleaseReportForm.subject: subject.text,
          ShareReportForm.recipient: "Sue Lane", ShareReportForm.sentAt: "05/10/2007 09:20",
          ShareReportForm.text: text,
        ], by: office.intelligence)
    }
    func shown() throws -> [PersonIntelligence.Released] {
      let context = try office.context(as: office.teamLeader)
      return try office.store.read {
        try PersonFiles.load(PersonID(person.number), in: $0, context).intelligence?.released ?? []
      }
    }
    try release("Carries a knife")
    try release("Carries a sword")
    try office.save(
      StrikeShareForm.id, about: ref,
      [StrikeShareForm.number: "2", StrikeShareForm.reason: "That was somebody else"],
      by: office.intelligence)
    #expect(try shown().map(\.text) == ["Carries a knife"])
    try office.save(
      StrikeReportForm.id, about: ref, [StrikeReportForm.reason: "Entered for another area"],
      by: office.intelligence)
    #expect(try shown().map(\.reportStruck) == ["Entered for another area"])
  }
}
