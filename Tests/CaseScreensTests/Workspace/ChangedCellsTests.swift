import CaseApp
import CaseRules
import CaseScreens
import TestSupport
import Testing
import TextScreen

/// What a key changes is what is sent to the terminal, and a slow line carries no more than that.
@Suite("What a key changes on the screen")
struct ChangedCellsTests {
  private static let size = Size(columns: 100, rows: 30)

  /// In the list of people, a few rows down.
  private func inPeople() -> ScreenScript {
    var records = ExampleRecords(unfinished: [])
    records.people = (0..<500).map { number in
      PersonLine(
        ref: RecordRef(.person, Int64(number)), familyName: "Smith\(1_000 + number)",
        givenNames: "John", born: Examples.day(3, 4, 1985), postcode: "BN9 9AB",
        worker: "A.BEGUM", episode: .activeCommunity, riskWords: ["Violence"], isYoung: false)
    }
    var script = ScreenScript(size: Self.size, records: records)
    script.press("Ctrl+G n")
    for _ in 0..<3 { script.press(.down) }
    return script
  }

  private func press(_ key: Key, after milliseconds: Int64, _ script: inout ScreenScript) -> [Int] {
    let before = script.frame
    script.milliseconds += milliseconds - 300
    script.press(key)
    return rows(script.frame.changes(since: before))
  }

  private func rows(_ changes: [Change]) -> [Int] { Array(Set(changes.map(\.row))).sorted() }

  @Test("One row down changes two rows of the list, and what is said of the row")
  func rowDown() {
    var script = inPeople()
    let list = script.frame.text().split(separator: "\n", omittingEmptySubsequences: false)
    let cursor = list.firstIndex { $0.hasPrefix(" >") } ?? 0
    let changed = press(.down, after: 300, &script)
    #expect(changed.prefix(2) == [cursor, cursor + 1])
    let state = Self.size.rows - 3
    #expect(changed.last == state, "the preview says what the hint would")
    #expect(script.frame.text().contains("── SMITH1004 John"))
  }

  @Test("Under a held key two rows and the number change; the rest comes when the hand rests")
  func heldKey() {
    var script = inPeople()
    // The first that follows at the heels takes what was said of another row away.
    _ = press(.down, after: 40, &script)
    #expect(script.state.isHurrying)
    #expect(!script.frame.text().contains("── SMITH"))
    for _ in 0..<5 {
      let before = script.frame
      let changed = press(.down, after: 40, &script)
      #expect(changed.count == 3, "\(changed)")
      let cells = script.frame.changes(since: before).reduce(0) { $0 + $1.columns.count }
      #expect(cells <= 2 * Self.size.columns + 20)
    }
    #expect(script.asked.last == .awaitRest(milliseconds: 80))
    script.perform(.handRested)
    #expect(!script.state.isHurrying)
    #expect(script.frame.text().contains("── SMITH1009 John"))
  }

  @Test("What was looked for and left does not stand in the way of a step of the hand")
  func stepAfterSearch() {
    var script = inPeople()
    script.perform(.pressed(.find, rows: 10))
    for letter in "smith" { script.perform(.typed(String(letter), rows: 10)) }
    script.perform(.menuOpened(.new, keys: ["Ctrl+N"]))
    script.perform(.pressed(.back, rows: 10))
    #expect(!press(.down, after: 300, &script).isEmpty)
  }

  @Test("A key that comes later than a held one would shows everything at once")
  func tapped() {
    var script = inPeople()
    _ = press(.down, after: 40, &script)
    _ = press(.down, after: 100, &script)
    #expect(!script.state.isHurrying)
    #expect(script.frame.text().contains("── SMITH1005 John"))
  }

  @Test(
    "What a step takes over from the picture before is what the whole picture has",
    arguments: ["h", "k", "c", "a", "n", "d", "w", "j", "g g"],
    [Self.size, Size(columns: 140, rows: 45), Size(columns: 80, rows: 24)])
  func steps(place: String, size: Size) {
    var script = inPeople()
    script.size = size
    script.press("Esc Ctrl+G \(place)")
    var dice = Dice(seed: 11)
    let keys: [Key] = [
      .down, .down, .down, .down, .up, .up, .pageDown, .pageUp, .home, .end, .character(" "),
      .enter, .escape, .function(9), .character("s"),
    ]
    var last = LastPicture()
    var before: AppState?
    var taken = 0
    for _ in 0..<200 {
      script.milliseconds += Bool.random(using: &dice) ? -260 : 0
      if let key = keys.randomElement(using: &dice) { script.press(key) }
      if let before, script.state.handBeforeStep(from: before) != nil { taken += 1 }
      #expect(script.picture(after: &last).isSame(as: script.frame))
      before = script.state
    }
    #expect(taken > 20)
  }

  @Test(
    "A held key finds the next picture drawn already, and it is the right one; a tapped one finds none",
    arguments: [(Key.down, 40, 5...8), (.pageDown, 40, 5...8), (.down, 300, 0...0)])
  func held(_ key: Key, every milliseconds: Int64, ready: ClosedRange<Int>) {
    var script = inPeople()
    var last = LastPicture()
    var found = 0
    for _ in 0..<8 {
      script.milliseconds += milliseconds - 300
      script.press(key)
      if last.expects(script.state) { found += 1 }
      #expect(script.picture(after: &last).isSame(as: script.frame))
    }
    #expect(ready.contains(found))
  }

  @Test("The same state makes the same picture, and nothing of it is sent again")
  func quiet() {
    let script = inPeople()
    #expect(script.frame.changes(since: script.frame).isEmpty)
  }
}
