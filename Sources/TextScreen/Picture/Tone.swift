/// What a cell means; the theme decides how that looks.
///
/// The names with dots are the role names of theme files. A role that a theme does not name looks
/// like its parent: `field.error` like `field`, and that like `text`.
package enum Tone: UInt8, CaseIterable, Hashable, Sendable {
  case text, textStrong, textQuiet, textMatch, link
  case title, titleMarking, tab, tabCurrent, border, borderFocus, status, statusKind, hint, message
  case keyName, keyWord, keyOff
  case listHeader, listHeaderSorted, listRow, listCursor, listTicked, listCursorTicked
  case listChanged, listUnread
  case fieldLabel, fieldValue, fieldFocus, fieldSelected, fieldReadonly, fieldOff, fieldRequired
  case fieldCarried, fieldChanged, fieldWarn, fieldError
  case ok, warn, error, info, restricted, risk
  case dueLater, dueSoon, dueToday, dueOverdue, done
  case barDone, barPlanned, barMissing, barLine, scoreUp, scoreDown
  case testNegative, testPositive, testMissed
  case dialog, dialogTitle, dialogDanger, button, buttonFocus, buttonOff

  /// Warns of danger with a background of its own, which the bar of a list's cursor must not cover:
  /// a red alert is red under the hand, too.
  package var staysUnderCursor: Bool {
    switch self {
    case .error, .risk, .restricted, .testMissed: true
    case .text, .textStrong, .textQuiet, .textMatch, .link, .title, .titleMarking, .tab,
      .tabCurrent, .border, .borderFocus, .status, .statusKind, .hint, .message, .keyName, .keyWord,
      .keyOff, .listHeader, .listHeaderSorted, .listRow, .listCursor, .listTicked,
      .listCursorTicked, .listChanged, .listUnread, .fieldLabel, .fieldValue, .fieldFocus,
      .fieldSelected, .fieldReadonly, .fieldOff, .fieldRequired, .fieldCarried, .fieldChanged,
      .fieldWarn, .fieldError, .ok, .warn, .info, .dueLater, .dueSoon, .dueToday, .dueOverdue,
      .done, .barDone, .barPlanned, .barMissing, .barLine, .scoreUp, .scoreDown, .testNegative,
      .testPositive, .dialog, .dialogTitle, .dialogDanger, .button, .buttonFocus, .buttonOff:
      false
    }
  }

  /// The role name used in theme files and in snapshots.
  package var name: String { Tone.names[Int(rawValue)] }

  /// The role with this name, if there is one; capitals do not matter.
  package init?(name: String) {
    guard let index = Tone.names.firstIndex(of: name.lowercased()),
      let tone = Tone(rawValue: UInt8(truncatingIfNeeded: index))
    else { return nil }
    self = tone
  }

  /// The names above this one, nearest first: `list.cursor`, `list` for `list.cursor.ticked`.
  package var ancestors: [String] {
    let bytes = name.utf8
    return bytes.indices.reversed().filter { bytes[$0] == UInt8(ascii: ".") }
      .map { String(name[..<$0]) }
  }

  /// Every name that a theme may give a look to: the roles and the families above them.
  static let givenNames: Set<String> = {
    var known = Set(names)
    for tone in allCases { known.formUnion(tone.ancestors) }
    return known
  }()

  /// In the order of the cases; a test holds the two together.
  private static let names: [String] = [
    "text", "text.strong", "text.quiet", "text.match", "link",
    "title", "title.marking", "tab", "tab.current", "border", "border.focus", "status",
    "status.kind", "hint", "message",
    "key.name", "key.word", "key.off",
    "list.header", "list.header.sorted", "list.row", "list.cursor", "list.ticked",
    "list.cursor.ticked", "list.changed", "list.unread",
    "field.label", "field.value", "field.focus", "field.selected", "field.readonly", "field.off",
    "field.required", "field.carried", "field.changed", "field.warn", "field.error",
    "ok", "warn", "error", "info", "restricted", "risk",
    "due.later", "due.soon", "due.today", "due.overdue", "done",
    "bar.done", "bar.planned", "bar.missing", "bar.line", "score.up", "score.down",
    "test.negative", "test.positive", "test.missed",
    "dialog", "dialog.title", "dialog.danger", "button", "button.focus", "button.off",
  ]
}
