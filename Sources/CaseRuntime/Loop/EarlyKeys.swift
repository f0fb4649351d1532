import TextScreen

/// Keys that came before what they are about, in their order.
///
/// The first of them waits for its answer, and all behind it wait for the first.
struct EarlyKeys {
  /// So long keys wait for what they are about.
  static let patience: Int64 = 3_000

  private var keys: [TerminalInput] = []
  /// When those that wait are given up; nil while none waits.
  private var until: Int64?

  var isEmpty: Bool { keys.isEmpty }
  /// The one that is next to be taken.
  var first: TerminalInput? { keys.first }

  mutating func add(_ key: TerminalInput) { keys.append(key) }

  /// The first has to wait, from now on if none did so far.
  mutating func hold(at now: Int64) {
    until = until ?? now + Self.patience
  }

  mutating func removeFirst() {
    keys.removeFirst()
    if keys.isEmpty { until = nil }
  }

  /// What was typed is for nobody any more.
  mutating func forget() { self = EarlyKeys() }

  /// How long to sleep at most.
  func milliseconds(from now: Int64) -> Int {
    until.map { Int(max(0, $0 - now)) } ?? .max
  }

  /// Whether they waited too long; then they are gone.
  mutating func giveUp(at now: Int64) -> Bool {
    guard let until, now >= until else { return false }
    forget()
    return true
  }
}
