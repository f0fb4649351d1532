import Testing
import TextScreen

@Suite("The letters of a menu")
struct WhichKeyPanelTests {
  private func drawn(_ count: Int, _ size: Size) -> String {
    let entries = (1...count).map {
      WhichKeyPanel.Entry(key: "k\($0)", label: "A place with quite a long name")
    }
    return Frame(size) { WhichKeyPanel(title: "Go to", entries: entries).draw(in: $0) }.text()
  }

  @Test("With room enough every word stands there in full")
  func roomy() {
    let text = drawn(8, Size(columns: 80, rows: 20))
    for number in 1...8 { #expect(text.contains("k\(number) A place with quite a long name")) }
  }

  @Test("With more entries than fit in full, words are cut short and no letter is left out")
  func crowded() {
    let text = drawn(30, Size(columns: 72, rows: 14))
    for number in 1...30 { #expect(text.contains("k\(number) A pl"), "k\(number)") }
  }
}
