import CaseApp
import CaseRules
import CaseScreens
import Foundation
import Testing
import TextScreen

/// The program without a terminal: keys in, pictures out, the records answered from examples.
struct ScreenScript {
  var state: AppState
  var keymap: Keymap
  var size: Size
  var records = ExampleRecords()
  var milliseconds: Int64 = 1_000
  /// Everything that was asked of the world and not answered here.
  var asked: [AppEffect] = []

  init(
    _ worker: Worker = Examples.worker, size: Size = .design, isDemo: Bool = false,
    records: ExampleRecords = ExampleRecords(unfinished: []), keymap name: String = "default"
  ) {
    self.size = size
    self.records = records
    keymap = Self.shipped(name)
    var looks = Examples.looks
    looks.lettersCommand = keymap.letters == .command
    state = AppState(
      session: Examples.session(worker, isDemo: isDemo), now: Examples.now, looks: looks)
    perform(.started)
  }

  static func shipped(_ name: String) -> Keymap {
    let load = Keymap.load(text(name) ?? "", actions: AppCommands.all) { text($0) }
    for problem in load.problems {
      Issue.record("\(name).keys line \(problem.line ?? 0): \(problem.words)")
    }
    return load.keymap ?? .lastResort(actions: AppCommands.all)
  }

  static func text(_ name: String) -> String? {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "keymaps")
    return try? String(contentsOf: folder.appending(path: name + ".keys"), encoding: .utf8)
  }

  var frame: Frame { AppScreen.frame(for: state, size: size, keymap: keymap) }

  /// The picture as the program makes it: after the one before, and the next drawn ahead.
  func picture(after last: inout LastPicture) -> Frame {
    let frame = last.frame(of: state, size: size, keymap: keymap)
    last.expectNext(after: state, size: size, keymap: keymap)
    return frame
  }

  /// Keys as keymap files spell them, one after the other.
  mutating func press(_ spelling: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let sequence = KeySequence(spelling: spelling) else {
      Issue.record("There is no key \(spelling)", sourceLocation: sourceLocation)
      return
    }
    for key in sequence.keys { press(key) }
  }

  mutating func press(_ key: Key) {
    milliseconds += 300
    if let action = AppKeys.action(for: key, state: state, keymap: keymap, size: size) {
      perform(action)
    }
  }

  mutating func type(_ text: String) {
    for letter in text { press(.character(letter)) }
  }

  /// Through the door, where there is one.
  mutating func comeIn() {
    guard state.door != nil else { return }
    let session = Examples.session(Examples.worker, isDemo: state.session.isDemo)
    perform(.door(.admitted(session, news: nil)))
  }

  mutating func perform(_ action: AppAction) {
    let context = AppContext(
      session: state.session, now: Examples.now, milliseconds: milliseconds)
    for effect in App.reduce(&state, action, in: context) {
      switch effect {
      case .read(let request, let ticket):
        perform(.answered(records.reply(to: request), ticket))
      case .openForm(let form, let about, let ticket):
        let opened = OpenedForm(form: form, about: about, heading: "O'CONNOR Siân, P-1042")
        perform(.answered(.formOpened(opened), ticket))
      case .askFacts(_, _, _, let ticket): perform(.answered(.facts(FormFacts()), ticket))
      case .keepDraft(_, _, let ticket):
        perform(.answered(.draftKept(DraftID(77), at: Examples.now), ticket))
      case .lookUp(_, _, let ticket): perform(.answered(.lookedUp([]), ticket))
      case .useTheme(let name, let keep):
        asked.append(effect)
        if keep { state.looks(theme: name) }
      case .readyToFind: break
      case .save, .discardDraft, .resumeDraft, .useKeymap, .wake, .awaitRest, .noteSearch,
        .discardTypedAhead, .beep, .redraw, .print, .printPaper, .exportTrail, .exportList,
        .noteTrail, .quit,
        .door, .saveConfirmed, .askAtDoor,
        .noteLock, .signOut, .endSession, .switchRole, .hideWork:
        asked.append(effect)
      }
    }
  }
}

extension AppState {
  fileprivate mutating func looks(theme: String) {
    var looks = looks
    looks.theme = theme
    let context = AppContext(session: session, now: now, milliseconds: 0)
    _ = App.reduce(&self, .looksChanged(looks), in: context)
  }
}

extension Frame {
  /// Whether nothing would have to be sent to turn one into the other.
  func isSame(as other: Frame) -> Bool {
    changes(since: other).isEmpty && cursor == other.cursor
  }
}
