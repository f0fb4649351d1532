import CaseRules

/// The page of one bronze action: what comes next, then the case as it has grown.
extension RecordContent {
  init(_ file: BronzeFile, in context: AppContext) {
    let record = file.record
    self.init(heading: "\(record.action.heading(on: context.today)): \(record.state.title)")
    warnings = BronzeContent.warnings(file, in: context.rules)
    printable = BronzeContent.whyNotPrint(file)
    BronzeContent.addNext(file, to: &self, context)
    addActions(
      BronzeActions.offered(for: record, in: context.rules), on: .bronzeAction,
      possible: BronzeContent.possible,
      not: BronzeContent.impossible)
    addDeadlines(
      file.deadlines, open: BronzeContent.clocks, settled: BronzeContent.settled,
      on: context.today)
    BronzeContent.addCase(file, to: &self, context)
    lines += record.reports.map { BronzeContent.line($0, in: context.rules.codes) }
    lines += record.research.map { BronzeContent.line($0) }
    for step in record.findings {
      add(
        BronzeContent.research, "What it came to", "\(step.words) (\(step.at.date.uk), \(step.by))")
    }
    BronzeContent.addTest(record.action.test, to: &self)
    BronzeContent.addLetter(record, to: &self)
    BronzeContent.addDecisions(record, to: &self)
    BronzeContent.addTreatment(record, to: &self)
    lines += file.others.map { BronzeContent.line($0) }
    lines += record.steps.reversed().map { BronzeContent.line($0) }
  }
}

private enum BronzeContent {
  static let next = RecordSection(0, "Next")
  static let clocks = RecordSection(1, "Clocks")
  static let possible = RecordSection(2, "What can be done now")
  static let state = RecordSection(3, "Bronze action")
  static let reports = RecordSection(4, "Intelligence, sanitised")
  static let research = RecordSection(5, "Research")
  static let test = RecordSection(6, "Human-rights test")
  static let letter = RecordSection(7, "Letter")
  static let decisions = RecordSection(8, "Decision")
  static let treatment = RecordSection(9, "Service, answer and treatment")
  static let others = RecordSection(10, "Other bronze actions for the same person")
  static let steps = RecordSection(11, "What happened, newest first")
  static let settled = RecordSection(12, "Clocks met or not applicable")
  static let impossible = RecordSection(13, "Not now, and why")

  // MARK: In front

  static func warnings(_ file: BronzeFile, in context: RuleContext) -> [String] {
    let overdue = file.deadlines.filter { $0.status == .overdue }
    switch file.record.state {
    case .pending where !overdue.isEmpty:
      return [
        "INT-026: submitted \(file.record.pending?.at.date.uk ?? "-"), more than "
          + "\(BronzeDeadlines.authorisationWD) working days ago"
      ]
    case .served where !overdue.isEmpty:
      return ["INT-033: no answer in time. Proposed to the team leader as declined"]
    case .inTreatment: return file.proposal(context).map { [$0.display] } ?? []
    case .furtherAction: return ["INT-039: new valid information. Decide on further action"]
    case .research, .humanRightsTest:
      return file.record.sentBack.map {
        ["INT-025: returned by \($0.name) on \($0.on.uk): \($0.reason)"]
      } ?? []
    case .pending, .authorised, .served, .dropOut,
      .closedOtherOption, .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained:
      return []
    }
  }

  /// INT-031: nil when the letter may be printed.
  static func whyNotPrint(_ file: BronzeFile) -> PrintableOnPage {
    file.printable == nil
      ? .refused("INT-031: The letter is printed once it is granted") : .paper(.letter(file.ref))
  }

  static func addNext(
    _ file: BronzeFile, to content: inout RecordContent, _ context: AppContext
  ) {
    if file.record.state == .authorised, file.printable != nil {
      content.lines.append(
        FactLine(
          next, "First", "Print the letter", weight: .strong,
          detail: "The key that prints papers asks for text, HTML or the printer"))
    }
    guard let form = BronzeActions.next(for: file.record, in: context.rules) else { return }
    content.lines.append(
      FactLine(
        next, "Now", form.title, weight: .strong,
        detail: FormCatalogue.form(form.form)?.purpose ?? "",
        opens: .form(form.form, about: form.about), subject: file.ref))
  }

  // MARK: The case

  static func addCase(
    _ file: BronzeFile, to content: inout RecordContent, _ context: AppContext
  ) {
    let action = file.record.action
    content.lines.append(
      FactLine(
        state, "State", action.state.title, note: "since \(action.since.date.uk)",
        weight: .strong))
    let subject = action.subject.ref
    content.lines.append(
      FactLine(
        state, "Subject", action.subjectName, note: subject.text,
        opens: subject.hasPage ? .record(subject) : nil, subject: subject))
    content.add(state, "Born", action.birth?.answer(on: context.today))
    if action.isYoung(on: context.today) == true {
      content.lines.append(
        FactLine(
          state, "Young person", "INT-022: consult the youth offending team before submission",
          weight: .warning))
    }
    content.add(state, "Opened", "\(action.opened.ukWithWeekday), by \(action.openedBy)")
    if let retention = file.record.retention {
      content.add(state, "RMS", "\(retention.reference), since \(retention.on.uk)")
    }
    content.lines += file.record.further.map { line($0) }
  }

  static func line(_ further: FurtherAction) -> FactLine {
    let words = further.outcome.map { "\($0.words), by \(further.by)" }
    return FactLine(
      state, "New information", "\(further.report.text), \(further.raised.date.uk)",
      note: words ?? "! waits for a decision", weight: words == nil ? .warning : .plain,
      detail: further.reason,
      opens: further.report.hasPage ? .record(further.report) : nil, subject: further.report)
  }

  static func line(_ report: IntelligenceReport, in codes: CodeBook) -> FactLine {
    let ref = report.id.ref
    let grading = report.grading
    let grades =
      grading.map {
        "Source \($0.grades.source.rawValue) \($0.sourceWords), information "
          + "\($0.grades.information.rawValue) \($0.informationWords), handling "
          + "\($0.grades.handling.rawValue) \($0.handlingWords)"
      } ?? "not graded"
    let details = report.details(in: codes).map { "\($0.label): \($0.words)" }
    return FactLine(
      reports, "\(ref.text)  \(grading?.grades.text ?? "")",
      report.text.split(separator: "\n").joined(separator: " "),
      note: report.state == .valid ? "" : "! \(report.state.words.lowercasedFirst)",
      weight: report.state == .valid ? .plain : .warning,
      detail: ([grades] + details).joined(separator: ". "), opens: ref.hasPage ? .record(ref) : nil,
      subject: ref)
  }

  static func line(_ request: ResearchRequest) -> FactLine {
    FactLine(
      research, "\(request.number)  \(request.agency.words)",
      request.facts.isEmpty
        ? "asked \(request.asked.uk)\(request.office.isEmpty ? "" : ", \(request.office)")"
        : request.facts.split(separator: "\n").joined(separator: " "),
      note: request.reply.words, weight: request.reply == .noneYet ? .soon : .plain,
      detail: "\(request.words); by \(request.by)")
  }

  static func addTest(_ test: HumanRightsTest?, to content: inout RecordContent) {
    guard let test else { return }
    for right in HumanRight.allCases {
      guard let answer = test.answers[right] else { continue }
      content.lines.append(
        FactLine(
          self.test, right.title, answer.reason, note: answer.holds ? "Yes" : "No",
          weight: answer.holds ? .plain : .warning))
    }
    content.lines.append(
      FactLine(self.test, "Drug link", test.drugLink ? "Yes" : "No"))
    content.lines.append(
      FactLine(
        self.test, "Criteria", test.isMet ? "Met" : "Not met",
        weight: test.isMet ? .strong : .warning))
  }

  // MARK: The letter

  static func addLetter(_ record: BronzeRecord, to content: inout RecordContent) {
    let action = record.action
    guard let letter = action.letter else { return }
    let granted = record.granted?.decision
    let text =
      granted?.letter
      ?? BronzeLetter.text(
        of: letter.parts, to: action, signed: .open)
    content.lines.append(
      FactLine(
        self.letter, "Letter \(letter.parts.kind.code)", letter.parts.kind.words,
        note: "drafted by \(Worker.initials(of: letter.byName))"))
    content.lines.append(
      FactLine(
        self.letter, "As it will print", "Enter shows all of it",
        note: granted == nil ? "not granted yet" : "frozen",
        weight: granted == nil ? .plain : .strong,
        detail: granted == nil
          ? "INT-031: it is printed once it is granted" : "INT-031: word for word as granted",
        opens: .text(title: "Letter \(action.ref.text)", BronzeCase.shown(text))))
    content.add(self.letter, "Part i", letter.parts.first)
    content.add(self.letter, "Part ii", letter.parts.second)
    content.add(
      self.letter, "Invitation",
      "\(letter.parts.service), \(letter.parts.contact), reply by \(letter.parts.replyBy?.uk ?? "-")"
    )
  }

  static func addDecisions(_ record: BronzeRecord, to content: inout RecordContent) {
    for submission in record.submissions.reversed() {
      let waits = submission.decision == nil && record.state == .pending
      content.lines.append(
        FactLine(
          decisions, "Submission \(submission.number)",
          "\(submission.at.ukWithWeekday), by \(submission.submitter.name)",
          note: waits ? "! waits for a decision" : "", weight: waits ? .warning : .plain))
      if let advice = submission.recommendation {
        content.lines.append(
          FactLine(
            decisions, "Recommended", advice.words, note: advice.by,
            detail: "\(advice.at.ukWithWeekday), \(advice.by): \(advice.words)"))
      }
      if let decision = submission.decision { content.lines.append(line(decision)) }
    }
  }

  static func line(_ decision: BronzeSubmission.Decision) -> FactLine {
    let who = [decision.rank?.words, decision.name].compactMap(\.self).joined(separator: " ")
    let keyed =
      decision.reference.isEmpty
      ? "" : ", keyed by \(decision.keyedBy), written reference \(decision.reference)"
    return FactLine(
      decisions, title(decision.kind), "\(who), \(decision.on.uk)\(keyed)",
      note: decision.reason, weight: decision.kind == .granted ? .strong : .warning,
      detail: decision.reason)
  }

  private static func title(_ kind: BronzeDecisionKind) -> String {
    switch kind {
    case .granted: "Granted"
    case .refused: "Refused"
    case .returned: "Returned"
    }
  }

  // MARK: Treatment

  static func addTreatment(_ record: BronzeRecord, to content: inout RecordContent) {
    content.lines += record.services.map { service in
      FactLine(
        treatment, "Served", "\(service.at.ukWithWeekday), \(service.place)",
        note: service.method.words,
        weight: service.method == .inPerson && service.toSubject ? .plain : .warning,
        detail: "By \(service.server); handed to the person: \(service.toSubject ? "yes" : "no")")
    }
    content.lines += record.replies.map { reply in
      FactLine(
        treatment, "Answer", reply.response.words, note: reply.on.uk, weight: .strong,
        detail: reply.agency.isEmpty
          ? "Recorded by \(reply.by)"
          : "\(reply.agency), first appointment \(reply.firstAppointment?.ukWithWeekday ?? "-")")
    }
    content.lines += record.monitoring.map { entry in
      FactLine(
        treatment, "Monitoring \(entry.number)", entry.measures.capitalisedFirst,
        note: "\(entry.result.words) \(entry.on.uk)",
        weight: entry.result == .notRetained ? .warning : .plain,
        detail: "Recorded by \(entry.by); last attended \(entry.lastAttended?.uk ?? "not since")")
    }
    content.lines += record.notices.map { line($0, of: record.action.ref) }
    for assessment in record.assessments {
      content.add(
        treatment, "Partners told",
        "\(assessment.partners.map(\.words).joined(separator: ", ")), \(assessment.toldOn.uk)")
      content.add(treatment, "Offending behaviour", assessment.offending)
      content.add(treatment, "Drug(s) of choice", assessment.drugs)
      content.add(treatment, "Level of abuse", assessment.abuse)
      content.add(treatment, "Level of criminality", assessment.criminality)
    }
  }

  /// INT-038: what a partner was told, to be read and printed from its row.
  static func line(_ notice: PartnerNotice, of ref: RecordRef) -> FactLine {
    FactLine(
      treatment, "Notice \(notice.number)", "To \(notice.partner.words)",
      note: "\(notice.at.date.uk), by \(notice.by)",
      detail: "Printed while the cursor is on this row (INT-038)",
      opens: .text(
        title: "Notice \(notice.number) of \(ref.text)", BronzeCase.shown(notice.text)),
      paper: .notice(ref, number: notice.number))
  }

  // MARK: Others and history

  static func line(_ other: BronzeSummary) -> FactLine {
    FactLine(
      others, other.ref.text, other.words, note: other.state.title,
      weight: other.state.isOpen ? .warning : .plain, opens: .record(other.ref),
      subject: other.ref)
  }

  static func line(_ step: BronzeStep) -> FactLine {
    FactLine(
      steps, step.at.uk, step.event?.title ?? "Opened", note: step.by, weight: .plain,
      detail: step.words.isEmpty ? step.state.title : step.words)
  }
}
