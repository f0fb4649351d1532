import CaseApp
import CaseRules
import CaseScreens
import Testing
import TestSupport
import TextScreen

@Suite("Anything at all on the keyboard")
struct FuzzTests {
  private static let keys: [Key] =
    [
      .enter, .escape, .tab, .shiftTab, .backspace, .delete, .home, .end, .pageUp, .pageDown, .up,
      .down, .left, .right, .wordLeft, .wordRight, .insert, .other("Shift+Up"),
    ] + (1...10).map { Key.function($0) }
    + "ACDEFGKLNOPRTUWXYSZ_".map { Key.control($0) }
    + "abcdefghijklmnopqrstuvwxyz0123456789 .,/?:[]+-'éŁ作".map { Key.character($0) }

  private static let sizes = [
    Size.design, Size(columns: 140, rows: 45), Size.smallest, Size(columns: 1, rows: 1),
    Size(columns: 79, rows: 23), Size(columns: 100, rows: 30), Size(columns: 500, rows: 200),
    Size(columns: 20, rows: 5), Size(columns: 72, rows: 21), Size(columns: 0, rows: 0),
  ]

  @Test(
    "Keys, sizes, pastes and changes by others never break the picture",
    arguments: ["default", "vim", "emacs"], [1, 2, 3])
  func keys(keymap: String, seed: UInt64) {
    var dice = Dice(seed: seed)
    var script = ScreenScript(
      isDemo: seed == 2, records: ExampleRecords(isEmpty: seed == 3), keymap: keymap)
    var last = LastPicture()
    for _ in 0..<700 {
      switch Int.random(in: 0..<40, using: &dice) {
      case 0: script.size = Self.sizes.randomElement(using: &dice) ?? .design
      case 1: script.perform(.pasted("Siân O'Connor\n\u{1B}[31m 作"))
      case 2: script.perform(.recordsChanged)
      case 3: script.perform(.minutePassed)
      case 4: script.perform(.woke)
      case 5: script.perform(.keyCaught("That key does nothing here."))
      default:
        if let key = Self.keys.randomElement(using: &dice) { script.press(key) }
      }
      let frame = script.frame
      #expect(script.picture(after: &last).isSame(as: frame))
      #expect(frame.size == script.size)
      if script.size.columns >= 72, script.size.rows >= 20 {
        #expect(frame.cursor != nil)
        #expect(frame.rowText(0).contains("CONFIDENTIAL") == (script.state.door == nil))
      }
      script.comeIn()
    }
  }

  @Test("Whatever the answers, none of them breaks a place that asked for something else")
  func answers() {
    var dice = Dice(seed: 7)
    var script = ScreenScript()
    let replies: [Reply] = [
      .read(.board([])), .read(.today(Examples.view)), .read(.unfinished([])), .draftDiscarded,
      .failed(Trouble("The disk is full. Make room and try again.")), .facts(FormFacts()),
      .lookedUp([]), .read(.counts(Examples.counts)), .read(.actions([])),
    ]
    for number in 0..<300 {
      let reply = replies.randomElement(using: &dice) ?? .draftDiscarded
      script.perform(.answered(reply, Ticket(Int.random(in: 0...number + 30, using: &dice))))
      if let key = Self.keys.randomElement(using: &dice) { script.press(key) }
      #expect(script.frame.cursor != nil)
      script.comeIn()
    }
  }
}
