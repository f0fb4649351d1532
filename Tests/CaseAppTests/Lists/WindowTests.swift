import CaseApp
import CaseRules
import Testing

/// A long list that exists only here: 3,000 people in the order of their numbers.
private struct LongList: ListPlace {
  var listing = Listing<ExampleLine>(.window(.init()))
  var title: String { "Long" }
  var emptyWords: EmptyWords { EmptyWords("Nothing.") }

  func request(in context: AppContext) -> ReadRequest? { .people(PageRequest()) }
  func request(for page: PageRequest) -> ReadRequest? { .people(page) }
  func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<ExampleLine>? { nil }

  func key(of line: ExampleLine) -> PageKey? {
    PageKey(familyName: line.name, givenNames: "", ref: RecordRef(.person, Int64(line.id)))
  }
}

@Suite("A window on a long list")
struct WindowTests {
  private func page(
    _ rows: [ExampleLine], before: Bool = false, after: Bool = true
  ) -> RowPage<ExampleLine> {
    RowPage(lines: rows, hasBefore: before, hasAfter: after, total: .moreThan(1000))
  }

  private func moved(_ list: inout LongList, _ move: ListMove, _ times: Int = 1) {
    for _ in 0..<times { list.reduce(.moved(move, rows: 20)) }
  }

  @Test("Rows are read on before the hand comes to the end, and only once")
  func readsAhead() {
    var list = LongList()
    list.listing.land(page(ExampleLine.rows(200)), .fresh)
    #expect(list.readAhead(rows: 20)?.1 == nil)
    moved(&list, .pageDown, 9)
    let wanted = list.readAhead(rows: 20)
    #expect(wanted?.1 == .below)
    guard case .people(let request)? = wanted?.0,
      case .after(.name(_, _, let ref)) = request.place
    else {
      Issue.record("The rows after the last one are asked for")
      return
    }
    #expect(ref == RecordRef(.person, 199))
    #expect(list.readAhead(rows: 20)?.1 == nil, "they are on their way")
    list.listing.land(page(ExampleLine.rows(200, from: 200)), .below)
    #expect(list.listing.rows.count == 400)
    #expect(list.listing.current?.id == 162)
  }

  @Test("The window stays small, and the number of the row stays right")
  func bounded() {
    var list = LongList()
    list.listing.land(page(ExampleLine.rows(200)), .fresh)
    for block in 1..<10 {
      moved(&list, .bottom)
      list.listing.land(page(ExampleLine.rows(200, from: block * 200)), .below)
      #expect(list.listing.rows.count <= 600)
    }
    moved(&list, .bottom)
    #expect(list.listing.current?.id == 1999)
    #expect(list.listing.position == 2000)
    list.listing.land(page(ExampleLine.rows(200, from: 1200), before: true), .above)
    #expect(list.listing.current?.id == 1799 || list.listing.current?.id == 1999)
  }

  @Test("Rows above come in without moving the hand")
  func above() {
    var list = LongList()
    list.listing.land(page(ExampleLine.rows(100, from: 500), before: true), .end)
    moved(&list, .top)
    #expect(list.listing.current?.id == 500)
    #expect(list.listing.position == nil, "nobody counted so far")
    list.listing.land(page(ExampleLine.rows(100, from: 400), before: true), .above)
    #expect(list.listing.current?.id == 500)
    #expect(list.listing.line(0)?.id == 400)
  }

  @Test("The end of a list that was counted knows its numbers")
  func end() {
    var list = LongList()
    list.listing.land(
      RowPage(
        lines: ExampleLine.rows(200, from: 750), hasBefore: true, hasAfter: false,
        total: .exactly(950)), .end)
    #expect(list.listing.position == 950)
  }
}
