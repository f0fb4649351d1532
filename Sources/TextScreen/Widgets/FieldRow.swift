/// A field of a form in one row: mark, number, label, value in brackets, and what it was read as.
package struct FieldRow: Sendable {
  /// The sign in the margin.
  package enum Problem: Sendable {
    case none, error, warning, changedByOther

    var mark: String {
      switch self {
      case .none: ""
      case .error: "!"
      case .warning: "?"
      case .changedByOther: "#"
      }
    }

    /// The tone of the mark; the value has one of its own.
    var tone: Tone {
      switch self {
      case .none: .fieldLabel
      case .error: .error
      case .warning, .changedByOther: .warn
      }
    }
  }

  package enum Need: Sendable {
    case free, needed
    /// Needed because of another answer.
    case neededHere

    var mark: String {
      switch self {
      case .free: ""
      case .needed: "*"
      case .neededHere: "(*)"
      }
    }
  }

  package enum State: Sendable {
    case open
    /// The keys go here.
    case focused
    /// Shown but not to be changed: no brackets.
    case readOnly
    /// Does not apply: dim, without brackets, skipped, in its place.
    case off
  }

  package var number: String
  package var label: String
  package var value: String
  package var state: State
  package var problem: Problem
  package var need: Need
  /// Copied from elsewhere, not typed here.
  package var isCarried: Bool
  /// Where the next letter goes, counted in characters; shown when focused.
  package var caret: Int
  /// Selected characters: what the next letter replaces.
  package var selection: Range<Int>?
  /// Shows stars instead of letters.
  package var isSecret: Bool
  /// Columns between the brackets.
  package var width: Int
  /// To the right of the value: how it was read, a unit, or what is wrong.
  package var note: String
  package var noteTone: Tone?

  package init(
    number: String = "", label: String, value: String = "", state: State = .open,
    problem: Problem = .none, need: Need = .free, isCarried: Bool = false, caret: Int = 0,
    selection: Range<Int>? = nil, isSecret: Bool = false, width: Int = 20, note: String = "",
    noteTone: Tone? = nil
  ) {
    self.number = number
    self.label = label
    self.value = value
    self.state = state
    self.problem = problem
    self.need = need
    self.isCarried = isCarried
    self.caret = caret
    self.selection = selection
    self.isSecret = isSecret
    self.width = width
    self.note = note
    self.noteTone = noteTone
  }

  /// Where the parts of all fields of a form stand, so that they line up.
  package struct Layout: Hashable, Sendable {
    package var numberWidth: Int
    package var labelWidth: Int

    package init(numberWidth: Int = 5, labelWidth: Int = 20) {
      self.numberWidth = numberWidth
      self.labelWidth = labelWidth
    }

    /// The column of the need mark.
    var needColumn: Int { 3 + numberWidth }
    var labelColumn: Int { needColumn + 2 }
    /// The column of the opening bracket.
    package var valueColumn: Int { labelColumn + labelWidth + 2 }
  }

  package func draw(in area: Area, layout: Layout = Layout()) {
    let labelTone: Tone = state == .off ? .fieldOff : .fieldLabel
    if state == .focused { area.write(">", column: 0, tone: .fieldLabel) }
    area.write(problem.mark, column: 1, tone: problem.tone)
    area.write(number, column: 3, tone: labelTone, width: layout.numberWidth)
    let needStart = layout.needColumn - (need == .neededHere ? 1 : 0)
    area.write(need.mark, column: needStart, tone: .fieldRequired)
    let labelStart = layout.labelColumn + (need == .neededHere ? 1 : 0)
    area.write(
      label, column: labelStart, tone: labelTone,
      width: layout.labelColumn + layout.labelWidth - labelStart)
    if isCarried { area.write("=", column: layout.valueColumn - 2, tone: .info) }
    let end = drawValue(in: area, column: layout.valueColumn)
    drawNote(in: area, column: end + 2)
  }

  private func drawNote(in area: Area, column: Int) {
    let plain: Tone = state == .off ? .fieldOff : .fieldReadonly
    let tone = noteTone ?? (problem == .none ? plain : .warn)
    area.write(note, column: column, tone: tone, width: max(0, area.columns - column - 1))
  }

  private func drawValue(in area: Area, column: Int) -> Int {
    switch state {
    case .readOnly:
      return area.write(value, column: column + 1, tone: .fieldReadonly, width: width)
    case .off:
      // Nothing to be typed: that is to be seen without colour, and to be heard.
      let words = value.isEmpty || value == "-" ? "-" : "- (\(value))"
      return area.write(words, column: column + 1, tone: .fieldOff, width: width + 1)
    case .open, .focused:
      let tone = valueTone
      area.write("[", column: column, tone: .fieldLabel)
      let room = max(0, min(width, area.columns - column - 2))
      let box = area.part(row: 0, column: column + 1, rows: 1, columns: room)
      ValueBox(
        text: isSecret ? String(repeating: "*", count: value.count) : value,
        caret: state == .focused ? caret : nil, selection: selection
      ).draw(in: box, tone: tone)
      return area.write("]", column: column + 1 + room, tone: .fieldLabel)
    }
  }

  private var valueTone: Tone {
    if state == .focused { return .fieldFocus }
    switch problem {
    case .error: return .fieldError
    case .warning: return .fieldWarn
    case .changedByOther: return .fieldChanged
    case .none: return isCarried ? .fieldCarried : .fieldValue
    }
  }
}
