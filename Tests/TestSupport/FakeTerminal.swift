package import TextScreen

/// A terminal made of memory: plays inputs and keeps what it was shown.
package final class FakeTerminal: Terminal {
  package private(set) var size: Size
  package var simplifiesLetters = false
  package private(set) var depth: ColourDepth = .trueColour
  package var notice: String?
  /// Every picture it was shown, the last one last.
  package private(set) var frames: [Frame] = []
  package private(set) var beeps = 0
  package private(set) var redraws = 0
  package private(set) var scrollbackErasures = 0
  package private(set) var isRestored = false
  package private(set) var isTaken = false
  package private(set) var theme = Theme.builtIn

  private var inputs: [[TerminalInput]] = []
  private let idle: () -> [TerminalInput]

  /// A terminal of a size that plays `idle` when all inputs are played: the end of the session.
  package init(size: Size = .design, idle: @escaping () -> [TerminalInput] = { [.terminate] }) {
    self.size = size
    self.idle = idle
  }

  package var frame: Frame { frames.last ?? Frame(size) }
  package var text: String { frame.text() }
  package var snapshot: String { frame.snapshot() }

  /// Has these events arrive together at the next wait.
  package func play(_ events: TerminalInput...) { inputs.append(events) }

  /// Has these keys arrive one wait after the other, spelled as in keymap files: `Ctrl+G f Enter`.
  ///
  /// Answers false, having played nothing, when there is no such key.
  @discardableResult
  package func press(_ spelling: String) -> Bool {
    guard let sequence = KeySequence(spelling: spelling) else { return false }
    for key in sequence.keys { inputs.append([.key(key)]) }
    return true
  }

  /// Has the letters of a text arrive one wait after the other.
  package func type(_ text: String) {
    for letter in text { inputs.append([.key(letter == "\n" ? .enter : .character(letter))]) }
  }

  /// Nothing is seen of what is drawn before the terminal is taken.
  package func show(_ frame: Frame) { if isTaken { frames.append(frame) } }

  package func wait(milliseconds: Int?, wake: Int32) -> [TerminalInput] {
    let events = inputs.isEmpty ? idle() : inputs.removeFirst()
    for event in events {
      if case .resize(let size) = event { self.size = size }
    }
    return events.isEmpty ? [.timeout] : events
  }

  package func discardPendingInput() {
    inputs.removeAll { events in
      events.allSatisfy { event in
        if case .key = event { true } else { false }
      }
    }
  }

  package func beep() { beeps += 1 }
  package func redraw() { redraws += 1 }
  package func eraseScrollback() { scrollbackErasures += 1 }
  package func take() { isTaken = true }
  package func blankAndRestore() { isRestored = true }

  package func setTheme(_ theme: Theme, depth: ColourDepth?) {
    self.theme = theme
    if let depth { self.depth = depth }
  }
}
