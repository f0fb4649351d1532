/// Reads the ways in which people type a time of day.
enum TimeReader {
  /// What was found in the text.
  enum Found: Equatable {
    case time(ClockTime, second: Int = 0)
    case problem(String)
  }

  static let help = "Type a time like 9, 930, 09:30, 9pm or now"

  static func reading(_ typed: String, now: Moment) -> Reading {
    if typed.lowercased() == "now" {
      return .value(.time(now.time), readBack: now.time.text)
    }
    switch find(typed) {
    case .time(let time, _): return .value(.time(time), readBack: time.text)
    case .problem(let words): return .problem(words)
    }
  }

  static func find(_ typed: String) -> Found {
    var text = typed.lowercased().filter { !$0.isWhitespace }[...]
    if text == "noon" { return .time(ClockTime(minutesOfDay: 720)) }
    let half = ["am", "pm"].first { text.hasSuffix($0) }
    if half != nil { text = text.dropLast(2) }
    if let ending = ["hours", "hrs", "h"].first(where: { text.hasSuffix($0) }) {
      text = text.dropLast(ending.count)
    }
    guard let numbers = numbers(text) else { return .problem(help) }
    return clock(numbers, half: half)
  }

  /// Hour, minute and second as typed; nil when the text has another shape.
  private static func numbers(_ text: Substring) -> [Int]? {
    if Digits.only(text) {
      guard let number = Digits.number(text), text.utf8.count <= 4 else { return nil }
      return text.utf8.count <= 2 ? [number, 0, 0] : [number / 100, number % 100, 0]
    }
    let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    let numbers = parts.compactMap { Digits.number($0) }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      (1...2).contains(parts[0].utf8.count), parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    return numbers.count == 3 ? numbers : numbers + [0]
  }

  private static func clock(_ numbers: [Int], half: String?) -> Found {
    let (hour, minute, second) = (numbers[0], numbers[1], numbers[2])
    guard minute < 60, second < 60 else {
      return .problem("An hour has 60 minutes. \(help)")
    }
    if let half { return clock12(hour, minute, second, half) }
    if hour == 24, minute == 0 {
      return .problem("There is no 24:00. Did you mean 00:00 of the next day?")
    }
    guard let time = ClockTime(hour: hour, minute: minute) else {
      return .problem("There is no hour \(hour). The day ends at 23:59")
    }
    return .time(time, second: second)
  }

  private static func clock12(_ hour: Int, _ minute: Int, _ second: Int, _ half: String) -> Found {
    guard (1...12).contains(hour) else {
      return .problem("With \(half) the hour is 1 to 12. Without it, type 0 to 23")
    }
    let ofDay = hour % 12 + (half == "pm" ? 12 : 0)
    return .time(ClockTime(minutesOfDay: ofDay * 60 + minute), second: second)
  }
}
