import CaseApp
import CaseRules
import TextScreen

/// Times as people say them beside a row.
enum TimeWording {
  /// "25 min", "1 h 20", "3 days".
  static func span(minutes: Int) -> String {
    let minutes = max(0, minutes)
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 24 * 60 {
      let rest = minutes % 60
      return rest == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(Digits.padded(rest, 2))"
    }
    return Digits.counted(minutes / (24 * 60), "day")
  }

  /// "today 14:00", "Mon 08/10 10:00"; the year is said when it is another.
  static func moment(_ moment: Moment, on today: CalendarDate) -> String {
    "\(day(moment.date, on: today)) \(moment.time.text)"
  }

  /// "today", "Mon 08/10", "Mon 08/10/2007".
  static func day(_ day: CalendarDate, on today: CalendarDate) -> String {
    if day == today { return "today" }
    let far = abs(day.days(since: today)) > 300
    return far ? day.uk : "\(day.weekday.short) \(day.uk.prefix(5))"
  }

  /// "in 18 min", "now", "25 min ago".
  static func distance(to moment: Moment, from now: Moment) -> String {
    let minutes = moment.minutes(since: now)
    if minutes == 0 { return "now" }
    return minutes > 0 ? "in \(span(minutes: minutes))" : "\(span(minutes: -minutes)) ago"
  }

  /// "03/04/1985 (41)", "about 35", "-".
  static func born(_ born: CalendarDate?, estimated: Int?, on today: CalendarDate) -> String {
    guard let born else { return estimated.map { "about \($0)" } ?? "-" }
    return "\(born.uk) (\(Periods.age(bornOn: born, on: today)))"
  }
}

/// A deadline in a few words with its tone: always a sign, a word and a colour together.
struct DueWording {
  let words: String
  let tone: Tone

  init(_ line: DueLine, now: Moment) {
    switch line.status {
    case .overdue:
      words = "!! " + DueWording.late(line, now)
      tone = .dueOverdue
    case .dueSoon:
      let day = line.dueOn ?? now.date
      words = line.dueAt.map { "by \($0.time.text)" } ?? TimeWording.day(day, on: now.date)
      tone = day <= now.date ? .dueToday : .dueSoon
    case .running:
      words = line.dueOn.map { TimeWording.day($0, on: now.date) } ?? line.status.words
      tone = .dueLater
    case .noStartDate, .met, .metLate, .notApplicable:
      words = line.status.words
      tone = .done
    }
  }

  /// With what is due first: that it is late is told by the sign, and by how much may be cut.
  func naming(_ name: String) -> String {
    words.hasPrefix("!! ") ? "!! \(name), \(words.dropFirst(3))" : "\(words) \(name)"
  }

  /// The same where the name matters more than the day also of what is not late yet.
  func leading(with name: String) -> String {
    words.hasPrefix("!! ") ? naming(name) : "\(name), \(words)"
  }

  private static func late(_ line: DueLine, _ now: Moment) -> String {
    if let dueAt = line.dueAt {
      return TimeWording.span(minutes: now.minutes(since: dueAt)) + " late"
    }
    guard let due = line.due else { return "late" }
    return Digits.counted(now.date.days(since: due), "day") + " late"
  }
}

extension DetailList.Line {
  /// What is due, when, and how that was worked out.
  init(_ label: String, _ due: DueLine, now: Moment) {
    let wording = DueWording(due, now: now)
    self.init(label, "\(due.name): \(wording.words). \(due.working)", tone: wording.tone)
  }
}
