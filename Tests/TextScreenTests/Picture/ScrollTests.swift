import Testing
import TextScreen

@Suite("Rows that move together")
struct ScrollTests {
  private func picture(_ rows: [String]) -> Frame {
    var frame = Frame(Size(columns: 20, rows: rows.count))
    for (row, text) in rows.enumerated() { frame.draw { $0.write(text, row: row) } }
    return frame
  }

  /// A head, ten rows of a longer list, a foot.
  private func list(from first: Int, head: String = "head") -> Frame {
    picture([head, ""] + (first..<first + 10).map { "row \($0)" } + ["", "foot"])
  }

  @Test(
    "A list that moves by a row is found, with the row it leaves",
    arguments: [(4, 5, 1), (5, 4, -1)])
  func list(before: Int, after: Int, up: Int) throws {
    let (old, new) = (list(from: before), list(from: after))
    let scroll = try #require(new.scroll(since: old))
    #expect(scroll.rows == 2..<12)
    #expect(scroll.up == up)
    #expect(rows(new.changes(since: old, after: scroll)).count == 1)
  }

  @Test("What else has changed beside the list is sent as ever")
  func beside() throws {
    let (old, new) = (list(from: 4), list(from: 5, head: "another"))
    let scroll = try #require(new.scroll(since: old))
    #expect(rows(new.changes(since: old, after: scroll)) == [0, 11])
  }

  private func rows(_ changes: [Change]) -> Set<Int> { Set(changes.map(\.row)) }

  @Test(
    "Nothing moves where rows stay, are others, or are hardly a block",
    arguments: [
      (["a", "b", "c", "d", "e", "f", "g"], ["a", "b", "c", "d", "e", "f", "g"]),
      (["a", "b", "c", "d", "e", "f", "g"], ["h", "i", "j", "k", "l", "m", "n"]),
      (["a", "b", "c", "d", "e", "f", "g"], ["a", "c", "d", "e", "f", "x", "y"]),
      (["", "", "", "", "", "", ""], ["", "", "", "", "", "", "x"]),
    ])
  func nothing(before: [String], after: [String]) {
    #expect(picture(after).scroll(since: picture(before)) == nil)
  }

  @Test("A picture of another size is sent whole")
  func size() {
    #expect(list(from: 4).scroll(since: picture(["a"])) == nil)
    #expect(Frame(Size(columns: 0, rows: 0)).scroll(since: Frame(Size(columns: 0, rows: 0))) == nil)
  }
}

extension Frame {
  fileprivate func changes(since old: Frame, after scroll: Scroll) -> [Change] {
    var moved = old
    moved.scroll(scroll)
    return changes(since: moved)
  }
}
