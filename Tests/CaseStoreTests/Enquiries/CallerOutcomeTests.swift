import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Whether callers came")
struct CallerOutcomeTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

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
    let form = try opened(CallerCameForm.id, call, at: after)
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
}
