import CaseRules

/// The page of one prescribing episode.
extension RecordContent {
  init(_ file: PrescribingFile, in context: AppContext) {
    self.init(heading: file.heading)
    let record = file.record
    person = record.episode.person.ref
    warnings =
      [file.damage].compactMap(\.self) + PrescribingSummary.warnings(record)
      + PrescribingContent.missed(record, context)
      + PrescribingContent.risks(file)
    addActions(
      PrescribingActions.offered(for: record, in: context.rules), on: .prescribing,
      possible: PrescribingContent.possible, not: PrescribingContent.impossible)
    addDeadlines(
      file.deadlines, open: PrescribingContent.clocks, settled: PrescribingContent.settled,
      on: context.today)
    PrescribingContent.addEpisode(file, to: &self)
    lines += record.tests.reversed().map { PrescribingContent.line($0, context) }
    lines += PrescribingContent.log(record)
    lines += record.alerts.reversed().map(PrescribingContent.line)
  }
}

/// What a person's page shows of rapid prescribing.
enum PrescribingSummary {
  /// PPL-044: in front of everything until somebody has answered for it.
  static func warnings(_ record: PrescribingRecord) -> [String] {
    record.openAlerts.map {
      "RED ALERT PPL-044: first methadone dose \($0.mg) mg \($0.day.uk). Ring prescriber"
    }
  }

  static func lines(
    _ record: PrescribingRecord, _ section: RecordSection, _ context: AppContext
  ) -> [FactLine] {
    let episode = record.episode
    let struck = episode.struckBecause.map { "struck through: \($0)" } ?? ""
    let last = record.log.newestFirst.first { $0.struckBecause == nil }
    let dose = last.map { "last dose \($0.mg) mg on \($0.on.uk)" }
    let said =
      dose ?? episode.plan.map { "planned: \($0.words)" } ?? "no dose yet"
    return [
      FactLine(
        section, episode.referred.ukWithWeekday, said, note: record.state.title,
        weight: record.openAlerts.isEmpty ? weight(record.state) : .overdue,
        detail: [struck, episode.longer?.words ?? ""].filter { !$0.isEmpty }
          .joined(separator: "; "),
        opens: .record(episode.id.ref), subject: episode.id.ref,
        actions: PrescribingActions.offered(for: record, in: context.rules))
    ]
  }

  private static func weight(_ state: PrescribingState) -> FactLine.Weight {
    switch state {
    case .referred, .planned: .plain
    case .dosing: .strong
    case .optimal: .strong
    case .ended: .done
    case .struck: .struck
    }
  }
}

private enum PrescribingContent {
  static let clocks = RecordSection(0, "Clocks")
  static let doses = RecordSection(1, "Dose log, newest first")
  static let possible = RecordSection(2, "What can be done now")
  static let episode = RecordSection(3, "Rapid prescribing")
  static let samples = RecordSection(4, "Samples, newest first")
  static let alerts = RecordSection(5, "Safety alerts")
  static let older = RecordSection(6, "Older doses")
  static let settled = RecordSection(7, "Clocks met or not applicable")
  static let impossible = RecordSection(8, "Not now, and why")

  /// So many rows of the log stand in front of everything else; a week of titration and a day.
  static let recent = 8

  static func risks(_ file: PrescribingFile) -> [String] {
    file.risks.isEmpty ? [] : ["Risk: " + file.risks.map(\.title).joined(separator: ", ")]
  }

  // MARK: Episode

  static func addEpisode(_ file: PrescribingFile, to content: inout RecordContent) {
    let known = file.record.episode
    content.lines.append(
      FactLine(episode, "State", file.record.state.title, weight: .strong))
    content.lines.append(
      FactLine(
        episode, "Person", known.personName, note: known.person.ref.text,
        opens: .record(known.person.ref), subject: known.person.ref))
    content.add(episode, "Referred", "\(known.referred.ukWithWeekday), by \(known.recordedBy)")
    content.lines.append(check("Opiate dependence", known.dependence))
    content.lines.append(check("Risk assessed", known.risk))
    content.lines.append(result(file.record))
    content.add(episode, "Longer assessment", known.longer?.words)
    content.lines.append(prescriber(file))
    if let plan = known.plan {
      let by = plan.prescriber.isEmpty ? "" : ", by \(plan.prescriber)"
      content.lines.append(
        FactLine(episode, "First dose planned", plan.words + by, detail: plan.reason))
    }
    content.add(episode, "First dose given", file.record.log.firstDay?.ukWithWeekday)
    content.add(episode, "Optimal dose", known.optimalReached?.ukWithWeekday)
    if let ending = known.ending {
      let note = ending.note.isEmpty ? "" : ": \(ending.note)"
      content.add(
        episode, "Ended", "\(ending.on.ukWithWeekday), \(ending.reason.title.lowercased())\(note)")
    }
    content.add(episode, "Struck through", known.struckBecause)
  }

  private static func check(_ label: String, _ check: PrescribingCheck) -> FactLine {
    FactLine(episode, label, check.words, weight: check.isDone ? .plain : .warning)
  }

  /// PPL-040: what the newest sample that says something says.
  private static func result(_ record: PrescribingRecord) -> FactLine {
    guard let test = record.tellingTest, let result = test.result else {
      return FactLine(episode, "Opioid result", "None yet", weight: .warning)
    }
    return FactLine(
      episode, "Opioid result", "\(result.title), sample \(test.number)",
      weight: result == .positive ? .plain : .warning)
  }

  /// PPL-041: as the diary has it; nobody types it here.
  private static func prescriber(_ file: PrescribingFile) -> FactLine {
    if let seen = file.prescriberSeen {
      return FactLine(
        episode, "First prescriber",
        "\(seen.starts.ukWithWeekday), \(seen.state.title.lowercased())"
      )
    }
    if let next = file.prescriberNext {
      return FactLine(episode, "First prescriber", "Booked \(next.starts.ukWithWeekday)")
    }
    return FactLine(
      episode, "First prescriber", "Nothing booked: book a prescriber appointment",
      weight: .warning, opens: .form(AppointmentForm.id, about: file.record.episode.person.ref))
  }

  // MARK: Samples

  static func line(_ test: OpiateTest, _ context: AppContext) -> FactLine {
    let struck = test.struckBecause.map { "struck: \($0)" }
    let note = OpiateTestRules.note(on: test, today: context.today) ?? ""
    let result = test.result.map { result in
      result.title + (test.resultOn.map { " \($0.uk)" } ?? "")
    }
    let isLate =
      test.struckBecause == nil && test.result == nil && test.method == .laboratory
      && test.taken.date.adding(days: OpiateTestRules.chaseAfter) <= context.today
    return FactLine(
      samples, "Sample \(test.number)", "\(test.words): \(result ?? "waits")",
      note: struck ?? note, weight: struck != nil ? .struck : isLate ? .overdue : .plain,
      detail: [struck ?? "", note, "by \(test.by)"].filter { !$0.isEmpty }.joined(separator: "; "))
  }

  // MARK: Doses

  /// While the dose is being found, days without one stand in front of everything.
  static func missed(_ record: PrescribingRecord, _ context: AppContext) -> [String] {
    guard record.state == .dosing, let last = record.log.daysMissed(before: context.today),
      DoseRules.mayHaveLostTolerance(after: last)
    else { return [] }
    return ["\(DoseRules.ringPrescriber). \(last.sinceWords)"]
  }

  /// A small table: number and day, milligrams, rise, supervised, who; PPL-045 from the left.
  static func log(_ record: PrescribingRecord) -> [FactLine] {
    let rows = record.log.newestFirst
    return rows.prefix(recent).map { line($0, record.log, in: doses) }
      + rows.dropFirst(recent).map { line($0, record.log, in: older) }
  }

  private static func line(
    _ dose: Dose, _ log: DoseLog, in section: RecordSection
  ) -> FactLine {
    let day = log.firstDay.map { dose.on.days(since: $0) }
    let rise = dose.struckBecause == nil ? riseWords(dose, log) : "     "
    let gap = dose.struckBecause == nil ? missed(before: dose, log) : nil
    let watched = dose.isSupervised ? "supervised" : "not supervised"
    let other = dose.medicine == .methadone ? "" : ", \(dose.medicine.title.lowercased())"
    return FactLine(
      section, "\(padded(dose.number, 2)) \(dose.on.ukWithWeekday)",
      "\(padded(dose.mg, 3)) mg \(rise)  \(watched)\(other)",
      note: dose.struckBecause.map { "struck: \($0)" }
        ?? [gap?.note, day.map { "day \($0)" }, dose.by].compactMap(\.self)
        .joined(separator: ", "),
      weight: dose.struckBecause == nil ? gap?.weight ?? .plain : .struck,
      detail: dose.struckBecause.map { "Struck through: \($0)" }
        ?? [gap?.words, "Recorded by \(dose.by)"].compactMap(\.self).joined(separator: ". "))
  }

  /// PPL-045: the days that were missed before a dose; nil where there are none.
  private static func missed(
    before dose: Dose, _ log: DoseLog
  ) -> (note: String, weight: FactLine.Weight, words: String)? {
    guard let last = log.lastGiven(before: dose.on), last.missed > 0 else { return nil }
    let note = "\(Digits.counted(last.missed, "day")) missed"
    guard DoseRules.mayHaveLostTolerance(after: last) else {
      return (note, .warning, last.sinceWords)
    }
    return (note, .overdue, "\(DoseRules.ringPrescriber). \(last.sinceWords)")
  }

  /// The day's total against the day before: "+10", "  =", " -5"; empty on the first day.
  private static func riseWords(_ dose: Dose, _ log: DoseLog) -> String {
    guard let before = log.last(of: dose.medicine, before: dose.on),
      let day = log.days(of: dose.medicine).first(where: { $0.on == dose.on })
    else { return "first" }
    let rise = day.mg - before.mg
    let words = rise == 0 ? "=" : rise > 0 ? "+\(rise)" : "\(rise)"
    return String(repeating: " ", count: max(0, 5 - words.count)) + words
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(0, width - digits.count)) + digits
  }

  // MARK: Alerts

  static func line(_ alert: SafetyAlert) -> FactLine {
    let answer = alert.acknowledged
    return FactLine(
      alerts, alert.raised.ukWithWeekday, alert.words,
      note: answer.map { "acknowledged by \($0.by)" } ?? "!! not acknowledged",
      weight: answer == nil ? .overdue : .done,
      detail: answer.map { "\($0.at.ukWithWeekday): \($0.note)" }
        ?? "Raised by \(alert.raisedBy). Ring the prescriber, have the client seen")
  }
}
