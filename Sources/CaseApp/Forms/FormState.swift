package import CaseRules

/// Where the caret is in a form.
package enum FormFocus: Equatable, Sendable {
  case field(FieldPlace)
  /// The line after the last question.
  case saveLine
}

extension FormFeature {
  /// A form being filled in.
  package struct State: Equatable, Sendable {
    package let sheet: FormSheet
    /// The record as it was handed over: what the worker's answers are compared with.
    package internal(set) var opened: OpenedForm
    /// Everything as it stands now, the letters of the field under the caret included.
    package internal(set) var draft: FormDraft
    /// The draft as read when each field was left.
    package internal(set) var reading: FormReading
    package internal(set) var facts: FormFacts
    /// What the rules say, as of the last field that was left.
    package internal(set) var findings: [Finding] = []
    /// What the records added when saving was refused.
    package internal(set) var recordFindings: [Finding] = []

    var shown = ShownFindings()

    package internal(set) var focus: FormFocus = .saveLine
    /// The text under the caret; empty on the save line.
    package internal(set) var box = TypedText()
    /// Where the caret wants to be when it moves through lines of different lengths.
    package internal(set) var wantedColumn: Int?
    /// The text the field had on arrival; what is the same on leaving needs no reading.
    var arrived = ""
    var history = FormHistory()

    /// Answers that nobody typed here: carried over, copied, or known from elsewhere.
    package internal(set) var carried: Set<FieldPlace> = []
    /// Answers somebody else changed since the form was opened.
    package internal(set) var changedByOthers: Set<FieldPlace> = []
    /// The worker's last record of this kind, to be copied from.
    package let last: FormDraft
    package internal(set) var reasons: [String: String] = [:]

    package internal(set) var visited: Set<Int> = []
    /// Sections somebody has been in and gone from; only there is an empty answer pointed out.
    var left: Set<Int> = []
    /// Saving was asked for once, so everything missing is pointed out.
    package internal(set) var insists = false
    /// Fields whose list was closed without taking anything, with what stood there.
    var declined: [FieldPlace: String] = [:]

    package internal(set) var page = FormPage.sheet
    package internal(set) var popup: FormPopup?
    package internal(set) var notice: FormNotice?
    package internal(set) var keeping = FormKeeping()
    package internal(set) var saving: FormSaving?
    package internal(set) var lookUps = FormLookUps()
    /// Saving was asked for while the record that was typed was still being looked up.
    var savesOnceFound = false
    /// A record being made for the field under the caret.
    var newRecord: NewRecord?
    /// A field whose answer was just recorded in a form of its own, until the records tell it.
    var recorded: RecordedAnswer?
    /// Records that were seen and chosen for a link, here or when the answer was given.
    var chosen: Set<RecordRef> = []
    /// The newest question about the facts; older answers are dropped.
    var factsTicket: Ticket?
    /// Somebody else's version, until the worker has settled what both changed.
    var elsewhere: FormElsewhere?
    package internal(set) var ending: FormEnding?
    package var habits: FormHabits
    /// A text copied from a field, to be put into another.
    package var clip = ""
    /// Whether letters go into the field; without commands on letters they always do.
    package internal(set) var isTyping = true

    /// Texts that were read to their end.
    package internal(set) var readToEnd: Set<FieldCode> = []

    /// The answer that moved the caret here by itself, and what is left to come of its word.
    var spilled: SpilledWord?
    /// Where the worker has said yes to changing a text that the terminal cannot show as it is.
    var changedUnshown: FieldPlace?

    private var lastTicket = 0
    /// What the action under way asks for.
    var asked: [Effect] = []
  }
}

/// The findings that are pointed out by now, found at once by their place.
struct ShownFindings: Equatable, Sendable {
  let all: [Finding]
  let byPath: [String: [Finding]]
  let toFix: Int
  let toFixBySection: [Int: Int]

  /// Nothing is pointed out.
  init() {
    (all, byPath, toFix, toFixBySection) = ([], [:], 0, [:])
  }

  init(_ all: [Finding], on sheet: FormSheet) {
    self.all = all
    byPath = Dictionary(grouping: all.filter { $0.field != nil }) { $0.field ?? "" }
    let wrong = all.filter { $0.force == .blocks }
    toFix = wrong.count
    toFixBySection = wrong.reduce(into: [:]) { counts, finding in
      guard let place = finding.field.flatMap({ FieldPlace(path: $0) }),
        let section = sheet.item(place.field)?.section
      else { return }
      counts[section, default: 0] += 1
    }
  }
}

/// How a worker likes to type.
package struct FormHabits: Equatable, Sendable {
  /// One letter that is a whole answer moves on by itself.
  package var autoAdvance: Bool
  /// Letters are commands until typing is started, as in vi.
  package var lettersCommand: Bool
  /// The terminal shows plain letters in place of accented ones.
  package var simplifiesLetters: Bool

  package init(
    autoAdvance: Bool = true, lettersCommand: Bool = false, simplifiesLetters: Bool = false
  ) {
    self.autoAdvance = autoAdvance
    self.lettersCommand = lettersCommand
    self.simplifiesLetters = simplifiesLetters
  }
}

/// What is known about the draft's safe keeping.
package struct FormKeeping: Equatable, Sendable {
  package internal(set) var id: DraftID?
  /// When it was last kept, as the records said.
  package internal(set) var keptAt: Moment?
  /// Why it could not be kept; nil while all is well.
  package internal(set) var trouble: Trouble?
  /// Counts changes, so that it can be told whether the newest are on their way.
  var edits = 0
  var editsKept = 0
  var waiting: Waiting?
  /// The form is gone or going: whatever is not yet on its way follows at once.
  var isUrgent = false
  /// The draft is wanted no more, as soon as its number is known.
  var discards = false

  /// After so many changes the draft is kept without waiting for a field to be left.
  static let keysBetween = 20

  struct Waiting: Equatable, Sendable {
    let ticket: Ticket
    let edits: Int
  }

  /// Changes that are neither kept nor on their way.
  var editsUnkept: Int { edits - (waiting?.edits ?? editsKept) }
}

/// A save under way.
package struct FormSaving: Equatable, Sendable {
  var ticket: Ticket
  /// The whole draft when saving was asked for.
  var draft: FormDraft
  /// The kept draft that is done with once it is saved.
  var kept: DraftID?
  /// Somebody else's changes that were joined on the way.
  var joined: [FormMerge.Joined]
  var attempts: Int
}

/// Questions about typed links that are still open, and what came back.
package struct FormLookUps: Equatable, Sendable {
  var waiting: [Ticket: Waiting] = [:]

  struct Waiting: Equatable, Sendable {
    let place: FieldPlace
    /// The words it was asked for: whoever wrote others since means somebody else.
    let typed: String
    /// Whether the only colleague or service that fits is taken: its words were typed and left here.
    let takesTheOnly: Bool
  }
  /// How many records fit what was typed in a field that was left without choosing.
  package internal(set) var fitting: [FieldPlace: Int] = [:]

  package func isLooking(at place: FieldPlace) -> Bool {
    waiting.values.contains { $0.place == place }
  }

  /// What was asked for a field is of no use any more.
  mutating func forget(_ place: FieldPlace) {
    waiting = waiting.filter { $0.value.place != place }
  }
}

/// The version somebody else saved while this one was being typed.
struct FormElsewhere: Equatable, Sendable {
  var theirs: FormDraft
  var revision: Int?
  var by: OpenedForm.Change?
  var choices: [FieldPlace: FormMerge.Choice] = [:]
}

extension FormFeature.State {
  mutating func ask(_ effect: FormFeature.Effect) { asked.append(effect) }

  mutating func newTicket() -> Ticket {
    lastTicket += 1
    return Ticket(lastTicket)
  }

  package var form: FormDefinition { sheet.definition }

  /// The field or cell under the caret; nil on the save line.
  package var place: FieldPlace? {
    switch focus {
    case .field(let place): place
    case .saveLine: nil
    }
  }

  /// The section that is shown, counted from 0; the save line stands under the last.
  package var section: Int {
    place.flatMap { sheet.item($0.field)?.section } ?? max(0, sheet.sections.count - 1)
  }

  /// Whether an answer is still to come that the form has to see, even after it has ended: its draft
  /// may turn out not to be kept, and then the form is not to be closed.
  package var isWaiting: Bool { keeping.waiting != nil }

  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// Whether the text under the caret differs from what was read back last.
  package var isEditing: Bool { place != nil && box.text != arrived }

  /// Whether anything was typed that the record does not have.
  package var isTouched: Bool { !draft.saysSame(as: opened.draft) }
}
