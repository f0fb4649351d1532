import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("A contact that was recorded by mistake is struck through")
struct ContactStrikeTests {
  private static let why = "Entered for the wrong client"

  private func strike(
    _ ref: RecordRef, _ office: CaseloadOffice, _ now: String, because why: String = why
  ) throws -> [String] {
    try office.save(
      StrikeEntryForm.id, about: ref, [StrikeEntryForm.reason: why], now
    ).notes
  }

  /// A client who missed Friday's appointment.
  private func missed() throws -> (
    office: CaseloadOffice, client: (person: RecordRef, episode: RecordRef), booked: RecordRef
  ) {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    return (office, client, booked)
  }

  private func chain(
    _ office: CaseloadOffice, _ person: RecordRef, _ now: String
  ) throws
    -> [String]
  {
    try office.deadlines(person, now).filter {
      !$0.hasPrefix("First care plan") && !$0.hasPrefix("Appointment outcome")
    }
  }

  @Test("GEN-004: it stays to be seen with its reason, is on the trail and verifies")
  func stays() throws {
    let (office, client, booked) = try missed()
    let attempt = try office.attempt(booked, .noAnswer, "2007-10-08 10:00").ref
    #expect(
      try office.refusals(StrikeEntryForm.id, about: attempt, [StrikeEntryForm.reason: "x"])
        == ["GEN-004 blocks"])
    _ = try strike(attempt, office, "2007-10-08 11:00")
    let context = try office.context("2007-10-08 12:00")
    let file = try office.file.read {
      try PersonFiles.load(PersonID(client.person.number), in: $0, context)
    }
    #expect(file.contacts.map(\.struckBecause) == [Self.why])
    let told = file.timeline().filter { $0.ref == attempt }
    #expect(
      told.map(\.words) == ["Phone call: no answer (struck through: \(Self.why))"])
    let action = told.flatMap { StrikeActions.offered(for: $0, in: context) }
    #expect(action.map(\.whyNot) == ["GEN-004: It is struck through: \(Self.why)"])
    let trail = try office.file.read { records in
      try records.query(
        "SELECT rule, reason FROM audit WHERE kind = 'record.struck' AND record_id = ?",
        attempt.number
      ) { "\(try $0.text(0)) \(try $0.text(1))" }
    }
    #expect(trail == ["GEN-004 \(Self.why)"])
    #expect(
      try office.refusals(
        StrikeEntryForm.id, about: attempt, [StrikeEntryForm.reason: Self.why],
        "2007-10-08 12:00")
        == ["GEN-004 blocks"])
  }

  @Test("PPL-022: a follow-up that only this attempt met is owed again from its old day")
  func reopens() throws {
    let (office, client, booked) = try missed()
    let attempt = try office.attempt(booked, .noAnswer, "2007-10-08 10:00").ref
    #expect(
      try strike(attempt, office, "2007-10-09 11:00") == [
        "Missed follow-up is owed again, due Mon 08/10/2007"
      ])
    #expect(
      try chain(office, client.person, "2007-10-09 12:00") == [
        "Missed follow-up 08/10/2007 overdue", "Contact attempt 2 of 3 09/10/2007 not_applicable",
      ])
    #expect(try office.episode(client.episode).failedAttempts == 0)
  }

  @Test("PPL-023: typed twice, the second is struck and the first still owes the next attempt")
  func typedTwice() throws {
    let (office, client, booked) = try missed()
    try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    let second = try office.attempt(booked, .noAnswer, "2007-10-08 10:00").ref
    #expect(try office.episode(client.episode).failedAttempts == 2)
    _ = try strike(second, office, "2007-10-08 11:00")
    #expect(try office.episode(client.episode).failedAttempts == 1)
    #expect(
      try chain(office, client.person, "2007-10-08 12:00") == [
        "Missed follow-up 08/10/2007 met", "Contact attempt 2 of 3 09/10/2007 due_soon",
        "Contact attempt 3 of 3 09/10/2007 not_applicable",
      ])
  }

  @Test("PPL-022, PPL-023: from the middle, a later attempt meets it late and the numbers follow")
  func middle() throws {
    let (office, client, booked) = try missed()
    let first = try office.attempt(booked, .noAnswer, "2007-10-08 10:00").ref
    try office.attempt(booked, .messageLeft, "2007-10-09 10:00")
    _ = try strike(first, office, "2007-10-09 11:00")
    #expect(try office.episode(client.episode).failedAttempts == 1)
    #expect(
      try chain(office, client.person, "2007-10-09 12:00") == [
        "Missed follow-up 08/10/2007 met_late",
        "Contact attempt 2 of 3 09/10/2007 not_applicable",
        "Contact attempt 2 of 3 10/10/2007 due_soon",
      ])
    let renamed = try office.file.read { records in
      try records.query(
        "SELECT name FROM deadline WHERE superseded_by IS NOT NULL AND met_form = 'contact-attempt'"
      ) { try $0.text(0) }
    }
    #expect(renamed == ["Contact attempt 3 of 3"])
  }

  @Test("PPL-023, PPL-026: a review proposed on too few attempts is taken back")
  func proposal() throws {
    let (office, client, booked) = try missed()
    try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    try office.attempt(booked, .noAnswer, "2007-10-09 10:00")
    let third = try office.attempt(booked, .noAnswer, "2007-10-10 10:00").ref
    let notes = try strike(third, office, "2007-10-10 11:00")
    #expect(
      notes == [
        "Contact attempt 3 of 3 is owed again, due Wed 10/10/2007",
        "PPL-023: The drop-out review is no longer proposed: 2 attempts without contact left",
      ])
    #expect(
      try chain(office, client.person, "2007-10-10 12:00").contains(
        "Drop-out review proposed 11/10/2007 not_applicable"))
    #expect(
      try office.refusals(
        LostContactForm.id, about: client.episode,
        [
          LostContactForm.decision: LostContactDecision.review.code,
          LostContactForm.reason: "No answer",
        ], "2007-10-10 12:00", as: office.leader) == ["PPL-026 blocks"])
    // Made again, it is proposed again.
    let again = try office.attempt(booked, .noAnswer, "2007-10-10 13:00")
    #expect(again.notes == ["A drop-out review is proposed to the team leader"])
  }

  @Test("PPL-024: without the contact the attempts before it count again and silence is longer")
  func contact() throws {
    let (office, client, booked) = try missed()
    try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    let spoke = try office.attempt(client.person, .spoke, "2007-10-09 10:00").ref
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-09"))
    #expect(
      try strike(spoke, office, "2007-10-09 11:00") == [
        "Contact attempt 2 of 3 is owed again, due Tue 09/10/2007"
      ])
    let episode = try office.episode(client.episode)
    #expect(episode.lastContact == .on("2007-10-01"))
    #expect(episode.silentSince == .on("2007-10-01"))
    #expect(episode.failedAttempts == 1)
  }

  @Test("PPL-024: of two contacts the later is struck and the earlier is the last")
  func earlierContact() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    try office.attempt(client.person, .spoke, "2007-10-05 10:00")
    let wrong = try office.attempt(client.person, .spoke, "2007-10-09 10:00").ref
    let opened = try office.open(StrikeEntryForm.id, about: wrong, "2007-10-09 11:00")
    #expect(
      opened.facts.strike?.follows.map(\.display) == [
        "PPL-024: Left without it: last contact Fri 05/10/2007, 0 attempts since"
      ])
    _ = try strike(wrong, office, "2007-10-09 11:00")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-05"))
  }

  @Test(
    "PPL-023: a contact that never was brings the proposal back; a fourth attempt less does not")
  func proposalAgain() throws {
    let (office, client, booked) = try missed()
    for day in ["08", "09"] { try office.attempt(booked, .noAnswer, "2007-10-\(day) 10:00") }
    let spoke = try office.attempt(booked, .spoke, "2007-10-09 12:00").ref
    try office.attempt(booked, .noAnswer, "2007-10-10 10:00")
    #expect(
      try strike(spoke, office, "2007-10-10 11:00").contains(
        "A drop-out review is proposed to the team leader"))
    #expect(try office.episode(client.episode).failedAttempts == 3)
    let fourth = try office.attempt(booked, .noAnswer, "2007-10-10 12:00").ref
    try office.save(
      LostContactForm.id, about: client.episode,
      [
        LostContactForm.decision: LostContactDecision.keepTrying.code,
        LostContactForm.reason: "The sister may know more",
      ], "2007-10-10 13:00", as: office.leader)
    #expect(
      try !strike(fourth, office, "2007-10-10 14:00").contains(
        "A drop-out review is proposed to the team leader"))
    #expect(try office.episode(client.episode).failedAttempts == 3)
  }

  @Test("PPL-024: joining the caseload was contact and stays it")
  func joining() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    _ = try office.consent(person, .caseload)
    try office.assessed(person)
    let episode = try office.save(
      JoinCaseloadForm.id, about: person,
      [
        JoinCaseloadForm.worker: office.cjit.id.ref.text,
        JoinCaseloadForm.whereabouts: Whereabouts.community.code,
      ], "2007-10-03 10:00"
    ).ref
    let wrong = try office.attempt(person, .noAnswer, "2007-10-08 10:00").ref
    _ = try strike(wrong, office, "2007-10-08 11:00")
    #expect(try office.episode(episode).lastContact == .on("2007-10-03"))
  }

  @Test("PPL-022: what the client's coming ended stays ended")
  func cameMeanwhile() throws {
    let (office, client, booked) = try missed()
    let attempt = try office.attempt(booked, .noAnswer, "2007-10-08 10:00").ref
    let next = try office.appointment(client.person, "09/10/2007", now: "2007-10-08 11:00")
    _ = try office.outcome(next, .came, "2007-10-09 11:00")
    #expect(try strike(attempt, office, "2007-10-09 12:00").isEmpty)
    #expect(
      try chain(office, client.person, "2007-10-09 12:00") == [
        "Missed follow-up 08/10/2007 not_applicable",
        "Contact attempt 2 of 3 09/10/2007 not_applicable",
      ])
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-09"))
  }

  @Test("PPL-026: a closed episode keeps what it was closed on, and nothing is owed again")
  func closed() throws {
    let (office, client, booked) = try missed()
    for day in ["08", "09"] { try office.attempt(booked, .noAnswer, "2007-10-\(day) 10:00") }
    let third = try office.attempt(booked, .noAnswer, "2007-10-10 10:00").ref
    let now = "2007-10-11 10:00"
    try office.save(
      LostContactForm.id, about: client.episode,
      [
        LostContactForm.decision: LostContactDecision.review.code,
        LostContactForm.reason: "Three calls unanswered",
      ], now, as: office.leader)
    try office.save(CloseEpisodeForm.id, about: client.episode, [:], now, as: office.leader)
    let opened = try office.open(StrikeEntryForm.id, about: third, now)
    #expect(opened.facts.strike?.follows.map(\.rule) == ["PPL-026"])
    #expect(try strike(third, office, now).isEmpty)
    let episode = try office.episode(client.episode)
    #expect(episode.state == .closed)
    #expect(episode.failedAttempts == 3)
    #expect(
      try chain(office, client.person, now).filter { $0.hasPrefix("Contact attempt 3") } == [
        "Contact attempt 3 of 3 10/10/2007 not_applicable"
      ])
  }

  @Test("PPL-023: the attempts of somebody without an episode count without the struck one")
  func withoutEpisode() throws {
    let office = try CaseloadOffice()
    let person = try office.person()
    try office.attempt(person, .noAnswer, "2007-10-08 10:00")
    let wrong = try office.attempt(person, .noAnswer, "2007-10-09 10:00").ref
    _ = try strike(wrong, office, "2007-10-09 11:00")
    let left = try office.file.read {
      try ContactRecords.failedAttempts(of: PersonID(person.number), in: $0)
    }
    #expect(left == 1)
  }
}
