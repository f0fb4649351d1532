import CaseRules

/// The page of one DIR.
extension RecordContent {
  init(_ file: DIRFile, in context: AppContext) {
    self.init(heading: file.heading)
    person = file.summary.person
    warnings = [file.damage].compactMap(\.self) + file.shown.map(\.display)
    let summary = file.summary
    let possible = RecordSection(0, "What can be done now")
    let about = RecordSection(1, "This DIR")
    addActions(
      DIRActions.offered(for: summary, in: context.rules), on: .dir, possible: possible,
      not: RecordSection(99, "Not now, and why"))
    add(about, "State", summary.stateWords)
    add(about, "Assessed", "\(summary.assessed.ukWithWeekday), \(summary.place.words)")
    add(about, "By", summary.worker)
    add(about, "Completed", summary.completed?.ukWithWeekday)
    for correction in file.corrections {
      add(
        about, "Corrected",
        "\(correction.at.ukWithWeekday), by \(correction.by): \(correction.because)")
    }
    add(about, "Main drug", summary.mainDrug)
    add(about, "Spends a week", Money.words(pence: summary.weeklySpend))
    add(about, "Agreed", summary.actions.map(\.words).joined(separator: "; "))
    if let entry = summary.entry {
      lines.append(
        FactLine(about, "Detention", entry.text, opens: .record(entry), subject: entry))
    }
    lines.append(
      FactLine(
        about, "Person", summary.person.text, opens: .record(summary.person),
        subject: summary.person))
    for (number, section) in file.sections.enumerated() {
      let heading = RecordSection(number + 2, section.title)
      lines += section.lines.map { FactLine(heading, $0.label, $0.words) }
    }
  }
}
