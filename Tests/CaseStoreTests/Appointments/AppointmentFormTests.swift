import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Appointments through the door of the forms")
struct AppointmentFormTests {
  @Test("Worked example 1, PPL-022: missed Fri 05/10/2007, unanswered call Mon 08/10: met")
  func followUpMet() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    let missed = try office.outcome(booked, .missed, "2007-10-05 16:00")
    #expect(missed.notes == ["Follow-up due Mon 08/10/2007"])
    #expect(
      try office.deadlines(client.person, "2007-10-08 09:00").contains(
        "Missed follow-up 08/10/2007 due_soon"))
    let attempt = try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    #expect(attempt.notes == ["Attempt 2 due Tue 09/10/2007"])
    #expect(
      try office.deadlines(client.person, "2007-10-08 11:00") == [
        "Appointment outcome 05/10/2007 met", "Missed follow-up 08/10/2007 met",
        "Contact attempt 2 of 3 09/10/2007 due_soon", "First care plan 15/10/2007 running",
      ])
  }

  @Test("PPL-022: an outcome recorded late opens no follow-up for whoever was tried or seen since")
  func missedLate() throws {
    let office = try CaseloadOffice()
    let tried = try office.client()
    let first = try office.appointment(tried.person, "05/10/2007")
    try office.attempt(tried.person, .noAnswer, "2007-10-09 10:00")
    #expect(
      try office.outcome(first, .missed, "2007-10-20 09:00").notes
        == ["The follow-up is met by the contact attempt of 09/10/2007 10:00"])
    #expect(
      try office.deadlines(tried.person, "2007-10-20 10:00").contains(
        "Missed follow-up 08/10/2007 met_late"))
    let seen = try office.client("Lake")
    let second = try office.appointment(seen.person, "05/10/2007")
    let third = try office.appointment(seen.person, "12/10/2007")
    _ = try office.outcome(third, .came, "2007-10-12 16:00")
    #expect(
      try office.outcome(second, .missed, "2007-10-20 09:00").notes
        == ["No follow-up: the client came on 12/10/2007"])
    #expect(
      try office.deadlines(seen.person, "2007-10-20 10:00").contains {
        $0.hasPrefix("Missed follow-up") && $0.hasSuffix("not_applicable")
      })
  }

  @Test("PPL-022: an attempt before the missed appointment does not meet its follow-up")
  func attemptBefore() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    try office.attempt(client.person, .noAnswer, "2007-10-04 10:00")
    #expect(
      try office.outcome(booked, .missed, "2007-10-20 09:00").notes
        == ["Follow-up due Mon 08/10/2007"])
  }

  @Test("Worked example 2, PPL-022: missed Thu 20/03/2008, follow-up due Tue 25/03/2008")
  func followUpOverEaster() throws {
    let office = try CaseloadOffice()
    let client = try office.client(joined: "2008-03-03")
    let booked = try office.appointment(client.person, "20/03/2008", now: "2008-03-10 10:00")
    let missed = try office.outcome(booked, .missed, "2008-03-20 16:00")
    #expect(missed.notes == ["Follow-up due Tue 25/03/2008"])
  }

  @Test("PPL-023: after three failed attempts a drop-out review goes to the team leader, once")
  func chain() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    try office.attempt(booked, .noAnswer, "2007-10-08 10:00")
    #expect(
      try office.refusals(
        LostContactForm.id, about: client.episode,
        [
          LostContactForm.decision: LostContactDecision.review.code,
          LostContactForm.reason: "No answer",
        ], "2007-10-08 12:00", as: office.leader) == ["PPL-026 blocks"])
    try office.attempt(client.person, .messageLeft, "2007-10-09 10:00")
    let third = try office.attempt(client.person, .notThere, "2007-10-10 10:00")
    #expect(third.notes == ["A drop-out review is proposed to the team leader"])
    let fourth = try office.attempt(client.person, .noAnswer, "2007-10-11 10:00")
    #expect(fourth.notes.isEmpty)
    let proposals = try office.deadlines(client.person, "2007-10-11 11:00").filter {
      $0.hasPrefix("Drop-out review proposed")
    }
    #expect(proposals == ["Drop-out review proposed 11/10/2007 due_soon"])
    let owner = try office.file.read {
      try DeadlineRecords.open("Drop-out review proposed", about: client.episode, in: $0)
        .map(\.owner)
    }
    #expect(owner == [.role(.sup)])
  }

  @Test("PPL-026, PPL-023: review, contact regained or agreed lost are the team leader's")
  func review() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    for day in ["08", "09", "10"] {
      try office.attempt(client.person, .noAnswer, "2007-10-\(day) 10:00")
    }
    let start = [
      LostContactForm.decision: LostContactDecision.review.code,
      LostContactForm.reason: "Three calls unanswered",
    ]
    let now = "2007-10-11 10:00"
    #expect(
      try office.refusals(LostContactForm.id, about: client.episode, start, now)
        == ["PPL-026 blocks"])
    try office.save(LostContactForm.id, about: client.episode, start, now, as: office.leader)
    #expect(try office.episode(client.episode).state == .dropOutReview)
    #expect(
      try office.deadlines(client.person, now).contains("Drop-out review proposed 11/10/2007 met"))
    try office.save(
      ContactRegainedForm.id, about: client.episode,
      [ContactRegainedForm.reason: "Came to the office"], now, as: office.leader)
    var episode = try office.episode(client.episode)
    #expect(episode.state == .activeCommunity)
    #expect(episode.lastContact == .on("2007-10-11"))
    #expect(episode.failedAttempts == 0)
    for day in ["12", "15", "16"] {
      try office.attempt(client.person, .noAnswer, "2007-10-\(day) 10:00")
    }
    let later = "2007-10-17 10:00"
    try office.save(LostContactForm.id, about: client.episode, start, later, as: office.leader)
    #expect(
      try office.refusals(CloseEpisodeForm.id, about: client.episode, [:], later) == [
        "PPL-026 blocks"
      ])
    try office.save(CloseEpisodeForm.id, about: client.episode, [:], later, as: office.leader)
    episode = try office.episode(client.episode)
    #expect(episode.state == .closed)
    #expect(episode.closureReason == .lostContact)
  }

  @Test("PPL-023: the team leader may have the worker keep trying")
  func keepTrying() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    for day in ["08", "09", "10"] {
      try office.attempt(client.person, .noAnswer, "2007-10-\(day) 10:00")
    }
    let saved = try office.save(
      LostContactForm.id, about: client.episode,
      [
        LostContactForm.decision: LostContactDecision.keepTrying.code,
        LostContactForm.reason: "The sister may know more",
      ], "2007-10-11 10:00", as: office.leader)
    #expect(saved.notes == ["Next attempt due Fri 12/10/2007"])
    #expect(try office.episode(client.episode).state == .activeCommunity)
  }

  @Test("PPL-022, PPL-024: reaching the client ends the chain and counts as contact")
  func reached() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    try office.attempt(client.person, .noAnswer, "2007-10-08 10:00")
    let spoke = try office.attempt(client.person, .spoke, "2007-10-09 10:00")
    #expect(spoke.notes == ["The follow-up is met"])
    let episode = try office.episode(client.episode)
    #expect(episode.lastContact == .on("2007-10-09"))
    #expect(episode.failedAttempts == 0)
    let open = try office.deadlines(client.person, "2007-10-09 11:00").filter {
      !$0.hasSuffix(" met") && !$0.hasPrefix("First care plan")
    }
    #expect(open.isEmpty)
  }

  @Test("An attempt before the appointment was missed does not meet its follow-up")
  func earlierAttempt() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    try office.save(
      ContactAttemptForm.id, about: client.person,
      [
        ContactAttemptForm.when: "04/10/2007 09:00",
        ContactAttemptForm.method: ContactMethod.text.code,
        ContactAttemptForm.result: ContactResult.sent.code,
      ], "2007-10-08 10:00")
    #expect(
      try office.deadlines(client.person, "2007-10-08 11:00").contains(
        "Missed follow-up 08/10/2007 due_soon"))
  }

  @Test("Coming counts as contact, ends earlier follow-ups, and meets the outcome")
  func came() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let first = try office.appointment(client.person, "05/10/2007")
    let second = try office.appointment(client.person, "08/10/2007")
    _ = try office.outcome(first, .missed, "2007-10-05 16:00")
    _ = try office.outcome(second, .late, "2007-10-08 11:00")
    let found = try office.file.read {
      try AppointmentRecords.one(AppointmentID(second.number), in: $0)
    }
    #expect(found?.state == .attendedLate)
    #expect(found?.minutesLate == 20)
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-08"))
    #expect(
      try office.deadlines(client.person, "2007-10-09 11:00").contains(
        "Missed follow-up 08/10/2007 not_applicable"))
  }

  @Test("GEN-001: an outcome after its day is kept and flagged late")
  func lateOutcome() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    let saved = try office.outcome(booked, .came, "2007-10-06 09:00")
    #expect(saved.flags.map(\.force) == [.flags])
    #expect(
      try office.deadlines(client.person, "2007-10-06 10:00").contains(
        "Appointment outcome 05/10/2007 met_late"))
  }

  @Test("GEN-007: before the start there is no outcome but a cancellation, and none after it")
  func guards() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    for outcome in [AppointmentOutcome.came, .missed] {
      #expect(
        try office.refusals(
          AppointmentOutcomeForm.id, about: booked, [AppointmentOutcomeForm.outcome: outcome.code],
          "2007-10-05 09:59") == ["GEN-007 blocks"])
    }
    let cancel = [
      AppointmentOutcomeForm.outcome: AppointmentOutcome.cancelled.code,
      AppointmentOutcomeForm.cancelledBy: Appointment.Canceller.client.code,
      AppointmentOutcomeForm.reason: "Job interview",
    ]
    #expect(
      try office.refusals(AppointmentOutcomeForm.id, about: booked, cancel, "2007-10-05 10:00")
        == ["GEN-007 blocks"])
    var noReason = cancel
    noReason[AppointmentOutcomeForm.reason] = ""
    #expect(
      try office.refusals(AppointmentOutcomeForm.id, about: booked, noReason, "2007-10-04 10:00")
        == ["PPL-022 blocks"])
    try office.save(AppointmentOutcomeForm.id, about: booked, cancel, "2007-10-04 10:00")
    #expect(
      try office.deadlines(client.person, "2007-10-09 10:00").contains(
        "Appointment outcome 05/10/2007 not_applicable"))
  }

  @Test("PPL-020, PPL-021: an overlap and a day off are booked only with a reason each")
  func warnings() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let other = try office.client("Other")
    _ = try office.appointment(
      other.person, "06/10/2007", reasons: ["PPL-021": "Open day on Saturday"])
    let answers = [
      AppointmentForm.date: "06/10/2007", AppointmentForm.start: "10:30",
      AppointmentForm.place: "Quay House", AppointmentForm.kind: AppointmentKind.oneToOne.code,
    ]
    #expect(
      try office.refusals(AppointmentForm.id, about: client.person, answers)
        == ["PPL-020 warns", "PPL-021 warns"])
    let saved = try office.save(
      AppointmentForm.id, about: client.person, answers,
      reasons: ["PPL-020": "Both come together", "PPL-021": "Open day on Saturday"])
    let reasons = try office.file.read { records in
      try records.query(
        "SELECT rule, reason FROM audit WHERE kind = 'rule.overridden' AND record_id = ?",
        saved.ref.number
      ) { "\(try $0.text(0)) \(try $0.text(1))" }
    }
    #expect(Set(reasons) == ["PPL-020 Both come together", "PPL-021 Open day on Saturday"])
  }

  @Test("TIME-012: a booked appointment that moves takes its deadline along and keeps the old date")
  func move() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    try office.save(
      AppointmentForm.id, about: booked,
      [
        AppointmentForm.date: "09/10/2007", AppointmentForm.worker: office.colleague.id.ref.text,
      ])
    #expect(
      try office.deadlines(client.person, "2007-10-08 10:00").contains(
        "Appointment outcome 09/10/2007 due_soon"))
    let old = try office.file.read { records in
      try records.query("SELECT due FROM deadline WHERE superseded_by IS NOT NULL") {
        try $0.text(0)
      }
    }
    #expect(old == ["2007-10-05"])
    let owners = try office.file.read {
      try DeadlineRecords.all(about: booked, in: $0).map(\.owner)
    }
    #expect(owners == [.worker(office.colleague.id)])
  }

  @Test("After a miss a new date is linked, and the old appointment says so")
  func rebook() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    _ = try office.outcome(booked, .missed, "2007-10-05 16:00")
    let new = try office.appointment(booked, "09/10/2007", now: "2007-10-08 09:00")
    let (old, next) = try office.file.read { records in
      (
        try AppointmentRecords.one(AppointmentID(booked.number), in: records),
        try AppointmentRecords.one(AppointmentID(new.number), in: records)
      )
    }
    #expect(old?.state == .rebooked)
    #expect(old?.rebookedTo?.ref == new)
    #expect(next?.rebookedFrom?.ref == booked)
    #expect(next?.state == .booked)
    #expect(
      try office.refusals(
        AppointmentForm.id, about: booked,
        [AppointmentForm.date: "10/10/2007", AppointmentForm.start: "10:00"], "2007-10-08 10:00"
      )
      .contains("PPL-020 blocks"))
  }

  @Test(
    "PPL-025: two misses in tier 3 within 14 days ask for a programme review",
    arguments: [
      ("05/10/2007", "19/10/2007", AppointmentKind.group, true),
      ("05/10/2007", "20/10/2007", .group, false), ("05/10/2007", "19/10/2007", .oneToOne, false),
    ])
  func programmeReview(first: String, second: String, kind: AppointmentKind, asked: Bool) throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let later = "2007-10-25 10:00"
    for day in [first, second] {
      let booked = try office.appointment(
        client.person, day, kind: kind, reasons: ["PPL-021": "Open on that Saturday"])
      _ = try office.outcome(booked, .missed, later)
    }
    let reviews = try office.deadlines(client.person, later).filter {
      $0.hasPrefix("Programme review")
    }
    #expect(reviews == (asked ? ["Programme review 22/10/2007 overdue"] : []))
    guard asked else { return }
    try office.save(
      ProgrammeReviewForm.id, about: client.person,
      [ProgrammeReviewForm.decision: "Group on another day"], later)
    #expect(
      try office.deadlines(client.person, later).contains("Programme review 22/10/2007 met_late"))
  }

  @Test("Recording of one appointment by two people: the second is told")
  func twoEditors() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let booked = try office.appointment(client.person, "05/10/2007")
    let opened = try office.open(AppointmentOutcomeForm.id, about: booked, "2007-10-05 11:00")
    _ = try office.outcome(booked, .came, "2007-10-05 12:00")
    var draft = opened.draft
    draft[AppointmentOutcomeForm.outcome] = AppointmentOutcome.missed.code
    let outcome = try office.send(
      FormSubmission(
        form: AppointmentOutcomeForm.id, about: booked, draft: draft, revision: opened.revision),
      "2007-10-05 12:30")
    guard case .changedElsewhere = outcome else {
      Issue.record("not told: \(outcome)")
      return
    }
  }
}
