import CaseRules
import TextScreen
import Testing

@testable import CaseScreens

@Suite("The columns of the custody board")
struct BoardColumnsTests {
  private static func shown(at width: Int) -> [String] {
    let columns = BoardLine.tableColumns
    return TableLayout(columns, width: width).places.map { columns[$0.column].title }
  }

  @Test("CUS-002, CUS-007: one of four panes tells how long they wait, and how the offer stands")
  func ofFourPanes() {
    #expect(
      Self.shown(at: 56) == ["Waiting", "Cell", "Offence", "State", "Offer", "Name"],
      "a screen of 120 columns")
  }

  @Test(
    "CUS-006: one of four panes of 140 columns tells trigger arrests and what is due next, not the wait"
  )
  func ofFourWiderPanes() {
    #expect(
      Self.shown(at: 66) == ["Cell", "Offence", "State", "Offer", "Name", "Next"])
  }

  @Test("The whole width of the narrowest design tells what is due next as well")
  func narrowestDesign() {
    #expect(
      Self.shown(at: 77) == ["Waiting", "Cell", "Offence", "State", "Offer", "Name", "Next"])
  }
}
