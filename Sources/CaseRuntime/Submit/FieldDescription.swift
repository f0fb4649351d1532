import CaseRules

/// What a program that fills in a form has to know about one of its fields.
struct FieldDescription {
  /// A stable word for the kind of answer: "code", "date-time", "rows".
  let type: String
  /// Further limits in words: "at most 200 characters".
  let limits: String?
  /// The codes that may be given, with their words; empty when any text of the kind may.
  let values: [Code]
  let columns: [FormField]

  init(_ field: FormField, codes: CodeBook) {
    switch field.content {
    case .typed(let kind):
      type = Self.type(of: kind)
      limits = Self.limits(of: kind)
      values = Self.values(of: kind, codes)
      columns = []
    case .rows(let inner, let most):
      type = "rows"
      limits = "at most \(most) rows"
      values = []
      columns = inner
    case .computed:
      (type, limits, values, columns) = ("computed", nil, [], [])
    case .explained:
      (type, limits, values, columns) = ("explanation", nil, [], [])
    }
  }

  /// Whether anything may be given for the field.
  static func isAsked(_ field: FormField) -> Bool {
    switch field.content {
    case .typed, .rows: !field.isForReading
    case .computed, .explained: false
    }
  }

  static func need(of field: FormField) -> String {
    switch field.need {
    case .optional: "no"
    case .always: "yes"
    case .when: "sometimes"
    }
  }

  private static func type(of kind: FieldKind) -> String {
    switch kind {
    case .text, .longText: "text"
    case .name: "name"
    case .date: "date"
    case .dateTime: "date-time"
    case .time: "time"
    case .duration: "duration"
    case .money: "money"
    case .number, .decimal: "number"
    case .yesNo: "yes-no"
    case .code, .choice: "code"
    case .codes, .choices: "codes"
    case .link: "reference"
    case .pnc: "pnc"
    case .cro: "cro"
    case .prisonNumber: "prison-number"
    case .nhsNumber: "nhs-number"
    case .postcode: "postcode"
    case .phone: "phone"
    case .identifier: "text"
    }
  }

  private static func limits(of kind: FieldKind) -> String? {
    switch kind {
    case .text(let max), .longText(let max), .identifier(let max): "at most \(max) characters"
    case .date(let direction, let partial, _):
      Self.side(direction) + (partial ? ", or a month or year alone" : "")
    case .dateTime(let direction): side(direction)
    case .money(let max, let period): "at most \(Money.words(pence: max))\(per(period))"
    case .number(let range, let unit): self.range(range, unit)
    case .decimal(let range, let unit):
      "\(range.lowerBound / 1000) to \(range.upperBound / 1000)\(unit.map { " " + $0 } ?? "")"
    case .link(let kinds): kinds.map { "\($0.words) (\($0.code)-...)" }.joined(separator: " or ")
    case .duration(let max): "at most \(max) minutes"
    case .name, .time, .yesNo, .code, .codes, .choice, .choices, .pnc, .cro, .prisonNumber,
      .nhsNumber, .postcode, .phone:
      nil
    }
  }

  private static func side(_ direction: DateDirection) -> String {
    switch direction {
    case .past: "not after now"
    case .future: "planned"
    case .either: "past or planned"
    }
  }

  private static func per(_ period: MoneyPeriod?) -> String {
    period.map { " a \($0.rawValue)" } ?? ""
  }

  private static func range(_ range: ClosedRange<Int>, _ unit: String?) -> String {
    "\(range.lowerBound) to \(range.upperBound)\(unit.map { " " + $0 } ?? "")"
  }

  private static func values(of kind: FieldKind, _ codes: CodeBook) -> [Code] {
    switch kind {
    case .code(let list), .codes(let list): (codes[list]?.codes ?? []).filter { !$0.retired }
    case .choice(let list), .choices(let list): list.codes.filter { !$0.retired }
    case .yesNo(let notKnown, let refused):
      YesNo.allCases.filter { answer in
        switch answer {
        case .yes, .no: true
        case .notKnown: notKnown
        case .refused: refused
        }
      }.map { Code($0.rawValue, $0.words) }
    case .text, .name, .longText, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      []
    }
  }
}
