import Testing

@testable import CaseRules

@Suite("What is typed above the trail")
struct TrailWordsTests {
  private static let workers = [
    Worker(id: WorkerID(2), name: "Amina Begum", role: .arw),
    Worker(id: WorkerID(3), name: "Delroy Francis", role: .cjit),
    Worker(id: WorkerID(4), name: "Amy Looksmith", role: .cjit),
  ]

  /// Mon 23/11/2026 10:00.
  private static func words(
    _ typed: String, narrowing filter: TrailFilter = TrailFilter()
  ) -> TrailWords {
    TrailWords(
      typed, narrowing: filter, workers: workers,
      in: ReadingContext(now: Moment(local: day("2026-11-23"), ClockTime(minutesOfDay: 600))))
  }

  private static func day(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0)
  }

  @Test("nothing typed narrows nothing")
  func empty() {
    #expect(Self.words("  ").filter == TrailFilter())
    #expect(Self.words("").understood == [])
  }

  @Test("a person by number, in any spelling", arguments: ["P-0042", "p42", "p-42"])
  func person(typed: String) {
    let words = Self.words(typed)
    #expect(words.filter.person == PersonID(42))
    #expect(words.understood == ["P-0042"])
  }

  @Test("another record, and a worker by number")
  func refs() {
    #expect(Self.words("a-12").filter.record == RecordRef(.appointment, 12))
    #expect(Self.words("w3").filter.workers == [WorkerID(3)])
  }

  @Test(
    "a worker by the start of a name; a second word narrows further",
    arguments: [
      ("beg", [2]), ("am", [2, 4]), ("am look", [4]), ("amina", [2]), ("a.begum", [2]),
    ])
  func workers(typed: String, numbers: [Int64]) {
    #expect(Self.words(typed).filter.workers == numbers.map { WorkerID($0) })
  }

  @Test(
    "kinds of event by their words, or from three letters on",
    arguments: [
      ("looks", "person.view"), ("refused", "permission.refused"), ("prin", "print"),
      ("changes", "rule.overridden"), ("records", "record.create"), ("lists", "person.found"),
      ("person.view", "person.view"),
    ])
  func kinds(typed: String, code: String) {
    #expect(Self.words(typed).filter.kinds?.contains(code) == true)
  }

  @Test("unrelated: looks at people the worker had nothing to do with; the word is offered")
  func unrelated() {
    let words = Self.words("unrelated beg")
    #expect(words.filter.related == false && words.filter.workers == [WorkerID(2)])
    #expect(words.understood == ["no relation to the client", "A.BEGUM"])
    #expect(Self.words("looks").filter.related == nil)
    #expect(TrailWords.kindWords.allSatisfy { Self.words($0).unknown.isEmpty })
  }

  @Test("refused is nothing but refusals, and records are no looks")
  func narrowKinds() {
    #expect(Self.words("refused").filter.kinds == ["permission.refused"])
    #expect(Self.words("records").filter.kinds?.contains("person.view") == false)
  }

  @Test(
    "words narrow the kinds that the trail is held to, and never widen them",
    arguments: [
      ("", ["person.view", "dir.view"]), ("person.view", ["person.view"]),
      ("refused", []), ("refused dir.view", ["dir.view"]), ("looks", ["person.view", "dir.view"]),
    ])
  func heldKinds(typed: String, kinds: [String]) {
    var held = TrailFilter()
    held.kinds = ["person.view", "dir.view"]
    #expect(Self.words(typed, narrowing: held).filter.kinds == kinds)
  }

  @Test(
    "held to own clients, or to the others, it stays so, and what contradicts that fits nothing",
    arguments: [true, false])
  func heldRelation(related: Bool) {
    var held = TrailFilter()
    held.related = related
    let words = Self.words("unrelated", narrowing: held)
    #expect(words.filter.related == related)
    #expect(words.filter.kinds == (related ? [] : nil))
    #expect(Self.words("", narrowing: held).filter == held)
  }

  @Test(
    "days, months and times before now",
    arguments: [
      ("03/11/2026", "2026-11-03", "2026-11-03"), ("10/2026", "2026-10-01", "2026-10-31"),
      ("last month", "2026-10-01", "2026-10-31"), ("this month", "2026-11-01", "2026-11-23"),
      ("today", "2026-11-23", "2026-11-23"), ("yesterday", "2026-11-22", "2026-11-22"),
      ("since 1/11/2026 until 3/11/2026", "2026-11-01", "2026-11-03"),
    ])
  func days(typed: String, from: String, to: String) {
    let words = Self.words(typed)
    #expect(words.filter.from == Self.day(from), "\(words)")
    #expect(words.filter.to == Self.day(to))
    #expect(words.unknown == [])
  }

  @Test("GEN-003: who looked at this person last month, in one line")
  func question() {
    let words = Self.words("P-0042 looks last month")
    #expect(words.filter.person == PersonID(42))
    #expect(words.filter.from == Self.day("2026-10-01"))
    #expect(words.filter.kinds?.contains("dir.view") == true)
    #expect(words.understood == ["P-0042", "looks", "last month"])
  }

  @Test("what is not understood is named, and what was asked before stays")
  func unknown() {
    let words = Self.words("xyzzy P-7", narrowing: TrailFilter(record: PersonID(42).ref))
    #expect(words.unknown == ["xyzzy"])
    #expect(words.filter.person == PersonID(7))
  }
}

@Suite("Who may see the history")
struct TrailRightsTests {
  @Test(
    "the whole trail is for team leaders and auditors",
    arguments: Role.allCases)
  func trail(role: Role) {
    let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: role)
    #expect((TrailRights.whyNot(worker, nil) == nil) == [.sup, .aud].contains(role))
  }

  @Test("who may read a record sees its history", arguments: Role.allCases)
  func records(role: Role) {
    let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: role)
    let seesAll = AccessMatrix.whyNotRead(worker, .trail) == nil
    for kind in RecordRef.Kind.allCases {
      let may = TrailRights.whyNot(worker, RecordRef(kind, 1)) == nil
      let function: Function =
        switch kind {
        case .custodyEntry, .dir, .custodyFact, .helplineCall, .suite, .officer:
          .custodyBoardAndDIR
        case .worker: .settings
        case .proposal: .proposals
        case .exceptionalAccess: .exceptionalAccess
        case .intelligenceReport, .intelligenceSubject, .bronzeAction, .ediiActivity, .ediiReferral,
          .warrant:
          .intelligence
        case .person, .episode, .appointment, .consent, .contact, .handover, .incomingReferral,
          .agency, .carePlan, .referral, .modality, .prescribing, .possibleRecord, .merge:
          .personAndCaseload
        }
      let reads = AccessMatrix.whyNotRead(worker, function) == nil
      #expect(may == (seesAll || reads), "\(role) \(kind)")
    }
  }

  @Test("CUS-022: a designated officer reads a person's history without what was said in custody")
  func withheld() {
    var officer = Worker(id: WorkerID(1), name: "Zoë Okafor", role: .sm)
    officer.designation = .designated
    #expect(TrailRights.whyNot(officer, RecordRef(.person, 1)) == nil)
    func withholds(_ ref: RecordRef?, _ record: String? = nil) -> Bool {
      var line = HistoryLine(
        number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
        kind: "record.change")
      line.ref = ref
      line.record = record ?? ref?.text
      return TrailRights.withholds(line, from: officer)
    }
    #expect(withholds(RecordRef(.dir, 1)))
    #expect(!withholds(RecordRef(.appointment, 1)))
    #expect(!withholds(nil, "opiate test 7"))
    #expect(withholds(nil, "sweep 7"))
    #expect(withholds(nil, "deadline 7"), "it may be about a detention")
    #expect(withholds(nil), "nobody knows what it is about")
  }
}

@Suite("INF-002: the trail as an auditor reads it")
struct DepersonalisingTests {
  private func line(
    _ ref: RecordRef?, _ changes: [HistoryLine.Change], kind: String = "record.change"
  ) -> HistoryLine {
    var line = HistoryLine(
      number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
      kind: kind)
    line.ref = ref
    line.record = ref?.text
    line.person = PersonID(42)
    line.personName = "MARSH Robin"
    line.reason = "Robin's mother rang"
    line.changes = changes
    return line
  }

  @Test(
    "which fields changed is told; what says whose they are is not",
    arguments: [
      (RecordRef(.person, 42), "family", "Marsh", false),
      (RecordRef(.person, 42), "born", "1975-04-03", false),
      (RecordRef(.person, 42), "postcode", "PO30 1AA", false),
      (RecordRef(.person, 42), "pnc", "04/1234567F", false),
      (RecordRef(.person, 42), "sex", "M", true),
      (RecordRef(.dir, 3), "main-drug", "CAN", true),
      (RecordRef(.custodyEntry, 3), "is_trigger", "1", true),
      (RecordRef(.custodyEntry, 3), "offence_text", "Took a bicycle of Mr Bell's", false),
      (RecordRef(.helplineCall, 3), "client_name", "Marsh", false),
      (RecordRef(.episode, 3), "unknown-to-any-form", "Marsh", false),
      (RecordRef(.episode, 3), "started_at", "2026-11-22T09:00:00Z", true),
    ] as [(RecordRef, String, String, Bool)])
  func fields(ref: RecordRef, field: String, value: String, isTold: Bool) {
    let told = Depersonalising.line(line(ref, [.init(field, from: nil, to: value)]))
    #expect(told.personName == nil && told.person == PersonID(42))
    #expect(told.changes.map(\.field) == [field])
    #expect((told.changes.first?.to == value) == isTold)
    let wording = HistoryWording(codes: .seeded, workers: [:])
    let words = wording.summary(told) + wording.lines(told).map(\.text).joined()
    #expect(words.contains("not shown to you"))
    for word in ["Marsh", "Robin", "PO30", "1975", "Bell"] { #expect(!words.contains(word)) }
  }

  @Test("what is nobody's record is told whole, and so is why something was refused")
  func office() {
    var change = line(RecordRef(.worker, 3), [.init("name", from: "A Bell", to: "B Bell")])
    change.person = nil
    #expect(Depersonalising.line(change).changes == change.changes)
    let refused = line(RecordRef(.person, 42), [], kind: "permission.refused")
    #expect(Depersonalising.line(refused).reason == refused.reason)
  }

  @Test("every kind of field that can hold a name or a number of somebody is kept back")
  func kinds() {
    for form in FormCatalogue.all {
      for field in form.fields {
        guard case .typed(let kind) = field.content, kind == .name || kind == .phone else {
          continue
        }
        #expect(!Depersonalising.isSafe(kind))
      }
    }
  }
}

@Suite("Fields of the trail by the forms that ask for them")
struct HistoryFieldsTests {
  @Test("each kind of record has forms whose answers it keeps, and no form keeps them elsewhere")
  func forms() {
    let withoutForms: Set<RecordRef.Kind> = [.bronzeAction]
    for kind in RecordRef.Kind.allCases where !withoutForms.contains(kind) {
      #expect(!FormCatalogue.forms(keptIn: kind).isEmpty, "\(kind)")
    }
    for form in FormCatalogue.all where form.about.isEmpty && form.keptIn != nil {
      #expect(form.standsAlone)
    }
  }

  @Test(
    "yes and no, and workers, are known by the question",
    arguments: [
      (RecordRef.Kind.custodyEntry, "is_trigger", "1", "yes"),
      (.custodyEntry, "is_ppo", "0", "no"), (.custodyEntry, "is_drr", "1", "yes"),
      (.custodyFact, "at_risk_assessment", "1", "yes"),
      (.custodyFact, "looked_at_record", "0", "no"), (.custodyFact, "positively", "1", "yes"),
      (.custodyFact, "independence", "1", "yes"), (.custodyFact, "given", "1", "yes"),
      (.custodyFact, "attended", "0", "no"), (.suite, "tests_on_arrest", "1", "yes"),
      (.suite, "active", "0", "no"), (.worker, "active", "1", "yes"),
      (.officer, "active", "1", "yes"), (.helplineCall, "emergency", "1", "yes"),
      (.helplineCall, "answered", "1", "yes"), (.helplineCall, "ambulance", "0", "no"),
      (.prescribing, "supervised", "1", "yes"), (.episode, "worker", "4", "Delroy Francis"),
      (.appointment, "worker", "4", "Delroy Francis"),
      (.helplineCall, "taken_by", "4", "Delroy Francis"),
      (.helplineCall, "booked_with", "4", "Delroy Francis"),
      (.custodyFact, "by", "4", "Delroy Francis"),
    ])
  func known(kind: RecordRef.Kind, field: String, raw: String, words: String) {
    let wording = HistoryWording(codes: .seeded, workers: [WorkerID(4): "Delroy Francis"])
    var line = HistoryLine(
      number: 1, at: Moment(seconds: 0), worker: WorkerID(2), workerName: "Ben Cole", role: .arw,
      kind: "record.change")
    line.ref = RecordRef(kind, 1)
    #expect(wording.words(.init(field, from: nil, to: raw), line).to == words)
  }
}

@Suite("An entry of the trail in words")
struct HistoryWordingTests {
  private let wording = HistoryWording(codes: .seeded, workers: [WorkerID(4): "Delroy Francis"])

  private func line(_ kind: String, _ ref: RecordRef?) -> HistoryLine {
    var line = HistoryLine(
      number: 7, at: Moment(seconds: 1_795_338_000), worker: WorkerID(2), workerName: "Amina Begum",
      role: .arw, kind: kind)
    line.ref = ref
    line.record = ref?.text
    line.person = PersonID(42)
    return line
  }

  @Test(
    "what happened",
    arguments: [
      ("person.view", RecordRef(.person, 42), "looked at"),
      ("record.change", RecordRef(.person, 42), "changed the person's record"),
      ("record.create", RecordRef(.appointment, 3), "made appointment A-0003"),
      ("print", RecordRef(.person, 42), "printed the person's record"),
    ])
  func what(kind: String, ref: RecordRef, words: String) {
    #expect(wording.what(line(kind, ref)) == words)
  }

  @Test("fields by their labels, codes by their words, from and to")
  func changes() {
    var change = line("record.change", RecordRef(.dir, 3))
    change.changes = [
      .init("main-drug", from: nil, to: "CAN"),
      .init("drugs.1.route", from: "SMK", to: "ORL"),
      .init("worker", from: "4", to: nil),
      .init("completed_at", from: nil, to: "2026-11-22T09:00:00Z"),
      .init("concerns", from: nil, to: ""),
    ]
    let words = wording.summary(change)
    #expect(words.contains("Main drug Cannabis"), "\(words)")
    #expect(words.contains("Drugs 1: How taken Oral, was Smoke"), "\(words)")
    #expect(words.contains("taken out, was Delroy Francis"), "\(words)")
    #expect(words.contains("22/11/2026 09:00"), "\(words)")
    #expect(!words.contains("oncern"), "nothing became nothing")
  }

  @Test("a state is said in words")
  func state() {
    var change = line("record.change", RecordRef(.episode, 3))
    change.changes = [.init("state", from: "assessed", to: "activeCommunity")]
    #expect(wording.summary(change) == "State active community, was assessed")
  }

  @Test("CUS-022: what is not for a role is not said")
  func withheld() {
    var change = line("record.change", RecordRef(.dir, 3))
    change.changes = [.init("main-drug", from: nil, to: "CAN")]
    change.isWithheld = true
    #expect(!wording.summary(change).contains("Cannabis"))
    #expect(!wording.lines(change).contains { $0.text.contains("Cannabis") })
  }
}
