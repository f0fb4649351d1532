import CaseRules

/// Two records side by side: what agrees, what differs, and why they were found.
extension RecordContent {
  init(_ file: PossibleRecordFile, in context: AppContext) {
    self.init(heading: file.pair.heading)
    warnings = PossibleRecordContent.warnings(file)
    addActions(
      MatchActions.offered(for: file, in: context.rules), on: .possibleRecord,
      possible: PossibleRecordContent.possible, not: PossibleRecordContent.impossible)
    lines += PossibleRecordContent.records(file, context)
    lines += PossibleRecordContent.details(file, context)
    lines += PossibleRecordContent.holdings(file)
    lines += file.earlier.map(PossibleRecordContent.earlier)
  }
}

enum PossibleRecordContent {
  static let possible = RecordSection(0, "One person or two?")
  static let records = RecordSection(1, "Side by side")
  static let differs = RecordSection(2, "Differs")
  static let agrees = RecordSection(3, "Agrees")
  static let onOne = RecordSection(4, "Only one of them has it")
  static let holds = RecordSection(5, "What each holds")
  static let before = RecordSection(6, "Said before")
  static let impossible = RecordSection(7, "Not now, and why")

  static func warnings(_ file: PossibleRecordFile) -> [String] {
    let found =
      "\(file.pair.source.words) on \(file.pair.found.date.uk): \(file.pair.because)"
    guard let decision = file.pair.decision else { return [found] }
    return [
      found,
      "\(file.pair.state.words): \(decision.reason) (\(decision.by), \(decision.at.date.uk))",
    ]
  }

  static func records(_ file: PossibleRecordFile, _ context: AppContext) -> [FactLine] {
    [
      FactLine(
        records, "1", file.older.person.heading(on: context.today),
        note: file.older.openEpisode?.workerName ?? "", weight: .strong,
        detail: "Enter opens the first record.", opens: .record(file.older.ref)),
      FactLine(
        records, "2", file.newer.person.heading(on: context.today),
        note: file.newer.openEpisode?.workerName ?? "", weight: .strong,
        detail: "Enter opens the second record.", opens: .record(file.newer.ref)),
    ]
  }

  static func details(_ file: PossibleRecordFile, _ context: AppContext) -> [FactLine] {
    let details = PersonComparison.details(file.older, file.newer, in: context.rules)
    let names = [
      names("Known as", file) { $0.aliases.map(\.name) },
      names("Phone", file) { $0.phones.map(\.number) },
      names("Risk", file) { $0.risks.map(\.title) },
    ].compactMap(\.self)
    return details.filter { $0.outcome == .differs }.map { line($0, in: differs) }
      + details.filter { $0.outcome == .agrees }.map { line($0, in: agrees) }
      + details.filter { $0.outcome == .onlyFirst || $0.outcome == .onlySecond }
      .map { line($0, in: onOne) }
      + names
  }

  private static func line(_ detail: ComparedDetail, in section: RecordSection) -> FactLine {
    let weight: FactLine.Weight = detail.outcome == .differs ? .warning : .plain
    guard detail.outcome != .agrees else {
      return FactLine(section, detail.detail.words, detail.first)
    }
    let (first, second) = (shown(detail.first), shown(detail.second))
    return FactLine(
      section, detail.detail.words, "1 \(first)", note: "2 \(second)", weight: weight,
      detail: "\(detail.detail.words): 1 \(first), 2 \(second)")
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "-" : text }

  /// Lists of which a merge keeps both.
  private static func names(
    _ label: String, _ file: PossibleRecordFile, _ of: (Person) -> [String]
  ) -> FactLine? {
    let (first, second) = (of(file.older.person), of(file.newer.person))
    if first.isEmpty, second.isEmpty { return nil }
    return FactLine(
      onOne, label, "1 \(shown(first.joined(separator: ", ")))",
      note: "2 \(shown(second.joined(separator: ", ")))",
      detail: "A merge keeps those of both")
  }

  static func holdings(_ file: PossibleRecordFile) -> [FactLine] {
    file.older.holdings.compactMap { held in
      let other = file.newer.count(of: held.title)
      if held.count == 0, other == 0 { return nil }
      return FactLine(
        holds, held.title.capitalisedFirst, "1 \(held.count)", note: "2 \(other)",
        detail: "A merge moves them to the record that stays; undone, they go back")
    }
  }

  static func earlier(_ pair: PossibleRecord) -> FactLine {
    FactLine(
      before, pair.decision?.at.date.uk ?? pair.found.date.uk,
      pair.decision?.reason ?? pair.because,
      note: pair.state.words + (pair.decision.map { ", \($0.by)" } ?? ""))
  }
}

/// What a person's own page tells of possible records and merges.
extension PersonContent {
  static let matches = RecordSection(-1, "Possible records, one person or two?")
  static let merged = RecordSection(15, "Merged records")

  /// Neither known nor unknown until somebody has said which.
  static func possibleWords(_ file: PersonFile) -> String? {
    file.possible.isEmpty ? nil : "possible (\(file.possible.count))"
  }

  static func matchWarnings(_ file: PersonFile) -> [String] {
    var warnings: [String] = []
    if let asked = file.askedAs {
      let merge = file.merges.first { $0.gone.id == asked.id && $0.split == nil }
      let when = merge.map { " on \($0.decision.at.date.uk) by \($0.decision.by)" } ?? ""
      warnings.append(
        "\(asked.id.ref.text) \(asked.name.display) was merged into this record\(when)")
    }
    if let words = possibleWords(file) {
      let others = file.possible.prefix(3).map {
        let other = $0.other(than: file.person.id)
        return "\(other.name.display) \(other.id.ref.text)"
      }
      warnings.append("\(words.capitalisedFirst): may be \(others.joined(separator: " or "))")
    }
    return warnings
  }

  static func matchLines(_ file: PersonFile, _ context: AppContext) -> [FactLine] {
    let pairs = file.possible.map { pair in
      let other = pair.other(than: file.person.id)
      return FactLine(
        matches, other.id.ref.text,
        "\(other.name.display), \(other.birth.words(on: context.today))",
        note: pair.state == .confirmed ? pair.state.words : pair.because, weight: .warning,
        detail: "\(pair.because). Enter shows both side by side.", opens: .record(pair.ref),
        subject: pair.ref)
    }
    return pairs
      + file.merges.map { merge in
        let split = merge.split.map { "undone \($0.at.date.uk) by \($0.by): \($0.reason)" }
        return FactLine(
          merged, merge.gone.id.ref.text, merge.gone.name.display,
          note: split ?? "merged \(merge.decision.at.date.uk) by \(merge.decision.by)",
          weight: split == nil ? .plain : .quiet,
          detail: split ?? "\(merge.decision.reason). Act on this row to undo the merge",
          subject: merge.ref,
          actions: MatchActions.offered(
            for: merge, responsible: file.responsible, in: context.rules))
      }
  }
}
