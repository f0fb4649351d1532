import CaseApp
package import CaseRules
import Testing
import TestSupport

/// What somebody sees of a form, as far as tests say what becomes of it.
struct FormFace: Equatable {
  /// Where the caret is: `drugs.1.days`, or `save` on the save line.
  var place: String
  var text: String
  var isSelected: Bool
  /// Every answer that is not empty, by its place.
  var answers: [String: String]
  /// The words of everything pointed out.
  var findings: [String]
  var page: String
  var popup: String
  var notice: FormNotice?
  var carried: Set<String>
  var ending: FormEnding?

  init(_ state: FormFeature.State) {
    place = state.place?.path ?? "save"
    text = state.box.text
    isSelected = state.box.isSelected
    answers = FormFace.answers(in: state.draft)
    findings = state.shownFindings.map(\.words)
    page = FormFace.name(of: state.page)
    popup = state.popup.map(FormFace.name) ?? ""
    notice = state.notice
    carried = Set(state.carried.map(\.path))
    ending = state.ending
  }

  static func answers(in draft: FormDraft) -> [String: String] {
    var answers: [String: String] = [:]
    for (field, text) in draft.texts where !text.isEmpty { answers[field.text] = text }
    for (table, rows) in draft.rows {
      for row in rows {
        for (column, text) in row.texts where !text.isEmpty {
          answers[FieldPlace(table, row: row.id, column: column).path] = text
        }
      }
    }
    return answers
  }

  private static func name(of page: FormPage) -> String {
    switch page {
    case .sheet: "sheet"
    case .findings: "findings"
    case .reasons: "reasons"
    case .check: "check"
    case .conflict: "conflict"
    case .saved: "saved"
    }
  }

  private static func name(of popup: FormPopup) -> String {
    switch popup {
    case .choices: "choices"
    case .calendar: "calendar"
    case .links: "links"
    case .jump: "jump"
    case .paste: "paste"
    case .discard: "discard"
    }
  }
}

/// Plays keys to a form and holds it to what was said: any change left unsaid fails.
struct FormScript {
  private(set) var state: FormFeature.State
  private(set) var started: [FormFeature.Effect]
  /// Everything asked for so far.
  private(set) var asked: [FormFeature.Effect] = []
  /// Sunday 22/11/2026, 09:47.
  var now = Moment(
    local: CalendarDate(year: 2026, month: 11, day: 22) ?? .latest, time: nineFortySeven)
  var milliseconds: Int64 = 1_000_000

  static let nineFortySeven = ClockTime(minutesOfDay: 9 * 60 + 47)
  static let worker = Worker(
    id: WorkerID(1), name: "Amina Begum", role: .arw, team: "Blue", agency: "Example")

  init(
    _ definition: FormDefinition = ExampleForm.definition, opened: OpenedForm? = nil,
    last: FormMemory = FormMemory(), habits: FormHabits = FormHabits()
  ) {
    let sheet = FormSheet(definition)
    (state, started) = FormFeature.opened(
      opened ?? OpenedForm(form: definition.id, about: nil), as: sheet, remembering: last,
      habits: habits, in: FormScript.context(now, milliseconds))
  }

  init(resuming draft: ResumedDraft, of definition: FormDefinition = ExampleForm.definition) {
    (state, started) = FormFeature.resumed(
      draft, as: FormSheet(definition), in: FormScript.context(now, milliseconds))
  }

  static func context(_ now: Moment, _ milliseconds: Int64) -> AppContext {
    AppContext(
      session: Session(
        worker: worker, settings: Settings(), calendar: .englandAndWales), now: now,
      milliseconds: milliseconds)
  }

  var face: FormFace { FormFace(state) }

  /// Sends an action and compares what is seen, and what was asked for, with what was said.
  mutating func send(
    _ action: FormFeature.Action, asking: [FormFeature.Effect] = [],
    at location: SourceLocation = #_sourceLocation, _ change: (inout FormFace) -> Void = { _ in }
  ) {
    var expected = face
    expected.notice = nil
    change(&expected)
    let asked = reduce(action).filter { !FormScript.keeps($0) }
    #expect(asked == asking, sourceLocation: location)
    #expect(face == expected, sourceLocation: location)
  }

  /// The same where only the effects matter; keeping the draft included.
  @discardableResult
  mutating func reduce(_ action: FormFeature.Action) -> [FormFeature.Effect] {
    milliseconds += 100
    let effects = FormFeature.reduce(&state, action, in: FormScript.context(now, milliseconds))
    asked += effects
    return effects
  }

  /// Letter by letter, as fingers do.
  @discardableResult
  mutating func type(_ text: String) -> [FormFeature.Effect] {
    text.flatMap { reduce(.typed(String($0))) }
  }

  /// A rest long enough to end a burst of typing.
  mutating func pause() { milliseconds += 5_000 }

  mutating func go(to place: String) {
    guard let place = FieldPlace(path: place) else { return }
    reduce(.fieldChosen(place))
  }

  /// Answers every wish to keep the draft, as the records do.
  mutating func keepDrafts(_ effects: [FormFeature.Effect], as id: DraftID = DraftID(7)) {
    for effect in effects {
      if case .keepDraft(_, _, let ticket) = effect {
        keepDrafts(reduce(.answered(.draftKept(id, at: now), ticket)), as: id)
      }
    }
  }

  static func keeps(_ effect: FormFeature.Effect) -> Bool {
    if case .keepDraft = effect { true } else { false }
  }
}

extension [FormFeature.Effect] {
  /// The ticket of the newest save that was asked for.
  var saveTicket: Ticket? {
    compactMap { effect -> Ticket? in
      if case .save(_, let ticket) = effect { ticket } else { nil }
    }.last
  }

  var submission: FormSubmission? {
    compactMap { effect -> FormSubmission? in
      if case .save(let submission, _) = effect { submission } else { nil }
    }.last
  }

  var kept: KeptDraft? {
    compactMap { effect -> KeptDraft? in
      if case .keepDraft(_, let draft, _) = effect { draft } else { nil }
    }.last
  }

  var lookUpTicket: Ticket? {
    compactMap { effect -> Ticket? in
      if case .lookUp(_, _, let ticket) = effect { ticket } else { nil }
    }.last
  }

  var factsTicket: Ticket? {
    compactMap { effect -> Ticket? in
      if case .askFacts(_, _, _, let ticket) = effect { ticket } else { nil }
    }.last
  }

  var keepTicket: Ticket? {
    compactMap { effect -> Ticket? in
      if case .keepDraft(_, _, let ticket) = effect { ticket } else { nil }
    }.last
  }
}

extension ExampleForm {
  static func opened(
    _ texts: [FieldCode: String], revision: Int? = 3, facts: FormFacts = FormFacts()
  ) -> OpenedForm {
    OpenedForm(
      form: definition.id, about: RecordRef(.person, 42), heading: "SMITH John  born 03/04/1985",
      draft: FormDraft(texts: texts), facts: facts, revision: revision)
  }

  /// What is said about a date that cannot be read.
  static func problem(_ typed: String) -> String {
    let script = FormScript()
    let context = FormScript.context(script.now, script.milliseconds)
    return FieldReader.read(typed, as: .date(direction: .past), in: context.rules.reading).problem
      ?? ""
  }
}

extension FieldPlace: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    self = FieldPlace(path: text) ?? FieldPlace(FieldCode(text))
  }
}
