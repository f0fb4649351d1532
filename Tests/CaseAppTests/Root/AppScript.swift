import CaseApp
import CaseRules
import Testing

/// The root reducer under test: actions in, effects out, and the clock in the hand.
struct AppScript {
  static let today = CalendarDate(year: 2007, month: 10, day: 5) ?? .earliest
  static let worker = Worker(
    id: WorkerID(4), name: "Amina Begum", role: .arw, team: "North", agency: "Harbour Trust")

  var state: AppState
  var milliseconds: Int64 = 10_000
  var now = Moment(local: today, ClockTime(minutesOfDay: 14 * 60))

  init(_ worker: Worker = worker, isDemo: Bool = false) {
    let session = Session(
      worker: worker, settings: Settings(), calendar: .englandAndWales, codes: .seeded,
      isDemo: isDemo)
    state = AppState(
      session: session, now: Moment(local: Self.today, ClockTime(minutesOfDay: 840)),
      looks: Looks(
        theme: "Dark", themes: ["Dark", "Light"], keymap: "Default", keymaps: ["Default"])
    )
  }

  var isFormOpen: Bool { state.isFormOpen }

  @discardableResult
  mutating func send(_ action: AppAction) -> [AppEffect] {
    let context = AppContext(session: state.session, now: now, milliseconds: milliseconds)
    return App.reduce(&state, action, in: context)
  }

  @discardableResult
  mutating func press(_ command: Command, after milliseconds: Int64 = 300) -> [AppEffect] {
    self.milliseconds += milliseconds
    return send(.pressed(command, rows: 10))
  }

  @discardableResult
  mutating func type(_ text: String, after milliseconds: Int64 = 300) -> [AppEffect] {
    self.milliseconds += milliseconds
    return send(.typed(text, rows: 10))
  }

  /// Whether the key would have to wait for what it is about.
  func mustWait(_ command: Command) -> Bool {
    state.mustWait(.pressed(command, rows: 10))
  }

  /// Gives an answer to the question among the effects that fits.
  @discardableResult
  mutating func answer(
    _ effects: [AppEffect], _ answer: ReadAnswer, where fits: (ReadRequest) -> Bool
  ) -> [AppEffect] {
    guard let ticket = effects.ticket(where: fits) else {
      Issue.record("Nothing like that was asked")
      return []
    }
    return send(.answered(.read(answer), ticket))
  }
}

extension AppScript {
  /// Saves the form in front as this record, and closes the page that tells of it.
  @discardableResult
  mutating func save(_ ref: RecordRef) -> [AppEffect] {
    guard let ticket = press(.save).saving else {
      Issue.record("Nothing was saved")
      return []
    }
    let effects = send(.answered(.saved(.saved(ref, flags: [], notes: [])), ticket))
    return isFormOpen && effects.opening == nil ? effects + send(.form(.moved(.enter))) : effects
  }

  /// Opens the form a key asked for, as the records would.
  mutating func open(
    _ effects: [AppEffect], heading: String? = nil, answers: [FieldCode: String] = [:],
    facts: FormFacts = FormFacts()
  ) {
    guard let opening = effects.opening else {
      Issue.record("No form was asked for")
      return
    }
    let opened = OpenedForm(
      form: opening.form, about: opening.about, heading: heading,
      draft: FormDraft(texts: answers), facts: facts)
    send(.answered(.formOpened(opened), opening.ticket))
  }

  /// Opens the form of an attempt, answered.
  mutating func openAttempt(_ effects: [AppEffect], heading: String? = nil) {
    open(effects, heading: heading, answers: AppScript.attempt)
  }

  static let attempt = [
    ContactAttemptForm.when: "04/10/2007 10:00",
    ContactAttemptForm.method: ContactMethod.phone.code,
    ContactAttemptForm.result: ContactResult.noAnswer.code,
  ]
}

extension [AppEffect] {
  /// The form that was asked for.
  var opening: (form: FormID, about: RecordRef?, ticket: Ticket)? {
    for case .openForm(let form, let about, let ticket) in self { return (form, about, ticket) }
    return nil
  }

  var resuming: Ticket? {
    for case .resumeDraft(_, let ticket) in self { return ticket }
    return nil
  }

  func ticket(where fits: (ReadRequest) -> Bool) -> Ticket? {
    for case .read(let request, let ticket) in self where fits(request) { return ticket }
    return nil
  }

  var requests: [ReadRequest] {
    compactMap { effect in
      if case .read(let request, _) = effect { request } else { nil }
    }
  }
}

/// Rows of invented people and detentions.
enum AppExamples {
  static func person(_ number: Int64, _ family: String) -> PersonLine {
    PersonLine(
      ref: RecordRef(.person, number), familyName: family, givenNames: "John", riskWords: [],
      isYoung: false)
  }

  static func detention(_ number: Int64, cell: String = "M1") -> BoardLine {
    BoardLine(
      ref: RecordRef(.custodyEntry, number), suite: "Newhaven", cell: cell,
      arrived: Moment(local: AppScript.today, ClockTime(minutesOfDay: 540 + Int(number))),
      isTrigger: true, isPPO: false, isDRR: false, state: .arrived, offerIsLate: false,
      hasPermission: false)
  }

  static func view(unfinished: [UnfinishedLine] = []) -> TodayView {
    TodayView(
      inCustody: [], bailReturns: [], courtList: [], appointments: [], due: [], atRisk: [],
      handovers: [], unfinished: unfinished, nextDays: [])
  }

  static let unfinished = UnfinishedLine(
    draft: DraftID(5), form: "arrival", title: "Arrival in custody", kept: Moment(seconds: 0),
    answered: 2)
}
