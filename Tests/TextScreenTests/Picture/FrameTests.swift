import Testing
import TextScreen

@Suite("Frames")
struct FrameTests {
  @Test("a snapshot shows the grid, what is not plain, and the cursor")
  func snapshot() {
    let frame = Frame(Size(columns: 8, rows: 3)) { area in
      area.write("ab", tone: .title)
      area.write("late", row: 1, column: 2, tone: .dueOverdue)
      area.emphasise([0..<2], of: "late", row: 1, column: 2, width: 4)
      area.horizontalLine(row: 2, columns: 3)
      area.placeCursor(row: 1, column: 2)
    }
    #expect(
      frame.snapshot() == """
        ab
          late
        ───
        ---
        0:0-1 title
        1:2-3 due.overdue+
        1:4-5 due.overdue
        2:0-2 border
        cursor 1:2

        """)
    #expect(frame.snapshot(isASCII: true).contains("---\n---"))
  }

  @Test("only what looks different is sent")
  func changes() {
    let size = Size(columns: 10, rows: 3)
    let old = Frame(size) { $0.write("abcdef", row: 1) }
    let new = Frame(size) { area in
      area.write("abXdef", row: 1)
      area.write("!", row: 2, column: 9, tone: .error)
    }
    #expect(new.changes(since: new).isEmpty)
    #expect(
      new.changes(since: old)
        == [Change(row: 1, columns: 2..<3), Change(row: 2, columns: 9..<10)])
    #expect(new.changes(since: nil).count == 3)
    #expect(new.changes(since: Frame(Size(columns: 9, rows: 3))).count == 3)
  }

  @Test("clusters are compared by their letters, not by their numbers")
  func clusters() {
    let size = Size(columns: 6, rows: 1)
    let one = Frame(size) { $0.write("x\u{302}y\u{302}") }
    let same = Frame(size) { area in
      area.write("y\u{302}y\u{302}")
      area.write("x\u{302}")
    }
    let other = Frame(size) { $0.write("y\u{302}x\u{302}") }
    #expect(same.changes(since: one).isEmpty)
    #expect(other.changes(since: one) == [Change(row: 0, columns: 0..<2)])
  }

  @Test("a change begins at the left half of a wide letter")
  func wide() {
    let size = Size(columns: 6, rows: 1)
    let old = Frame(size) { $0.write("a ", tone: .text) }
    let new = Frame(size) { $0.write("作") }
    #expect(new.changes(since: old).first?.columns.lowerBound == 0)
  }

  @Test("the changes turn the old picture into the new one")
  func complete() {
    var random = Chance(seed: 3)
    let size = Size(columns: 12, rows: 3)
    var old = Frame(size)
    for _ in 0..<300 {
      var new = old
      new.draw { area in
        area.write(
          HostileText.samples[random.next(HostileText.samples.count)], row: random.next(3),
          column: random.next(12), tone: random.next(2) == 0 ? .text : .warn)
      }
      let changed = Set(
        new.changes(since: old).flatMap { change in
          change.columns.map { Point(column: $0, row: change.row) }
        })
      for row in 0..<3 {
        for column in 0..<12 where !changed.contains(Point(column: column, row: row)) {
          #expect(new.glyph(column, row) == old.glyph(column, row))
          #expect(new.cell(column, row).tone == old.cell(column, row).tone)
        }
      }
      old = new
    }
  }

  @Test("asking outside the picture answers with a blank")
  func outside() {
    #expect(Frame(Size(columns: 1, rows: 1)).glyph(5, -1) == .scalar(" "))
    #expect(Frame(Size(columns: -3, rows: 2)).cells.isEmpty)
  }
}
