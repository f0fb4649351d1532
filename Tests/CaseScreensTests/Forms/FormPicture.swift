import CaseApp
import CaseRules
import CaseScreens
import TextScreen

/// A form on a screen of its own, played to by keys as they are bound.
struct FormPicture {
  var state: FormFeature.State
  /// Sunday 22/11/2026, 09:47.
  let now = Moment(
    local: CalendarDate(year: 2026, month: 11, day: 22) ?? .latest,
    time: ClockTime(minutesOfDay: 9 * 60 + 47))
  var milliseconds: Int64 = 1_000
  var size = Size.design

  static let worker = Worker(
    id: WorkerID(1), name: "Amina Begum", role: .arw, team: "Blue", agency: "Example")

  var context: AppContext {
    AppContext(
      session: Session(
        worker: Self.worker, settings: Settings(), calendar: .englandAndWales,
        codes: .seeded.replacing(Self.suites)), now: now, milliseconds: milliseconds)
  }

  private static let suites = CodeList(
    "suites", title: "Custody suites", rule: "CUS-001",
    codes: [Code("SN", "Stoke Newington"), Code("SH", "Shoreditch")])

  init(
    _ definition: FormDefinition, opened: OpenedForm? = nil, last: FormMemory = FormMemory()
  ) {
    let opened = opened ?? OpenedForm(form: definition.id, about: nil)
    let context = AppContext(
      session: Session(
        worker: Self.worker, settings: Settings(), calendar: .englandAndWales,
        codes: .seeded.replacing(Self.suites)), now: now, milliseconds: 0)
    state =
      FormFeature.opened(
        opened, as: FormSheet(definition), remembering: last, in: context
      ).0
  }

  /// The keymap that is shipped.
  static let keymap: Keymap = {
    let text = SnapshotFile.read(SnapshotFile.root() + "/keymaps/default.keys") ?? ""
    let names = text.split(separator: "\n").compactMap { line in
      line.split(separator: "=").first.map { $0.split(separator: " ").joined() }
    }
    let menus: [String: Place] = [
      "go-to": .goTo, "new": .new, "view-menu": .view, "leave-menu": .leave,
      "actions-menu": .actions,
    ]
    let actions = Set(names).sorted().map { KnownAction($0, opens: menus[$0]) }
    return Keymap.load(text, actions: actions, base: { _ in nil }).keymap
      ?? Keymap.lastResort(actions: actions)
  }()

  @discardableResult
  mutating func send(_ actions: FormFeature.Action...) -> [FormFeature.Effect] {
    actions.flatMap { action -> [FormFeature.Effect] in
      milliseconds += 50
      return FormFeature.reduce(&state, action, in: context)
    }
  }

  mutating func type(_ text: String) {
    for letter in text { send(.typed(String(letter))) }
  }

  mutating func go(to path: String) {
    if let place = FieldPlace(path: path) { send(.fieldChosen(place)) }
  }

  /// Answers the newest question of the kind.
  mutating func answer(_ effects: [FormFeature.Effect], with reply: Reply) {
    for effect in effects {
      switch (effect, reply) {
      case (.lookUp(_, _, let ticket), .lookedUp), (.save(_, let ticket), .saved),
        (.keepDraft(_, _, let ticket), .draftKept):
        send(.answered(reply, ticket))
      case (.askFacts, _), (.lookUp, _), (.save, _), (.keepDraft, _), (.discardDraft, _),
        (.beep, _), (.discardTypedAhead, _), (.noteSearch, _):
        break
      }
    }
  }

  var frame: Frame {
    Frame(size) { area in
      TitleBar(
        left: "THROUGHCARE  \(FormScreen.title(of: state))", marking: "CONFIDENTIAL",
        right: "A.BEGUM 09:47"
      ).draw(in: area.row(0))
      FormScreen.draw(
        state, in: area.droppingTop(1).droppingBottom(3), keymap: FormPicture.keymap)
      FormStatus.row(of: state).draw(in: area.row(area.rows - 3))
      FormStatus.hint(of: state, keymap: FormPicture.keymap).draw(in: area.row(area.rows - 2))
    }
  }

  var snapshot: String { frame.snapshot() }
}
