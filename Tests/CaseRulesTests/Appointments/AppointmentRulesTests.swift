import Testing

@testable import CaseRules

@Suite("Appointments")
struct AppointmentRulesTests {
  private static let appointment = Appointment(
    id: AppointmentID(1), person: PersonID(1), worker: WorkerID(1),
    starts: .example("2007-10-05 10:00"), minutes: 45, kind: .oneToOne)

  struct Row: CustomTestStringConvertible, Sendable {
    let from: AppointmentState
    let event: AppointmentEvent
    let to: AppointmentState

    var testDescription: String { "\(from.title): \(event) leads to \(to.title)" }
  }

  static let table: [Row] = [
    Row(from: .booked, event: .came, to: .attended),
    Row(from: .booked, event: .cameLate(minutes: 20), to: .attendedLate),
    Row(from: .booked, event: .didNotCome, to: .missed),
    Row(from: .booked, event: .cancelled, to: .cancelled),
    Row(from: .missed, event: .rebooked, to: .rebooked),
    Row(from: .cancelled, event: .rebooked, to: .rebooked),
    Row(from: .booked, event: .struck, to: .struck),
    Row(from: .attended, event: .struck, to: .struck),
    Row(from: .attendedLate, event: .struck, to: .struck),
    Row(from: .missed, event: .struck, to: .struck),
    Row(from: .cancelled, event: .struck, to: .struck),
    Row(from: .rebooked, event: .struck, to: .struck),
  ]

  @Test("Appointment states: every row of the table", arguments: table)
  func row(_ row: Row) {
    #expect(AppointmentMachine.next(row.from, row.event) == row.to)
  }

  @Test("Appointment states: nothing else can happen")
  func nothingElse() {
    let events: [AppointmentEvent] = [
      .came, .cameLate(minutes: 20), .didNotCome, .cancelled, .rebooked, .struck,
    ]
    for state in AppointmentState.allCases {
      for event in events {
        let listed = Self.table.first { $0.from == state && $0.event == event }
        #expect(AppointmentMachine.next(state, event) == listed?.to, "\(state) \(event)")
      }
    }
  }

  @Test(
    "GEN-007: clients come on or after the start, and are missed only after it",
    arguments: [AppointmentEvent.came, .cameLate(minutes: 5), .didNotCome])
  func beforeStart(event: AppointmentEvent) {
    let early = OutcomeRules.findings(
      event, of: Self.appointment, now: .example("2007-10-05 09:59"))
    #expect(early.map(\.rule) == ["GEN-007"])
    let onTime = OutcomeRules.findings(
      event, of: Self.appointment, now: .example("2007-10-05 10:00"))
    #expect(onTime.map(\.rule) == (event == .didNotCome ? ["GEN-007"] : []))
    let after = OutcomeRules.findings(
      event, of: Self.appointment, now: .example("2007-10-05 10:01"))
    #expect(after.isEmpty)
  }

  @Test("GEN-001: a time that has gone by is taken, and what to do next is said")
  func past() {
    let starts = Moment.example("2007-10-05 10:00")
    let past = BookingRules.past(starts, now: .example("2007-10-05 10:01"))
    #expect(past?.force == .shows)
    #expect(BookingRules.past(starts, now: starts) == nil)
    #expect(BookingRules.past(starts, now: .example("2007-10-05 09:59")) == nil)
  }

  @Test("A form opens with the tier only where it is not the one of its kind")
  func tierInDraft() {
    var appointment = Self.appointment
    #expect(AppointmentForm.draft(of: appointment)[AppointmentForm.tierThree].isEmpty)
    appointment = Appointment(
      id: AppointmentID(1), person: PersonID(1), worker: WorkerID(1), starts: appointment.starts,
      minutes: 45, kind: .oneToOne, isTierThree: !AppointmentKind.oneToOne.isTierThree)
    let said = AppointmentForm.draft(of: appointment)[AppointmentForm.tierThree]
    #expect(said == (appointment.isTierThree ? YesNo.yes : .no).rawValue)
  }

  @Test("A cancellation comes before the start")
  func cancellation() {
    let early = OutcomeRules.cancellation(
      at: .example("2007-10-05 09:59"), of: Self.appointment)
    #expect(early == nil)
    let late = OutcomeRules.cancellation(at: .example("2007-10-05 10:00"), of: Self.appointment)
    #expect(late?.force == .blocks)
  }

  @Test("An outcome is recorded once")
  func once() {
    var attended = Self.appointment
    attended.state = .attended
    let findings = OutcomeRules.findings(
      .didNotCome, of: attended, now: .example("2007-10-06 10:00"))
    #expect(findings.map(\.force) == [.blocks])
  }

  @Test(
    "PPL-020: overlapping appointments are questioned; touching ones are not",
    arguments: [
      ("2007-10-05 09:30", 30, false), ("2007-10-05 09:30", 31, true),
      ("2007-10-05 10:44", 60, true), ("2007-10-05 10:45", 60, false),
      ("2007-10-05 10:10", 5, true), ("2007-10-06 10:00", 45, false),
    ])
  func overlap(starts: String, minutes: Int, warned: Bool) {
    let standing = BookingRules.Standing(
      ref: RecordRef(.appointment, 1), slot: .init(starts: Self.appointment.starts, minutes: 45),
      sameClient: true, sameWorker: false, words: "Fri 05/10/2007 10:00")
    let findings = BookingRules.overlaps(
      .init(starts: .example(starts), minutes: minutes), with: [standing])
    #expect(findings.map(\.rule) == (warned ? ["PPL-020"] : []))
    #expect(findings.allSatisfy { $0.force == .warns })
  }

  @Test(
    "PPL-021: a day that is no working day is questioned",
    arguments: [("2007-10-06", true), ("2007-12-25", true), ("2007-10-08", false)])
  func workingDay(date: String, warned: Bool) {
    let finding = BookingRules.workingDay(.example(date), in: .englandAndWales)
    #expect((finding?.force == .warns) == warned)
    #expect((finding?.rule == "PPL-021") == warned)
  }

  @Test(
    "Worked example 8, PPL-024: at risk after more than 14 days of silence",
    arguments: [("2007-10-15", false), ("2007-10-16", true)])
  func atRisk(viewed: String, atRisk: Bool) {
    let since = CalendarDate.example("2007-10-01")
    #expect(
      LostContactRules.isAtRisk(since: since, on: .example(viewed), settings: Settings()) == atRisk)
  }

  @Test("PPL-024: silence is counted from the last contact, or from joining")
  func silence() {
    var episode = Episode(
      id: EpisodeID(1), person: PersonID(1), state: .activeCommunity, entryPoint: .arrest,
      opened: .example("2007-09-01"), worker: WorkerID(1), joined: .example("2007-10-01"))
    let day = CalendarDate.example("2007-10-16")
    #expect(LostContactRules.isAtRisk(episode, on: day, settings: Settings()))
    episode.lastContact = .example("2007-10-02")
    #expect(!LostContactRules.isAtRisk(episode, on: day, settings: Settings()))
    episode.lastContact = nil
    episode.state = .closed
    #expect(!LostContactRules.isAtRisk(episode, on: day, settings: Settings()))
  }

  @Test(
    "PPL-023: attempts repeat up to 3, then the drop-out review is proposed",
    arguments: [
      (ContactResult.noAnswer, 1, LostContactRules.NextStep.tryAgain(attempt: 2)),
      (.messageLeft, 2, .tryAgain(attempt: 3)), (.sent, 3, .proposeReview),
      (.noAnswer, 4, .proposeReview), (.spoke, 3, .reached), (.spoke, 0, .reached),
    ])
  func chain(result: ContactResult, failed: Int, step: LostContactRules.NextStep) {
    #expect(
      LostContactRules.after(result, failedAttempts: failed, settings: Settings()) == step)
  }

  @Test(
    "PPL-025: two misses 14 days apart or less call for a programme review",
    arguments: [
      (["2007-10-01"], "2007-10-15", true), (["2007-10-01"], "2007-10-16", false),
      (["2007-10-01", "2007-10-10"], "2007-10-16", true), ([], "2007-10-16", false),
      (["2007-10-20"], "2007-10-16", true),
    ])
  func programmeReview(earlier: [String], day: String, called: Bool) {
    let found = LostContactRules.callsForProgrammeReview(
      missed: .example(day), earlierMisses: earlier.map { .example($0) })
    #expect(found == called)
  }

  @Test("PPL-025: structured kinds are tier 3 unless said otherwise")
  func tierThree() {
    let kinds = AppointmentKind.allCases.filter(\.isTierThree)
    #expect(kinds == [.group, .prescriber, .test])
  }
}
