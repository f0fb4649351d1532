import CaseRules
import Testing

@Suite("The forms of the custody board")
struct CustodyFormTests {
  @Test("Every form has labels, help where it is needed, and field codes of its own")
  func declarations() {
    #expect(Set(CustodyForms.all.map(\.id)).count == CustodyForms.all.count)
    for form in CustodyForms.all {
      let codes = form.fields.map(\.code)
      #expect(Set(codes).count == codes.count, "\(form.id.text)")
      #expect(form.fields.allSatisfy { !$0.label.isEmpty }, "\(form.id.text)")
      #expect(!form.purpose.isEmpty, "\(form.id.text)")
      #expect(form.sections.allSatisfy { $0.fields.count <= 14 }, "\(form.id.text) fits a screen")
    }
  }

  static let arrival: [FieldCode: String] = [
    ArrivalForm.suite: "npt", ArrivalForm.cell: "M4", ArrivalForm.arrived: "11:55",
    ArrivalForm.offence: "shoplifting",
  ]

  @Test("An arrival is typed with four short answers")
  func quickArrival() {
    #expect(ArrivalForm.definition.said(Self.arrival) == ["CUS-005 shows offence"])
  }

  @Test("CUS-011: an offence that is typed before permission is said not to be kept, at once")
  func offenceIsNotKept() {
    func words(_ facts: FormFacts) -> String? {
      FormCheck.findings(
        on: FormDraft(texts: Self.arrival), of: ArrivalForm.definition, facts: facts,
        in: .example()
      ).first { $0.field == ArrivalForm.offence.text }?.words
    }
    #expect(
      words(FormFacts())?.hasSuffix("is not kept until permission is given (CUS-011)") == true)
    var permitted = CustodyEntry.example(permissions: [.example()])
    permitted.details = CustodyDetails()
    #expect(words(.about(permitted))?.contains("CUS-011") == false)
  }

  @Test("CUS-001: a cell that is taken waits for a reason, and is not asked about again")
  func takenCell() {
    var facts = FormFacts()
    facts.custody = CustodyFacts()
    facts.custody?.inCell = [
      OtherDetention(
        ref: RecordRef(.custodyEntry, 7), name: "HALE Ann", suite: "Newport", cell: "M4",
        arrived: .at(5, 10, 2007, 9, 30))
    ]
    let found = FormCheck.findings(
      on: FormDraft(texts: Self.arrival), of: ArrivalForm.definition, facts: facts, in: .example()
    ).first { $0.force == .warns }
    #expect(found?.field == ArrivalForm.cell.text)
    #expect(found?.words.hasPrefix("HALE Ann (C-0007) is in cell M4 since 09:30. ") == true)

    var corrected = facts
    corrected.custody?.entry = .example(cell: "M4")
    #expect(!ArrivalForm.definition.said(Self.arrival, corrected).contains("CUS-001 warns cell"))
    corrected.custody?.entry = .example(cell: "M5")
    #expect(ArrivalForm.definition.said(Self.arrival, corrected).contains("CUS-001 warns cell"))
  }

  @Test("The heading of a corrected arrival is that of the answers")
  func heading() {
    let context = RuleContext.example()
    let reading = FormReading(
      FormDraft(texts: Self.arrival), of: ArrivalForm.definition, in: context.reading)
    let heading = ArrivalForm.definition.savedHeading(
      RecordRef(.custodyEntry, 1), reading, .about(.example(cell: "M9")), context)
    #expect(heading == "C-0001  Newport M4, arrived Fri 05/10/2007 11:55")
  }

  @Test("CUS-011: a no says what stays, and that details on file go")
  func meaningOfNo() {
    let no: [FieldCode: String] = [PermissionForm.given: "n", PermissionForm.at: "11:00"]
    let said = PermissionForm.definition.said(no, .about(.example()))
    #expect(said == ["CUS-011 shows given"])
    let yes: [FieldCode: String] = [PermissionForm.given: "y", PermissionForm.at: "11:00"]
    #expect(PermissionForm.definition.said(yes, .about(.example())).isEmpty)
  }

  @Test("GEN-004, CUS-011: a no says of the person who was linked that they stay on file")
  func staysOnFile() {
    let yes = Permission.example(at: .at(5, 10, 2007, 10, 10))
    var entry = CustodyEntry.example(permissions: [yes])
    entry.details = CustodyDetails(person: RecordRef(.person, 42), personName: "MARSH Robin")
    func said(_ time: String) -> [Finding] {
      FormCheck.findings(
        on: FormDraft(texts: [PermissionForm.given: "n", PermissionForm.at: time]),
        of: PermissionForm.definition, facts: .about(entry), in: .example())
    }
    let found = said("11:00").filter { $0.rule == "GEN-004" }
    #expect(found.map(\.force) == [.shows])
    #expect(found.first?.words.hasPrefix("P-0042 stays on file") == true)
    #expect(!said("05/10/2007 09:30").contains { $0.rule == "GEN-004" }, "the yes stands")
  }

  struct LateAnswer: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let standing: Permission
    let given: String
    let words: String
  }

  @Test(
    "CUS-010, CUS-011: an answer written down late announces that the newer one counts",
    arguments: [
      LateAnswer(
        testDescription: "a no before the yes",
        standing: .example(at: .at(5, 10, 2007, 10, 10)), given: "n",
        words: "A newer answer is on file and counts: Given Fri 05/10/2007 10:10"),
      LateAnswer(
        testDescription: "a yes before the no",
        standing: .example(given: false, at: .at(5, 10, 2007, 10, 10)), given: "y",
        words: "A newer answer is on file and counts: Refused Fri 05/10/2007 10:10"),
    ])
  func lateAnswer(_ row: LateAnswer) {
    var entry = CustodyEntry.example(permissions: [row.standing])
    if row.standing.given { entry.details = CustodyDetails(notes: "Wants a script") }
    let findings = FormCheck.findings(
      on: FormDraft(texts: [
        PermissionForm.given: row.given, PermissionForm.at: "05/10/2007 09:30",
      ]),
      of: PermissionForm.definition, facts: .about(entry), in: .example())
    #expect(findings.map(\.rule) == ["CUS-010"])
    #expect(findings.map(\.words) == [row.words])
  }

  @Test("CUS-010: of two answers at one minute the one recorded later counts")
  func sameMinute() {
    let ten = Moment.at(5, 10, 2007, 10, 10)
    let (yes, no) = (Permission.example(1, at: ten), Permission.example(2, given: false, at: ten))
    #expect(PermissionState([no, yes]) == .refused(at: ten))
    let said = PermissionForm.definition.said(
      [PermissionForm.given: "n", PermissionForm.at: "05/10/2007 10:10"],
      .about(.example(permissions: [yes])))
    #expect(said == ["CUS-011 shows given"], "the no in hand is the later one")
  }

  @Test("CUS-010: permission counts from the minute it was given")
  func permissionBegins() {
    let given = PermissionState([.example(at: .at(5, 10, 2007, 10, 10))])
    #expect(!given.isGiven(at: .at(5, 10, 2007, 10, 9)))
    #expect(given.isGiven(at: .at(5, 10, 2007, 10, 10)))
    #expect(given.isGiven(at: .at(5, 10, 2007, 10, 11)))
    #expect(!PermissionState([]).isGiven(at: .at(5, 10, 2007, 10, 11)))
  }

  struct Flag: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let offence: String
    let said: [String]
  }

  @Test(
    "COD-001, worked example 8: the offence decides the trigger flag",
    arguments: [
      Flag(
        testDescription: "cannabis only", offence: "possession of cannabis",
        said: ["COD-001 shows offence"]),
      Flag(
        testDescription: "heroin", offence: "possession of heroin",
        said: ["CUS-005 shows offence"]),
      Flag(testDescription: "assault", offence: "N01", said: ["COD-001 shows offence"]),
      Flag(
        testDescription: "no offence, no flag: one of them is needed", offence: "",
        said: ["CUS-001 blocks trigger"]),
    ])
  func trigger(_ row: Flag) {
    let answers = Self.arrival.merging([ArrivalForm.offence: row.offence]) { $1 }
    #expect(ArrivalForm.definition.said(answers) == row.said)
  }

  @Test("CUS-011: the cell takes no notes before permission")
  func cell() {
    let answers = Self.arrival.merging([ArrivalForm.cell: "heroin"]) { $1 }
    #expect(ArrivalForm.definition.said(answers).contains("CUS-011 blocks cell"))
  }

  @Test("GEN-007: an arrival cannot be corrected behind what has been recorded since")
  func correctedArrival() {
    let entry = CustodyEntry.example(
      arrived: .at(5, 10, 2007, 9, 0), approaches: [.example(at: .at(5, 10, 2007, 9, 40))])
    let said = ArrivalForm.definition.said(Self.arrival, .about(entry))
    #expect(said.contains("GEN-007 blocks arrived"))
  }

  @Test("GEN-007: a test on arrest and a DIR hold the arrival before them, too")
  func arrivalBeforeTestAndDIR() {
    var tested = CustodyEntry.example(arrived: .at(5, 10, 2007, 9, 0))
    tested.arrestTests = [
      ArrestTest(ref: RecordRef(.custodyFact, 4), outcome: .negative, at: .at(5, 10, 2007, 9, 40))
    ]
    let assessed = CustodyEntry.example(
      arrived: .at(5, 10, 2007, 9, 0), dirStarted: .at(5, 10, 2007, 9, 40))
    for entry in [tested, assessed] {
      let said = ArrivalForm.definition.said(Self.arrival, .about(entry))
      #expect(said.contains("GEN-007 blocks arrived"))
      let before = Self.arrival.merging([ArrivalForm.arrived: "05/10/2007 09:40"]) { $1 }
      #expect(
        !ArrivalForm.definition.said(before, .about(entry)).contains("GEN-007 blocks arrived"))
    }
  }

  @Test(
    "GEN-004: arrival, departure and details of a closed detention stand",
    arguments: [ArrivalForm.id, DepartureForm.id, CustodyDetailsForm.id])
  func closedStands(_ id: FormID) throws {
    let form = try #require(CustodyForms.all.first { $0.id == id })
    var entry = CustodyEntry.example(permissions: [.example()])
    let said = { form.said([:], .about(entry)).filter { $0.hasPrefix("GEN-004") } }
    #expect(said().isEmpty)
    entry.departure = Departure(kind: .noFurtherAction, at: .at(5, 10, 2007, 11, 0))
    entry.closed = .at(5, 10, 2007, 11, 30)
    #expect(said() == ["GEN-004 blocks"])
  }

  static let offer: [FieldCode: String] = [
    OfferForm.result: "ACC", OfferForm.at: "05/10/2007 09:30", OfferForm.officer: "O-1",
    OfferForm.positively: "y", OfferForm.independence: "y",
  ]

  struct Offering: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let answers: [FieldCode: String]
    let said: [String]
  }

  @Test(
    "CUS-001 to CUS-003: what an offer needs, and what is flagged about it",
    arguments: [
      Offering(testDescription: "in time, with both ticks", answers: [:], said: []),
      Offering(
        testDescription: "at 61 minutes", answers: [OfferForm.at: "05/10/2007 10:01"],
        said: ["CUS-002 flags at"]),
      Offering(
        testDescription: "a tick missing", answers: [OfferForm.independence: ""],
        said: ["CUS-003 flags"]),
      Offering(
        testDescription: "made by nobody", answers: [OfferForm.officer: ""],
        said: ["CUS-001 blocks officer"]),
      Offering(
        testDescription: "deferred without a reason", answers: [OfferForm.result: "DEF"],
        said: ["CUS-001 blocks deferral"]),
      Offering(
        testDescription: "deferred: asleep",
        answers: [OfferForm.result: "DEF", OfferForm.deferral: "asleep"], said: []),
      Offering(
        testDescription: "not offered without a reason", answers: [OfferForm.result: "NOT"],
        said: ["CUS-001 blocks not-offered"]),
      Offering(
        testDescription: "not offered: shift change",
        answers: [OfferForm.result: "NOT", OfferForm.notOffered: "shift change"],
        said: ["CUS-001 flags result"]),
      Offering(
        testDescription: "before the arrival", answers: [OfferForm.at: "05/10/2007 08:59"],
        said: ["GEN-007 blocks at"]),
      Offering(
        testDescription: "in the future", answers: [OfferForm.at: "05/10/2007 12:01"],
        said: ["GEN-007 blocks at", "CUS-002 flags at"]),
    ])
  func offers(_ row: Offering) {
    let answers = Self.offer.merging(row.answers) { $1 }
    #expect(OfferForm.definition.said(answers, .about(.example())) == row.said)
  }

  @Test("CUS-004: the training of the officer is shown beside the offer")
  func training() {
    var facts = FormFacts.about(.example())
    facts.custody?.officer = CustodyOfficer(ref: RecordRef(.officer, 1), name: "PS Hale")
    #expect(OfferForm.definition.said(Self.offer, facts) == ["CUS-004 shows officer"])
  }

  @Test("CUS-005, CUS-009: the response time is shown; a second approach after a refusal warns")
  func approach() {
    let answers: [FieldCode: String] = [
      ApproachForm.result: "see", ApproachForm.at: "05/10/2007 09:45",
    ]
    #expect(
      ApproachForm.definition.said(answers, .about(.example())) == ["CUS-005 shows at"])
    let refused = CustodyEntry.example(approaches: [.example(1, .refused)])
    #expect(ApproachForm.definition.said(answers, .about(refused)) == ["CUS-009 warns"])
    let busy = CustodyEntry.example(approaches: [.example(1, .notAvailable(.doctor))])
    #expect(ApproachForm.definition.said(answers, .about(busy)) == ["CUS-005 shows at"])
  }

  @Test("CUS-008: no rule of the approach asks for an accepted offer")
  func approachNeedsNoOffer() {
    let answers: [FieldCode: String] = [
      ApproachForm.result: "see", ApproachForm.at: "05/10/2007 09:45",
    ]
    let entry = CustodyEntry.example(isTrigger: false, offers: [.example(1, .refused)])
    #expect(ApproachForm.definition.said(answers, .about(entry)).isEmpty)
  }

  @Test("CUS-010, CUS-011: details before permission are refused field by field")
  func details() {
    let answers: [FieldCode: String] = [
      CustodyDetailsForm.custodyNumber: "A1", CustodyDetailsForm.notes: "heroin user",
    ]
    let form = CustodyDetailsForm.definition
    #expect(
      form.said(answers, .about(.example())) == [
        "CUS-010 blocks custody-number", "CUS-011 blocks notes",
      ])
    let refused = CustodyEntry.example(permissions: [.example(given: false)])
    #expect(
      form.said(answers, .about(refused)) == [
        "CUS-011 blocks custody-number", "CUS-011 blocks notes",
      ])
    let given = CustodyEntry.example(permissions: [.example()])
    #expect(form.said(answers, .about(given)).isEmpty)
    #expect(
      form.said([CustodyDetailsForm.risks: "NONE, VIOL"], .about(given))
        == ["CUS-010 blocks risks"])
  }

  @Test("CUS-012: a bail return is announced when the departure is typed")
  func departure() {
    let answers: [FieldCode: String] = [
      DepartureForm.how: "BR", DepartureForm.at: "05/10/2007 11:00",
      DepartureForm.place: "Newport", DepartureForm.nextAt: "15/10/2007 10:00",
    ]
    let entry = CustodyEntry.example(offers: [.example()])
    #expect(
      DepartureForm.definition.said(answers, .about(entry)) == ["CUS-012 shows next-at"])
    #expect(
      DepartureForm.definition.said(answers, .about(.example())) == [
        "CUS-001 shows", "CUS-012 shows next-at",
      ])
  }

  @Test("CUS-001, CUS-005: closing, by state, offer and approach")
  func closing() {
    let form = CloseEntryForm.definition
    #expect(form.said([:], .about(.example())) == ["CUS-001 blocks"])
    var left = CustodyEntry.example(
      departure: Departure(kind: .noFurtherAction, at: .at(5, 10, 2007, 11, 0)))
    #expect(form.said([:], .about(left)) == ["CUS-001 blocks", "CUS-005 blocks"])
    left.approaches = [.example(1, .notAvailable(.released))]
    #expect(form.said([:], .about(left)) == ["CUS-001 blocks"])
    left.offers = [.example(1, .deferred(.asleep))]
    #expect(form.said([:], .about(left)) == ["CUS-001 flags"])
    left.offers = [.example()]
    #expect(form.said([:], .about(left)).isEmpty)
  }
}
