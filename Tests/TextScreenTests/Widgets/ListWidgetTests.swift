import Testing
import TextScreen

@Suite("Widgets of lists and menus")
struct ListWidgetTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (Area) -> Void) -> Frame {
    Frame(Size(columns: columns, rows: rows), draw)
  }

  private let columns: [TableColumn] = [
    TableColumn("Name", minimum: 10, ideal: 14, grows: true), TableColumn("Born", minimum: 10),
    TableColumn("Ref", minimum: 6, hides: 1),
    TableColumn("Due", minimum: 7, align: .right, sorted: .up),
    TableColumn("Area", minimum: 8, hides: 2),
  ]

  @Test(
    "columns share the room, and hide from the right when there is none",
    arguments: [
      (70, [0, 1, 2, 3, 4], 31), (49, [0, 1, 2, 3, 4], 10), (48, [0, 1, 2, 3], 19),
      (39, [0, 1, 2, 3], 10), (38, [0, 1, 3], 17), (31, [0, 1, 3], 10), (12, [0, 1, 3], 10),
      (0, [0, 1, 3], 10),
    ])
  func layout(width: Int, shown: [Int], first: Int) {
    let layout = TableLayout(columns, width: width)
    #expect(layout.places.map(\.column) == shown)
    #expect(layout.places.first?.width == first)
    #expect(layout.hidden == 5 - shown.count)
    for (one, next) in zip(layout.places, layout.places.dropFirst()) {
      #expect(next.start == one.start + one.width + 2)
    }
  }

  @Test("a narrow column is shown in the room that a wider one left, although it hides before it")
  func fillsRoom() {
    let columns = [
      TableColumn("Name", minimum: 10), TableColumn("Kind", minimum: 4, hides: 2, fillsRoom: true),
      TableColumn("Note", minimum: 4, hides: 3), TableColumn("What is next", minimum: 20, hides: 1),
    ]
    #expect(TableLayout(columns, width: 37).places.map(\.column) == [0, 3])
    #expect(TableLayout(columns, width: 31).places.map(\.column) == [0, 1])
    #expect(TableLayout(columns, width: 15).places.map(\.column) == [0])
  }

  @Test("columns that grow share what is left, up to their limits")
  func growing() {
    let columns = [
      TableColumn("Name", minimum: 10, grows: true, maximum: 20), TableColumn("Ref", minimum: 6),
      TableColumn("Note", minimum: 10, grows: true),
    ]
    #expect(TableLayout(columns, width: 41).places.map(\.width) == [16, 6, 15])
    #expect(TableLayout(columns, width: 80).places.map(\.width) == [20, 6, 50])
  }

  @Test("a table has a header, a cursor, boxes to tick and headings")
  func table() {
    let rows: [TableRow] = [
      TableRow(
        [
          TableCell("SMITH John", matches: [0..<3]), "03/04/1985", "D-1042",
          TableCell("!! late", tone: .dueOverdue),
        ],
        isTicked: true),
      .heading("ON THE DAY"),
      TableRow(["SMITHERS-JONES Paul", "30/01/1979", "D-0733", "-"], isTicked: false),
    ]
    let frame = drawn(46, 5) {
      Table(columns: Array(columns.prefix(4)), rows: rows, cursor: 2, showsTicks: true).draw(in: $0)
    }
    #expect(
      frame.text() == """
              Name         Born        Ref       Due ▲
         [x]  SMITH John   03/04/1985  D-1042  !! late
              ON THE DAY
         [ ] >SMITHERS-J…  30/01/1979  D-0733        -

        """)
    #expect(frame.cursor == Point(column: 6, row: 3))
    #expect(frame.cell(0, 3).tone == .listCursor)
    #expect(frame.cell(45, 3).tone == .listCursor)
    #expect(frame.cell(6, 1).isEmphasised && !frame.cell(9, 1).isEmphasised)
    #expect(frame.cell(40, 1).tone == .dueOverdue)
    #expect((0..<46).contains { frame.cell($0, 0).tone == .listHeaderSorted })
  }

  @Test("a red alert stays red under the cursor, and the rest of its row shows the bar")
  func alertUnderCursor() {
    let alert = TableRow([
      TableCell("!! 70 mg", tone: .error), "SMITH John", TableCell("!! late", tone: .dueOverdue),
    ])
    let frame = drawn(46, 2) {
      Table(columns: Array(columns.prefix(3)), rows: [alert], cursor: 0).draw(in: $0)
    }
    let tones = (0..<46).map { frame.cell($0, 1).tone }
    #expect(tones[3] == .error)
    #expect(tones[1] == .listCursor)
    #expect(Set(tones) == [.error, .listCursor])
    // Where there are no colours, it is underlined.
    #expect(frame.cell(3, 1).isEmphasised && !frame.cell(14, 1).isEmphasised)
  }

  @Test("without the focus the row keeps its mark but not the bar")
  func unfocused() {
    let frame = drawn(40, 3) {
      Table(columns: columns, rows: [TableRow(["A", "B"])], cursor: 0, isFocused: false).draw(
        in: $0)
    }
    #expect(frame.glyph(1, 1) == .scalar(">"))
    #expect(frame.cell(1, 1).tone == .listRow)
    #expect(frame.cursor == nil)
  }

  @Test("an empty table says so, and the cursor stands on it")
  func empty() {
    let frame = drawn(40, 3) {
      Table(columns: columns, rows: [], emptyText: "Nobody fits").draw(in: $0)
    }
    #expect(frame.rowText(1) == "   Nobody fits")
    #expect(frame.cursor == Point(column: 3, row: 1))
  }

  @Test(
    "the window follows the cursor and moves as little as possible",
    arguments: [
      (0, 0, 5, 20, 0), (0, 4, 5, 20, 0), (0, 5, 5, 20, 1), (10, 3, 5, 20, 3), (18, 19, 5, 20, 15),
      (3, 2, 5, 4, 0), (0, 0, 0, 0, 0), (9, 0, 5, 0, 0),
    ])
  func window(top: Int, cursor: Int, height: Int, count: Int, first: Int) {
    #expect(ListWindow.top(top, cursor: cursor, height: height, count: count) == first)
  }

  @Test("a choice list opens with its codes, notes and boxes to tick")
  func choices() {
    let list = ChoiceList(
      title: "3 of 41",
      choices: [
        .init(
          code: "MET", label: "Methamphetamine", note: "exact", isTicked: true, matches: [0..<3]),
        .init(code: "MTD", label: "Methadone", isTicked: false),
      ], cursor: 0, footer: "Enter takes")
    let frame = drawn(list.size.columns, list.size.rows) { list.draw(in: $0) }
    #expect(
      frame.text(isASCII: true)
        == """
        +- 3 of 41 -------------------------+
        | > [x] MET  Methamphetamine  exact |
        |   [ ] MTD  Methadone              |
        +--------------------- Enter takes -+
        """)
    #expect(frame.cursor == Point(column: 4, row: 1))
  }

  @Test("a dialog stands in the middle, opens on the safe button and marks it")
  func dialog() {
    let dialog = Dialog(
      title: "Discard the draft?", body: ["Nobody else can see it.", "It cannot be undone."],
      buttons: [.init("Discard"), .init("Keep", isSafe: true)], focus: 1, width: 40)
    var content = Rect(column: 0, row: 0, columns: 0, rows: 0)
    let frame = drawn(50, 11) { content = dialog.draw(in: $0).rect }
    #expect(
      frame.text(isASCII: true)
        == """


             +- Discard the draft? -----------------+
             |                                      |
             | Nobody else can see it.              |
             | It cannot be undone.                 |
             |                                      |
             |        < Discard >   <<Keep>>        |
             +--------------------------------------+


        """)
    #expect(content.rows == 0)
    #expect(frame.cursor == Point(column: 30, row: 7))
    #expect(frame.cell(28, 7).tone == .buttonFocus)
  }

  @Test("a button that does not fit beside the others stands below them, and none is cut")
  func manyButtons() {
    let dialog = Dialog(
      title: "Write it?", body: ["One line"],
      buttons: [.init("Papers"), .init("CSV list"), .init("JSON list"), .init("No", isSafe: true)],
      focus: 3, width: 30)
    let frame = drawn(40, 9) { dialog.draw(in: $0) }
    #expect(
      frame.text(isASCII: true)
        == """

        +- Write it? --------------------------+
        |                                      |
        | One line                             |
        |                                      |
        |      < Papers >   < CSV list >       |
        |        < JSON list >   <<No>>        |
        +--------------------------------------+

        """)
  }

  @Test("a dialog keeps room for something of its caller's own")
  func dialogContent() {
    let dialog = Dialog(
      title: "Why?", body: ["One line"], buttons: [.init("Go on"), .init("Not now", isSafe: true)],
      focus: nil, contentRows: 2, width: 40)
    var content = Rect(column: 0, row: 0, columns: 0, rows: 0)
    _ = drawn(60, 20) { content = dialog.draw(in: $0).rect }
    #expect(content.rows == 2)
    #expect(content.columns == 36)
  }

  @Test("a menu's letters stand in columns at the bottom")
  func whichKey() {
    let panel = WhichKeyPanel(
      title: "Go to",
      entries: [
        .init(key: "h", label: "Home"), .init(key: "c", label: "Caseload"),
        .init(key: "s", label: "Figures", offReason: "managers"), .init(key: "1-4", label: "Pane"),
      ])
    let frame = drawn(60, 5) { panel.draw(in: $0) }
    #expect(
      frame.text(isASCII: true)
        == """


        +- Go to -------------------------------------------- Esc -+
        | h Home     c Caseload   s Figures (managers)   1-4 Pane  |
        +----------------------------------------------------------+
        """)
    #expect(frame.cell(26, 3).tone == .keyOff)
  }

  @Test("the palette shows what fits, what is not allowed, and its keys")
  func palette() {
    let palette = CommandPalette(
      title: "Commands", query: "new", caret: 3,
      items: [
        .init("New contact note", detail: "SMITH John", keys: "Ctrl+N n", matches: [0..<3]),
        .init("New order", kind: .off, detail: "supervisors only"), .init("RECENT", kind: .heading),
      ], cursor: 0, footer: "Esc closes")
    let frame = drawn(50, 7) { palette.draw(in: $0) }
    #expect(
      frame.text(isASCII: true)
        == """
        +- Commands -------------------------------------+
        | > new                                          |
        |                                                |
        | > New contact note         SMITH John Ctrl+N n |
        | - New order                   supervisors only |
        | RECENT                                         |
        +----------------------------------- Esc closes -+
        """)
    #expect(frame.cursor == Point(column: 7, row: 1))
  }
}
