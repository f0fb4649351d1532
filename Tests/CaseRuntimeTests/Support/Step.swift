import CaseApp
import TestSupport
import Testing
import TextScreen

/// One thing a worker does or sees at the screen.
struct Step {
  enum Kind {
    /// Keys as keymap files spell them.
    case press(String)
    case type(String)
    /// Keys that arrive in one go, as from a line that stutters.
    case burst(String)
    /// The first letter of a button, pressed until the question is gone, a pause before each press.
    case answer(String)
    case sees(String)
    case misses(String)
    /// Nobody touches a key for so many minutes.
    case waits(minutes: Int)
    /// Something happens elsewhere: another window, a command.
    case meanwhile(@Sendable () throws -> Void)
    /// The power goes.
    case dies
  }

  let kind: Kind
  let location: SourceLocation

  static func press(_ keys: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .press(keys), location: location)
  }

  static func type(_ text: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .type(text), location: location)
  }

  static func burst(_ keys: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .burst(keys), location: location)
  }

  static func answer(_ letter: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .answer(letter), location: location)
  }

  static func sees(_ words: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .sees(words), location: location)
  }

  static func misses(_ words: String, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .misses(words), location: location)
  }

  static func waits(minutes: Int, at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .waits(minutes: minutes), location: location)
  }

  static func meanwhile(
    at location: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable () throws -> Void
  ) -> Step {
    Step(kind: .meanwhile(body), location: location)
  }

  static func dies(at location: SourceLocation = #_sourceLocation) -> Step {
    Step(kind: .dies, location: location)
  }
}

/// Plays the steps key by key, looking at the screen in between.
final class Player {
  private var steps: ArraySlice<Step>
  private var keys: ArraySlice<Key> = []
  private let powerCut: () throws -> Void
  var terminal: FakeTerminal?
  var pause: (Int) -> Void = { _ in }
  /// Lets the loop's steady clock go on by so many milliseconds.
  var rest: (Int64) -> Void = { _ in }

  init(_ steps: [Step], powerCut: @escaping () throws -> Void) {
    self.steps = steps[...]
    self.powerCut = powerCut
  }

  /// The next key; the end of the program when no step is left.
  func next() -> [TerminalInput] {
    if let key = keys.popFirst() { return [.key(key)] }
    while let step = steps.popFirst() {
      if let input = take(step) { return input }
    }
    return [.terminate]
  }

  private var screen: String { terminal?.text ?? "" }

  private func take(_ step: Step) -> [TerminalInput]? {
    switch step.kind {
    case .press(let spelling):
      keys = (KeySequence(spelling: spelling)?.keys ?? [])[...]
      #expect(!keys.isEmpty, "no such key: \(spelling)", sourceLocation: step.location)
      return keys.popFirst().map { [.key($0)] }
    case .type(let text):
      keys = text.map { .character($0) }[...]
      return keys.popFirst().map { [.key($0)] }
    case .burst(let spelling):
      let keys = KeySequence(spelling: spelling)?.keys ?? []
      #expect(!keys.isEmpty, "no such keys: \(spelling)", sourceLocation: step.location)
      return keys.map { .key($0) }
    case .answer(let letter):
      guard screen.contains("QUESTION"), let key = letter.first else { return nil }
      steps = [step] + steps
      // It hears nobody who goes on typing.
      rest(Question.deafFor)
      return [.key(.character(key))]
    case .sees(let words):
      let screen = screen
      #expect(screen.contains(words), "\(screen)", sourceLocation: step.location)
    case .misses(let words):
      let screen = screen
      #expect(!screen.contains(words), "\(screen)", sourceLocation: step.location)
    case .waits(let minutes):
      pause(minutes)
      return [.timeout]
    case .meanwhile(let body):
      #expect(throws: Never.self, sourceLocation: step.location) { try body() }
    case .dies:
      #expect(throws: Never.self, sourceLocation: step.location) { try powerCut() }
      steps = []
      return [.terminate]
    }
    return nil
  }
}
