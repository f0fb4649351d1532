import CaseApp
import CaseRules
import TextScreen

/// What is said about the different kinds of field: how wide they are, what may be typed.
enum FieldWording {
  /// Columns between the brackets: tight, so that what was read has room beside them.
  static func width(of kind: FieldKind, room: Int) -> Int {
    let wanted =
      switch kind {
      case .text(let max), .identifier(let max): min(max + 1, 34)
      case .name: 34
      case .longText: room
      case .date: 12
      case .dateTime: 18
      case .time: 7
      case .duration: 9
      case .money: 10
      case .number(let range, _): max(4, digits(range) + 2)
      case .decimal(let range, _): max(7, digits(range) + 3)
      case .yesNo: 10
      case .code: 16
      case .codes, .choices: 26
      case .choice(let list): max(10, min(22, widest(list) + 2))
      case .link: 16
      case .pnc, .cro: 16
      case .prisonNumber: 10
      case .nhsNumber: 14
      case .postcode: 10
      case .phone: 20
      }
    return max(1, min(wanted, room))
  }

  private static func digits(_ range: ClosedRange<Int>) -> Int {
    max(String(range.lowerBound).count, String(range.upperBound).count)
  }

  private static func widest(_ list: CodeList) -> Int {
    list.codes.map { displayWidth($0.code) }.max() ?? 0
  }

  /// Whether a list, a calendar or a search helps with the answer.
  static func hasHelp(_ kind: FieldKind) -> Bool {
    switch kind {
    case .date, .dateTime, .yesNo, .code, .codes, .choice, .choices, .link: true
    case .text, .longText, .name, .time, .duration, .money, .number, .decimal, .pnc, .cro,
      .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      false
    }
  }

  /// What the key for choices opens, in a word or two.
  static func helpName(_ kind: FieldKind) -> String {
    if kind.hasCalendar { return "calendar" }
    return kind.linkKinds == nil ? "list" : "search"
  }

  /// What may be typed, by example.
  static func formats(_ kind: FieldKind) -> String {
    switch kind {
    case .text(let max): "Up to \(max) characters"
    case .longText(let max): "Up to \(max) characters, on several lines"
    case .name: "As the person writes it; accents and apostrophes are kept"
    case .date(_, let partial, let birth): date(partial: partial, birth: birth)
    case .dateTime: "9.30   today 0930   3/4 21:00   now"
    case .time: "9   930   9.30   9pm   now"
    case .duration: "90   1h30   1.5h   1:30"
    case .money(_, let period): period == nil ? "12   12.50   £1,200" : "12.50   40/d   280/w"
    case .number(let range, let unit):
      "\(range.lowerBound) to \(range.upperBound)" + (unit.map { " " + $0 } ?? "")
    case .decimal(_, let unit):
      "A number, with up to three decimals" + (unit.map { ", " + $0 } ?? "")
    case .yesNo: yesNo(kind)
    case .code, .choice: "The code, or the start of any of its words"
    case .codes, .choices: "Codes with commas between them"
    case .link(let kinds):
      "Name, date of birth or number of a " + kinds.map(\.words).joined(separator: " or ")
    case .pnc: "1999/123456X"
    case .cro: "123456/99A"
    case .prisonNumber: "A1234BC"
    case .nhsNumber: "943 476 5919"
    case .postcode: "PO30 1AB, or NFA for no fixed abode"
    case .phone: "01983 555 012"
    case .identifier(let max): "A reference of up to \(max) characters"
    }
  }

  private static func date(partial: Bool, birth: Bool) -> String {
    if birth { return partial ? "3/4/85   030485   apr 85   1985" : "3/4/85   030485   3 apr 1985" }
    let plain = "3/4   3 apr   030426   today   mon   -3   +5wd"
    return partial ? plain + "   apr 85" : plain
  }

  private static func yesNo(_ kind: FieldKind) -> String {
    (kind.yesNoAnswers ?? []).map { answer in
      switch answer {
      case .yes: "y yes"
      case .no: "n no"
      case .notKnown: "dk not known"
      case .refused: "r refused"
      }
    }.joined(separator: "   ") + "   (the blank walks through them)"
  }
}
