import CaseRules

/// The page of one detention.
extension RecordContent {
  init(_ file: EntryFile, in context: AppContext) {
    self.init(heading: file.heading)
    person = file.person
    warnings = [file.damage].compactMap(\.self) + EntryContent.warnings(file, context)
    addActions(
      EntryActions.offered(for: file, in: context.rules), on: .custodyEntry,
      possible: EntryContent.possible,
      not: EntryContent.impossible)
    EntryContent.addDetention(file, to: &self, context)
    EntryContent.addDetails(file, to: &self, context)
    addDeadlines(
      file.deadlines, open: EntryContent.owed, settled: EntryContent.settled,
      on: context.today)
    lines += file.assessments.map(EntryContent.line)
    lines += file.timeline.reversed().map { EntryContent.line($0, in: file, context) }
  }
}

private enum EntryContent {
  static let owed = RecordSection(0, "Due")
  static let possible = RecordSection(1, "What can be done now")
  static let detention = RecordSection(2, "Detention")
  static let details = RecordSection(3, "Person and custody details")
  static let assessments = RecordSection(4, "DIRs")
  static let history = RecordSection(5, "What happened, newest first")
  static let settled = RecordSection(6, "Deadlines met or not applicable")
  static let impossible = RecordSection(7, "Not now, and why")

  static func warnings(_ file: EntryFile, _ context: AppContext) -> [String] {
    var warnings = file.offerFlags.map(\.display)
    let markers = (file.entry.details?.riskMarkers ?? []).filter { $0 != .noneKnown }.map(\.words)
    if !markers.isEmpty {
      let note = file.entry.details?.riskNote.map { " - " + $0 } ?? ""
      warnings.insert("Risk: " + markers.joined(separator: ", ") + note, at: 0)
    }
    if let inHand = file.dirInHand, inHand.by != context.worker.id {
      warnings.append("CUS-016: " + inHand.words(on: context.today))
    }
    if !file.possible.isEmpty {
      let pairs = file.possible.prefix(2).map(\.heading).joined(separator: "; ")
      warnings.append("Possible (\(file.possible.count)): \(pairs) may be one person (PPL-004)")
    }
    if file.assessments.contains(where: \.isPotentialDRR) {
      warnings.append(PotentialDRR.finding.display)
    }
    if let purge = file.purgeDue {
      warnings.append("CUS-011: Without permission this becomes a count on \(purge.ukWithWeekday)")
    }
    return warnings
  }

  /// What nobody knows is not a no.
  private static func mark(_ words: String, _ isSo: Bool?) -> String {
    isSo.map { $0 ? words : "" } ?? "\(words) not known"
  }

  static func addDetention(
    _ file: EntryFile, to content: inout RecordContent, _ context: AppContext
  ) {
    let entry = file.entry
    let marks = [
      entry.isTrigger ? "Trigger offence" : "Other offence", mark("PPO", entry.isPPO),
      mark("DRR", entry.isDRR),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let begun = file.dirInHand.map { ", " + $0.begun(on: context.today) } ?? ""
    content.add(detention, "State", file.shownState.words + begun)
    content.add(detention, "Suite, cell", "\(entry.suite.name), \(entry.cell)")
    content.add(detention, "Arrived", entry.arrived.ukWithWeekday)
    content.add(detention, "Offence", marks)
    content.lines.append(offer(entry))
    content.lines.append(approach(entry))
    content.add(detention, "Permission", entry.permission.words)
    content.add(
      detention, "Response time",
      entry.responseMinutes.map { Digits.counted($0, "minute") + " from arrival" })
    if let departure = entry.departure {
      content.add(
        detention, "Departed", "\(departure.at.ukWithWeekday), \(departure.kind.words)")
      content.add(
        detention, departure.hearing == nil ? "Returns to" : "Court",
        departure.next.map { "\($0.place), \($0.at.ukWithWeekday)" })
    }
    content.add(detention, "Closed", entry.closed?.ukWithWeekday)
  }

  private static func offer(_ entry: CustodyEntry) -> FactLine {
    guard let offer = entry.offer else {
      return FactLine(detention, "Offer", "Not recorded yet", weight: .warning)
    }
    let by = offer.officer.map { ", by \($0.name)" } ?? ""
    let training = offer.officer?.trainingNote(on: offer.at.date) ?? ""
    return FactLine(
      detention, "Offer", "\(offer.outcome.words), \(offer.at.ukWithWeekday)\(by)", note: training,
      detail: training)
  }

  private static func approach(_ entry: CustodyEntry) -> FactLine {
    guard let approach = entry.approach else {
      return FactLine(
        detention, "Approach", "Not approached yet", weight: entry.isTrigger ? .warning : .plain)
    }
    return FactLine(
      detention, "Approach",
      "\(approach.outcome.words), \(approach.at.ukWithWeekday), by \(approach.workerInitials)")
  }

  /// CUS-010: nothing is here without permission; the records do not hand it over.
  static func addDetails(
    _ file: EntryFile, to content: inout RecordContent, _ context: AppContext
  ) {
    guard let known = file.entry.details else { return }
    if let person = known.person {
      content.lines.append(
        FactLine(
          details, "Person", known.personName ?? person.text, note: person.text,
          opens: .record(person), subject: person))
    }
    content.add(details, "Custody number", known.custodyNumber)
    let offence = known.offenceCode.map { context.session.codes.words(of: $0, in: .offences) }
    content.add(
      details, "Offence", [offence, known.offenceText].compactMap(\.self).joined(separator: ": "))
    content.add(details, "Risk markers", known.riskMarkers.map(\.words).joined(separator: ", "))
    content.add(details, "Risk note", known.riskNote)
    content.add(details, "Notes", known.notes)
  }

  static func line(_ dir: DIRSummary) -> FactLine {
    let drug = dir.mainDrug.map { ", main drug \($0)" } ?? ""
    return FactLine(
      assessments, dir.assessed.ukWithWeekday, "DIR by \(dir.worker)\(drug)", note: dir.stateWords,
      weight: dir.completed == nil ? .warning : .plain, opens: .record(dir.ref), subject: dir.ref)
  }

  static func line(_ event: EntryEvent, in file: EntryFile, _ context: AppContext) -> FactLine {
    let struck = event.struckBecause.map { " (struck through: \($0))" } ?? ""
    return FactLine(
      history, event.at.ukWithWeekday, event.words + struck, note: event.by,
      weight: event.struckBecause == nil ? .plain : .struck,
      actions: EntryActions.offered(for: event, in: file, context.rules))
  }
}
