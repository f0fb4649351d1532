import CaseApp
import CaseRules
import CaseScreens
import Testing
import TextScreen
import TestSupport

@Suite("Keys in forms")
struct FormCommandTests {
  private func form(at place: String = "assessed") -> FormPicture {
    var picture = FormPicture(ExampleForm.definition)
    picture.go(to: place)
    return picture
  }

  private func action(_ key: Key, in picture: FormPicture) -> FormFeature.Action? {
    let places = FormCommands.places(for: key, in: picture.state)
    switch FormPicture.keymap.lookup(key, places: places) {
    case .action(let name):
      return FormCommands.action(name, key: key, in: picture.state, size: .design)
    case .menu(_, let name):
      return FormCommands.action(name, key: key, in: picture.state, size: .design)
    case .prefix, .none:
      return key.typed.flatMap { FormCommands.action(typing: String($0), in: picture.state) }
    }
  }

  @Test(
    "The default keys in a field of one line",
    arguments: [
      (Key.tab, FormFeature.Action.moved(.next)), (.enter, .moved(.enter)), (.down, .moved(.down)),
      (.shiftTab, .moved(.previous)), (.up, .moved(.up)), (.pageDown, .moved(.pageDown)),
      (.pageUp, .moved(.pageUp)), (.home, .edited(.caret(.start))), (.end, .edited(.caret(.end))),
      (.left, .edited(.caret(.left))), (.wordRight, .edited(.caret(.wordRight))),
      (.backspace, .edited(.deletedBack)), (.delete, .edited(.deletedAhead)),
      (.function(2), .chose(.save)), (.control("W"), .chose(.save)),
      (.function(4), .chose(.choices)), (.function(8), .chose(.sameAgain)),
      (.control("U"), .chose(.undo)), (.control("Y"), .chose(.redo)), (.escape, .chose(.back)),
      (.character("x"), .typed("x")), (.character("?"), .typed("?")),
    ])
  func oneLine(key: Key, expected: FormFeature.Action) {
    #expect(action(key, in: form()) == expected)
  }

  @Test(
    "In a long text Enter makes a line, Tab leaves and arrows go through the lines",
    arguments: [
      (Key.enter, FormFeature.Action.edited(.lineBroken)), (.tab, .moved(.next)),
      (.down, .edited(.caretPlaced(after: 9, column: 1))),
      (.up, .edited(.caretPlaced(after: 1, column: 1))),
    ])
  func longText(key: Key, expected: FormFeature.Action) {
    var picture = form(at: "says")
    picture.type("one")
    picture.send(.edited(.lineBroken))
    picture.type("two")
    picture.send(.edited(.lineBroken))
    picture.type("3")
    picture.send(.edited(.caretPlaced(after: 5, column: 1)))
    #expect(action(key, in: picture) == expected)
  }

  @Test("The caret comes back to its column after a shorter line")
  func wantedColumn() {
    var picture = form(at: "says")
    picture.type("a long line")
    picture.send(.edited(.lineBroken))
    picture.type("x")
    picture.send(.edited(.lineBroken))
    picture.type("another line")
    for (key, before) in [(Key.up, "a long line\nx"), (.up, "a long line")] {
      guard let action = action(key, in: picture) else {
        Issue.record("No line above")
        return
      }
      picture.send(action)
      #expect(picture.state.box.before == before)
    }
  }

  @Test("Ctrl+N adds a row in a table and is the menu's elsewhere")
  func newRow() {
    #expect(action(.control("N"), in: form(at: "drugs")) == .chose(.addRow))
    #expect(action(.control("N"), in: form()) == nil)
  }

  @Test("In a list letters narrow, Space ticks only where several are taken")
  func lists() {
    var single = form(at: "suite")
    single.send(.chose(.choices))
    #expect(action(.character(" "), in: single) == .typed(" "))
    #expect(action(.character("k"), in: single) == .typed("k"))
    #expect(action(.enter, in: single) == .moved(.enter))
    #expect(action(.function(1), in: single) == .chose(.explanation))
    var several = form(at: "risks")
    several.send(.chose(.choices))
    #expect(action(.character(" "), in: several) == .chose(.tick))
    #expect(action(.function(1), in: form()) == nil)
  }

  @Test("A dialog's buttons have their letters, and no other letter does anything")
  func dialogs() {
    var picture = form()
    picture.type("x")
    picture.send(.chose(.discard))
    #expect(action(.character("d"), in: picture) == .chose(.yes))
    #expect(action(.character("K"), in: picture) == .chose(.no))
    #expect(action(.character("x"), in: picture) == nil)
    #expect(action(.tab, in: picture) == .moved(.next))
    #expect(action(.escape, in: picture) == .chose(.back))
  }

  @Test("Where letters are commands they type only between start and stop")
  func letterCommands() {
    var picture = form()
    picture.state.habits.lettersCommand = true
    #expect(FormCommands.places(for: .character("i"), in: picture.state) == [.insert])
    picture.send(.chose(.stopTyping))
    #expect(FormCommands.places(for: .character("i"), in: picture.state) == [.form, .normal])
    #expect(FormCommands.action(typing: "z", in: picture.state) == nil)
    picture.send(.chose(.startTyping))
    #expect(FormCommands.action(typing: "z", in: picture.state) == .typed("z"))
  }

  @Test("What is switched off says why")
  func whyNot() {
    let state = form(at: "says").state
    #expect(FormCommands.whyNot("choices", in: state) == "This field has no list: type the answer")
    #expect(FormCommands.whyNot("undo", in: state) == "Nothing was typed that could be taken back")
    #expect(FormCommands.whyNot("remove", in: state) == "The caret is not in a table")
    #expect(FormCommands.whyNot("stamp", in: state) == nil)
    #expect(FormCommands.whyNot("stamp", in: form().state) != nil)
    #expect(FormCommands.whyNot("save", in: state) == nil)
  }
}

@Suite("Forms at every size")
struct FormSizeTests {
  private static let sizes = [
    Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 20, rows: 5),
    Size(columns: 72, rows: 20), Size(columns: 79, rows: 23), Size(columns: 80, rows: 24),
    Size(columns: 120, rows: 6), Size(columns: 140, rows: 45), Size(columns: 500, rows: 200),
  ]

  private static let actions: [FormFeature.Action] = [
    .typed("met"), .typed("1"), .typed("Siân 作"), .moved(.next), .moved(.enter), .moved(.pageDown),
    .moved(.previous), .chose(.choices), .chose(.back), .chose(.addRow), .chose(.save),
    .chose(.jump), .chose(.undo), .moved(.down), .edited(.lineBroken), .chose(.discard),
    .chose(.back), .pasted(String(repeating: "wide 作 text ", count: 60)),
  ]

  @Test("Nothing traps at any size, and the cursor always stands somewhere", arguments: 0..<8)
  func draws(seed: Int) {
    var picture = FormPicture(ExampleForm.definition)
    var number = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<40 {
      number ^= number << 13
      number ^= number >> 7
      number ^= number << 17
      picture.send(Self.actions[Int(number % UInt64(Self.actions.count))])
      if picture.state.ending != nil { picture = FormPicture(ExampleForm.definition) }
      for size in Self.sizes {
        picture.size = size
        let frame = picture.frame
        let hasRoom = size.columns >= Size.smallest.columns && size.rows >= Size.smallest.rows
        #expect(frame.cursor != nil || !hasRoom, "\(picture.state.page) at \(size)")
      }
    }
  }
}
