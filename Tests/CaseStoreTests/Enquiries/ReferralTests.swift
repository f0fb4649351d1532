import CaseRules
import SQLite
import StoreTestSupport
import Testing

@testable import CaseStore

@Suite("Referrals and calls in the file")
struct ReferralTests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  /// Sat 06/10/2007 11:00.
  private static let saturday = Moment.at(6, 10, 2007, 11, 0)

  private func referral(_ changes: [FieldCode: String] = [:]) -> [FieldCode: String] {
    [
      ReferralForm.received: Self.saturday.uk, ReferralForm.route: "FAX",
      ReferralForm.agency: "CAR", ReferralForm.referrer: "Helen Baird, 555 0100",
      ReferralForm.clientName: "Robin Marsh", ReferralForm.clientPhone: "01983 555 123",
      ReferralForm.consent: "y", ReferralForm.documents: "DIR, PLAN",
      ReferralForm.worker: office.cjit.id.ref.text,
    ].merging(changes) { $1 }
  }

  private func call(_ changes: [FieldCode: String] = [:]) -> [FieldCode: String] {
    [
      HelplineCallForm.started: "01/10/2007 22:30", HelplineCallForm.ended: "01/10/2007 22:50",
      HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "CLI",
      HelplineCallForm.emergency: "n", HelplineCallForm.fromCustody: "n",
      HelplineCallForm.purposes: "REF",
    ].merging(changes) { $1 }
  }

  private static let night = Moment.at(1, 10, 2007, 22, 55)

  private func one(_ ref: RecordRef) throws -> Referral {
    try office.store.read { try IncomingReferralRecords.found(ref, in: $0) }
  }

  @Test("PPL-050, worked example 11: a fax on Saturday is stamped out of hours and due on Monday")
  func outOfHours() throws {
    let ref = try office.save(ReferralForm.id, referral(), at: Self.saturday)
    let saved = try one(ref)
    #expect(saved.isOutOfHours)
    #expect(saved.state == .inHand)
    #expect(saved.documents == [.dir, .carePlan])
    #expect(
      try office.deadlines(about: ref, at: Self.saturday) == ["SPOC action 08/10/2007 due_soon"])
  }

  @Test("PPL-050: in hours the action is due the same day, and recording it meets it")
  func inHours() throws {
    let friday = Moment.at(5, 10, 2007, 10, 0)
    let ref = try office.save(
      ReferralForm.id, referral([ReferralForm.received: friday.uk]), at: friday)
    #expect(try office.deadlines(about: ref, at: friday) == ["SPOC action 05/10/2007 due_soon"])
    try office.save(
      ReferralActionForm.id, about: ref,
      [
        ReferralActionForm.action: "TRY", ReferralActionForm.actedAt: "05/10/2007 16:00",
        ReferralActionForm.worker: office.cjit.id.ref.text,
      ], at: .at(5, 10, 2007, 16, 0), by: office.cjit)
    #expect(
      try office.deadlines(about: ref, at: .at(5, 10, 2007, 16, 0))
        == ["SPOC action 05/10/2007 met"])
    #expect(try one(ref).state == .inHand, "an attempt leaves it open")
    try act(ref, "SPO", at: .at(8, 10, 2007, 9, 0))
    #expect(try one(ref).state == .actedOn)
    #expect(
      try office.refusals(
        TakeReferralForm.id, about: ref, [TakeReferralForm.worker: office.cjit.id.ref.text],
        at: .at(8, 10, 2007, 9, 0)) == ["PPL-050 blocks"])
  }

  private func act(_ ref: RecordRef, _ action: String, note: String = "", at: Moment) throws {
    try office.save(
      ReferralActionForm.id, about: ref,
      [
        ReferralActionForm.action: action, ReferralActionForm.actedAt: at.uk,
        ReferralActionForm.worker: office.cjit.id.ref.text, ReferralActionForm.note: note,
      ], at: at, by: office.cjit)
  }

  @Test("PPL-050, TIME-012: another time of receipt is another due date; the old one is set aside")
  func corrected() throws {
    let ref = try office.save(ReferralForm.id, referral(), at: Self.saturday)
    try office.save(
      ReferralForm.id, about: ref, referral([ReferralForm.received: "05/10/2007 16:00"]),
      at: Self.saturday)
    #expect(
      try office.deadlines(about: ref, at: Self.saturday)
        == ["SPOC action 08/10/2007 not_applicable", "SPOC action 05/10/2007 overdue"])
    #expect(try !one(ref).isOutOfHours)
  }

  @Test("PPL-050: nobody, or a note that is missing, is asked for; GEN-004: a mistake says what")
  func refused() throws {
    #expect(
      try office.refusals(
        ReferralForm.id, referral([ReferralForm.clientName: ""]), at: Self.saturday)
        == ["PPL-050 blocks"])
    let ref = try office.save(ReferralForm.id, referral(), at: Self.saturday)
    let mistake: [FieldCode: String] = [
      ReferralActionForm.action: "ERR", ReferralActionForm.actedAt: Self.saturday.uk,
      ReferralActionForm.worker: office.cjit.id.ref.text,
    ]
    #expect(
      try office.refusals(ReferralActionForm.id, about: ref, mistake, at: Self.saturday)
        == ["GEN-004 blocks"])
    try act(ref, "ERR", note: "Sent to the wrong team", at: .at(8, 10, 2007, 9, 0))
    #expect(
      try office.deadlines(about: ref, at: .at(8, 10, 2007, 9, 0))
        == ["SPOC action 08/10/2007 not_applicable"])
  }

  @Test("GEN-001, PPL-050: a wrong client is put right for a reason; deadline and trail follow")
  func wrongClient() throws {
    let (wrong, right) = (try office.person(), try office.person("Vale"))
    func about(_ person: RecordRef) -> [FieldCode: String] {
      referral([
        ReferralForm.clientName: "", ReferralForm.clientPhone: "", ReferralForm.person: person.text,
      ])
    }
    let ref = try office.save(ReferralForm.id, about(wrong), at: Self.saturday)
    #expect(
      try office.refusals(ReferralForm.id, about: ref, about(right), at: Self.saturday) == [
        "PPL-050 warns"
      ])
    try office.save(
      ReferralForm.id, about: ref, about(right), at: Self.saturday,
      reasons: ["PPL-050": "Two of one name"])
    #expect(try one(ref).person?.ref == right)
    for (person, count) in [(wrong, 0), (right, 1)] {
      #expect(
        try office.store.read {
          try DeadlineRecords.all(of: PersonID(person.number), in: $0).count
        } == count)
    }
    let told = try office.store.read { try $0.auditEntries(about: AuditedRecord(ref)) }
    #expect(
      told.contains {
        $0.person == PersonID(wrong.number)
          && $0.detail?.contains(#""from":"\#(wrong.text)","to":"\#(right.text)""#) == true
      })
  }

  @Test("GEN-007: an action is not before the referral, and neither is yet to come")
  func times() throws {
    #expect(
      try office.refusals(
        ReferralForm.id, referral([ReferralForm.received: "07/10/2007 10:00"]),
        at: Self.saturday
      ).contains("GEN-007 blocks"))
    let ref = try office.save(ReferralForm.id, referral(), at: Self.saturday)
    #expect(
      try office.refusals(
        ReferralActionForm.id, about: ref,
        [
          ReferralActionForm.action: "SPO", ReferralActionForm.actedAt: "06/10/2007 10:00",
          ReferralActionForm.worker: office.cjit.id.ref.text,
        ], at: Self.saturday) == ["GEN-007 blocks"])
  }

  @Test("PPL-053: a call with the wish for a referral puts one into the CJIT queue by itself")
  func fromCall() throws {
    let ref = try office.save(
      HelplineCallForm.id,
      call([
        HelplineCallForm.clientName: "Robin Marsh", HelplineCallForm.clientPhone: "01983 555 123",
      ]), at: Self.night)
    let context = try office.context(at: Self.night)
    let file = try office.store.read { try CallFiles.load(ref, in: $0, context) }
    let made = try #require(file.referral)
    let referral = try one(made)
    #expect(referral.call == ref)
    #expect(referral.clientName == "Robin Marsh")
    #expect(referral.clientPhone.contains("555"))
    #expect(referral.isOutOfHours)
    #expect(referral.state == .received)
    #expect(
      try office.deadlines(about: made, at: Self.night) == ["SPOC action 02/10/2007 due_soon"])
    let keyWorker = try office.context(at: Self.night, as: office.cjit)
    let due = try office.store.read {
      try DueList.lines(for: .worker(keyWorker.worker), in: $0, keyWorker)
    }
    #expect(due.contains { $0.ref == made }, "every key worker has it in the list")
  }

  @Test("PPL-051: an anonymous call is logged; PPL-053: its referral waits for a name")
  func anonymous() throws {
    let ref = try office.save(
      HelplineCallForm.id, call([HelplineCallForm.caller: "ANO"]), at: Self.night)
    let context = try office.context(at: Self.night)
    let made = try office.store.read { try CallFiles.load(ref, in: $0, context).referral }
    #expect(try one(try #require(made)).client == "No name given")
  }

  @Test("Enter once: the caller becomes a person, the call is theirs, the time goes into the diary")
  func enterOnce() throws {
    let answers = call([
      HelplineCallForm.clientName: "Robin Marsh", HelplineCallForm.purposes: "REF, APP",
    ])
    let ref = try office.save(HelplineCallForm.id, answers, at: Self.night)
    let context = try office.context(at: Self.night)
    let opened = try office.store.read {
      try FormDesk.open(NextDayAppointmentForm.id, about: ref, on: $0, in: context)
    }
    #expect(opened.draft[NextDayAppointmentForm.date] == "02/10/2007")
    try office.bookTomorrow(for: ref, at: Self.night)
    #expect(try office.count("SELECT count(*) FROM appointment") == 0)

    let made = try #require(
      try office.store.read { try CallFiles.load(ref, in: $0, context).referral })
    let form = try office.store.read {
      try FormDesk.open(ReferredPersonForm.id, about: made, on: $0, in: context)
    }
    #expect(form.draft[PersonForm.family] == "Marsh")
    #expect(form.draft[PersonForm.given] == "Robin")
    let person = try office.save(
      ReferredPersonForm.id, about: made,
      form.draft.texts.merging([
        PersonForm.born: "03/04/1975", PersonForm.sex: "M", PersonForm.ethnicity: "W1",
        PersonForm.noFixedAbode: "y", PersonForm.risks: "none",
      ]) { $1 }, at: Self.night)
    #expect(person.kind == .person)
    let id = PersonID(person.number)
    #expect(try one(made).person == id)
    let booked = try office.store.read { try AppointmentRecords.all(of: id, in: $0) }
    #expect(booked.map(\.starts) == [.at(2, 10, 2007, 10, 0)])
    let told = try office.store.read { try PersonFiles.load(id, in: $0, context).timeline() }
    #expect(told.contains { $0.ref == ref && $0.words.contains("Helpline call") })
    #expect(told.contains { $0.ref == made })
    #expect(
      try office.refusals(
        ReferredPersonForm.id, about: made, form.draft.texts, at: Self.night
      ).contains(
        "PPL-050 blocks"), "not taken on file twice")
  }

  @Test("CUS-010, CUS-011: of a detainee nothing is typed or linked before permission")
  func detainee() throws {
    let arrived = Self.night.adding(minutes: -90)
    let entry = try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: "T01",
      ], at: arrived)
    let person = try office.person()
    let custody = call([
      HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: "NPT",
    ])
    #expect(
      try office.refusals(
        HelplineCallForm.id, about: entry,
        custody.merging([
          HelplineCallForm.person: person.text, HelplineCallForm.followUp: "uses heroin",
        ]) { $1 }, at: Self.night) == ["CUS-010 blocks", "CUS-011 blocks"])
    let ref = try office.save(HelplineCallForm.id, about: entry, custody, at: Self.night)
    let context = try office.context(at: Self.night)
    let made = try #require(
      try office.store.read { try CallFiles.load(ref, in: $0, context).referral })
    #expect(
      try office.refusals(
        ReferralClientForm.id, about: made, [ReferralClientForm.person: person.text],
        at: Self.night) == ["CUS-010 blocks"])
    let told = try office.store.read {
      try PersonFiles.load(PersonID(person.number), in: $0, context).timeline()
    }
    #expect(!told.contains { $0.ref == ref })
  }

  @Test("PPL-056: a call taken by somebody who lacks a training asks why")
  func untrained() throws {
    try office.train(office.arw, in: [.assessment, .listening, .link])
    #expect(
      try office.refusals(HelplineCallForm.id, call(), at: Self.night) == ["PPL-056 warns"])
    try office.save(
      HelplineCallForm.id, call(), at: Self.night,
      reasons: ["PPL-056": "Nobody else was there that night"])
    let takers = try office.store.read { try CallTakerRecords.all(in: $0) }
    #expect(takers.map(\.name) == ["Ben Cole", "Cara Doyle"])
    #expect(takers.map { $0.lacking(on: .on(1, 10, 2007)) } == [[.overdose], []])
  }

  @Test("PPL-055: an unanswered call is counted at once, and its time can be put right")
  func unanswered() throws {
    let ref = try office.save(
      UnansweredCallForm.id, [UnansweredCallForm.rang: Self.night.uk], at: Self.night)
    try office.save(
      UnansweredCallForm.id, about: ref, [UnansweredCallForm.rang: "01/10/2007 22:40"],
      at: Self.night)
    try office.save(HelplineCallForm.id, call(), at: Self.night)
    let context = try office.context(at: Self.night)
    let review = try office.store.read {
      try CallLines.review(of: .on(15, 10, 2007), in: $0, context)
    }
    func count(_ label: String) -> Int? { review.lines.first { $0.label == label }?.count }
    #expect(count("All") == 2)
    #expect(count("Unanswered") == 1)
    #expect(count("22:00 to 22:59") == 2)
    let lines = try office.store.read {
      try CallLines.lines(from: .on(1, 10, 2007), to: .on(7, 10, 2007), in: $0, context)
    }
    #expect(lines.map(\.outcome) == [.unanswered, .referral])
  }

  @Test("PPL-054: the directory is searched by name, type and area; old entries are marked")
  func directory() throws {
    func service(
      _ name: String, _ type: String, _ area: String, _ checked: String
    ) throws
      -> RecordRef
    {
      try office.save(
        ServiceForm.id,
        [
          ServiceForm.name: name, ServiceForm.type: type, ServiceForm.area: area,
          ServiceForm.ageGroup: "all", ServiceForm.phone: "01983 555100",
          ServiceForm.hours: "Mon-Fri 9 to 5", ServiceForm.route: "Ring",
          ServiceForm.checked: checked,
        ], at: Self.night)
    }
    let old = try service("Ferry House", "tier-2", "Cowes", "01/01/2007")
    let new = try service("Anchor Project", "wraparound", "Newport", "01/09/2007")
    func find(_ typed: String) throws -> [RecordRef] {
      try office.store.read { try ServiceRecords.find(typed, limit: 5, in: $0).map(\.ref) }
    }
    #expect(try find("ferry") == [old])
    #expect(try find("cowes open") == [old], "place and type")
    #expect(try find("housing") == [new], "what the type means")
    #expect(try find("").count == 2)
    #expect(try find("nowhere").isEmpty)

    let rows = [
      HelplineCallForm.services: [
        FormDraft.Row(id: 1, texts: [HelplineCallForm.service: old.text]),
        FormDraft.Row(id: 2, texts: [HelplineCallForm.service: new.text]),
      ]
    ]
    let ref = try office.save(HelplineCallForm.id, call(), rows: rows, at: Self.night)
    let context = try office.context(at: Self.night)
    let file = try office.store.read { try CallFiles.load(ref, in: $0, context) }
    #expect(file.services.map(\.ref) == [old, new])
    let draft = FormDraft(texts: call(), rows: rows)
    let facts = try office.store.read {
      try FormDesk.facts(
        for: HelplineCallForm.id, about: nil, draft: draft, on: $0, in: context)
    }
    let shown = FormCheck.findings(
      on: draft, of: HelplineCallForm.definition, facts: facts, in: context
    ).filter { $0.rule == "PPL-054" }
    #expect(shown.map(\.force) == [.shows] && shown.first?.field?.contains("1") == true)
    #expect(
      try office.refusals(
        HelplineCallForm.id, call(),
        rows: [
          HelplineCallForm.services: [
            FormDraft.Row(id: 1, texts: [HelplineCallForm.service: "G-99"])
          ]
        ], at: Self.night) == ["PPL-054 blocks"])

    try office.save(
      ServiceCheckedForm.id, about: old, [ServiceCheckedForm.checked: "01/10/2007"],
      at: Self.night)
    let checked = try office.store.read { try ServiceRecords.one(AgencyID(old.number), in: $0) }
    #expect(checked?.lastChecked == .on(1, 10, 2007))
    #expect(checked?.hours == "Mon-Fri 9 to 5", "nothing else changes")
  }

  @Test("The appointment after a night call is owed to nobody but a detainee, and may be declined")
  func declined() throws {
    let ref = try office.save(
      HelplineCallForm.id, call([HelplineCallForm.purposes: "APP"]), at: Self.night)
    #expect(
      try office.refusals(
        NextDayAppointmentForm.id, about: ref, [NextDayAppointmentForm.offered: "n"],
        at: Self.night
      ).isEmpty)
  }

  @Test("The function matrix: who may log calls, take referrals in, and see neither")
  func roles() throws {
    #expect(
      try office.refusals(HelplineCallForm.id, call(), at: Self.night, by: office.teamLeader)
        == ["GEN-003 blocks"], "the helpline log is the arrest referral and key workers'")
    try office.save(ReferralForm.id, referral(), at: Self.saturday, by: office.teamLeader)
    for form in [HelplineCallForm.id, ReferralForm.id, ServiceForm.id, CallTakerForm.id] {
      #expect(FormDesk.whyNotSave(form, office.intelligence) != nil, "\(form.text)")
    }
    let context = try office.context(at: Self.night, as: office.intelligence)
    #expect(throws: StoreError.self) {
      try office.store.read {
        try IncomingReferralRecords.lines(actedSince: .on(1, 1, 2007), in: $0, context)
      }
    }
    #expect(
      throws: StoreError.refused(
        [AccessMatrix.refusal(toRead: .custodyBoardAndDIR, by: office.intelligence)].compactMap(
          \.self)), "CUS-022, as for the board"
    ) {
      try office.store.read {
        try CallLines.lines(from: .on(1, 1, 2007), to: .on(31, 12, 2007), in: $0, context)
      }
    }
  }
}
