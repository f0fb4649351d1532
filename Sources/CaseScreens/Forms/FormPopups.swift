import CaseApp
import CaseRules
import TextScreen

/// The lists and the calendar that open under a field.
enum FormPopups {
  private static let mostRows = 12

  static func draw(
    _ popup: ChoicesPopup, _ state: FormFeature.State, _ keys: FormKeyNames, under row: Int,
    column: Int, in area: Area
  ) {
    let typed = popup.several?.query.text ?? state.box.text
    let showsCodes = FormPopups.showsCodes(popup)
    let choices = popup.options.map { option in
      ChoiceList.Choice(
        code: showsCodes ? option.code : "",
        label: option.label,
        note: option.code.lowercased() == typed.lowercased() && !typed.isEmpty ? "exact code" : "",
        isTicked: popup.several.map { $0.ticked.contains(option.code) })
    }
    let list = ChoiceList(
      title: title(popup, typed), choices: choices,
      cursor: popup.current == nil ? nil : popup.at,
      footer: footer(popup, keys), placesCursor: popup.several != nil)
    let wanted = min(list.size.rows, mostRows)
    let columns = min(list.size.columns, area.columns)
    let explanation =
      popup.explains
      ? explanation(of: popup, state, showsCodes: showsCodes, columns: columns - 2) : []
    let place = area.popup(
      under: row, column: column, rows: wanted + explanation.count, columns: columns)
    list.draw(in: place.droppingBottom(explanation.count))
    draw(explanation, in: place.bottom(explanation.count))
  }

  /// Codes that are words, and say no more than the words beside them, are left out: of all lines or
  /// of none.
  private static func showsCodes(_ popup: ChoicesPopup) -> Bool {
    !popup.all.allSatisfy { $0.code.contains(where: \.isLowercase) }
  }

  private static func title(_ popup: ChoicesPopup, _ typed: String) -> String {
    let count =
      popup.options.count == popup.total
      ? Digits.counted(popup.total, "answer")
      : "\(popup.options.count) of \(Digits.counted(popup.total, "answer"))"
    if let missed = popup.missed {
      return "\(FormWording.noneFits(missed)). All \(popup.total):"
    }
    guard popup.several != nil, !typed.isEmpty else { return count }
    return count + ": " + typed
  }

  private static func footer(_ popup: ChoicesPopup, _ keys: FormKeyNames) -> String {
    guard popup.several != nil else {
      return "type code or words, \(keys.name("take")), \(keys.name("help")) explains"
    }
    let takes = popup.wanted == nil ? "closes" : "ticks and closes"
    return "\(keys.name("tick")) ticks, \(keys.name("take")) \(takes)"
  }

  /// So many rows tell of an answer, so that some of the list stays on a small screen.
  private static let mostExplained = 4

  /// The answer under the cursor, by all its names, then what the field is for; a word that has no
  /// other name says nothing by being repeated.
  private static func explanation(
    of popup: ChoicesPopup, _ state: FormFeature.State, showsCodes: Bool, columns: Int
  ) -> [String] {
    let help = state.sheet.field(at: popup.place)?.help ?? ""
    let named = popup.current.flatMap { choice -> String? in
      if !showsCodes, choice.synonyms.isEmpty, !help.isEmpty { return nil }
      let also =
        choice.synonyms.isEmpty ? "" : "; also: " + choice.synonyms.joined(separator: ", ")
      return (showsCodes ? "\(choice.code) is \(choice.label)" : choice.label) + also
    }
    let words = [named, help.isEmpty ? nil : help].compactMap(\.self).joined(separator: ". ")
    return wrapped(words, to: columns).prefix(mostExplained).map(\.text)
  }

  private static func draw(_ explanation: [String], in area: Area) {
    area.fill(tone: .dialog)
    for (row, line) in explanation.enumerated() {
      area.write(line, row: row, column: 1, tone: .dialog)
    }
  }

  static func draw(
    _ popup: LinksPopup, _ state: FormFeature.State, _ keys: FormKeyNames, under row: Int,
    column: Int, in area: Area
  ) {
    let choices = popup.hits.map {
      ChoiceList.Choice(
        code: $0.ref.text, label: $0.words + ($0.because.map { "  (\($0))" } ?? ""),
        isOff: popup.isLooking)
    }
    var list = ChoiceList(
      title: linkTitle(popup, state), choices: choices,
      cursor: popup.current == nil ? nil : popup.at,
      footer: linkFooter(popup, state, keys), placesCursor: false)
    list.emptyWords = popup.isLooking ? "" : emptyWords(popup, state)
    let wide = min(max(list.size.columns, 52), area.columns)
    let start = max(0, min(column, area.columns - wide))
    list.draw(
      in: area.popup(
        under: row, column: start, rows: min(max(list.size.rows, 4), mostRows), columns: wide))
  }

  static func draw(
    _ popup: CalendarPopup, _ keys: FormKeyNames, under row: Int, column: Int, in area: Area
  ) {
    let first = popup.day.firstOfMonth
    var marks: [Int: MonthCalendar.Mark] = [:]
    for holiday in popup.holidays { marks[holiday.date.day] = MonthCalendar.Mark("h") }
    let isThisMonth = popup.today.firstOfMonth == first
    let calendar = MonthCalendar(
      title: "\(months[max(0, min(11, first.month - 1))]) \(first.year)",
      firstWeekday: first.weekday.rawValue,
      days: CalendarDate.daysIn(month: first.month, year: first.year),
      selected: popup.day.day, today: isThisMonth ? popup.today.day : nil, marks: marks,
      notes: notes(popup, keys))
    calendar.draw(
      in: area.popup(
        under: row, column: column, rows: calendar.size.rows, columns: calendar.size.columns))
  }

  private static func linkTitle(_ popup: LinksPopup, _ state: FormFeature.State) -> String {
    if popup.isLooking { return "Looking ..." }
    if FormWording.isUnasked(popup, state) { return FormWording.askedFor(popup, state) }
    let none = FormWording.noneFits(popup, state)
    if popup.missed != nil { return "\(none). All \(popup.hits.count):" }
    return popup.hits.isEmpty ? none : "\(popup.hits.count) on file"
  }

  private static func emptyWords(_ popup: LinksPopup, _ state: FormFeature.State) -> String {
    let more =
      FormWording.isUnasked(popup, state)
      ? "Who fits is shown as you type" : "Take letters away to see more"
    return more + (state.formForNewRecord == nil ? "" : ", or add a new one")
  }

  private static func linkFooter(
    _ popup: LinksPopup, _ state: FormFeature.State, _ keys: FormKeyNames
  ) -> String {
    let new = state.formForNewRecord == nil ? "" : ", \(keys.name("new")) new"
    return "\(FormWording.askedFor(popup, state).lowercasedFirst), \(keys.name("take")) takes\(new)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func notes(_ popup: CalendarPopup, _ keys: FormKeyNames) -> [String] {
    let named = popup.holidays.first { $0.date == popup.day }
    let day = popup.day.ukWithWeekday + (named.map { "  " + $0.name } ?? "")
    return [
      day,
      "\(keys.name("page-up")) \(keys.name("page-down")) month, \(keys.name("top")) today",
      "( ) today, h bank holiday",
    ]
  }
}

/// Questions that lie over a form.
enum FormDialogs {
  static func discard(_ question: DiscardQuestion, _ state: FormFeature.State) -> Dialog {
    let about = state.opened.heading.map { " for \($0)" } ?? ""
    let answered = state.progress.answered
    return Dialog(
      title: "Discard what you typed in \(state.form.title)?",
      body: [
        "The draft\(about) is thrown away, with \(answered) answers in it.",
        "Nobody else has seen it. It cannot be brought back.",
      ],
      buttons: [
        Dialog.Button(FormWording.keep, isSafe: true), Dialog.Button(FormWording.discard),
      ],
      focus: question.discards ? 1 : 0, isDangerous: true)
  }

  static func paste(_ question: PasteQuestion) -> Dialog {
    Dialog(
      title: "Paste a long text?",
      body: [
        "It has \(question.text.count) characters and begins:",
        String(question.text.prefix(120)),
      ],
      buttons: [
        Dialog.Button(FormWording.leaveOut, isSafe: true), Dialog.Button(FormWording.paste),
      ],
      focus: question.pastes ? 1 : 0)
  }

  static func drawJump(_ jump: JumpPopup, _ state: FormFeature.State, in area: Area) {
    let items = jump.matches.compactMap { code -> CommandPalette.Item? in
      guard let item = state.sheet.item(code) else { return nil }
      let section = state.form.sections[item.section].title
      return CommandPalette.Item(
        "\(item.number)  \(item.field.label)", detail: section,
        keys: state.draft[code].isEmpty ? "" : String(state.draft[code].prefix(16)))
    }
    let palette = CommandPalette(
      title: "Go to a question", query: jump.query.text, caret: jump.query.before.count,
      items: items, cursor: items.isEmpty ? nil : jump.at,
      note: items.isEmpty ? "No question has this number or these words" : "")
    let rows = min(area.rows, max(6, items.count + 6))
    palette.draw(in: area.centred(rows: rows, columns: min(64, area.columns)))
  }
}
