package import CaseRules

/// How the different kinds of field behave under the hands.
extension FieldKind {
  /// Whether Enter makes a new line in it.
  package var keepsLines: Bool {
    switch self {
    case .longText: true
    case .text, .name, .date, .dateTime, .time, .duration, .money, .number, .decimal, .yesNo,
      .code, .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode,
      .phone, .identifier:
      false
    }
  }

  /// The kinds of record it may name; nil for anything but a link.
  package var linkKinds: [RecordRef.Kind]? {
    if case .link(let kinds) = self { kinds } else { nil }
  }

  package var hasCalendar: Bool {
    switch self {
    case .date, .dateTime: true
    case .text, .longText, .name, .time, .duration, .money, .number, .decimal, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      false
    }
  }

  /// Whether several answers of its list may be ticked.
  package var takesSeveral: Bool {
    switch self {
    case .codes, .choices: true
    case .text, .longText, .name, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .yesNo, .code, .choice, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      false
    }
  }

  /// The list its answers come from.
  package func list(in book: CodeBook) -> CodeList? {
    switch self {
    case .code(let id), .codes(let id): book[id]
    case .choice(let list), .choices(let list): list
    case .text, .longText, .name, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .yesNo, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      nil
    }
  }

  /// The answers to a yes-or-no question; nil for anything else.
  package var yesNoAnswers: [YesNo]? {
    guard case .yesNo(let notKnown, let refused) = self else { return nil }
    return YesNo.allCases.filter { answer in
      switch answer {
      case .yes, .no: true
      case .notKnown: notKnown
      case .refused: refused
      }
    }
  }

  /// Whether one letter can be a whole answer, so that the caret may move on by itself.
  ///
  /// Only where nobody would type a word instead: yes or no, and short lists of nothing but letters.
  package func isAnsweredByOneLetter(in book: CodeBook) -> Bool {
    if yesNoAnswers != nil { return true }
    guard !takesSeveral, let list = list(in: book) else { return false }
    return (1...5).contains(list.codes.count) && list.codes.allSatisfy { $0.code.count == 1 }
  }
}
