/// When the loop has to wake by itself, on the steady clock in milliseconds.
struct Timetable {
  private var wakes: [Int64] = []
  /// When the hand has rested, unless it goes on before.
  var rest: Int64?
  /// When to look whether others have saved; nil while an answer is on its way.
  private(set) var nextLook: Int64?
  private(set) var nextMinute: Int64

  static let lookPause: Int64 = 1_000

  init(now: Int64, secondsIntoMinute: Int64) {
    nextMinute = now + (60 - secondsIntoMinute) * 1_000
    nextLook = now + Self.lookPause
  }

  mutating func addWake(at time: Int64) { wakes.append(time) }

  mutating func lookIsOnItsWay() { nextLook = nil }
  mutating func lookIsBack(at now: Int64) { nextLook = now + Self.lookPause }

  /// How long to sleep at most.
  func milliseconds(from now: Int64) -> Int {
    let next = min(wakes.min() ?? .max, rest ?? .max, nextLook ?? .max, nextMinute)
    return Int(max(0, min(next - now, 60_000)))
  }

  /// How many wakes have come due; they are taken out.
  mutating func takeWakes(at now: Int64) -> Int {
    let due = wakes.count { $0 <= now }
    if due > 0 { wakes.removeAll { $0 <= now } }
    return due
  }

  /// Whether the hand has rested by now; said once.
  mutating func takeRest(at now: Int64) -> Bool {
    guard let rest, rest <= now else { return false }
    self.rest = nil
    return true
  }

  /// Whether the clock shows another minute since the last time this was asked.
  mutating func takeMinute(at now: Int64, secondsIntoMinute: Int64) -> Bool {
    guard now >= nextMinute else { return false }
    nextMinute = now + (60 - secondsIntoMinute) * 1_000
    return true
  }
}
