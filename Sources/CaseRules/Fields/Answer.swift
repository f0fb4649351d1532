/// What a field holds once it has been read.
package enum Answer: Hashable, Sendable {
  case text(String)
  case date(CalendarDate)
  case partialDate(PartialDate)
  case dateTime(Moment)
  case time(ClockTime)
  /// A length of time in minutes.
  case minutes(Int)
  /// An amount in pence.
  case money(Int)
  case number(Int)
  /// A number with up to three decimals, in thousandths.
  case decimal(Int)
  case yesNo(YesNo)
  /// A code as its list spells it.
  case code(String)
  /// Codes in the order of their list.
  case codes([String])
  case link(RecordRef)

  /// The text that reads back as the same answer in any context.
  package var raw: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.uk
    case .partialDate(let date): date.text
    case .dateTime(let moment): Answer.raw(moment)
    case .time(let time): time.text
    case .minutes(let minutes): String(minutes)
    case .money(let pence): Money.plain(pence: pence)
    case .number(let number): String(number)
    case .decimal(let thousandths): Decimals.text(thousandths: thousandths)
    case .yesNo(let answer): answer.rawValue
    case .code(let code): code
    case .codes(let codes): codes.joined(separator: ", ")
    case .link(let ref): ref.text
    }
  }

  /// "03/04/2026 09:05", with seconds and the kind of time only where they matter.
  private static func raw(_ moment: Moment) -> String {
    let local = moment.local
    let second = Int(moment.seconds - floorDivide(moment.seconds, 60) * 60)
    let seconds = second == 0 ? "" : ":" + Digits.padded(second, 2)
    switch LocalTimeOccurrence.of(local.date, local.time) {
    case .once, .never: return local.uk + seconds
    case .twice: return local.uk + seconds + (moment.isSummerTime ? " BST" : " GMT")
    }
  }
}

extension Answer {
  /// The text; nil for any other kind of answer.
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The date; nil for any other kind of answer.
  package var date: CalendarDate? { if case .date(let date) = self { date } else { nil } }
  /// The instant; nil for any other kind of answer.
  package var moment: Moment? { if case .dateTime(let moment) = self { moment } else { nil } }
  /// The time of day; nil for any other kind of answer.
  package var time: ClockTime? { if case .time(let time) = self { time } else { nil } }
  /// The minutes; nil for any other kind of answer.
  package var minutes: Int? { if case .minutes(let minutes) = self { minutes } else { nil } }
  /// The pence; nil for any other kind of answer.
  package var pence: Int? { if case .money(let pence) = self { pence } else { nil } }
  /// The whole number; nil for any other kind of answer.
  package var number: Int? { if case .number(let number) = self { number } else { nil } }
  /// The yes or no; nil for any other kind of answer.
  package var yesNo: YesNo? { if case .yesNo(let answer) = self { answer } else { nil } }
  /// The code; nil for any other kind of answer.
  package var code: String? { if case .code(let code) = self { code } else { nil } }
  /// The codes; nil for any other kind of answer.
  package var codes: [String]? { if case .codes(let codes) = self { codes } else { nil } }
  /// The record; nil for any other kind of answer.
  package var link: RecordRef? { if case .link(let ref) = self { ref } else { nil } }
  /// The first and last day a full or partial date may stand for.
  package var dateRange: ClosedRange<CalendarDate>? {
    switch self {
    case .date(let date): date...date
    case .partialDate(let date): date.earliest...date.latest
    case .text, .dateTime, .time, .minutes, .money, .number, .decimal, .yesNo, .code, .codes,
      .link:
      nil
    }
  }
}

extension Moment {
  /// True while local clocks stand an hour ahead of UTC.
  package var isSummerTime: Bool { LondonClock.offset(atUTCSeconds: seconds) != 0 }
}
