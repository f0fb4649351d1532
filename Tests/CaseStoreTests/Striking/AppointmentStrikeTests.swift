import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("An appointment that was booked by mistake is struck through")
struct AppointmentStrikeTests {
  private func strike(
    _ ref: RecordRef, _ office: CaseloadOffice, _ now: String
  ) throws -> [String] {
    try office.save(
      StrikeEntryForm.id, about: ref, [StrikeEntryForm.reason: "Entered for the wrong client"], now
    ).notes
  }

  private func found(_ ref: RecordRef, _ office: CaseloadOffice) throws -> Appointment? {
    try office.file.read { try AppointmentRecords.one(AppointmentID(ref.number), in: $0) }
  }

  private func owed(
    _ office: CaseloadOffice, _ person: RecordRef, _ now: String
  ) throws
    -> [String]
  {
    try office.deadlines(person, now).filter { !$0.hasPrefix("First care plan") }
  }

  @Test("GEN-004: a booked one stays to be seen with its reason, and nothing more happens to it")
  func booked() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    #expect(try strike(booked, office, "2007-10-02 10:00").isEmpty)
    let struck = try #require(try found(booked, office))
    #expect(struck.state == .struck)
    #expect(struck.struckBecause == "Entered for the wrong client")
    #expect(
      try owed(office, client.person, "2007-10-08 10:00") == [
        "Appointment outcome 05/10/2007 not_applicable"
      ])
    let context = try office.context("2007-10-05 09:00")
    let lines = try office.file.read {
      try Diary.lines(on: .on("2007-10-05"), of: office.cjit.id, in: $0, context)
    }
    #expect(lines.map(\.struckBecause) == ["Entered for the wrong client"])
    let actions = AppointmentActions.offered(for: struck, in: context)
      .filter { $0.whyNot == nil }.map(\.form)
    #expect(actions == [ContactAttemptForm.id])
    let again = [StrikeEntryForm.reason: "Entered for the wrong client"]
    #expect(
      try office.refusals(StrikeEntryForm.id, about: booked, again) == ["GEN-004 blocks"])
    #expect(
      try office.refusals(
        AppointmentOutcomeForm.id, about: booked,
        [AppointmentOutcomeForm.outcome: AppointmentOutcome.came.code], "2007-10-05 11:00")
        == ["PPL-022 blocks"])
    // PPL-020: the time is free again.
    _ = try office.appointment(client.person, "05/10/2007", now: "2007-10-02 11:00")
  }

  @Test("PPL-022, PPL-023: a miss that never was leaves no follow-up and no further attempts")
  func missed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    _ = try strike(booked, office, "2007-10-08 11:00")
    #expect(
      try owed(office, client.person, "2007-10-08 12:00") == [
        "Appointment outcome 05/10/2007 not_applicable",
        "Missed follow-up 08/10/2007 not_applicable",
        "Contact attempt 2 of 3 09/10/2007 not_applicable",
      ])
    // The call was made all the same.
    #expect(try office.episode(client.episode).failedAttempts == 1)
  }

  @Test("PPL-023: another miss keeps the series of attempts going")
  func anotherMiss() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let first = try office.appointment(client.person, "04/10/2007")
    let second = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(first, .missed, "2007-10-04 16:00")
    _ = try office.outcome(second, .missed, "2007-10-05 16:00")
    try office.attempt(second, .noAnswer, "2007-10-08 10:00")
    _ = try strike(second, office, "2007-10-08 11:00")
    let left = try owed(office, client.person, "2007-10-08 12:00")
    #expect(left.contains("Missed follow-up 05/10/2007 met_late"))
    #expect(left.contains("Contact attempt 2 of 3 09/10/2007 due_soon"))
  }

  @Test("PPL-024, PPL-022: coming that never was is no contact, and what it ended is owed again")
  func attended() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let first = try office.appointment(client.person, "04/10/2007")
    let second = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(first, .missed, "2007-10-04 16:00")
    _ = try office.outcome(second, .came, "2007-10-05 11:00")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-05"))
    #expect(
      try strike(second, office, "2007-10-05 12:00") == [
        "Missed follow-up is owed again, due Fri 05/10/2007"
      ])
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-01"))
    #expect(
      try owed(office, client.person, "2007-10-05 13:00") == [
        "Appointment outcome 04/10/2007 met", "Appointment outcome 05/10/2007 not_applicable",
        "Missed follow-up 05/10/2007 due_soon",
      ])
  }

  @Test("PPL-025: without one of two misses no programme review is asked for")
  func programmeReview() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let later = "2007-10-19 16:00"
    var booked: [RecordRef] = []
    for day in ["08/10/2007", "12/10/2007", "19/10/2007"] {
      let one = try office.appointment(client.person, day, kind: .group)
      _ = try office.outcome(one, .missed, later)
      booked.append(one)
    }
    func reviews() throws -> [String] {
      try office.deadlines(client.person, later).filter { $0.hasPrefix("Programme review") }
    }
    #expect(try reviews() == ["Programme review 15/10/2007 overdue"])
    // TIME-012: of three misses the next two still call for it, from a later day.
    #expect(try strike(booked[0], office, later).isEmpty)
    #expect(try reviews() == ["Programme review 22/10/2007 due_soon"])
    #expect(
      try strike(booked[2], office, later) == [
        "PPL-025: No programme review is asked for any more"
      ])
    #expect(try reviews() == ["Programme review 22/10/2007 not_applicable"])
  }

  @Test("A new date that is struck gives the old appointment its state back, to be agreed anew")
  func newDate() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    let new = try office.appointment(booked, "09/10/2007", now: "2007-10-08 09:00")
    let opened = try office.open(StrikeEntryForm.id, about: booked, "2007-10-08 09:30")
    #expect(opened.facts.strike?.follows.map(\.rule) == ["GEN-004"])
    #expect(try strike(new, office, "2007-10-08 10:00").count == 1)
    let old = try #require(try found(booked, office))
    #expect(old.state == .missed)
    #expect(old.rebookedTo == nil)
    let next = try office.appointment(booked, "10/10/2007", now: "2007-10-08 11:00")
    #expect(try found(booked, office)?.rebookedTo?.ref == next)
  }
}
