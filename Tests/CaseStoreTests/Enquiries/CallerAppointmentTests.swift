import CaseRules
import Testing

@testable import CaseStore

@Suite("The appointment of a caller who is not on file")
struct CallerAppointmentTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

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

  /// A call at night that asks for an appointment, its end still to come unless told.
  private func call(_ changes: [FieldCode: String] = [:]) throws -> RecordRef {
    try office.save(
      HelplineCallForm.id,
      [
        HelplineCallForm.started: night.uk, HelplineCallForm.taker: office.arw.id.ref.text,
        HelplineCallForm.caller: "CLI", HelplineCallForm.emergency: "n",
        HelplineCallForm.fromCustody: "n", HelplineCallForm.purposes: "APP",
      ].merging(changes) { $1 }, at: night)
  }

  private func line(_ call: RecordRef) throws -> CallLine {
    let context = try office.context(at: night)
    return try #require(
      try office.store.read {
        try CallLines.lines(from: night.date, to: night.date, in: $0, context)
      }.first { $0.ref == call })
  }

  @Test("CUS-015, PPL-051: a call that asks for an appointment waits for it from the start")
  func wanted() throws {
    let asked = try call()
    #expect(try line(asked).wantsAppointment && !line(asked).owesAppointment)
    #expect(try file(asked, at: night).wantsAppointment)
    let fromCustody = try call([
      HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: "NPT",
    ])
    #expect(try line(fromCustody).owesAppointment)
    #expect(try !line(try call([HelplineCallForm.purposes: "INF"])).wantsAppointment)
    #expect(try !line(try booked()).wantsAppointment)
    try office.save(
      NextDayAppointmentForm.id, about: asked, [NextDayAppointmentForm.offered: "n"], at: night)
    #expect(try !line(asked).wantsAppointment, "it was declined")
  }

  @Test("CUS-015: until it is booked for the call there is one way to book, which counts")
  func oneWay() throws {
    let person = try office.person()
    let call = try call([HelplineCallForm.person: person.text])
    let context = try office.context(at: night, as: office.arw)
    func forms() throws -> [FormID] {
      try office.store.read {
        EnquiryActions.offered(for: try CallFiles.load(call, in: $0, context), in: context)
      }.map(\.form)
    }
    #expect(try forms().contains(NextDayAppointmentForm.id))
    #expect(try !forms().contains(AppointmentForm.id))
    try office.bookTomorrow(for: call, at: night)
    #expect(try forms().contains(AppointmentForm.id), "another one, with the client")
  }

  @Test("PPL-051: booked while the call goes on, the appointment leads to the end of the call")
  func endIsAsked() throws {
    for (ended, next) in [(nil, CallEndedForm.id), (night.uk, nil)] as [(String?, FormID?)] {
      let call = try call(ended.map { [HelplineCallForm.ended: $0] } ?? [:])
      let context = try office.context(at: night)
      let opened = try office.store.read {
        try FormDesk.open(NextDayAppointmentForm.id, about: call, on: $0, in: context)
      }
      let definition = NextDayAppointmentForm.definition
      let reading = FormReading(opened.draft, of: definition, in: context.reading)
      #expect(definition.next(reading, opened.facts, context) == next)
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
