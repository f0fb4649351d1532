import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Callers who are not on file, and the appointments they are given")
struct CallerTests {
  let office: CustodyOffice
  /// Mon 01/10/2007 22:30.
  let night = Moment.at(1, 10, 2007, 22, 30)
  let morning = Moment.at(2, 10, 2007, 8, 0)
  /// The time agreed: Tue 02/10/2007 10:00.
  let ten = Moment.at(2, 10, 2007, 10, 0)
  let after = Moment.at(2, 10, 2007, 10, 20)

  init() throws { office = try CustodyOffice() }

  private init(office: CustodyOffice) { self.office = office }

  /// A call at night by somebody who only wants an appointment, with the one they were given.
  private func booked(
    _ changes: [FieldCode: String] = [:], at entry: RecordRef? = nil, time: String = "10:00"
  ) throws -> RecordRef {
    let answers: [FieldCode: String] = [
      HelplineCallForm.started: night.uk, HelplineCallForm.ended: night.uk,
      HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "CLI",
      HelplineCallForm.emergency: "n", HelplineCallForm.fromCustody: "n",
      HelplineCallForm.clientName: "Robin Marsh", HelplineCallForm.clientPhone: "01983 555 123",
      HelplineCallForm.purposes: "APP",
    ]
    let call = try office.save(
      HelplineCallForm.id, about: entry, answers.merging(changes) { $1 }, at: night)
    try office.save(
      NextDayAppointmentForm.id, about: call,
      [
        NextDayAppointmentForm.offered: "y", NextDayAppointmentForm.date: "02/10/2007",
        NextDayAppointmentForm.time: time, NextDayAppointmentForm.length: "30",
        NextDayAppointmentForm.place: "Quay House",
        NextDayAppointmentForm.worker: office.cjit.id.ref.text,
      ], at: night)
    return call
  }

  private func file(_ call: RecordRef, at now: Moment) throws -> CallFile {
    let context = try office.context(at: now)
    return try office.store.read { try CallFiles.load(call, in: $0, context) }
  }

  private func diary(
    _ now: Moment, as worker: Worker, everyone: Bool = false
  ) throws
    -> [DiaryLine]
  {
    let context = try office.context(at: now, as: worker)
    return try office.store.read {
      try Diary.lines(on: now.date, of: everyone ? nil : worker.id, in: $0, context)
    }
  }

  private func today(_ now: Moment, as worker: Worker) throws -> TodayView {
    let context = try office.context(at: now, as: worker)
    return try office.store.read { try TodayRecords.view(for: worker, in: $0, context) }
  }

  private func takeOnFile(_ call: RecordRef, at now: Moment) throws -> RecordRef {
    let context = try office.context(at: now, as: office.cjit)
    let form = try office.store.read {
      try FormDesk.open(ReferredPersonForm.id, about: call, on: $0, in: context)
    }
    return try office.save(
      ReferredPersonForm.id, about: call,
      form.draft.texts.merging([
        PersonForm.born: "03/04/1975", PersonForm.sex: "M", PersonForm.ethnicity: "W1",
        PersonForm.noFixedAbode: "y", PersonForm.risks: "none",
      ]) { $1 }, rows: form.draft.rows, at: now, by: office.cjit)
  }

  private func appointments(of person: RecordRef) throws -> [Appointment] {
    try office.store.read { try AppointmentRecords.all(of: PersonID(person.number), in: $0) }
  }

  private func record(_ outcome: CallerOutcome, of call: RecordRef, at now: Moment) throws {
    try office.save(
      CallerCameForm.id, about: call, [CallerCameForm.outcome: outcome.code], at: now,
      by: office.cjit)
  }

  /// Why a caller cannot have cancelled at a moment; none where they can.
  private func cancelling(_ call: RecordRef, at: Moment?, recorded now: Moment) throws -> [String] {
    try office.refusals(
      CallerCameForm.id, about: call,
      [
        CallerCameForm.outcome: CallerOutcome.cancelled.code,
        CallerCameForm.cancelledAt: at?.uk ?? "",
      ], at: now, by: office.cjit)
  }

  // MARK: Seen

  @Test("PPL-055: it stands on Today of the team and in the diary, by the name that was given")
  func seen() throws {
    let call = try booked()
    for worker in [office.arw, office.cjit, office.teamLeader] {
      let line = try #require(try today(morning, as: worker).callAppointments.first)
      #expect(line.ref == call && line.name == "Robin Marsh" && line.person == nil)
      #expect(!line.isFromCustody && line.booked == call)
    }
    let mine = try #require(try diary(morning, as: office.cjit).first)
    #expect(mine.ref == call && mine.name == "Robin Marsh" && mine.person == nil)
    #expect(mine.starts == ten && mine.state == .booked)
    #expect(mine.due?.metByForm == CallerCameForm.id)
    #expect(try diary(morning, as: office.arw).isEmpty, "it is with the key worker")
    #expect(try diary(morning, as: office.arw, everyone: true).map(\.ref) == [call])
    #expect(try today(.at(1, 10, 2007, 23, 0), as: office.cjit).nextDays.first?.count == 1)
    #expect(try today(morning, as: office.intelligence).callAppointments.isEmpty, "CUS-022")
  }

  @Test("CUS-022: who may not know of calls is not told how many stand in the diary either")
  func counted() throws {
    _ = try booked()
    var officer = office.intelligence
    officer.designation = .designated
    for (worker, count) in [(office.teamLeader, 1), (officer, 0)] {
      let context = try office.context(at: morning, as: worker)
      let (lines, booked) = try office.store.read { records in
        (
          try Diary.lines(on: morning.date, of: nil, in: records, context).count,
          try Diary.booked(on: morning.date, nil, records, context)
        )
      }
      #expect(lines == count && booked == count, "\(worker.name)")
    }
  }

  @Test("PPL-022: the outcome is owed on its day by whoever they were to come to")
  func owed() throws {
    let call = try booked()
    #expect(
      try office.deadlines(about: call, at: morning) == ["Appointment outcome 02/10/2007 due_soon"])
    let due = try #require(try today(morning, as: office.cjit).due.first { $0.ref == call })
    #expect(due.personName == "Robin Marsh" && due.ownerID == office.cjit.id)
    #expect(due.metByForm == CallerCameForm.id)
    let late = try today(.at(3, 10, 2007, 9, 0), as: office.teamLeader).due
    #expect(late.first { $0.ref == call }?.status == .overdue)
  }

  // MARK: On file

  @Test("Enter once: taken on file with name and phone as given, and the time is in their diary")
  func takenOnFile() throws {
    let call = try booked()
    let context = try office.context(at: morning, as: office.cjit)
    let form = try office.store.read {
      try FormDesk.open(ReferredPersonForm.id, about: call, on: $0, in: context)
    }
    #expect(form.draft[PersonForm.family] == "Marsh" && form.draft[PersonForm.given] == "Robin")
    #expect(form.sources[PersonForm.family] == "from \(call.text)")
    #expect(
      form.draft.rows[PersonForm.phones]?.first?.texts[PersonForm.number] == "01983 555 123")
    let person = try takeOnFile(call, at: morning)
    let file = try file(call, at: morning)
    #expect(file.person?.ref == person && file.appointmentState == .booked)
    let entered = try #require(try appointments(of: person).first)
    #expect(entered.starts == ten && entered.worker == office.cjit.id)
    #expect(file.booked == entered.id.ref)
    #expect(try diary(morning, as: office.cjit).map(\.ref) == [entered.id.ref], "once")
    #expect(
      try office.deadlines(about: call, at: morning).last
        == "Appointment outcome 02/10/2007 not_applicable")
    try office.save(
      AppointmentOutcomeForm.id, about: entered.id.ref, [AppointmentOutcomeForm.outcome: "came"],
      at: after, by: office.cjit)
    #expect(try appointments(of: person).map(\.state) == [.attended])
    #expect(
      try office.refusals(ReferredPersonForm.id, about: call, form.draft.texts, at: after)
        .contains("PPL-050 blocks"), "not taken on file twice")
  }

  @Test("Enter once: found on file, looked for by the name as given; a new phone is kept with them")
  func found() throws {
    let call = try booked()
    let person = try office.person()
    let context = try office.context(at: morning, as: office.cjit)
    let form = try office.store.read {
      try FormDesk.open(ReferralClientForm.id, about: call, on: $0, in: context)
    }
    #expect(form.draft[ReferralClientForm.person] == "Robin Marsh")
    #expect(form.draft[ReferralClientForm.phone] == "01983 555 123")
    func link(_ call: RecordRef) throws {
      try office.save(
        ReferralClientForm.id, about: call,
        [
          ReferralClientForm.person: person.text, ReferralClientForm.phone: "01983 555 123",
        ], at: morning, by: office.cjit)
    }
    try link(call)
    #expect(try appointments(of: person).map(\.starts) == [ten])
    func phones() throws -> [String] {
      try office.store.read { try PersonRecords.one(PersonID(person.number), in: $0) }?
        .phones.map(\.number) ?? []
    }
    #expect(try phones() == ["01983 555 123"])
    #expect(try file(call, at: morning).clientPhone.isEmpty, "as with a referral")
    let again = try office.save(
      HelplineCallForm.id,
      [
        HelplineCallForm.started: night.uk, HelplineCallForm.taker: office.arw.id.ref.text,
        HelplineCallForm.caller: "CLI", HelplineCallForm.emergency: "n",
        HelplineCallForm.fromCustody: "n", HelplineCallForm.purposes: "INF",
      ], at: night)
    try link(again)
    #expect(try phones() == ["01983 555 123"], "kept once")
  }

  @Test("PPL-050: a call or referral that names somebody is never tied to somebody else")
  func namedOnce() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let referral = try #require(try file(call, at: morning).referral)
    let person = try takeOnFile(call, at: morning)
    let other = try office.person("Vale")
    for (ref, who) in [(call, "caller"), (referral, "client")] {
      for one in [other, person] {
        #expect(
          try office.refusals(
            ReferralClientForm.id, about: ref, [ReferralClientForm.person: one.text], at: morning,
            by: office.cjit) == ["PPL-050 blocks"])
      }
      let context = try office.context(at: morning, as: office.cjit)
      let offered = try office.store.read { records in
        ref == call
          ? EnquiryActions.offered(for: try CallFiles.load(ref, in: records, context), in: context)
          : EnquiryActions.offered(
            for: try ReferralFiles.load(ref, in: records, context), in: context)
      }
      #expect(
        offered.filter { [ReferralClientForm.id, ReferredPersonForm.id].contains($0.form) }
          .map(\.whyNot)
          == Array(
            repeating: "PPL-050: The \(who) is on file already: \(person.text)", count: 2))
    }
    #expect(try file(call, at: morning).person?.ref == person)
    #expect(try appointments(of: other).isEmpty)
  }

  @Test("GEN-001: one that has begun by then is entered all the same")
  func nameComesLater() throws {
    let call = try booked()
    let person = try takeOnFile(call, at: after)
    #expect(try appointments(of: person).map(\.state) == [.booked])
  }

  @Test("PPL-053: naming the caller names the referral that came of the call, and the other way")
  func both() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try takeOnFile(call, at: morning)
    let referral = try office.store.read { try IncomingReferralRecords.found(made, in: $0) }
    #expect(referral.person?.ref == person && referral.clientName.isEmpty)
  }

  @Test("PPL-050: a referral that came of a call is about whoever the call is about, and stays so")
  func referralStaysNamed() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try office.person()
    let other = try office.person("Vale")
    func refused(_ person: RecordRef) throws -> [String] {
      try office.refusals(
        ReferralForm.id, about: made, try referral(made, about: person), at: morning,
        by: office.cjit)
    }
    try office.save(
      ReferralForm.id, about: made, try referral(made, about: person), at: morning,
      by: office.cjit)
    #expect(try file(call, at: morning).person?.ref == person, "the call it came of follows")
    #expect(try appointments(of: person).count == 1)
    #expect(try refused(person) == [])
    #expect(try refused(other) == ["PPL-050 blocks"])
    let none = try referral(made, about: person).merging([ReferralForm.person: ""]) { $1 }
    #expect(
      try office.refusals(
        ReferralForm.id, about: made, none, at: morning, by: office.cjit) == ["PPL-050 blocks"])
  }

  /// The answers of a referral as they stand, with somebody as its client.
  private func referral(
    _ ref: RecordRef, about person: RecordRef
  ) throws -> [FieldCode: String] {
    let context = try office.context(at: morning, as: office.cjit)
    let opened = try office.store.read {
      try FormDesk.open(ReferralForm.id, about: ref, on: $0, in: context)
    }
    return opened.draft.texts.merging([
      ReferralForm.person: person.text, ReferralForm.clientName: "", ReferralForm.clientPhone: "",
      ReferralForm.consent: "y", ReferralForm.worker: office.cjit.id.ref.text,
    ]) { $1 }
  }

  @Test("PPL-050: where only the referral names somebody, the call is theirs and nobody else's")
  func linkedByReferral() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    let person = try office.person()
    let other = try office.person("Vale")
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: morning)
    try office.store.write(by) { transaction in
      let referral = try IncomingReferralRecords.found(made, in: transaction.connection)
      try IncomingReferralRecords.name(
        referral, as: PersonID(person.number), in: transaction)
    }
    func refused(_ person: RecordRef) throws -> [String] {
      try office.refusals(
        ReferralClientForm.id, about: call, [ReferralClientForm.person: person.text], at: morning,
        by: office.cjit)
    }
    #expect(try refused(other) == ["PPL-050 blocks"])
    let words =
      "\(made.text), the referral that came of this call, is about \(person.text). "
      + "Choose “The caller is on file already”"
    #expect(try whyNot(ReferredPersonForm.id, of: call) == "PPL-050: " + words)
    #expect(try whyNot(ReferralClientForm.id, of: call) == nil)
    #expect(try refusedNew(call).contains(words), "as the form itself says")
    let known = try opened(ReferralClientForm.id, call)
    #expect(known.draft[ReferralClientForm.person] == person.text)
    #expect(known.sources[ReferralClientForm.person] == "from \(made.text)")
    #expect(try refused(person) == [])
    #expect(try file(call, at: morning).person?.ref == person)
  }

  @Test("PPL-050: where only the call names somebody, nobody else goes on file for its referral")
  func linkedByCall() throws {
    let call = try booked([HelplineCallForm.purposes: "REF, APP"])
    let made = try #require(try file(call, at: morning).referral)
    #expect(try whyNot(ReferredPersonForm.id, of: made) == nil)
    let person = try office.person()
    let context = try office.context(at: morning)
    let by = try Attribution(by: office.cjit.id, as: .cjit, at: morning)
    try office.store.write(by) { transaction in
      _ = try HelplineCallRecords.name(
        HelplineCallID(call.number), as: PersonID(person.number), in: transaction, context)
    }
    let words = "\(call.text), the call that led to this referral, is about \(person.text)"
    #expect(try whyNot(ReferredPersonForm.id, of: made)?.hasPrefix("PPL-050: " + words) == true)
    #expect(try refusedNew(made).contains { $0.hasPrefix(words) })
    #expect(
      try opened(ReferralClientForm.id, made).draft[ReferralClientForm.person] == person.text)
  }

  private func opened(_ form: FormID, _ ref: RecordRef) throws -> OpenedForm {
    let context = try office.context(at: morning, as: office.cjit)
    return try office.store.read { try FormDesk.open(form, about: ref, on: $0, in: context) }
  }

  /// Why a form is not offered for a call or a referral; nil where it is.
  private func whyNot(_ form: FormID, of ref: RecordRef) throws -> String? {
    let context = try office.context(at: morning, as: office.cjit)
    let offered = try office.store.read { records in
      ref.kind == .helplineCall
        ? EnquiryActions.offered(for: try CallFiles.load(ref, in: records, context), in: context)
        : EnquiryActions.offered(
          for: try ReferralFiles.load(ref, in: records, context), in: context)
    }
    return try #require(offered.first { $0.form == form }).whyNot
  }

  /// What stands in the way of taking somebody on file.
  private func refusedNew(_ ref: RecordRef) throws -> [String] {
    guard
      case .refused(let findings) = try office.submit(
        ReferredPersonForm.id, about: ref, opened(ReferredPersonForm.id, ref).draft.texts,
        at: morning, by: office.cjit)
    else { return [] }
    return findings.filter { $0.rule == "PPL-050" }.map(\.words)
  }

  @Test("Naming the client in the referral's own form says whose number was not kept")
  func numberNotKept() throws {
    for (kept, notes) in [
      ("", ["01983 555 123 was not kept with P-0001: add it there if it is theirs"]),
      ("01983 555123", []),
    ] {
      let office = try CustodyOffice()
      let story = CallerTests(office: office)
      let call = try story.booked([HelplineCallForm.purposes: "REF, APP"])
      let made = try #require(try story.file(call, at: morning).referral)
      let person = try office.person()
      if !kept.isEmpty {
        try office.store.write(try Attribution(by: office.cjit.id, as: .cjit, at: morning)) {
          _ = try EnquiryNaming.keep(phone: kept, of: PersonID(person.number), in: $0)
        }
      }
      let saved = try office.submit(
        ReferralForm.id, about: made, try story.referral(made, about: person), at: morning,
        by: office.cjit)
      guard case .saved(_, _, let told) = saved else {
        Issue.record("\(saved)")
        return
      }
      #expect(told.filter { $0.contains("555") } == notes)
    }
  }

  @Test("A caller who is to be rung back keeps the number with the call, whosever it is")
  func ringBack() throws {
    for (followUp, kept, time) in [
      ("", "", "10:00"), ("Ring his mother tomorrow", "01983 555 123", "11:00"),
    ] {
      let call = try booked([HelplineCallForm.followUp: followUp], time: time)
      let person = try office.person()
      try office.save(
        ReferralClientForm.id, about: call,
        [ReferralClientForm.person: person.text, ReferralClientForm.phone: ""], at: morning,
        by: office.cjit)
      #expect(try file(call, at: morning).clientPhone == kept)
      #expect(try file(call, at: morning).clientName.isEmpty)
    }
  }

  // MARK: Outcome

  @Test("PPL-055, GEN-007: came or not is recorded with the call, once it has begun and once only")
  func outcome() throws {
    let call = try booked([HelplineCallForm.clientName: ""])
    func refusals(_ outcome: CallerOutcome, at now: Moment) throws -> [String] {
      try office.refusals(
        CallerCameForm.id, about: call, [CallerCameForm.outcome: outcome.code], at: now,
        by: office.cjit)
    }
    #expect(try refusals(.came, at: ten.adding(minutes: -1)) == ["GEN-007 blocks"])
    #expect(try refusals(.missed, at: ten) == ["GEN-007 blocks"])
    #expect(try isTaken(at: morning), "PPL-020")
    try record(.missed, of: call, at: after)
    #expect(try refusals(.came, at: after) == ["PPL-055 blocks"])
    #expect(try file(call, at: after).call.outcome == .missed)
    #expect(try file(call, at: after).booked == nil)
    #expect(
      try office.deadlines(about: call, at: after).last == "Appointment outcome 02/10/2007 met")
    #expect(try diary(after, as: office.cjit).map(\.state) == [.missed])
    #expect(try !isTaken(at: after), "PPL-020: what is over holds nobody up")
    let context = try office.context(at: after, as: office.teamLeader)
    let review = try office.store.read {
      try CallLines.review(of: after.date, in: $0, context)
    }
    #expect(review.lines.contains(.init(.nextDay, "Not kept", 1)))
  }

  @Test("GEN-007: a caller cancels before it begins, as in the diary; the time goes there with it")
  func cancelled() throws {
    let call = try booked()
    #expect(try cancelling(call, at: ten, recorded: after) == ["GEN-007 blocks"])
    #expect(try cancelling(call, at: after, recorded: after) == ["GEN-007 blocks"])
    #expect(try cancelling(call, at: after, recorded: morning).contains("GEN-007 blocks"))
    #expect(try cancelling(call, at: nil, recorded: after).count == 1, "it says when")
    let context = try office.context(at: after, as: office.cjit)
    let form = try office.store.read {
      try FormDesk.open(CallerCameForm.id, about: call, on: $0, in: context)
    }
    #expect(form.draft[CallerCameForm.cancelledAt] == after.uk)
    // GEN-001: that it is recorded after the start takes nothing from what happened before it.
    #expect(try cancelling(call, at: morning, recorded: after).isEmpty)
    let person = try takeOnFile(call, at: after)
    let entered = try #require(try appointments(of: person).first)
    #expect(entered.state == .cancelled)
    let kept = try office.store.read { records in
      try records.first("SELECT cancelled_at FROM appointment WHERE id = ?", entered.id) {
        try $0.get(0, as: Moment?.self)
      }
    }
    #expect(kept == morning)
  }

  /// Whether the key worker cannot be booked for the same time without a reason.
  private func isTaken(at now: Moment) throws -> Bool {
    let other = try office.person("Vale")
    return try office.refusals(
      AppointmentForm.id, about: other,
      [
        AppointmentForm.date: "02/10/2007", AppointmentForm.start: "10:00",
        AppointmentForm.length: "30", AppointmentForm.place: "Quay House",
        AppointmentForm.worker: office.cjit.id.ref.text,
        AppointmentForm.kind: AppointmentKind.oneToOne.code,
      ], at: now, by: office.cjit
    ).contains("PPL-020 warns")
  }

  @Test("PPL-022: what was recorded with the call is the appointment's once they are on file")
  func outcomeMoves() throws {
    let call = try booked()
    try record(.missed, of: call, at: after)
    let person = try takeOnFile(call, at: after)
    let entered = try #require(try appointments(of: person).first)
    #expect(entered.state == .missed)
    #expect(try file(call, at: after).call.outcome == nil)
    #expect(
      try office.deadlines(about: entered.id.ref, at: after)
        == ["Appointment outcome 02/10/2007 met", "Missed follow-up 03/10/2007 due_soon"])
  }

  @Test("PPL-022: of somebody on file the diary asks; GEN-004: of a struck call nobody does")
  func notHere() throws {
    let call = try booked()
    _ = try takeOnFile(call, at: morning)
    func refusals(_ call: RecordRef) throws -> [String] {
      try office.refusals(
        CallerCameForm.id, about: call, [CallerCameForm.outcome: "came"], at: after,
        by: office.cjit)
    }
    #expect(try refusals(call) == ["PPL-022 blocks"])
    let struck = try booked([HelplineCallForm.clientName: "Kit Vale"], time: "11:00")
    try office.save(
      StrikeEntryForm.id, about: struck, [StrikeEntryForm.reason: "Noted twice by mistake"],
      at: morning, by: office.arw)
    #expect(try refusals(struck).contains("GEN-004 blocks"))
    #expect(try diary(morning, as: office.cjit).count == 1)
  }

  @Test("CUS-010: a detainee without permission is nobody's name, and the outcome is recorded")
  func detainee() throws {
    let entry = try office.arrival(at: night.adding(minutes: -60))
    let call = try booked(
      [
        HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: "NPT",
        HelplineCallForm.clientName: "", HelplineCallForm.clientPhone: "",
      ], at: entry)
    let line = try #require(try diary(morning, as: office.cjit).first)
    #expect(line.name == nil && line.ref == call)
    #expect(try today(morning, as: office.cjit).callAppointments.first?.isFromCustody == true)
    let person = try office.person()
    #expect(
      try office.refusals(
        ReferralClientForm.id, about: call, [ReferralClientForm.person: person.text],
        at: morning, by: office.cjit) == ["CUS-010 blocks"])
    try record(.came, of: call, at: after)
    #expect(try file(call, at: after).call.outcome == .came)
  }

  // MARK: Referrals

  @Test("PPL-050: a referral of somebody not on file is owed under the name given, and from where")
  func referralsDue() throws {
    let named = try booked([HelplineCallForm.purposes: "REF, APP"])
    let unnamed = try booked(
      [
        HelplineCallForm.purposes: "REF, APP", HelplineCallForm.clientName: "",
      ], time: "11:00")
    let due = try today(morning, as: office.cjit).due.filter { $0.ref.kind == .incomingReferral }
    #expect(
      due.map { [$0.personName, $0.origin] } == [
        ["Robin Marsh", "Call \(named.text)"], ["No name given", "Call \(unnamed.text)"],
      ])
  }
}
