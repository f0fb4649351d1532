import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("The deadlines of a care plan")
struct CarePlanDeadlineTests: MakesCarePlans {
  @Test("PPL-014, PPL-016: an agreed plan meets the first deadline, and the review is counted")
  func firstPlan() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(client.person, in: office)
    #expect(saved.ref.kind == .carePlan)
    #expect(saved.notes.contains("Review due Wed 26/12/2007"))
    #expect(
      try office.deadlines(client.person, "2007-10-03 12:00")
        == ["First care plan 15/10/2007 met", "Care-plan review 26/12/2007 running"])
  }

  @Test("Worked example 3, PPL-014: agreed on the due day it is met, a day later met late")
  func onTheDay() throws {
    for (day, now, status) in [
      ("03/01/2008", "2008-01-03 12:00", "met"), ("04/01/2008", "2008-01-04 12:00", "met_late"),
    ] {
      let office = try CaseloadOffice()
      let client = try office.client(joined: "2007-12-17")
      #expect(try office.deadlines(client.person, now).first?.hasPrefix("First care plan") == true)
      _ = try Self.plan(client.person, Self.agreed(day), now, in: office)
      #expect(
        try office.deadlines(client.person, now).first == "First care plan 03/01/2008 \(status)")
    }
  }

  @Test(
    "PPL-014, PPL-024: a plan typed in later is agreed on its own day, not on the day of typing")
  func typedLater() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let answers = [CarePlanForm.made: "05/10/2007", CarePlanForm.agreed: "yes"]
    let now = "2007-10-16 12:00"
    let opened = try office.open(CarePlanForm.id, about: client.person, now)
    #expect(opened.draft[CarePlanForm.agreedOn].isEmpty)
    let saved = try Self.plan(client.person, answers, now, in: office)
    #expect(try Self.stored(saved.ref, in: office).agreement == .agreed(.on("2007-10-05")))
    #expect(try office.deadlines(client.person, now).first == "First care plan 15/10/2007 met")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-05"))
  }

  @Test("PPL-014: a plan that is not agreed leaves the deadline open until the client agrees")
  func notAgreed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let saved = try Self.plan(
      client.person,
      [
        CarePlanForm.made: "03/10/2007", CarePlanForm.agreed: "no",
        CarePlanForm.notAgreed: "Reads it at home",
      ], in: office)
    #expect(
      try office.deadlines(client.person, "2007-10-03 12:00")
        == ["First care plan 15/10/2007 running", "Care-plan review 26/12/2007 running"])
    try office.save(
      PlanAgreementForm.id, about: saved.ref,
      [PlanAgreementForm.agreed: "yes", PlanAgreementForm.agreedOn: "08/10/2007"],
      "2007-10-08 12:00")
    #expect(
      try office.deadlines(client.person, "2007-10-08 12:00").first
        == "First care plan 15/10/2007 met")
    #expect(try Self.stored(saved.ref, in: office).agreement == .agreed(.on("2007-10-08")))
    let again = try office.refusals(
      PlanAgreementForm.id, about: saved.ref,
      [PlanAgreementForm.agreed: "no", PlanAgreementForm.notAgreed: "Changed their mind"],
      "2007-10-09 12:00")
    #expect(again == ["PPL-014 blocks"])
  }

  @Test("PPL-024: agreeing a plan is contact, and stays it when contacts are worked out anew")
  func contact() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-03"))
    let wrong = try office.attempt(client.person, .noAnswer, "2007-10-08 10:00").ref
    try office.save(
      StrikeEntryForm.id, about: wrong, [StrikeEntryForm.reason: "Another client's number"],
      "2007-10-08 11:00")
    #expect(try office.episode(client.episode).lastContact == .on("2007-10-03"))
  }

  @Test("PPL-016: a review meets the one owed, starts the next, and the old version stays")
  func review() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    let first = try Self.plan(client.person, in: office)
    let before = try Self.stored(first.ref, in: office)
    let opened = try office.open(CarePlanForm.id, about: client.person, "2007-12-20 12:00")
    #expect(opened.draft.rows[CarePlanForm.goals]?.count == 4)
    #expect(opened.sources[CarePlanForm.goals] == "from version 1, 03/10/2007")
    #expect(opened.draft[CarePlanForm.agreed].isEmpty)
    let second = try office.save(
      CarePlanForm.id, about: client.person, Self.agreed("20/12/2007"), rows: Self.goals("ACH"),
      "2007-12-20 12:00")
    #expect(
      try office.deadlines(client.person, "2007-12-20 12:00") == [
        "First care plan 15/10/2007 met", "Care-plan review 26/12/2007 met",
        "Care-plan review 13/03/2008 running",
      ])
    #expect(try Self.stored(first.ref, in: office) == before)
    let new = try Self.stored(second.ref, in: office)
    #expect(new.version == 2)
    #expect(new.goals.map(\.status) == Array(repeating: .achieved, count: 4))
    let kept = try office.file.read { try CarePlanRecords.before(new, in: $0) }
    #expect(kept == before)
  }

  private func isSaved(_ outcome: SaveOutcome) -> Bool {
    if case .saved = outcome { true } else { false }
  }

  @Test("PPL-015, PPL-016: a review asks what became of a goal whose target date has gone by")
  func overdueGoals() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    let late = "2008-04-02 12:00"
    func review(
      _ rows: [FieldCode: [FormDraft.Row]], reasons: [String: String] = [:]
    ) throws -> SaveOutcome {
      try office.submit(
        CarePlanForm.id, about: client.person, Self.agreed("02/04/2008"), rows: rows, late,
        reasons: reasons)
    }
    guard case .refused(let asked) = try review(Self.goals()) else {
      Issue.record("Old targets were passed over")
      return
    }
    #expect(asked.map(\.rule) == Array(repeating: "PPL-015", count: 4))
    #expect(asked.allSatisfy { $0.force == .warns })
    #expect(asked.first?.field == "goals.1.target")
    #expect(asked.allSatisfy { $0.words.hasPrefix("“") }, "which goal it is stands first")
    // What is done with asks for nothing, and a reason of its own passes each date that stands.
    guard case .saved = try review(Self.goals("ACH")) else {
      Issue.record("Achieved goals are asked about")
      return
    }
    var reasons = ["PPL-015": "Court put off to the summer, goals stand"]
    #expect(try !isSaved(review(Self.goals(), reasons: reasons)))
    for row in 1...3 { reasons["PPL-015 goals.\(row).target"] = "Court put off to the summer" }
    #expect(try !isSaved(review(Self.goals(), reasons: reasons)))
    reasons["PPL-015 goals.4.target"] = "Waits for a place at the college"
    guard case .saved = try review(Self.goals(), reasons: reasons) else {
      Issue.record("Reasons for each do not pass them")
      return
    }
    let kept = try office.file.read {
      try $0.query(
        """
        SELECT rule, reason, detail ->> '$.facts.warned' FROM audit
        WHERE kind = 'rule.overridden' ORDER BY seq
        """
      ) { (rule: try $0.text(0), reason: try $0.text(1), warned: try $0.text(2)) }
    }
    #expect(kept.map(\.rule) == Array(repeating: "PPL-015", count: 4))
    #expect(kept.last?.reason == "Waits for a place at the college")
    #expect(kept.map(\.warned) == asked.map(\.words))
  }

  @Test("PPL-016: the file itself refuses to change or remove a version")
  func keptByTheFile() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    for sql in [
      "UPDATE care_plan SET note = 'other'", "DELETE FROM care_plan",
      "UPDATE care_plan_goal SET status = 'achieved'", "DELETE FROM care_plan_goal",
      "UPDATE care_plan SET agreed_on = NULL, not_agreed = 'no'",
    ] {
      let by = try Attribution(by: office.cjit.id, as: .cjit, at: .at(CaseloadOffice.now))
      #expect(throws: SQLiteError.self) {
        try office.file.store.write(by) { try $0.connection.execute(sql) }
      }
    }
  }

  @Test("PPL-012: with the client the review passes to the new worker")
  func handedOver() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    let asked = try office.save(
      HandoverForm.id, about: client.episode,
      [
        HandoverForm.target: "worker", HandoverForm.worker: office.colleague.id.ref.text,
        HandoverForm.reason: "Moves to the other town",
      ], "2007-10-04 12:00")
    try office.save(
      AcceptHandoverForm.id, about: asked.ref, [:], "2007-10-05 12:00", as: office.colleague)
    let context = try office.context("2007-10-05 12:00", as: office.colleague)
    let due = try office.file.read {
      try DueList.lines(for: .worker(office.colleague), in: $0, context)
    }
    #expect(due.map(\.name) == ["Care-plan review"])
    #expect(due.first?.metByForm == CarePlanForm.id)
  }

  @Test("TIME-011: when the episode closes the review no longer applies")
  func closed() throws {
    let office = try CaseloadOffice()
    let client = try office.client()
    _ = try Self.plan(client.person, in: office)
    try office.save(
      CloseEpisodeForm.id, about: client.episode, [CloseEpisodeForm.reason: "moved-away"],
      "2007-10-08 12:00")
    #expect(
      try office.deadlines(client.person, "2007-10-08 12:00")
        == ["First care plan 15/10/2007 met", "Care-plan review 26/12/2007 not_applicable"])
    #expect(
      try office.refusals(
        CarePlanForm.id, about: client.person, Self.agreed("08/10/2007"), rows: Self.goals(),
        "2007-10-08 12:00") == ["PPL-014 blocks"])
  }

  @Test("PPL-014: while nothing is agreed, the plan is overdue and stands with its owner")
  func overdue() throws {
    let office = try CaseloadOffice()
    _ = try office.client()
    let context = try office.context("2007-10-16 09:00")
    let due = try office.file.read { try DueList.lines(for: .worker(office.cjit), in: $0, context) }
    #expect(due.map(\.status) == [.overdue])
    #expect(due.first?.owner == "C.DOYLE")
    #expect(due.first?.metByForm == CarePlanForm.id)
  }
}
