import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Appointments of callers from custody, named or not")
struct CallAppointmentTests {
  let office: CustodyOffice
  let night = Moment.at(1, 10, 2007, 22, 30)
  let morning = Moment.at(2, 10, 2007, 8, 0)

  init() throws { office = try CustodyOffice() }

  /// A night call from a detention without permission, with a time agreed for the next day.
  private func booked() throws -> (entry: RecordRef, call: RecordRef) {
    let entry = try office.arrival(at: night.adding(minutes: -60))
    let call = try office.save(
      HelplineCallForm.id, about: entry,
      [
        HelplineCallForm.started: night.uk, HelplineCallForm.ended: night.uk,
        HelplineCallForm.taker: office.arw.id.ref.text, HelplineCallForm.caller: "client",
        HelplineCallForm.fromCustody: "y", HelplineCallForm.suite: "NPT",
        HelplineCallForm.purposes: "APP", HelplineCallForm.emergency: "n",
      ], at: night)
    try office.bookTomorrow(for: call, at: night)
    return (entry, call)
  }

  private func today(_ now: Moment, as worker: Worker) throws -> [CallAppointmentLine] {
    let context = try office.context(at: now, as: worker)
    return try office.store.read {
      try TodayRecords.view(for: worker, in: $0, context).callAppointments
    }
  }

  @Test("CUS-015: without permission the appointment stands on Today under the call's number")
  func unnamed() throws {
    let booked = try booked()
    let line = try #require(try today(morning, as: office.arw).first)
    #expect(line.ref == booked.call)
    #expect(line.entry == booked.entry)
    #expect(line.starts == .at(2, 10, 2007, 10, 0))
    #expect(line.place == "Quay House" && line.worker == "Cara Doyle" && line.suite == "Newport")
    #expect(line.name == nil && line.person == nil && line.state == nil)
    #expect(try today(morning, as: office.cjit).count == 1)
    #expect(try today(morning, as: office.intelligence).isEmpty, "CUS-022")
  }

  @Test("CUS-015: it shows on the working day before, and is gone the day after")
  func days() throws {
    _ = try booked()
    #expect(try today(.at(1, 10, 2007, 23, 0), as: office.arw).count == 1)
    #expect(try today(.at(3, 10, 2007, 8, 0), as: office.arw).isEmpty)
  }

  @Test("CUS-011, CUS-015: it outlives the entry that has turned into counts")
  func purged() throws {
    let booked = try booked()
    try office.offer(booked.entry, at: night.adding(minutes: -30))
    let left = night.adding(minutes: 10)
    try office.depart(booked.entry, "NFA", at: left)
    let by = try Attribution(by: office.arw.id, as: .arw, at: morning)
    let after = try office.context(at: left.adding(minutes: 24 * 60 + 1))
    _ = try office.store.write(by) { try CustodyPurge.run(in: $0, after) }
    let line = try #require(try today(morning, as: office.arw).first)
    #expect(line.ref == booked.call && line.entry == nil)
  }

  @Test("CUS-010: with permission it stands there by name, as the diary has it")
  func named() throws {
    let booked = try booked()
    let person = try office.person()
    try office.permit(booked.entry, at: night.adding(minutes: 20))
    try office.link(booked.entry, to: person, at: night.adding(minutes: 30))
    let line = try #require(try today(morning, as: office.arw).first)
    #expect(line.person == person && line.name == "MARSH Robin")
    #expect(line.state == .booked)
  }

  @Test("GEN-004, CUS-015: one that is struck through leaves the call owed an appointment again")
  func struck() throws {
    let booked = try booked()
    let person = try office.person()
    try office.permit(booked.entry, at: night.adding(minutes: 20))
    try office.link(booked.entry, to: person, at: night.adding(minutes: 30))
    let appointment = try #require(
      try office.store.read { records in
        try records.first(
          "SELECT appointment FROM helpline_call WHERE id = ?", booked.call.number
        ) { RecordRef(.appointment, try $0.int64(0)) }
      })
    #expect(
      try office.deadlines(about: booked.call, at: morning) == [
        "Next-day appointment 02/10/2007 met", "Appointment outcome 02/10/2007 not_applicable",
      ])
    try office.save(
      StrikeEntryForm.id, about: appointment,
      [StrikeEntryForm.reason: "Booked for somebody else's call"], at: morning, by: office.cjit)
    #expect(
      try office.deadlines(about: booked.call, at: morning) == [
        "Next-day appointment 02/10/2007 due_soon",
        "Appointment outcome 02/10/2007 not_applicable",
      ])
    #expect(try today(morning, as: office.arw).isEmpty)
    // CUS-015: it can be booked anew.
    try office.save(
      NextDayAppointmentForm.id, about: booked.call,
      [
        NextDayAppointmentForm.offered: "y", NextDayAppointmentForm.date: "02/10/2007",
        NextDayAppointmentForm.time: "11:00", NextDayAppointmentForm.length: "30",
        NextDayAppointmentForm.place: "Quay House",
        NextDayAppointmentForm.worker: office.cjit.id.ref.text,
      ], at: morning)
    #expect(try today(morning, as: office.arw).map(\.starts) == [.at(2, 10, 2007, 11, 0)])
  }

  @Test("PPL-020: a worker with such an appointment is taken, though nobody is named")
  func overlap() throws {
    _ = try booked()
    let person = try office.person("Other")
    func book(at time: String) throws -> [String] {
      try office.refusals(
        AppointmentForm.id, about: person,
        [
          AppointmentForm.date: "02/10/2007", AppointmentForm.start: time,
          AppointmentForm.length: "30", AppointmentForm.place: "Quay House",
          AppointmentForm.worker: office.cjit.id.ref.text,
          AppointmentForm.kind: AppointmentKind.oneToOne.code,
        ], at: morning, by: office.cjit)
    }
    #expect(try book(at: "10:15") == ["PPL-020 warns"])
    #expect(try book(at: "10:30").isEmpty)
  }
}
