import Testing
import TextScreen

@Suite("Drawing in an area")
struct AreaTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (Area) -> Void) -> String {
    Frame(Size(columns: columns, rows: rows), draw).text()
  }

  @Test("text that does not fit ends with an ellipsis")
  func ellipsis() {
    #expect(drawn(6, 1) { $0.write("abcdefgh") } == "abcde…")
    #expect(drawn(6, 1) { $0.write("abcdef") } == "abcdef")
    #expect(drawn(9, 1) { $0.write("abcdefgh", column: 1, width: 4) } == " abc…")
    #expect(drawn(6, 1) { $0.write("Siân O'C") } == "Siân …")
    #expect(drawn(5, 1) { $0.write("作業中") } == "作業…")
    #expect(drawn(4, 1) { $0.write("作業中") } == "作 …")
    #expect(drawn(4, 1) { $0.write("作業") } == "作業")
  }

  @Test("text stands left, right or in the middle of its width")
  func alignment() {
    #expect(drawn(8, 1) { $0.write("ab", width: 6, align: .right) } == "    ab")
    #expect(drawn(8, 1) { $0.write("ab", width: 6, align: .centre) } == "  ab")
    #expect(drawn(8, 1) { $0.write("abcdef", column: 1, width: 4, align: .right) } == " abc…")
  }

  @Test("writing answers with the column after the text")
  func columns() {
    var ends: [Int] = []
    _ = drawn(10, 1) { area in
      ends.append(area.write("abc"))
      ends.append(area.write("作", column: 3))
      ends.append(area.write("", column: 5))
      ends.append(area.write("abcdefghijkl", column: 5))
      ends.append(area.write("x", column: 12))
      ends.append(area.write("ab", width: 5, pads: true))
    }
    #expect(ends == [3, 5, 5, 10, 12, 5])
  }

  @Test("what lies outside is clipped on every side")
  func clipping() {
    let text = drawn(6, 3) { area in
      let part = area.part(row: 1, column: 1, rows: 1, columns: 3)
      part.write("abcdef", row: 0, column: -2)
      part.write("no", row: -1)
      part.write("no", row: 1)
      area.write("x", row: 2, column: 5)
      area.write("x", row: 3, column: 5)
      area.part(row: 2, column: -5, rows: 9, columns: 6).write("yes", column: 0)
    }
    #expect(text == "\n cd…\n…    x")
  }

  @Test("half a wide letter never stays")
  func wideLetters() {
    #expect(
      drawn(4, 1) { area in
        area.write("作業"); area.write("x", column: 1)
      } == " x業")
    #expect(
      drawn(4, 1) { area in
        area.write("作業"); area.write("x", column: 2)
      } == "作x")
    #expect(
      drawn(4, 1) { area in
        area.write("abcd"); area.write("作", column: 1)
      } == "a作d")
    #expect(
      drawn(4, 1) { area in
        area.write("作業"); area.fillPart()
      } == "  業")
  }

  @Test("splitting and insetting keep within the area")
  func parts() {
    Frame(Size(columns: 10, rows: 6)).withArea { area in
      let (top, rest) = (area.top(2), area.droppingTop(2))
      #expect(top.size == Size(columns: 10, rows: 2) && rest.rect.row == 2 && rest.rows == 4)
      #expect(rest.droppingBottom(9).rows == 0 && rest.bottom(9).rows == 4)
      let (left, right) = area.split(right: 7)
      #expect(left.columns == 3 && right.rect.column == 3 && right.columns == 7)
      #expect(area.inset(rows: 9, columns: 9).size == Size(columns: 0, rows: 0))
      #expect(
        area.centred(rows: 2, columns: 4).rect == Rect(column: 3, row: 2, columns: 4, rows: 2))
      #expect(area.centred(rows: 99, columns: 99).rect == area.rect)
    }
  }

  @Test("a popup opens under its row, or above where there is no room")
  func popup() {
    Frame(Size(columns: 20, rows: 10)).withArea { area in
      #expect(area.popup(under: 2, column: 3, rows: 4, columns: 8).rect.row == 3)
      #expect(area.popup(under: 8, column: 3, rows: 4, columns: 8).rect.row == 4)
      #expect(area.popup(under: 8, column: 18, rows: 4, columns: 8).rect.column == 12)
      #expect(area.popup(under: 4, column: 0, rows: 40, columns: 80).rect.rows == 5)
    }
  }

  @Test("the cursor is only placed inside")
  func cursor() {
    let frame = Frame(Size(columns: 10, rows: 4)) { area in
      area.part(row: 1, column: 2, rows: 2, columns: 3).placeCursor(row: 1, column: 2)
      area.placeCursor(row: 9, column: 9)
    }
    #expect(frame.cursor == Point(column: 4, row: 2))
  }

  @Test("a cluster of marks is one cell, whatever follows it")
  func clusters() {
    let frame = Frame(Size(columns: 4, rows: 1)) { $0.write("x\u{302}yx\u{302}") }
    #expect(frame.glyph(0, 0) == .cluster("x\u{302}"))
    #expect(frame.glyph(1, 0) == .scalar("y"))
    #expect(frame.glyph(2, 0) == .cluster("x\u{302}"))
  }

  @Test("no drawing at any place or size upsets the picture")
  func anything() {
    var random = Chance(seed: 7)
    for _ in 0..<400 {
      let size = Size(columns: random.next(12), rows: random.next(5))
      let frame = Frame(size) { area in
        for _ in 0..<12 {
          let part = area.part(
            row: random.next(8) - 2, column: random.next(16) - 3, rows: random.next(6) - 1,
            columns: random.next(14) - 1)
          let text = HostileText.samples[random.next(HostileText.samples.count)]
          part.write(
            text, row: random.next(4) - 1, column: random.next(10) - 3, width: random.next(12) - 1,
            align: [.left, .right, .centre][random.next(3)], pads: random.next(2) == 0)
          if random.next(4) == 0 { part.fill(tone: .ok) }
          if random.next(4) == 0 { part.box(title: text, note: "n", footer: text) }
          part.paint(row: random.next(5) - 1, columns: 0..<random.next(9), tone: .warn)
        }
      }
      #expect(frame.isWhole)
    }
  }
}

/// Numbers that look random and are the same in every run.
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to, but not including, the limit.
  mutating func next(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return limit <= 0 ? 0 : Int(state >> 1) % limit
  }
}

extension Frame {
  /// Whether every wide letter has its right half, and no right half stands alone.
  var isWhole: Bool {
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = cell(column, row)
        let next = column + 1 < size.columns && self.cell(column + 1, row).isContinuation
        if cell.isWide != next { return false }
        if cell.isContinuation, column == 0 || !self.cell(column - 1, row).isWide { return false }
      }
    }
    return true
  }

  func withArea(_ body: (Area) -> Void) {
    var copy = self
    copy.draw(body)
  }
}

extension Area {
  fileprivate func fillPart() {
    part(row: 0, column: 0, rows: 1, columns: 1).fill(tone: .text)
  }
}
