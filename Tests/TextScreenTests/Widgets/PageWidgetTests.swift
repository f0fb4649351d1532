import Testing
import TextScreen

@Suite("Widgets of pages")
struct PageWidgetTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (Area) -> Void) -> Frame {
    Frame(Size(columns: columns, rows: rows), draw)
  }

  @Test("Words too long for the hint's row go over two, and lose nothing")
  func overTwoRows() {
    let long = HintRow("The detainee is 16. The route is the youth team.", tone: .message)
    let both = long.overTwoRows(columns: 32)
    #expect(both?.upper.text == "The detainee is 16. The route")
    #expect(both?.lower.text == "is the youth team.")
    #expect(both?.lower.tone == .message)
    #expect(HintRow("Short enough.").overTwoRows(columns: 32) == nil)
    #expect(long.overTwoRows(columns: 32, rest: "F1 shows all.")?.lower.text == both?.lower.text)
  }

  @Test("Words too long for two rows end with where all of them are")
  func moreThanTwoRows() {
    let long = HintRow("The detainee is 16. The route is the youth team, and the parents are told.")
    let both = long.overTwoRows(columns: 32, rest: "F1 shows all.")
    #expect(both?.lower.text == "is the youth te… F1 shows all.")
    #expect(displayWidth(both?.lower.text ?? "") <= 30)
  }

  @Test("the first row says where we are, the marking, and who we are")
  func title() {
    let bar = TitleBar(left: "CASEWORK  Home", marking: "RESTRICTED", right: "A.BEGUM  09:42")
    let frame = drawn(80, 1) { bar.draw(in: $0) }
    #expect(
      frame.text()
        == "CASEWORK  Home                         RESTRICTED                 A.BEGUM  09:42")
    #expect(frame.cell(39, 0).tone == .titleMarking)
  }

  @Test("the marking is never cut, whatever else is long", arguments: [24, 40, 72])
  func marking(columns: Int) {
    let long = String(repeating: "long ", count: 30)
    let frame = drawn(columns, 1) {
      TitleBar(left: long, marking: "RESTRICTED", right: long).draw(in: $0)
    }
    #expect(frame.text().contains("RESTRICTED"))
  }

  @Test("the current tab has signs around it, and no number that looks like its key")
  func tabs() {
    let strip = TabStrip(
      [.init("Caseload", note: "42"), .init("Custody", note: "3"), .init("Diary")], current: 1,
      trailing: "Unfinished: 2")
    let frame = drawn(80, 1) { strip.draw(in: $0) }
    #expect(
      frame.text()
        == " Caseload 42  >Custody 3<  Diary                                  Unfinished: 2")
    #expect(frame.cell(16, 0).tone == .tabCurrent)
    #expect(drawn(36, 1) { strip.draw(in: $0) }.text().contains(">Cust"))
  }

  @Test("where room is short counts go, the widest first; no tab is cut for them")
  func countsGiveWay() {
    let strip = TabStrip(
      [
        .init("Today"), .init("Custody", note: "10"), .init("Caseload", note: "22"),
        .init("Diary", note: "0"), .init("People", note: "1000+"),
      ], current: 0, leading: "Tab", trailing: "3 changed  Unfinished 1")
    let text = drawn(72, 1) { strip.draw(in: $0) }.text()
    #expect(text.contains("People ") && !text.contains("1000+"))
    #expect(text.contains("Custody 10") && text.hasSuffix("Unfinished 1"))
  }

  @Test("the key that goes through the tabs stands before them, and goes before any count does")
  func key() {
    let strip = TabStrip(
      [.init("Today"), .init("Custody", note: "10")], current: 0, leading: "Ctrl+W w")
    #expect(drawn(40, 1) { strip.draw(in: $0) }.text() == " Ctrl+W w >Today<  Custody 10")
    #expect(drawn(24, 1) { strip.draw(in: $0) }.text() == ">Today<  Custody 10")
  }

  @Test("the last three rows: state, hint, keys")
  func feet() {
    let frame = drawn(80, 3) { area in
      StatusRow(kind: "LIST", text: "row 1 of 8", right: "UK time").draw(in: area.row(0))
      HintRow("Enter opens.").draw(in: area.row(1))
      KeyBar(["Help", nil, "Find", nil, nil, nil, nil, nil, "Act", "Leave"]).draw(in: area.row(2))
    }
    #expect(
      frame.text() == """
         LIST  row 1 of 8                                                       UK time
         Enter opens.
        1Help   2       3Find   4       5       6       7       8       9Act    10Leave
        """)
    #expect(frame.cell(8, 2).tone == .keyOff && frame.cell(0, 2).tone == .keyName)
  }

  @Test("a focused box shows its focus without colour, too")
  func boxes() {
    let frame = drawn(20, 3) { $0.box(title: "Cases", note: "9", isFocused: true) }
    #expect(frame.rowText(0) == "╔═ > Cases ════ 9 ═╗")
    let plain = drawn(20, 3) { $0.box(title: "A title that is too long", footer: "Esc") }
    #expect(plain.rowText(0) == "┌─ A title that i… ┐")
    #expect(plain.rowText(2) == "└──────────── Esc ─┘")
  }

  @Test("help is headed, wrapped and shows keys beside what they do")
  func help() {
    let panel = HelpPanel(
      title: "Help",
      blocks: [
        .heading("THIS FIELD"), .words("The date the test was taken. Needed to save."), .blank,
        .keys([("Tab or Enter", "next field"), ("F2", "save")]),
      ], footer: "Esc closes")
    let frame = drawn(40, 9) { panel.draw(in: $0) }
    #expect(
      frame.text(isASCII: true) == """
        +- Help -------------------------------+
        | THIS FIELD                           |
        |   The date the test was taken.       |
        |   Needed to save.                    |
        |                                      |
        |   Tab or Enter      next field       |
        |   F2                save             |
        |                                      |
        +------------------------- Esc closes -+
        """)
    #expect(panel.lineCount(columns: 40) == 6)
    let scrolled = drawn(40, 5) { area in
      var later = panel
      later.top = 99
      later.draw(in: area)
    }
    #expect(scrolled.rowText(3).contains("F2"))
  }

  @Test("facts stand in lines, long ones wrap or are cut")
  func details() {
    let lines: [DetailList.Line] = [
      .init("Born", "03/04/1985"), .init("WARNING", "carries blades and knives", tone: .risk),
    ]
    let cut = drawn(30, 3) { DetailList(lines, labelWidth: 8).draw(in: $0) }
    #expect(cut.text() == " Born     03/04/1985\n WARNING  carries blades and…\n")
    var rows = 0
    let whole = drawn(30, 4) { rows = DetailList(lines, labelWidth: 8, wraps: true).draw(in: $0) }
    #expect(rows == 3)
    #expect(whole.rowText(2) == "          knives")
  }

  @Test("below the smallest size there is only the notice")
  func tooSmall() {
    let frame = drawn(60, 18) { TooSmallNotice().draw(in: $0) }
    #expect(frame.rowText(0) == " The window is 60x18.")
    #expect(frame.rowText(1) == " It needs 72x20 or more.")
  }

  @Test(
    "no widget fails at any size",
    arguments: [
      (0, 0), (1, 1), (2, 2), (3, 40), (20, 5), (40, 1), (72, 20), (79, 23), (80, 24), (140, 45),
      (500, 200),
    ])
  func sizes(columns: Int, rows: Int) {
    // One text of each kind is enough on the largest.
    let texts = columns > 100 ? Array(HostileText.samples.prefix(2)) : HostileText.samples
    for draw in AllWidgets.draws(texts) {
      let frame = drawn(columns, rows, draw)
      #expect(frame.isWhole)
      if let cursor = frame.cursor { #expect(Rect(frame.size).contains(cursor)) }
    }
  }
}

/// Every widget with hostile and long texts in it.
enum AllWidgets {
  static func draws(_ texts: [String]) -> [(Area) -> Void] {
    texts.flatMap { text -> [(Area) -> Void] in
      let long = String(repeating: text, count: 8)
      let columns = [
        TableColumn(long, minimum: 8, grows: true, sorted: .down),
        TableColumn(text, minimum: 4, hides: 1, align: .right),
      ]
      return [
        { TitleBar(left: long, marking: text, right: long).draw(in: $0) },
        { TabStrip([.init(long), .init(text)], current: 0, trailing: text).draw(in: $0) },
        { StatusRow(kind: text, text: long, right: text).draw(in: $0) },
        { KeyBar([text, nil, long]).draw(in: $0) },
        {
          Table(
            columns: columns,
            rows: [
              TableRow([TableCell(long, matches: [0..<3]), TableCell(text)], isTicked: true),
              .heading(long), TableRow([]),
            ], cursor: 0, showsTicks: true
          ).draw(in: $0)
        },
        {
          FieldRow(
            number: text, label: long, value: long, state: .focused, need: .neededHere, caret: 5,
            selection: 1..<40, note: long
          ).draw(in: $0)
        },
        { TextBox(text: long, caret: 7, selection: 2..<9).draw(in: $0) },
        {
          ChoiceList(title: long, choices: [.init(code: text, label: long, note: text)], cursor: 0)
            .draw(in: $0.popup(under: 1, column: 2, rows: 5, columns: 30))
        },
        {
          Dialog(
            title: long, body: [long, text], buttons: [.init(text), .init(long, isSafe: true)],
            focus: 1, contentRows: 3
          ).draw(in: $0).write(text)
        },
        { WhichKeyPanel(title: text, entries: [.init(key: text, label: long)]).draw(in: $0) },
        {
          CommandPalette(
            title: text, query: long, caret: 3,
            items: [.init(long, detail: text, keys: text, matches: [0..<2])], cursor: 0, note: long
          ).draw(in: $0)
        },
        {
          MonthCalendar(title: long, firstWeekday: 9, days: 99, selected: 31, notes: [text])
            .draw(in: $0)
        },
        { SectionList([.init(long, status: text)], current: 4).draw(in: $0) },
        {
          HelpPanel(
            title: text, blocks: [.words(long), .keys([(text, long)])], top: 3, search: text
          ).draw(in: $0)
        },
        { DetailList([.init(text, long)], wraps: true).draw(in: $0) },
        { TooSmallNotice().draw(in: $0) },
      ]
    }
  }
}
