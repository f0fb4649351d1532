import CaseRules

private enum IntelligenceSections {
  static let possible = RecordSection(0, "What can be done now")
  static let said = RecordSection(1, "What is said")
  static let grades = RecordSection(2, "Grades (5x5x5)")
  static let subjects = RecordSection(3, "Whom it is about")
  static let details = RecordSection(4, "Drugs and offence")
  static let bronze = RecordSection(5, "Bronze actions it feeds")
  static let shared = RecordSection(6, "Shared with")
  static let earlier = RecordSection(7, "Earlier grades and judgements")
  static let clocks = RecordSection(-1, "Clocks")
  static let settled = RecordSection(8, "Clocks met or not applicable")
  static let impossible = RecordSection(9, "Not now, and why")
}

/// The page of one report.
extension RecordContent {
  init(_ file: IntelligenceFile, in context: AppContext) {
    let report = file.report
    self.init(heading: report.heading)
    warnings = file.warnings(on: context.today)
    addActions(
      IntelligenceActions.offered(for: report, shares: file.shares, in: context.rules),
      on: .intelligenceReport,
      possible: IntelligenceSections.possible, not: IntelligenceSections.impossible)
    addDeadlines(
      file.deadlines, open: IntelligenceSections.clocks, settled: IntelligenceSections.settled,
      on: context.today)
    let said = IntelligenceSections.said
    add(said, "State", report.state.words + file.judgedWords)
    addText(report.text, said)
    add(said, "Relates to", report.relatesTo.ukWithWeekday)
    add(said, "Received", "\(report.received.ukWithWeekday), by \(report.recordedBy)")
    addGrades(file)
    addSubjects(file, in: context)
    for detail in report.details(in: context.rules.codes) {
      add(IntelligenceSections.details, detail.label, detail.words)
    }
    lines += file.bronzes.map { bronze in
      FactLine(
        IntelligenceSections.bronze, bronze.ref.text, bronze.state, opens: .record(bronze.ref),
        subject: bronze.ref)
    }
    lines += file.shares.map { share in
      FactLine(
        IntelligenceSections.shared, "\(share.number)  \(share.sentAt.date.ukWithWeekday)",
        "\(share.destination.words), \(share.recipient)",
        note: share.struckBecause.map { "struck: \($0)" }
          ?? [share.grades?.text, share.by].compactMap(\.self).joined(separator: ", "),
        weight: share.struckBecause == nil ? .plain : .struck,
        detail: [
          share.struckBecause.map { "GEN-004: Struck through: \($0)" } ?? "",
          "Sent \(share.sentAt.ukWithWeekday)", share.destination.topic?.words ?? "", share.text,
          share.conditions.isEmpty ? "" : "Conditions: \(share.conditions)",
        ].filter { !$0.isEmpty }.joined(separator: "\n"))
    }
    addEarlier(file)
  }

  /// All of it, a line for a row, so that it is read to its end without opening anything.
  private mutating func addText(_ text: String, _ section: RecordSection) {
    for (index, line) in text.brokenIntoLines(of: Self.textColumns).enumerated() {
      lines.append(
        FactLine(
          section, index == 0 ? "Text" : "", line, opens: .text(title: "Text", text)))
    }
  }

  /// What a page has for a fact where the window has eighty columns.
  private static let textColumns = 50

  private mutating func addGrades(_ file: IntelligenceFile) {
    let section = IntelligenceSections.grades
    guard let grading = file.report.grading else {
      lines.append(
        FactLine(section, "Grades", "Not graded yet", note: "INT-002", weight: .warning))
      return
    }
    let grades = grading.grades
    add(section, "Source", "\(grades.source.rawValue)  \(grading.sourceWords)")
    add(section, "Information", "\(grades.information.rawValue)  \(grading.informationWords)")
    add(section, "Handling", "\(grades.handling.rawValue)  \(grading.handlingWords)")
    add(section, "Conditions", grading.conditions)
    add(section, "Recipients", grading.recipients)
    add(section, "Review on", grading.reviewOn?.ukWithWeekday)
    add(section, "Graded", "\(grading.at.ukWithWeekday), by \(grading.by)")
    if let validity = file.validity {
      lines.append(
        FactLine(
          section, "So it is", validity.words, note: "INT-003",
          weight: validity == .valid ? .plain : .warning))
    }
  }

  private mutating func addSubjects(_ file: IntelligenceFile, in context: AppContext) {
    lines += file.report.subjects.enumerated().map { index, subject in
      FactLine(
        IntelligenceSections.subjects, index == 0 ? "Mainly" : "Also", subject.display,
        note: [subject.birth?.words(on: context.today), subject.id.ref.text]
          .compactMap(\.self).joined(separator: ", "),
        detail: subject.description, opens: .record(subject.id.ref), subject: subject.id.ref,
        actions: IntelligenceActions.offered(for: subject, in: context.rules))
    }
    lines += file.unanswered.map { likeness in
      FactLine(
        IntelligenceSections.subjects, "The same?", likeness.otherWords, note: likeness.because,
        weight: .warning,
        opens: .form(SameSubjectForm.id, about: likeness.subject.ref),
        subject: likeness.subject.ref)
    }
  }

  private mutating func addEarlier(_ file: IntelligenceFile) {
    let section = IntelligenceSections.earlier
    lines += file.gradings.dropFirst().map { old in
      FactLine(
        section, old.at.ukWithWeekday, "Graded \(old.grades.text)", note: old.by,
        weight: .quiet, detail: JudgeReportForm.words(of: old))
    }
    let past = file.report.judgement == nil ? file.judgements : Array(file.judgements.dropFirst())
    lines += past.map { old in
      FactLine(
        section, old.at.ukWithWeekday,
        "\(old.isValid ? "Valid" : "Not valid") as \(old.grades.text)", note: old.by,
        weight: .quiet, detail: old.deemed ?? old.note)
    }
  }
}

extension IntelligenceFile {
  fileprivate var judgedWords: String {
    guard let judgement = report.judgement else { return "" }
    return ", \(judgement.at.date.ukWithWeekday), by \(judgement.by)"
      + (judgement.note.isEmpty ? "" : ": \(judgement.note)")
  }

  fileprivate func warnings(on today: CalendarDate) -> [String] {
    var warnings = [damage].compactMap(\.self)
    if let why = report.struckBecause { warnings.append("GEN-004: Struck through: \(why)") }
    if let deemed = report.judgement?.deemed {
      warnings.append("INT-003: Deemed valid in spite of its grades: \(deemed)")
    }
    if let review = report.grading?.reviewOn, review <= today {
      warnings.append("INT-009: Review of its handling was due \(review.ukWithWeekday)")
    }
    if let handling = report.grading?.grades.handling, !handling.mayLeavePolice {
      warnings.append("INT-009: Police only: no other agency may be told or asked about it")
    }
    return warnings
  }
}

private enum SubjectSections {
  static let possible = RecordSection(0, "What can be done now")
  static let known = RecordSection(1, "What is known")
  static let reports = RecordSection(2, "Reports")
  static let likenesses = RecordSection(3, "The same as?")
  static let people = RecordSection(4, "On file; not shown to intelligence officers")
  static let impossible = RecordSection(9, "Not now, and why")
}

/// The page of one subject.
extension RecordContent {
  init(_ file: SubjectFile, in context: AppContext) {
    let subject = file.subject
    self.init(heading: subject.heading(on: context.today))
    if let standing = file.standing {
      warnings = ["Said to be the same as \(standing.heading(on: context.today))"]
    }
    addActions(
      IntelligenceActions.offered(for: subject, in: context.rules), on: .intelligenceSubject,
      possible: SubjectSections.possible, not: SubjectSections.impossible)
    let known = SubjectSections.known
    add(known, "Name", subject.display)
    add(known, "Other names", subject.otherNames.joined(separator: ", "))
    add(known, "Born", subject.birth?.answer(on: context.today))
    add(known, "Sex", subject.sex?.title)
    add(known, "Description", subject.description)
    lines += ([file.standing].compactMap(\.self) + file.others).map { other in
      FactLine(
        known, "Also known as", other.display, note: other.id.ref.text,
        opens: .record(other.id.ref), subject: other.id.ref)
    }
    lines += file.reports.map { line in
      FactLine(
        SubjectSections.reports, line.received.date.ukWithWeekday,
        "\(line.id.ref.text)  \(line.grades?.text ?? "not graded")  \(line.beginning)",
        note: line.state.words, weight: line.state.isOpen ? .today : .plain,
        opens: .record(line.id.ref), subject: line.id.ref)
    }
    lines += file.likenesses.map { likeness in
      FactLine(
        SubjectSections.likenesses, likeness.state.words, likeness.otherWords,
        note: likeness.because, weight: likeness.state == .pending ? .warning : .quiet,
        detail: likeness.decision ?? "",
        opens: likeness.state == .pending
          ? .form(SameSubjectForm.id, about: subject.id.ref) : .record(likeness.other),
        subject: likeness.other)
    }
    lines += file.people.map { likeness in
      FactLine(
        SubjectSections.people, likeness.state == .pending ? "May be" : likeness.state.words,
        likeness.otherWords, note: likeness.because,
        weight: likeness.state == .pending ? .warning : .plain, detail: likeness.decision ?? "",
        opens: likeness.state == .pending
          ? .form(LinkSubjectForm.id, about: subject.id.ref) : .record(likeness.other),
        subject: likeness.other)
    }
  }
}

extension String {
  /// Broken between words; a word that is longer than a line stands alone.
  fileprivate func brokenIntoLines(of width: Int) -> [String] {
    split(separator: "\n").flatMap { paragraph -> [String] in
      paragraph.split(separator: " ").reduce(into: [String]()) { lines, word in
        if let last = lines.last, last.count + 1 + word.count <= width {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
    }
  }
}
