import Glibc

/// One line beside the answer that says how far long work has come; only on a terminal.
package struct ProgressBar {
  private let output: FileHandle
  private let title: String
  private let isShown: Bool
  private var shownAt: Int64?

  private static let width = 30
  private static let pauseMilliseconds: Int64 = 100

  package init(_ title: String, on output: FileHandle, isShown: Bool? = nil) {
    self.title = title
    self.output = output
    self.isShown = isShown ?? output.isTerminal
  }

  /// Draws the line again when the last time is a while ago.
  ///
  /// A total of nil means that nobody knows how much there is; then only the words are shown.
  package mutating func show(done: Int, of total: Int?, _ words: String) throws {
    guard isShown else { return }
    let now = SteadyClock.milliseconds()
    if let shownAt, now - shownAt < Self.pauseMilliseconds { return }
    shownAt = now
    try output.write("\r" + Self.line(title, done: done, of: total, words) + "\u{1B}[K")
  }

  /// Takes the line away, so that the result stands where it stood.
  package func clear() throws {
    if isShown, shownAt != nil { try output.write("\r\u{1B}[K") }
  }

  static func line(_ title: String, done: Int, of total: Int?, _ words: String) -> String {
    guard let total, total > 0 else { return "\(title)  \(words)" }
    let share = min(1, max(0, Double(done) / Double(total)))
    let full = Int(share * Double(width))
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
    return "\(title) [\(bar)] \(Int(share * 100)) %  \(words)"
  }
}

/// A clock that nobody sets: for measuring and for waiting.
package enum SteadyClock {
  package static func milliseconds() -> Int64 { nanoseconds() / 1_000_000 }

  private static func nanoseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }
}
