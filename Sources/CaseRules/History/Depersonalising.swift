/// INF-002: an entry of the trail without what says whose it is: names, numbers, addresses, days of
/// birth, and everything that was written in somebody's own words.
///
/// Which fields changed stays, and so do codes, yes and no, amounts and times: that is what an
/// auditor judges by.
package enum Depersonalising {
  package static func line(_ line: HistoryLine) -> HistoryLine {
    var line = line
    line.personName = nil
    if isOfTheOffice(line) { return line }
    let forms = line.ref.map { FormCatalogue.forms(keptIn: $0.kind) } ?? []
    line.changes = line.changes.map { isSafe($0, forms) ? $0 : $0.keptBack }
    line.facts = line.facts.filter { isSafe($0.value) || isCode($0.value) }
    if let reason = line.reason, !isTheProgramsOwn(line) { line.reason = kept(reason) }
    line.purpose = line.purpose.map(kept)
    return line
  }

  private static func kept(_ words: String) -> String {
    words.isEmpty ? words : "given, not shown to you"
  }

  /// Workers, settings, lists of the office: nobody's record.
  private static func isOfTheOffice(_ line: HistoryLine) -> Bool {
    if line.person != nil { return false }
    if let ref = line.ref { return RecordRights.function(of: ref.kind) == .settings }
    return line.recordWord.map { RecordRights.function(ofWord: $0) == .settings } ?? true
  }

  /// A refusal is said in the words of the rules, which name nobody.
  private static func isTheProgramsOwn(_ line: HistoryLine) -> Bool {
    EventKind.of(line.kind)?.group == .refused
  }

  private static func isSafe(_ change: HistoryLine.Change, _ forms: [FormDefinition]) -> Bool {
    if let field = HistoryFields.field(change.field, in: forms) {
      guard !field.isSealed, case .typed(let kind) = field.content else { return false }
      return isSafe(kind)
    }
    return [change.from, change.to].allSatisfy { $0.map(isSafe) ?? true }
  }

  /// Whether an answer of the kind says nothing of who it is.
  static func isSafe(_ kind: FieldKind) -> Bool {
    switch kind {
    case .dateTime, .time, .duration, .money, .number, .decimal, .yesNo, .code, .codes, .choice,
      .choices, .link:
      true
    case .date(_, _, let birth): !birth
    case .text, .name, .longText, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      false
    }
  }

  /// A word of the program's own, as "form" or "next-day": no capital, no blank.
  private static func isCode(_ value: String) -> Bool {
    value.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }

  /// A value that no form declares: a flag or a small number, a moment, a record's number.
  private static func isSafe(_ value: String) -> Bool {
    if value.utf8.count <= 4, value.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    return (value.utf8.count == 20 && Moment(iso: value) != nil) || RecordRef(value) != nil
  }
}

/// The question a changed field answers, found among the forms that its record keeps.
enum HistoryFields {
  /// "main-drug" and "main_drug"; "drugs.1.route" is a column of a repeating question.
  static func field(_ code: String, in forms: [FormDefinition]) -> FormField? {
    let parts = code.split(separator: ".").map(String.init)
    guard let first = parts.first else { return nil }
    let names = names(of: first)
    for form in forms {
      guard let found = names.lazy.compactMap({ form.field($0) }).first else { continue }
      guard parts.count == 3 else { return found }
      guard case .rows(let columns, _) = found.content else { return nil }
      return columns.first { $0.code == FieldCode(parts[2]) }
    }
    return nil
  }

  /// A column may say "is_trigger" where the form asks "trigger".
  private static func names(of column: String) -> [FieldCode] {
    let code = String(column.map { $0 == "_" ? "-" : $0 })
    return [FieldCode(code)] + (code.hasPrefix("is-") ? [FieldCode(String(code.dropFirst(3)))] : [])
  }
}
