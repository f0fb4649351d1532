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

  /// What was changed, or what is known besides, in one line.
  package func summary(_ line: HistoryLine) -> String {
    if line.isWithheld { return "Not for your role: what was changed" }
    let changes = line.changes.compactMap { change in
      fromTo(change, line).map { "\(label(change.field, line)) \($0)" }
    }
    let facts = line.facts.map { "\(Self.humanised($0.name)) \(Self.plain($0.value))" }
    let why = [line.rule, line.reason, line.purpose].compactMap(\.self)
    return (changes + facts + why).joined(separator: "; ")
  }

  private func fromTo(_ change: HistoryLine.Change, _ line: HistoryLine) -> String? {
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
  package func label(_ code: String, _ line: HistoryLine) -> String {
    let parts = code.split(separator: ".").map(String.init)
    if parts.count == 3 {
      let column = field(code, line.ref?.kind)?.label ?? Self.humanised(parts[2])
      return "\(Self.humanised(parts[0])) \(parts[1]): \(column)"
    }
    return field(code, line.ref?.kind)?.label ?? Self.humanised(code)
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
    add("Why", [line.reason, line.purpose].compactMap(\.self).joined(separator: "; "))
    if line.isWithheld { add("Changed", "Not for your role") }
    for change in line.isWithheld ? [] : line.changes {
      let (from, to) = words(change, line)
      let before = from.map { " (was \($0))" } ?? ""
      add(label(change.field, line), (to ?? "nothing") + before)
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
  /// The forms whose questions a kind of record keeps; the first that has the field counts.
  private static func forms(of kind: RecordRef.Kind) -> [FormID] {
    switch kind {
    case .person: ["person", "agency"]
    case .custodyEntry: ["arrival", "custody-details", "close-entry"]
    case .custodyFact:
      ["offer", "approach", "permission", "departure", "court-attendance", "test-on-arrest"]
    case .dir: ["dir"]
    case .episode: ["contact-episode", "join-caseload", "close-episode", "enter-prison"]
    case .appointment: ["appointment", "appointment-outcome"]
    case .consent: ["consent", "withdraw-consent"]
    case .contact: ["contact-attempt"]
    case .handover: ["handover", "transfer-out"]
    case .helplineCall: ["helpline-call", "next-day-appointment"]
    case .incomingReferral: ["spoc-referral", "referral-action"]
    case .worker: ["worker"]
    case .agency: ["service"]
    case .suite: ["suite"]
    case .officer: ["officer"]
    case .carePlan: ["care-plan", "care-plan-agreement"]
    case .referral: ["wraparound-referral"]
    case .modality: ["treatment", "plan-treatment", "start-treatment", "end-treatment"]
    case .prescribing: ["prescribing", "first-dose", "optimal-dose", "end-prescribing"]
    case .possibleRecord: ["possible-record", "same-person", "different-person"]
    case .merge: ["merge", "unmerge"]
    }
  }

  private func field(_ code: String, _ kind: RecordRef.Kind?) -> FormField? {
    guard let kind else { return nil }
    let parts = code.split(separator: ".").map(String.init)
    let name = FieldCode(String(parts[0].map { $0 == "_" ? "-" : $0 }))
    for form in Self.forms(of: kind).compactMap({ FormCatalogue.form($0) }) {
      guard let found = form.field(name) else { continue }
      guard parts.count == 3 else { return found }
      guard case .rows(let columns, _) = found.content else { return nil }
      return columns.first { $0.code == FieldCode(parts[2]) }
    }
    return nil
  }

  private func value(_ raw: String, _ code: String, _ field: FormField?) -> String? {
    if raw.isEmpty { return nil }
    if Self.flags.contains(code), raw == "0" || raw == "1" { return raw == "1" ? "yes" : "no" }
    if Self.workerFields.contains(code), let number = Int64(raw) ?? RecordRef(raw)?.number {
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

  /// Stored as 0 and 1.
  private static let flags: Set<String> = [
    "is_trigger", "is_ppo", "is_drr", "active", "emergency", "answered", "ambulance", "positively",
    "independence", "at_risk_assessment", "looked_at_record", "given", "attended",
    "tests_on_arrest", "supervised",
  ]

  /// Stored as the number of a worker.
  private static let workerFields: Set<String> = [
    "worker", "taken_by", "booked_with", "by", "from",
  ]

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
