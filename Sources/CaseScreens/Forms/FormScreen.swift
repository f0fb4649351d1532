package import CaseApp
import CaseRules
package import TextScreen

/// Draws a form: everything between the title row and the rows at the foot of the screen.
package enum FormScreen {
  package typealias State = FormFeature.State

  /// Draws the whole form; the row with the person comes first and stays in view all the time.
  package static func draw(_ state: State, in area: Area, keymap: Keymap) {
    let layout = FormLayout(state, size: area.size)
    let keys = FormKeyNames(keymap, state)
    drawHeading(state, in: area.row(0))
    let split = area.droppingTop(1).split(right: layout.panelColumns)
    drawWork(state, layout, keys, in: split.rest)
    if layout.panelColumns > 0 { FormPanel(state: state, keys: keys).draw(in: split.right) }
    drawQuestions(state, in: area.droppingTop(1))
  }

  /// The words for row 1: what is being done.
  package static func title(of state: State) -> String { state.form.title }

  // MARK: The rows that stay

  /// Whose record it is; a form about nobody yet says what it is for.
  private static func drawHeading(_ state: State, in area: Area) {
    let right = sectionWords(state)
    let width = min(displayWidth(right), max(0, area.columns / 2 - 2))
    area.write(right, column: area.columns - width - 1, tone: .text, width: width)
    let room = max(0, area.columns - 2 - (width > 0 ? width + 2 : 0))
    if let heading = state.opened.heading {
      area.write(heading, column: 1, tone: .textStrong, width: room)
    } else {
      area.write(purpose(of: state, room: room), column: 1, tone: .textQuiet, width: room)
    }
  }

  /// The whole sentence, or its first part where it does not fit.
  private static func purpose(of state: State, room: Int) -> String {
    let purpose = state.form.purpose
    return displayWidth(purpose) <= room ? purpose : String(purpose.prefix { $0 != "," })
  }

  private static func sectionWords(_ state: State) -> String {
    let sections = state.form.sections
    guard sections.count > 1, sections.indices.contains(state.section) else { return "" }
    return "Section \(state.section + 1) of \(sections.count): \(sections[state.section].title)"
  }

  /// The line under the heading; on narrow screens it carries how far each section is.
  private static func drawStatusLine(_ state: State, _ layout: FormLayout, in area: Area) {
    area.horizontalLine(row: 0)
    guard state.form.sections.count > 1, layout.panelColumns == 0 else { return }
    var column = 2
    for (words, tone) in FormWording.statusGroups(state) {
      column = area.write(" \(words) ", column: column, tone: tone) + 1
    }
  }

  // MARK: The work

  private static func drawWork(
    _ state: State, _ layout: FormLayout, _ keys: FormKeyNames, in area: Area
  ) {
    drawStatusLine(state, layout, in: area.row(0))
    let body = area.droppingTop(1).droppingBottom(FormLayout.rowsBelow)
    let foot = area.row(area.rows - 1)
    foot.horizontalLine(row: 0)
    switch state.page {
    case .sheet: SheetDrawing(state: state, layout: layout, keys: keys).draw(in: body, foot: foot)
    case .findings(let page):
      FindingsDrawing(state: state, page: page, keys: keys).draw(in: body)
    case .reasons(let page): ReasonsDrawing(page: page, keys: keys).draw(in: body)
    case .check(let page): CheckDrawing(state: state, page: page, keys: keys).draw(in: body)
    case .conflict(let page):
      ConflictDrawing(state: state, page: page, keys: keys).draw(in: body)
    case .saved(let page): SavedDrawing(state: state, page: page, keys: keys).draw(in: body)
    }
  }

  /// Questions and the search for a field lie over everything but the heading.
  private static func drawQuestions(_ state: State, in area: Area) {
    switch state.popup {
    case .discard(let question): FormDialogs.discard(question, state).draw(in: area)
    case .paste(let question): FormDialogs.paste(question).draw(in: area)
    case .jump(let jump): FormDialogs.drawJump(jump, state, in: area)
    case .choices, .calendar, .links, nil: break
    }
  }
}

/// The keys of the live keymap, for words on the screen.
struct FormKeyNames {
  private let keymap: Keymap
  private let places: [Place]

  init(_ keymap: Keymap, _ state: FormFeature.State) {
    self.keymap = keymap
    places = FormCommands.places(for: .enter, in: state)
  }

  /// "F2"; the name of the command where no key is bound to it.
  func name(_ command: String) -> String {
    keymap.shortestKeys(for: command, places: places)?.spelling ?? command
  }
}
