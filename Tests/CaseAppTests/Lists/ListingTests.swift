import CaseApp
import CaseRules
import Testing

@Suite("A list on the screen")
struct ListingTests {
  private func listing(_ rows: [ExampleLine]) -> Listing<ExampleLine> {
    var listing = Listing<ExampleLine>()
    listing.show(rows)
    return listing
  }

  private func day(_ day: Int) -> CalendarDate? { CalendarDate(year: 2007, month: 10, day: day) }

  @Test("The hand stays on its record when rows come, go and change places")
  func keepsRecord() {
    var list = listing(ExampleLine.rows(10))
    list.select(6)
    list.show(ExampleLine.rows(10).reversed())
    #expect(list.current?.id == 6)
    list.show(ExampleLine.rows(3, from: 5))
    #expect(list.current?.id == 6)
    list.show(ExampleLine.rows(3))
    #expect(list.current?.id == 1, "the record is gone: the hand stays where it stood")
  }

  @Test("The hand stays on its record while narrowing lets it")
  func narrowing() {
    var list = listing([
      ExampleLine(id: 1, name: "SMITH John"), ExampleLine(id: 2, name: "PATEL Ravi"),
      ExampleLine(id: 3, name: "SMITHERS Paul"),
    ])
    list.select(3)
    list.reduce(.typed("smi"))
    #expect(list.count == 2)
    #expect(list.current?.id == 3)
    list.reduce(.typed("th j"))
    #expect(list.current?.id == 1)
    list.reduce(.narrowingCleared)
    #expect(list.count == 3)
    #expect(list.current?.id == 1)
  }

  @Test("A list can be held to the value under the hand, and let go again")
  func onlyThisValue() {
    var list = listing([
      ExampleLine(id: 1, name: "Prison", day: day(1)), ExampleLine(id: 2, name: "Community"),
      ExampleLine(id: 3, name: "prison", day: day(2)), ExampleLine(id: 4, name: "Prison"),
    ])
    list.select(3)
    list.reduce(.onlyThisValue)
    #expect(list.count == 3)
    #expect(list.current?.id == 3)
    list.reduce(.typed("02/10"))
    #expect(list.count == 1)
    list.reduce(.narrowingCleared)
    list.reduce(.allValues)
    #expect(list.count == 4)
    #expect(list.current?.id == 3)
  }

  @Test("Sorting goes up, then down, then back to the list's own order; empty values come last")
  func sorting() {
    var list = listing([
      ExampleLine(id: 1, name: "B", day: day(3)), ExampleLine(id: 2, name: "a", day: nil),
      ExampleLine(id: 3, name: "C", day: day(1)),
    ])
    list.select(2)
    list.reduce(.columnMoved(right: true))
    list.reduce(.sorted)
    #expect((0..<3).map { list.line($0)?.id } == [3, 1, 2])
    list.reduce(.sorted)
    #expect((0..<3).map { list.line($0)?.id } == [1, 3, 2])
    #expect(list.current?.id == 2)
    list.reduce(.sorted)
    #expect((0..<3).map { list.line($0)?.id } == [1, 2, 3])
  }

  @Test("CUS-007: rows that sort alike keep the order the records gave them")
  func stable() {
    var list = listing((0..<50).map { ExampleLine(id: $0, name: "same") })
    list.reduce(.sorted)
    #expect((0..<50).map { list.line($0)?.id } == Array(0..<50))
  }

  @Test("Ticks outlast narrowing and sorting")
  func ticks() {
    var list = listing(ExampleLine.rows(20))
    list.reduce(.ticked)
    list.reduce(.ticked)
    #expect(list.ticked == [0, 1])
    #expect(list.cursor == 2)
    list.reduce(.typed("19"))
    list.reduce(.sorted)
    list.reduce(.narrowingCleared)
    #expect(list.tickedSubjects.map(\.number) == [0, 1])
    list.reduce(.tickedAll)
    #expect(list.ticked.count == 20)
    list.reduce(.tickedAll)
    #expect(list.ticked.isEmpty)
  }

  @Test("A page leaves two rows of the last one in view")
  func pages() {
    var list = listing(ExampleLine.rows(100))
    list.reduce(.moved(.pageDown, rows: 10))
    #expect(list.top(for: 10) == 8)
    #expect(list.cursor == 8)
    list.reduce(.moved(.pageDown, rows: 10))
    #expect(list.top(for: 10) == 16)
    list.reduce(.moved(.pageUp, rows: 10))
    #expect(list.top(for: 10) == 8)
    list.reduce(.moved(.bottom, rows: 10))
    #expect(list.cursor == 99)
    #expect(list.top(for: 10) == 90)
    list.reduce(.moved(.top, rows: 10))
    #expect(list.cursor == 0 && list.top(for: 10) == 0)
  }

  @Test("A smaller window still shows the row the hand is on")
  func resize() {
    var list = listing(ExampleLine.rows(100))
    list.select(30)
    for rows in [1, 2, 5, 17, 40, 200] {
      let top = list.top(for: rows)
      #expect(top <= 30 && 30 < top + rows)
    }
  }

  @Test("Headings take lines of their own and never the hand")
  func headings() {
    let one = ListGroup(0, "One")
    let two = ListGroup(1, "Two")
    var list = listing([
      ExampleLine(id: 1, name: "a", section: one), ExampleLine(id: 2, name: "b", section: one),
      ExampleLine(id: 3, name: "c", section: two), ExampleLine(id: 4, name: "d", section: two),
    ])
    // Heading, 1, 2, blank, heading, 3, 4
    #expect(list.lineCount == 7)
    #expect((0..<4).map { list.line(ofRow: $0) } == [1, 2, 5, 6])
    #expect((0..<7).map { list.row(onLine: $0) } == [0, 0, 1, 2, 2, 2, 3])
    list.reduce(.moved(.down, rows: 3))
    list.reduce(.moved(.down, rows: 3))
    #expect(list.current?.id == 3)
    #expect(list.top(for: 3) == 3, "the heading stays in view with its first row")
    for rows in 1...8 {
      list.reduce(.moved(.pageUp, rows: rows))
      list.reduce(.moved(.pageUp, rows: rows))
      list.reduce(.moved(.pageUp, rows: rows))
      list.reduce(.moved(.pageUp, rows: rows))
      #expect(list.cursor == 0)
      for _ in 0..<4 { list.reduce(.moved(.pageDown, rows: rows)) }
      #expect(list.cursor == 3)
    }
  }

  @Test("What others changed is counted and waits; bringing it in keeps the hand in place")
  func waits() {
    var list = listing(ExampleLine.rows(5))
    list.select(3)
    var fresh = ExampleLine.rows(6)
    fresh[1].name = "Changed"
    fresh.remove(at: 0)
    list.offer(fresh)
    #expect(list.changed.count == 3, "one changed, one gone, one new")
    #expect(list.rows == ExampleLine.rows(5))
    list.reduce(.broughtIn)
    #expect(list.rows == fresh)
    #expect(list.current?.id == 3)
    #expect(list.changed.count == 0)
    list.offer(fresh)
    #expect(list.waiting == nil)
  }

  @Test("No move traps in an empty list")
  func empty() {
    var list = listing([])
    for move in [ListMove.up, .down, .pageUp, .pageDown, .halfPageDown, .top, .bottom] {
      list.reduce(.moved(move, rows: 0))
      list.reduce(.moved(move, rows: 10))
    }
    list.reduce(.ticked)
    list.reduce(.tickedAll)
    list.reduce(.sorted)
    list.reduce(.erased)
    #expect(list.current == nil)
    #expect(list.position == nil)
  }
}

extension Listing {
  /// Walks down from the top to a row of the list.
  fileprivate mutating func select(_ id: Line.ID) {
    reduce(.moved(.top, rows: 10))
    while let before = position, current?.id != id {
      reduce(.moved(.down, rows: 10))
      if position == before { return }
    }
  }
}
