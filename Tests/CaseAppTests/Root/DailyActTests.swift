import CaseApp
import CaseRules
import Testing

@Suite("One key for what is recorded every day")
struct DailyActTests {
  private static let worker = Worker(id: WorkerID(4), name: "Cara Doyle", role: .cjit)

  private func caseload(booked: RecordRef? = nil, as worker: Worker = worker) -> AppScript {
    var script = AppScript(worker)
    let line = CaseloadLine(
      ref: RecordRef(.episode, 1), person: RecordRef(.person, 41), familyName: "MARSH",
      givenNames: "Tia", worker: "Cara Doyle", state: .activeCommunity, atRisk: false,
      bookedAppointment: booked, flags: [])
    script.answer(script.send(.started), .caseload(RowPage(whole: [line]))) {
      if case .caseload = $0 { true } else { false }
    }
    script.press(.caseload)
    return script
  }

  /// The form that was asked for, with what it already says when it opens.
  private func form(
    _ effects: [AppEffect], _ script: inout AppScript
  ) -> (id: FormID, about: RecordRef?, draft: FormDraft)? {
    for case .openForm(let id, let about, let ticket) in effects {
      script.send(.answered(.formOpened(OpenedForm(form: id, about: about)), ticket))
      guard case .form(let form)? = script.state.pages.last?.content else { return nil }
      return (id, about, form.draft)
    }
    return nil
  }

  @Test("PPL-022: a contact and a call are about the client of the row; a call says so already")
  func contact() throws {
    var script = caseload()
    let contact = try #require(form(script.press(.recordContact), &script))
    #expect(contact.id == ContactAttemptForm.id && contact.about == RecordRef(.person, 41))
    #expect(contact.draft[ContactAttemptForm.method].isEmpty)
    var other = caseload()
    let call = try #require(form(other.press(.recordCall), &other))
    #expect(call.draft[ContactAttemptForm.method] == "phone")
  }

  @Test("PPL-051: the key of a call with a client leads a worker at night to the helpline call")
  func helpline() {
    var script = AppScript()
    script.answer(script.send(.started), .board([AppExamples.detention(1)])) {
      $0 == .board(withDeparted: false)
    }
    script.press(.custody)
    script.press(.recordCall)
    #expect(script.state.message?.command == .newHelplineCall)
    script.press(.recordContact)
    #expect(script.state.message?.command == nil)
  }

  @Test("PPL-022: came and did not come are about the appointment of the row, and say which")
  func outcome() throws {
    let booked = RecordRef(.appointment, 7)
    var script = caseload(booked: booked)
    let missed = try #require(form(script.press(.recordMissed), &script))
    #expect(missed.id == AppointmentOutcomeForm.id && missed.about == booked)
    #expect(missed.draft[AppointmentOutcomeForm.outcome] == "missed")
    var other = caseload(booked: booked)
    let came = try #require(form(other.press(.recordAttended), &other))
    #expect(came.draft[AppointmentOutcomeForm.outcome] == "came")
  }

  @Test("PPL-055: of a caller who is not on file the outcome is kept with the call")
  func caller() throws {
    let call = RecordRef(.helplineCall, 5)
    var script = caseload(booked: call)
    let missed = try #require(form(script.press(.recordMissed), &script))
    #expect(missed.id == CallerCameForm.id && missed.about == call)
    #expect(missed.draft[CallerCameForm.outcome] == CallerOutcome.missed.code)
    var other = caseload(booked: call)
    let came = try #require(form(other.press(.recordAttended), &other))
    #expect(came.draft[CallerCameForm.outcome] == CallerOutcome.came.code)
  }

  @Test("Without a booked appointment the key says so; what a form knew is not kept for the next")
  func nothingBooked() throws {
    var script = caseload()
    script.press(.recordMissed)
    #expect(!script.isFormOpen)
    #expect(
      script.state.message?.words
        == "Did not come: No appointment of this row waits for an outcome.")
    let contact = try #require(form(script.press(.recordContact), &script))
    #expect(contact.draft.texts.values.filter { !$0.isEmpty }.isEmpty)
  }

  @Test("GEN-003: who may only read is told so")
  func readOnly() {
    let reader = Worker(id: WorkerID(5), name: "Pat Orr", role: .ppoc)
    var script = caseload(booked: RecordRef(.appointment, 7), as: reader)
    script.press(.recordAttended)
    #expect(script.state.message?.words.contains("you can read") == true)
  }

  @Test("GEN-003: of ticked callers it is said as of one, before a form opens")
  func tickedReadOnly() {
    let leader = Worker(id: WorkerID(5), name: "Sue Lane", role: .sup)
    func told(ticking: Bool) -> String? {
      var script = caseload(booked: RecordRef(.helplineCall, 5), as: leader)
      if ticking { script.press(.tick) }
      script.press(.recordAttended)
      #expect(!script.isFormOpen)
      return script.state.message?.words
    }
    let one = told(ticking: false)
    #expect(one?.contains("you can read") == true)
    #expect(told(ticking: true) == one)
  }

  @Test(
    "GEN-003: where some ticked rows may be recorded and some not, it is said how many and which")
  func tickedInPart() {
    let leader = Worker(id: WorkerID(5), name: "Sue Lane", role: .sup)
    var script = AppScript(leader)
    let rows = [RecordRef(.appointment, 7), RecordRef(.helplineCall, 5)].map { ref in
      DiaryLine(
        ref: ref, person: nil, name: "MARSH Tia",
        starts: Moment(local: AppScript.today, ClockTime(minutesOfDay: 600)), minutes: 30,
        place: "Dock Street", worker: "Cara Doyle", kind: "1-1", purpose: "", state: .booked)
    }
    script.answer(script.send(.started), .diary(rows)) {
      if case .diary = $0 { true } else { false }
    }
    script.press(.appointments)
    script.press(.tick)
    script.press(.tick)
    script.press(.recordAttended)
    #expect(!script.isFormOpen)
    #expect(script.state.message?.words.contains("1 of 2 ticked rows (L-0005): ") == true)
  }

  @Test("Of a diary row only a booked one waits for its outcome")
  func diary() {
    let line = DiaryLine(
      ref: RecordRef(.appointment, 7), person: RecordRef(.person, 41), name: "MARSH Tia",
      starts: Moment(local: AppScript.today, ClockTime(minutesOfDay: 600)), minutes: 30,
      place: "Dock Street", worker: "Cara Doyle", kind: "1-1", purpose: "", state: .missed)
    #expect(line.booked == nil)
    var booked = line
    booked.state = .booked
    #expect(booked.booked == RecordRef(.appointment, 7))
  }
}
