import Testing
import TextScreen

@Suite("Widgets of forms")
struct FormWidgetTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (Area) -> Void) -> Frame {
    Frame(Size(columns: columns, rows: rows), draw)
  }

  private let layout = FieldRow.Layout(numberWidth: 5, labelWidth: 18)

  @Test("the fields of a form line up, each mark in its place")
  func fields() {
    let rows: [FieldRow] = [
      FieldRow(
        number: "3.1", label: "Assessed on", value: "22/11/2026", need: .needed, width: 12,
        note: "Sunday, today"),
      FieldRow(
        number: "3.2", label: "Where", value: "SN", need: .neededHere, isCarried: true, width: 3,
        note: "Stoke Newington"),
      FieldRow(
        number: "3.4", label: "Drug test taken", value: "31/11", problem: .error, width: 12,
        note: "There is no 31 November"),
      FieldRow(number: "3.5", label: "Age", value: "9", problem: .warning, width: 3),
      FieldRow(number: "3.6", label: "Street", value: "Ash Rd", problem: .changedByOther, width: 8),
      FieldRow(number: "3.7", label: "Total", value: "220.00", state: .readOnly),
      FieldRow(number: "3.8", label: "Injected", state: .off, width: 4),
      FieldRow(
        label: "Password", value: "secret", state: .focused, caret: 6, isSecret: true, width: 8),
    ]
    let frame = drawn(66, rows.count) { area in
      for (index, row) in rows.enumerated() { row.draw(in: area.row(index), layout: layout) }
    }
    #expect(
      frame.text() == """
           3.1  * Assessed on         [22/11/2026  ]  Sunday, today
           3.2 (*) Where            = [SN ]  Stoke Newington
         ! 3.4    Drug test taken     [31/11       ]  There is no 31 Nov…
         ? 3.5    Age                 [9  ]
         # 3.6    Street              [Ash Rd  ]
           3.7    Total                220.00
           3.8    Injected             -
        >         Password            [******  ]
        """)
    #expect(frame.cursor == Point(column: 37, row: 7))
    #expect(frame.cell(31, 2).tone == .fieldError)
    #expect(frame.cell(31, 7).tone == .fieldFocus)
  }

  @Test(
    "a value longer than its box moves so that the caret is seen", arguments: [0, 5, 9, 10, 20, 26])
  func moving(caret: Int) throws {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let frame = drawn(10, 1) {
      ValueBox(text: letters, caret: caret).draw(in: $0, tone: .fieldFocus)
    }
    let cursor = try #require(frame.cursor)
    let expected = Array(letters + " ")[caret]
    let shown = frame.glyph(cursor.column, 0)
    #expect(shown == .scalar(expected.unicodeScalars.first ?? " ") || shown == .symbol(.ellipsis))
    if caret >= 10 { #expect(frame.glyph(0, 0) == .symbol(.ellipsis)) }
  }

  @Test("what the next letter replaces is shown as selected")
  func selection() {
    let frame = drawn(10, 1) {
      ValueBox(text: "Siân作", caret: 5, selection: 2..<5).draw(in: $0, tone: .fieldFocus)
    }
    #expect(frame.cell(1, 0).tone == .fieldFocus)
    #expect((2..<6).allSatisfy { frame.cell($0, 0).tone == .fieldSelected })
    #expect(frame.cell(6, 0).tone == .fieldFocus)
    #expect(frame.cursor == Point(column: 6, row: 0))
  }

  @Test("a long text wraps, follows its caret and says that there is more")
  func textBox() {
    let text = "Using daily since release. Wants a script.\n\nSeen."
    let frame = drawn(16, 3) { TextBox(text: text, caret: 45).draw(in: $0) }
    #expect(frame.text() == "▲script.\n│\n│Seen.")
    #expect(frame.cursor == Point(column: 2, row: 2))
    let top = drawn(16, 3) { TextBox(text: text).draw(in: $0) }
    #expect(top.text() == "│Using daily\n│since release.\n▼Wants a")
    #expect(top.cursor == nil)
    let end = drawn(16, 3) { TextBox(text: "abc\n", caret: 4).draw(in: $0) }
    #expect(end.cursor == Point(column: 1, row: 1))
  }

  @Test("sections show how far each is, and which one is open")
  func sections() {
    let frame = drawn(30, 3) {
      SectionList(
        [.init("Person", status: "done"), .init("Drugs", status: "2 to fix", tone: .warn)],
        current: 1
      ).draw(in: $0)
    }
    #expect(
      frame.text()
        == """
          1 Person               done
        > 2 Drugs            2 to fix

        """)
  }

  @Test("a month shows its days under Monday to Sunday, with marks")
  func calendar() {
    let month = MonthCalendar(
      title: "April 2026", firstWeekday: 2, days: 30, selected: 3, today: 22,
      marks: [6: .init("B")], notes: ["B bank holiday"])
    let frame = drawn(month.size.columns, month.size.rows) { month.draw(in: $0) }
    #expect(
      frame.text(isASCII: true) == """
        +- April 2026 -----------------+
        |  Mo  Tu  We  Th  Fr  Sa  Su  |
        |           1   2 [ 3]  4   5  |
        |   6B  7   8   9  10  11  12  |
        |  13  14  15  16  17  18  19  |
        |  20  21 (22) 23  24  25  26  |
        |  27  28  29  30              |
        |                              |
        | B bank holiday               |
        +------------------------------+
        """)
    #expect(frame.cursor == Point(column: 19, row: 2))
  }
}
