/// Reads a day with a time of day: "21/11 2240", "yesterday 22:40", "10:05", "now".
struct DateTimeReader {
  let direction: DateDirection
  let context: ReadingContext

  /// Which of the two times was named, where a time may come twice.
  private enum Zone: String {
    case bst, gmt

    var isSummerTime: Bool { self == .bst }
  }

  private struct LocalTime {
    let date: CalendarDate
    let time: ClockTime
    var second = 0
  }

  static let help = "Type a day and a time: 21/11 22:40, yesterday 2240, or now"

  func read(_ typed: String) -> Reading {
    let text = typed.lowercased()
    if text == "now" { return reading(context.now.startOfMinute) }
    if let moment = Moment(iso: typed.uppercased()) { return reading(moment) }
    var words = spaced(text).split { $0 == " " || $0 == "," }.map(String.init)
    words.removeAll { $0 == "at" }
    let zone = words.last.flatMap { Zone(rawValue: $0) }
    if zone != nil { words.removeLast() }
    return read(words, zone: zone)
  }

  /// "2026-11-21t22:40" with a space for the letter.
  private func spaced(_ text: String) -> String {
    let date = text.prefix(10)
    guard CalendarDate(iso: date) != nil, text.dropFirst(10).first == "t" else { return text }
    return date + " " + text.dropFirst(11)
  }

  private func read(_ words: [String], zone: Zone?) -> Reading {
    if words.count == 1, let word = words.first { return single(word, zone: zone) }
    var best: String?
    for split in splits(words) {
      switch (TimeReader.find(split.time), dates.find(split.date)) {
      case (.time(let time, let second), .day(let date, _)):
        if isYear(split) { continue }
        return reading(LocalTime(date: date, time: time, second: second), zone: zone)
      case (.problem(let words), .day): best = best ?? telling(words, split.time)
      case (.time, .problem(let words)): best = best ?? telling(words, split.date)
      case (.time, .part), (.problem, .part), (.problem, .problem): break
      }
    }
    if case .time(let time, _) = TimeReader.find(words.joined()) { return today(time, zone: zone) }
    if case .day(let date, _) = dates.find(words.joined(separator: " ")) { return addTime(date) }
    return .problem(best ?? DateTimeReader.help)
  }

  private var dates: DateReader {
    DateReader(direction: direction, partial: false, birth: false, context: context)
  }

  private typealias Split = (date: String, time: String)

  /// Time last, as its last word or two, then time first.
  private func splits(_ words: [String]) -> [Split] {
    guard let first = words.first, let last = words.last, words.count > 1 else { return [] }
    var splits: [Split] = [(words.dropLast().joined(separator: " "), last)]
    if words.count > 2 {
      splits.append((words.dropLast(2).joined(separator: " "), words.suffix(2).joined()))
    }
    if first.contains(":") || first.hasSuffix("m") {
      splits.append((words.dropFirst().joined(separator: " "), first))
    }
    return splits
  }

  /// "3 apr 2026" is a day without a time, not 20:26; "3/4 2026" is 20:26.
  private func isYear(_ split: Split) -> Bool {
    guard split.time.utf8.count == 4, let number = Digits.number(split.time),
      (1900...2099).contains(number), split.date.contains(" ")
    else { return false }
    if case .day(let date, _) = dates.find(split.date + " " + split.time) {
      return date.year == number
    }
    return false
  }

  /// A problem is only worth telling when the part holds digits; otherwise the general help is.
  private func telling(_ words: String, _ part: String) -> String? {
    part.contains { $0.isASCII && $0.isNumber } ? words : nil
  }

  private func single(_ word: String, zone: Zone?) -> Reading {
    let time = TimeReader.find(word)
    if case .time(let time, _) = time { return today(time, zone: zone) }
    if case .day(let date, _) = dates.find(word) { return addTime(date) }
    if case .problem(let words) = time, words != TimeReader.help { return .problem(words) }
    if case .problem(let words) = dates.find(word), words != DateReader.help {
      return .problem(words)
    }
    return .problem(DateTimeReader.help)
  }

  private func addTime(_ date: CalendarDate) -> Reading {
    .problem("Add the time: \(date.uk) 09:00")
  }

  /// A time alone: today, or the day on the field's side of now.
  private func today(_ time: ClockTime, zone: Zone?) -> Reading {
    let today = context.today
    let now = context.now.local
    let isLater = time > now.time
    let date: CalendarDate =
      switch direction {
      case .past: isLater ? today.adding(days: -1) : today
      case .future: time < now.time ? today.adding(days: 1) : today
      case .either: today
      }
    return reading(LocalTime(date: date, time: time), zone: zone)
  }

  private func reading(_ local: LocalTime, zone: Zone?) -> Reading {
    switch LocalTimeOccurrence.of(local.date, local.time) {
    case .never:
      let later = Moment(local: local.date, local.time, preferring: .later).time
      return .problem(
        "Clocks go forward on \(local.date.uk): there is no \(local.time.text). "
          + "Try \(later.text)")
    case .once:
      let moment = Moment(local: local.date, local.time)
      if let zone, zone.isSummerTime != moment.isSummerTime {
        return .problem(
          "Clocks on \(local.date.uk) show "
            + (moment.isSummerTime ? "BST" : "GMT") + ". Leave out \(zone.rawValue.uppercased())")
      }
      return reading(moment.adding(seconds: local.second))
    case .twice(let first, let second):
      guard let zone else { return .choices([choice(first), choice(second)]) }
      return reading((zone.isSummerTime ? first : second).adding(seconds: local.second))
    }
  }

  private func choice(_ moment: Moment) -> Code {
    Code(
      Answer.dateTime(moment).raw,
      moment.isSummerTime ? "the first one, before clocks go back" : "the second one, an hour later"
    )
  }

  private func reading(_ moment: Moment) -> Reading {
    let relative = DateWording(context: context).relative(moment.date)
    return .value(.dateTime(moment), readBack: moment.ukWithWeekday + ", " + relative)
  }
}

extension Moment {
  /// The same moment with the seconds at 0.
  package var startOfMinute: Moment { Moment(seconds: floorDivide(seconds, 60) * 60) }

  /// The moment on record, to its second, where this is the minute a form showed of it.
  package func keepingSeconds(of stored: Moment?) -> Moment {
    stored.flatMap { $0.startOfMinute == self ? $0 : nil } ?? self
  }
}
