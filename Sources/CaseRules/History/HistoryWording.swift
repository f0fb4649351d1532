/// How an entry of the trail is said: fields by their labels, codes by their words.
package struct HistoryWording: Sendable {
  package let codes: CodeBook
  package let workers: [WorkerID: String]

  package init(codes: CodeBook, workers: [WorkerID: String]) {
    self.codes = codes
    self.workers = workers
  }

  /// "changed an appointment, A-0123".
  package func what(_ line: HistoryLine) -> String {
    let verb = EventKind.of(line.kind)?.words ?? line.kind
    guard let record = line.record else { return verb }
    guard let ref = line.ref else { return "\(verb), \(record)" }
    if ref.kind == .person {
      return EventKind.of(line.kind)?.group == .looked ? verb : "\(verb) the person's record"
    }
    return "\(verb) \(ref.kind.words) \(record)"
  }

  /// What was changed, or what is known besides, and why, in one line.
  package func summary(_ line: HistoryLine) -> String {
    if line.isWithheld { return fromTo(line) }
    let why = [line.rule, Self.why(line)].compactMap(\.self)
    return ([fromTo(line)].filter { !$0.isEmpty } + why).joined(separator: "; ")
  }

  /// The reason that was typed, and what the look or the disclosure was for; nil where none was.
  package static func why(_ line: HistoryLine) -> String? {
    let words = [line.reason, line.purpose].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// The same as the summary, without the why.
  package func fromTo(_ line: HistoryLine) -> String {
    if line.isWithheld { return "Not for your role: what was changed" }
    let changes = line.changes.compactMap { change in
      fromTo(change, line).map { "\(label(change.field, line)) \($0)" }
    }
    let facts = line.facts.map { "\(Self.humanised($0.name)) \(Self.plain($0.value))" }
    return (changes + facts).joined(separator: "; ")
  }

  private func fromTo(_ change: HistoryLine.Change, _ line: HistoryLine) -> String? {
    if change.isKeptBack { return "changed, not shown to you" }
    let (from, to) = words(change, line)
    switch (from, to) {
    case (nil, let to?): return to
    case (let from?, nil): return "taken out, was \(from)"
    case (let from?, let to?): return "\(to), was \(from)"
    case (nil, nil): return nil
    }
  }

  /// The value before and after in words; nil for nothing.
  package func words(
    _ change: HistoryLine.Change, _ line: HistoryLine
  ) -> (from: String?, to: String?) {
    let field = field(change.field, line.ref?.kind)
    return (
      change.from.flatMap { value($0, change.field, field) },
      change.to.flatMap { value($0, change.field, field) }
    )
  }

  /// "Goals 1: Target".
  private func label(_ code: String, _ line: HistoryLine) -> String {
    let parts = code.split(separator: ".").map(String.init)
    if parts.count == 3 {
      let column = field(code, line.ref?.kind)?.label ?? Self.humanised(parts[2])
      return "\(Self.humanised(parts[0])) \(parts[1]): \(column)"
    }
    return field(code, line.ref?.kind)?.label ?? Self.humanised(code)
  }

  private func wholeFromTo(_ change: HistoryLine.Change, _ line: HistoryLine) -> String {
    if change.isKeptBack { return "changed, not shown to you" }
    let (from, to) = words(change, line)
    return (to ?? "nothing") + (from.map { " (was \($0))" } ?? "")
  }

  /// Everything about an entry, a line each, for reading it whole.
  package func lines(_ line: HistoryLine) -> [(label: String, text: String)] {
    var lines: [(label: String, text: String)] = [
      ("When", "\(line.at.ukWithWeekday)"),
      ("Who", "\(line.workerName), \(line.role.titleInSentence) (\(line.worker.ref.text))"),
      ("What", what(line)),
    ]
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { lines.append((label, text)) }
    }
    add(
      "Person",
      line.person.map { person in
        [person.ref.text, line.personName].compactMap(\.self).joined(separator: " ")
      })
    add(
      "Version",
      line.revisionAfter.map { after in
        line.revisionBefore.map { "\(after), made from \($0)" } ?? "\(after)"
      })
    add("Rule", line.rule)
    add("Why", Self.why(line))
    if line.isWithheld { add("Changed", "Not for your role") }
    for change in line.isWithheld ? [] : line.changes {
      add(label(change.field, line), wholeFromTo(change, line))
    }
    for fact in line.facts { add(Self.humanised(fact.name), Self.plain(fact.value)) }
    let from = [
      line.terminal, line.remote.map { "from \($0)" }, line.session.map { "session \($0)" },
    ]
    add("Where", from.compactMap(\.self).joined(separator: ", "))
    add("Entry", "\(line.number), \(line.kind)")
    return lines
  }
}

// MARK: - Fields

extension HistoryWording {
  /// The question that the field answers, in the first of the record's forms that has it.
  private func field(_ code: String, _ kind: RecordRef.Kind?) -> FormField? {
    kind.flatMap { HistoryFields.field(code, in: FormCatalogue.forms(keptIn: $0)) }
  }

  private func value(_ raw: String, _ code: String, _ field: FormField?) -> String? {
    if raw.isEmpty { return nil }
    if let words = Self.yesOrNo(raw, code, field) { return words }
    if Self.isWorker(code, field), let number = Int64(raw) ?? RecordRef(raw)?.number {
      return workers[WorkerID(number)] ?? WorkerID(number).ref.text
    }
    if let field, case .typed(let kind) = field.content, let words = words(raw, kind) {
      return words
    }
    return code == "state" ? Self.uncamelled(raw) : Self.plain(raw)
  }

  /// "active community" for "activeCommunity".
  private static func uncamelled(_ code: String) -> String {
    var words = ""
    for letter in code {
      words += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
    return plain(words)
  }

  /// Stored as 0 and 1, where the form asks for yes or no.
  private static func yesOrNo(_ raw: String, _ code: String, _ field: FormField?) -> String? {
    guard raw == "0" || raw == "1" else { return nil }
    let isFlag =
      if let field, case .typed(.yesNo) = field.content { true } else { flags.contains(code) }
    return isFlag ? (raw == "1" ? "yes" : "no") : nil
  }

  /// Stored as the number of a worker, where the form asks for one.
  private static func isWorker(_ code: String, _ field: FormField?) -> Bool {
    if let field, case .typed(.link(let kinds)) = field.content { return kinds == [.worker] }
    return field == nil && unaskedWorkers.contains(code)
  }

  /// What no form asks for, or is kept in a record without a number of its own.
  private static let flags: Set<String> = ["answered", "supervised"]
  private static let unaskedWorkers: Set<String> = ["taken_by", "booked_with", "by", "from"]

  private func words(_ raw: String, _ kind: FieldKind) -> String? {
    switch kind {
    case .choice(let list): words(raw, in: list)
    case .code(let id): codes[id].flatMap { words(raw, in: $0) }
    case .choices(let list): severalWords(raw, in: list)
    case .codes(let id): codes[id].flatMap { severalWords(raw, in: $0) }
    case .text, .name, .longText, .date, .dateTime, .time, .duration, .money, .number, .decimal,
      .yesNo, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone, .identifier:
      nil
    }
  }

  private func words(_ raw: String, in list: CodeList) -> String? { list[raw]?.words }

  private func severalWords(_ raw: String, in list: CodeList) -> String? {
    let parts = raw.split(separator: ",").map { $0.trimmed }
    let words = parts.compactMap { list[$0]?.words }
    return words.count == parts.count ? words.joined(separator: ", ") : nil
  }

  /// "Last contact" for "last-contact" and "last_contact".
  static func humanised(_ code: String) -> String {
    let words = spaced(code)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Days and moments as people write them, codes of the program without their dashes.
  static func plain(_ raw: String) -> String {
    if raw.utf8.count == 10, let day = CalendarDate(iso: raw) { return day.uk }
    if raw.utf8.count == 20, let moment = Moment(iso: raw) { return moment.uk }
    let isCode = raw.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
    return isCode ? spaced(raw) : raw
  }

  private static func spaced(_ code: String) -> String {
    String(code.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}
