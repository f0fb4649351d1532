import CaseRules
import CaseStore
import SQLite
import Testing

@Suite("Helpline calls and the next-day appointment, in the file")
struct HelplineCallTests {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  private func arrival(_ arrived: Moment) throws -> RecordRef {
    try office.save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: "T01",
      ], at: arrived)
  }

  private func call(
    _ entry: RecordRef?, at moment: Moment, custody: String = "y"
  ) throws
    -> RecordRef
  {
    try office.save(
      HelplineCallForm.id, about: entry,
      [
        HelplineCallForm.started: moment.uk, HelplineCallForm.ended: moment.uk,
        HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "client",
        HelplineCallForm.fromCustody: custody, HelplineCallForm.suite: "NPT",
        HelplineCallForm.purposes: "APP, REF", HelplineCallForm.emergency: "n",
      ], at: moment)
  }

  private func booking(_ day: CalendarDate) -> [FieldCode: String] {
    [
      NextDayAppointmentForm.offered: "y", NextDayAppointmentForm.date: day.uk,
      NextDayAppointmentForm.time: "10:00", NextDayAppointmentForm.length: "30",
      NextDayAppointmentForm.place: "Quay House",
      NextDayAppointmentForm.worker: office.cjit.id.ref.text,
    ]
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let call: Moment
    let due: String
  }

  @Test(
    "CUS-014, CUS-015: a call from custody at night owes an appointment",
    arguments: [
      Row(
        testDescription: "worked example 5", call: .at(1, 10, 2007, 22, 30),
        due: "Next-day appointment 02/10/2007 due_soon"),
      Row(
        testDescription: "worked example 6", call: .at(2, 10, 2007, 2, 15),
        due: "Next-day appointment 02/10/2007 due_soon"),
      Row(
        testDescription: "worked example 7", call: .at(5, 10, 2007, 21, 0),
        due: "Next-day appointment 06/10/2007 due_soon"),
    ])
  func owed(_ row: Row) throws {
    let entry = try arrival(row.call.adding(minutes: -60))
    let call = try call(entry, at: row.call)
    #expect(try office.deadlines(about: call, at: row.call) == [row.due])
    #expect(try office.file(entry, at: row.call).entry.calls.map(\.owesAppointment) == [true])
  }

  @Test("PPL-051, GEN-001: a call that still goes on is kept and marked, and its end follows")
  func goesOn() throws {
    let began = Moment.at(2, 10, 2007, 22, 0)
    let outcome = try office.submit(
      HelplineCallForm.id,
      [
        HelplineCallForm.started: began.uk, HelplineCallForm.taker: office.arw.id.ref.text,
        HelplineCallForm.caller: "family", HelplineCallForm.fromCustody: "n",
        HelplineCallForm.purposes: "INF", HelplineCallForm.emergency: "n",
      ], at: began.adding(minutes: 5))
    guard case .saved(let call, let flags, _) = outcome else {
      Issue.record("not saved: \(outcome)")
      return
    }
    #expect(flags.map(\.rule) == ["PPL-051"])
    func file() throws -> CallFile {
      let context = try office.context(at: began.adding(minutes: 30))
      return try office.store.read { try CallFiles.load(call, in: $0, context) }
    }
    #expect(try file().call.ended == nil)
    func end(_ moment: Moment) throws -> [String] {
      try office.refusals(
        CallEndedForm.id, about: call, [CallEndedForm.ended: moment.uk],
        at: began.adding(minutes: 30))
    }
    #expect(try end(began.adding(minutes: -1)) == ["GEN-007 blocks"])
    #expect(try end(began.adding(minutes: 20)) == [])
    #expect(try file().call.ended == began.adding(minutes: 20))
    #expect(try end(began.adding(minutes: 25)) == ["PPL-051 blocks"])
  }

  @Test("CUS-015: no appointment is owed for a call in staffed hours, or from outside custody")
  func notOwed() throws {
    let entry = try arrival(.at(2, 10, 2007, 9, 0))
    let inHours = try call(entry, at: .at(2, 10, 2007, 10, 0))
    let fromHome = try call(nil, at: .at(2, 10, 2007, 22, 0), custody: "n")
    for call in [inHours, fromHome] {
      #expect(try office.deadlines(about: call).isEmpty)
    }
  }

  @Test("CUS-015, worked example 7: Saturday owed, Monday accepted with a reason, and met")
  func monday() throws {
    let night = Moment.at(5, 10, 2007, 21, 0)
    let entry = try arrival(night.adding(minutes: -60))
    let call = try call(entry, at: night)
    let monday = booking(.on(8, 10, 2007))
    #expect(
      try office.refusals(NextDayAppointmentForm.id, about: call, monday, at: night)
        == ["CUS-015 warns"])
    try office.save(
      NextDayAppointmentForm.id, about: call, monday, at: night,
      reasons: ["CUS-015": "Nobody works on Saturdays here"])
    #expect(
      try office.deadlines(about: call, at: night) == [
        "Next-day appointment 06/10/2007 met", "Appointment outcome 08/10/2007 due_soon",
      ])
    #expect(
      try office.refusals(NextDayAppointmentForm.id, about: call, monday, at: night).contains(
        "CUS-015 blocks"), "not booked twice")
  }

  @Test("CUS-015: the day owed is filled in, and booking it meets the deadline")
  func sameDay() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let call = try call(entry, at: night)
    let context = try office.context(at: night)
    let opened = try office.store.read {
      try FormDesk.open(NextDayAppointmentForm.id, about: entry, on: $0, in: context)
    }
    #expect(opened.draft[NextDayAppointmentForm.date] == "02/10/2007")
    #expect(opened.sources[NextDayAppointmentForm.date] == "the day owed")
    try office.save(
      NextDayAppointmentForm.id, about: entry, booking(.on(2, 10, 2007)), at: night)
    #expect(
      try office.deadlines(about: call, at: night) == [
        "Next-day appointment 02/10/2007 met", "Appointment outcome 02/10/2007 due_soon",
      ])
  }

  @Test("CUS-015: with permission the appointment stands in the diary, under the client's name")
  func diary() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let person = try office.person()
    try office.permit(entry, at: night.adding(minutes: -30))
    try office.link(entry, to: person, at: night.adding(minutes: -20))
    let call = try call(entry, at: night)
    try office.save(
      NextDayAppointmentForm.id, about: call, booking(.on(2, 10, 2007)), at: night)
    let id = PersonID(person.number)
    let booked = try office.store.read { try AppointmentRecords.all(of: id, in: $0) }
    #expect(booked.map(\.starts) == [.at(2, 10, 2007, 10, 0)])
    #expect(booked.map(\.worker) == [office.cjit.id])

    let second = try self.call(entry, at: night.adding(minutes: 10))
    #expect(
      try office.refusals(
        NextDayAppointmentForm.id, about: second, booking(.on(2, 10, 2007)),
        at: night.adding(minutes: 10)) == ["PPL-020 warns"], "the worker is taken then")
  }

  @Test("CUS-010, CUS-014: a call that was not begun on the board finds the caller's detention")
  func elsewhere() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -90))
    let person = try office.person()
    try office.permit(entry, at: night.adding(minutes: -60))
    try office.link(entry, to: person, at: night.adding(minutes: -50))
    func answers(_ suite: String, from start: Moment) -> [FieldCode: String] {
      [
        HelplineCallForm.started: start.uk, HelplineCallForm.ended: start.uk,
        HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "client",
        HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: suite,
        HelplineCallForm.person: person.text, HelplineCallForm.purposes: "APP",
        HelplineCallForm.emergency: "n", HelplineCallForm.followUp: "Wants a bed for tonight",
      ]
    }
    let call = try office.save(HelplineCallForm.id, answers("NPT", from: night), at: night)
    #expect(try office.file(entry, at: night).entry.calls.map(\.ref) == [call])
    let before = night.adding(minutes: -120)
    #expect(
      try office.refusals(HelplineCallForm.id, answers("NPT", from: before), at: night)
        == ["CUS-010 blocks", "CUS-011 blocks"], "before they were held there")
  }

  @Test("CUS-010: agreed without a name, it goes into the diary as soon as the name is known")
  func diaryLater() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let person = try office.person()
    let call = try call(entry, at: night)
    try office.save(
      NextDayAppointmentForm.id, about: call, booking(.on(2, 10, 2007)), at: night)
    #expect(try office.count("SELECT count(*) FROM appointment") == 0)
    try office.permit(entry, at: night.adding(minutes: 20))
    try office.link(entry, to: person, at: night.adding(minutes: 30))
    let id = PersonID(person.number)
    let booked = try office.store.read { try AppointmentRecords.all(of: id, in: $0) }
    #expect(booked.map(\.starts) == [.at(2, 10, 2007, 10, 0)])
  }

  @Test("GEN-003: each change of a call is its next version, on the trail with what changed")
  func trail() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let person = try office.person()
    let call = try call(entry, at: night)
    let context = try office.context(at: night)
    let seen = try office.store.read {
      try FormDesk.open(NextDayAppointmentForm.id, about: call, on: $0, in: context)
    }
    #expect(seen.revision == 1)
    try office.save(
      NextDayAppointmentForm.id, about: call, booking(.on(2, 10, 2007)), at: night)
    try office.permit(entry, at: night.adding(minutes: 20))
    try office.link(entry, to: person, at: night.adding(minutes: 30))
    let entries = try office.store.read {
      try $0.query(
        """
        SELECT revision_before, revision_after, detail FROM audit
        WHERE record_kind = 'L' AND record_id = ? AND kind = 'record.change' ORDER BY seq
        """, call.number
      ) { (from: try $0.int(0), to: try $0.int(1), detail: try $0.text(2)) }
    }
    #expect(entries.map(\.from) == [1, 2, 3] && entries.map(\.to) == [2, 3, 4])
    let fields = [["booked_for", "booked_minutes", "booked_place"], ["person"], ["appointment"]]
    for (entry, fields) in zip(entries, fields) {
      for field in fields { #expect(entry.detail.contains("\"\(field)\"")) }
      #expect(!entry.detail.contains("client_name"), "only what changed")
    }
    #expect(
      try office.count(
        """
        SELECT count(*) FROM audit WHERE record_kind = 'L' AND kind = 'record.change'
          AND person = (SELECT max(id) FROM person)
        """) == 2)
    #expect(try office.temporary.verify().isGood)
  }

  @Test("GEN-003: an appointment is not booked over what a colleague has done about the call")
  func bookedElsewhere() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let call = try call(entry, at: night)
    try office.permit(entry, at: night.adding(minutes: 5))
    try office.link(entry, to: try office.person(), at: night.adding(minutes: 6))
    let outcome = try office.submit(
      NextDayAppointmentForm.id, about: call, booking(.on(2, 10, 2007)),
      at: night.adding(minutes: 10), revision: 1)
    guard case .changedElsewhere(_, let revision, _) = outcome else {
      Issue.record("booked: \(outcome)")
      return
    }
    #expect(revision == 2)
  }

  @Test("PPL-021: an appointment owed for a Saturday asks for a reason as any booking does")
  func saturday() throws {
    let night = Moment.at(5, 10, 2007, 21, 0)
    let call = try call(try arrival(night.adding(minutes: -60)), at: night)
    #expect(
      try office.refusals(
        NextDayAppointmentForm.id, about: call, booking(.on(6, 10, 2007)), at: night)
        == ["PPL-021 warns"])
  }

  @Test("CUS-015: offering none needs a reason; a forgotten one is asked for at closing")
  func none() throws {
    let night = Moment.at(1, 10, 2007, 22, 30)
    let entry = try arrival(night.adding(minutes: -60))
    let first = try call(entry, at: night)
    let no: [FieldCode: String] = [NextDayAppointmentForm.offered: "n"]
    #expect(
      try office.refusals(NextDayAppointmentForm.id, about: first, no, at: night)
        == ["CUS-015 warns"])

    try office.offer(entry, at: night.adding(minutes: -50))
    try office.approach(entry, "NA", reason: "RES", at: night.adding(minutes: -40))
    try office.depart(entry, "NFA", at: night.adding(minutes: 60))
    let later = night.adding(minutes: 70)
    #expect(
      try office.refusals(CloseEntryForm.id, about: entry, [:], at: later) == ["CUS-015 warns"])
    try office.save(
      CloseEntryForm.id, about: entry, [:], at: later,
      reasons: ["CUS-015": "Taken to another force at once"])
    #expect(
      try office.deadlines(about: first, at: later)
        == ["Next-day appointment 02/10/2007 not_applicable"])
  }

  @Test("PPL-052: an overdose emergency needs the advice given and whether an ambulance was called")
  func emergency() throws {
    let answers: [FieldCode: String] = [
      HelplineCallForm.started: "01/10/2007 22:30", HelplineCallForm.ended: "01/10/2007 22:50",
      HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "FAM",
      HelplineCallForm.fromCustody: "n", HelplineCallForm.purposes: "HAR",
      HelplineCallForm.emergency: "y",
    ]
    let now = Moment.at(1, 10, 2007, 23, 0)
    #expect(
      try office.refusals(HelplineCallForm.id, answers, at: now)
        == ["PPL-052 blocks", "PPL-052 blocks"])
    try office.save(
      HelplineCallForm.id,
      answers.merging([
        HelplineCallForm.advice: "AMB, REC", HelplineCallForm.ambulance: "y",
      ]) { $1 }, at: now)
  }

  /// Calls that still go on are saved without their end.
  private func begun(emergency: String, at began: Moment) throws -> (RecordRef, flags: [String]) {
    let outcome = try office.submit(
      HelplineCallForm.id,
      [
        HelplineCallForm.started: began.uk, HelplineCallForm.taker: office.arw.id.ref.text,
        HelplineCallForm.caller: "FAM", HelplineCallForm.fromCustody: "n",
        HelplineCallForm.purposes: "HAR", HelplineCallForm.emergency: emergency,
      ], at: began.adding(minutes: 5))
    guard case .saved(let call, let flags, _) = outcome else {
      throw CustodyOffice.NotSaved(words: ["\(outcome)"])
    }
    return (call, flags.map(\.rule))
  }

  private func callFile(_ call: RecordRef, at now: Moment) throws -> CallFile {
    let context = try office.context(at: now)
    return try office.store.read { try CallFiles.load(call, in: $0, context) }
  }

  @Test("PPL-052: an overdose call is kept while it goes on, and answers for itself at its end")
  func emergencyGoesOn() throws {
    let began = Moment.at(2, 10, 2007, 22, 0)
    let later = began.adding(minutes: 30)
    let (call, flags) = try begun(emergency: "y", at: began)
    #expect(flags.filter { $0 == "PPL-052" }.count == 2 && flags.contains("PPL-051"))
    let context = try office.context(at: later)
    let opened = try office.store.read {
      try FormDesk.open(CallEndedForm.id, about: call, on: $0, in: context)
    }
    #expect(opened.draft[CallEndedForm.emergency] == "yes")
    let end = [CallEndedForm.ended: began.adding(minutes: 20).uk]
    func refusals(_ more: [FieldCode: String]) throws -> [String] {
      try office.refusals(
        CallEndedForm.id, about: call, end.merging(more) { $1 }, at: later)
    }
    #expect(try refusals([:]) == ["PPL-052 blocks"], "not in silence")
    #expect(
      try refusals([CallEndedForm.emergency: "y"]) == ["PPL-052 blocks", "PPL-052 blocks"])
    #expect(
      try refusals([
        CallEndedForm.emergency: "y", HelplineCallForm.advice: "AMB, REC",
        HelplineCallForm.ambulance: "y",
      ]) == [])
    let file = try callFile(call, at: later)
    #expect(file.call.ended == began.adding(minutes: 20) && file.isEmergency)
    #expect(file.advice == [.ambulance, .recoveryPosition] && file.ambulance == true)
  }

  @Test("GEN-004: the end of a call, and the time of an unanswered one, wait for no struck record")
  func struckCallStaysAsItIs() throws {
    let began = Moment.at(2, 10, 2007, 22, 0)
    let later = began.adding(minutes: 30)
    let (call, _) = try begun(emergency: "n", at: began)
    let missed = try office.save(
      UnansweredCallForm.id, [UnansweredCallForm.rang: began.uk], at: later)
    for ref in [call, missed] {
      try office.save(
        StrikeEntryForm.id, about: ref, [StrikeEntryForm.reason: "Noted twice"], at: later)
    }
    #expect(
      try office.refusals(
        CallEndedForm.id, about: call, [CallEndedForm.ended: later.uk], at: later)
        == ["GEN-004 blocks"])
    #expect(
      try office.refusals(
        UnansweredCallForm.id, about: missed, [UnansweredCallForm.rang: later.uk], at: later)
        == ["GEN-004 blocks"])
  }
}
