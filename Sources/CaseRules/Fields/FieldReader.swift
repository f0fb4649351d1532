/// Reads what is typed into a field; the same for the screen, for imports and for `submit`.
package enum FieldReader {
  /// Nothing but free text is longer than this, in bytes.
  private static let longestShortField = 200

  /// Reads the text as the kind of field asks; any text is safe to hand in.
  package static func read(_ raw: String, as kind: FieldKind, in context: ReadingContext) -> Reading
  {
    if let problem = farTooLong(raw, for: kind) { return .problem(problem) }
    switch kind {
    case .text(let max): return text(CleanedText(line: raw), max: max)
    case .longText(let max): return text(CleanedText(lines: raw), max: max)
    case .identifier(let max): return text(CleanedText(line: raw), max: max)
    case .name: return name(CleanedText(line: raw))
    case .date, .dateTime, .time, .duration, .money, .number, .decimal, .yesNo, .code, .codes,
      .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone:
      break
    }
    let typed = CleanedText(line: raw).text
    return typed.isEmpty ? .empty : short(typed, as: kind, in: context)
  }

  /// What is refused unread, so that a pasted file costs nothing.
  private static func farTooLong(_ raw: String, for kind: FieldKind) -> String? {
    let bytes = raw.utf8.count
    guard let limit = longestText(kind) else {
      return bytes <= longestShortField ? nil : "This field takes a short answer. \(size(bytes))"
    }
    let (most, overflow) = limit.multipliedReportingOverflow(by: 16)
    if overflow || bytes <= max(most, 4096) { return nil }
    return "\(limit) characters fit here. \(size(bytes))"
  }

  private static func size(_ bytes: Int) -> String {
    "What was typed or pasted has "
      + (bytes < 4096 ? "\(bytes) bytes" : "\(bytes / 1024) kilobytes")
  }

  /// How many characters a field for free text takes; nil for every other kind.
  private static func longestText(_ kind: FieldKind) -> Int? {
    switch kind {
    case .text(let max), .longText(let max), .identifier(let max): max
    case .name: NameText.longest
    case .date, .dateTime, .time, .duration, .money, .number, .decimal, .yesNo, .code, .codes,
      .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone:
      nil
    }
  }

  private static func short(
    _ typed: String, as kind: FieldKind, in context: ReadingContext
  )
    -> Reading
  {
    switch kind {
    case .date(let direction, let partial, let birth):
      DateReader(direction: direction, partial: partial, birth: birth, context: context)
        .read(typed)
    case .dateTime(let direction):
      DateTimeReader(direction: direction, context: context).read(typed)
    case .time: TimeReader.reading(typed, now: context.now)
    case .duration(let max): QuantityReader.duration(typed, max: max)
    case .money(let max, let period): QuantityReader.money(typed, max: max, per: period)
    case .number(let range, let unit): QuantityReader.number(typed, range, unit: unit)
    case .decimal(let range, let unit): QuantityReader.decimal(typed, range, unit: unit)
    case .yesNo(let notKnown, let refused):
      YesNoReader.read(typed, notKnown: notKnown, refused: refused)
    case .code(let id): CodeReader.one(typed, of: context.codeBook[id], in: context)
    case .codes(let id): CodeReader.several(typed, of: context.codeBook[id], in: context)
    case .choice(let list): CodeReader.one(typed, of: list, in: context)
    case .choices(let list): CodeReader.several(typed, of: list, in: context)
    case .link(let kinds): link(typed, kinds: kinds)
    case .pnc:
      identifier(PNCNumber.read(typed, currentYear: context.today.year), \.text)
    case .cro: identifier(CRONumber.read(typed), \.text)
    case .prisonNumber: identifier(PrisonNumber.read(typed), \.text)
    case .nhsNumber: identifier(NHSNumber.read(typed), \.text)
    case .postcode: postcode(typed)
    case .phone: phone(typed)
    case .text, .longText, .identifier, .name: text(CleanedText(line: typed), max: .max)
    }
  }

  private static func text(_ cleaned: CleanedText, max: Int) -> Reading {
    if cleaned.text.isEmpty { return .empty }
    if let problem = TextLimit.problem(cleaned.text, max: max) { return .problem(problem) }
    return .value(.text(cleaned.text), readBack: cleaned.note ?? "")
  }

  private static func name(_ cleaned: CleanedText) -> Reading {
    if cleaned.text.isEmpty { return .empty }
    if let problem = NameText.problem(cleaned.text) { return .problem(problem) }
    return .value(.text(cleaned.text), readBack: cleaned.note ?? "")
  }

  private static func identifier<Value>(
    _ checked: Checked<Value>, _ text: KeyPath<Value, String>
  ) -> Reading {
    switch checked {
    case .valid(let value): .value(.text(value[keyPath: text]), readBack: value[keyPath: text])
    case .doubtful(let value, let words):
      .value(.text(value[keyPath: text]), readBack: value[keyPath: text] + "  " + words)
    case .refused(let words): .problem(words)
    }
  }

  private static func postcode(_ typed: String) -> Reading {
    if typed.foldedForSearch == "nfa" {
      return .value(.text(Postcode.noFixedAbode.text), readBack: "ZZ99 3VZ  No fixed abode")
    }
    return identifier(Postcode.read(typed), \.text)
  }

  /// Digits with a plus sign before them, spaces between them and an extension after them.
  private static func phone(_ typed: String) -> Reading {
    let tidy = CleanedText(line: typed.lowercased().filter { !"()-./".contains($0) }).text
    let plus = tidy.hasPrefix("+") ? "+" : ""
    let main = tidy.dropFirst(plus.count).prefix { ($0.isASCII && $0.isNumber) || $0 == " " }
    let tail = tidy.dropFirst(plus.count + main.count).drop { "ext".contains($0) }.trimmed
    let digits = main.filter { $0 != " " }
    guard (3...20).contains(digits.count), tail.isEmpty || Digits.only(tail) else {
      return .problem("A telephone number has digits and spaces: 01983 555 012 or +44 1983 555012")
    }
    let text = plus + main.trimmed + (tail.isEmpty ? "" : " x" + tail)
    return .value(.text(text), readBack: text)
  }

  private static func link(_ typed: String, kinds: [RecordRef.Kind]) -> Reading {
    if let ref = RecordRef(typed) {
      if kinds.contains(ref.kind) { return .value(.link(ref), readBack: ref.text) }
      return .problem(
        "\(ref.text) is a \(ref.kind.words). This field asks for a \(words(of: kinds))")
    }
    if let number = Digits.number(typed), number > 0, kinds.count == 1, let kind = kinds.first {
      let ref = RecordRef(kind, Int64(number))
      return .value(.link(ref), readBack: ref.text)
    }
    let example = RecordRef(kinds.first ?? .person, 42).text
    return .problem(
      "Type a number like \(example), or choose the \(words(of: kinds)) from the list")
  }

  private static func words(of kinds: [RecordRef.Kind]) -> String {
    kinds.map(\.words).joined(separator: " or ")
  }
}
