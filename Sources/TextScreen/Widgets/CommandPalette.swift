/// The box of all commands by name, with what was typed and what fits it.
package struct CommandPalette: Sendable {
  package struct Item: Sendable {
    package enum Kind: Sendable {
      case command
      /// Cannot be run now; `detail` says why.
      case off
      /// A line between groups.
      case heading
    }

    package var kind: Kind
    package var label: String
    /// What it would act on, or why it cannot.
    package var detail: String
    package var keys: String
    /// Found letters of the label, counted in characters.
    package var matches: [Range<Int>]

    package init(
      _ label: String, kind: Kind = .command, detail: String = "", keys: String = "",
      matches: [Range<Int>] = []
    ) {
      self.kind = kind
      self.label = label
      self.detail = detail
      self.keys = keys
      self.matches = matches
    }
  }

  package var title: String
  package var query: String
  /// Where the next letter goes, counted in characters.
  package var caret: Int
  package var items: [Item]
  /// Which of the items Enter runs.
  package var cursor: Int?
  /// A line at the end of the box, for example what else can be typed.
  package var note: String
  package var footer: String

  package init(
    title: String, query: String, caret: Int, items: [Item], cursor: Int?, note: String = "",
    footer: String = ""
  ) {
    self.title = title
    self.query = query
    self.caret = caret
    self.items = items
    self.cursor = cursor
    self.note = note
    self.footer = footer
  }

  package func draw(in area: Area) {
    let area = area.raised
    area.fill(tone: .dialog)
    let box = area.box(title: title, footer: footer, tone: .dialog, titleTone: .dialogTitle)
    box.write(">", row: 0, column: 1, tone: .dialog)
    ValueBox(text: query, caret: caret)
      .draw(in: box.part(row: 0, column: 3, rows: 1, columns: box.columns - 4), tone: .fieldFocus)
    if !note.isEmpty, box.rows > 4 { box.write(note, row: box.rows - 1, column: 1, tone: .dialog) }
    let list = box.droppingTop(2).droppingBottom(note.isEmpty ? 0 : 2)
    let first = ListWindow.top(0, cursor: cursor ?? 0, height: list.rows, count: items.count)
    for (row, item) in items.dropFirst(first).prefix(list.rows).enumerated() {
      draw(item, isCursor: first + row == cursor, in: list.row(row))
    }
  }

  private func draw(_ item: Item, isCursor: Bool, in area: Area) {
    if item.kind == .heading {
      area.write(item.label, column: 1, tone: .dialogTitle)
      return
    }
    let tone: Tone = isCursor ? .listCursor : item.kind == .off ? .buttonOff : .dialog
    area.fill(tone: tone)
    area.write(isCursor ? ">" : item.kind == .off ? "-" : " ", column: 1, tone: tone)
    let keysWidth = displayWidth(item.keys)
    let keysStart = max(0, area.columns - keysWidth - 1)
    area.write(item.keys, column: keysStart, tone: isCursor ? tone : .keyName)
    let detailWidth = displayWidth(item.detail)
    let room = max(0, keysStart - 3 - (keysWidth == 0 ? 0 : 1))
    let labelRoom = max(min(displayWidth(item.label), room), room - detailWidth - 2)
    area.write(item.label, column: 3, tone: tone, width: labelRoom)
    area.emphasise(item.matches, of: item.label, row: 0, column: 3, width: labelRoom)
    let detailRoom = max(0, room - labelRoom - 2)
    area.write(item.detail, column: 3 + labelRoom + 2, tone: tone, width: detailRoom)
  }
}
