import CaseRules

/// The page of one person.
extension RecordContent {
  init(_ file: PersonFile, in context: AppContext) {
    self.init(heading: file.person.heading(on: context.today))
    person = file.ref
    booked = file.appointments.last { $0.state == .booked && $0.starts <= context.now }?.id.ref
    warnings = [file.damage].compactMap(\.self) + PersonContent.warnings(file, context)
    addActions(
      PersonActions.offered(for: file, in: context.rules), on: .person,
      possible: PersonContent.possible,
      more: PersonContent.more, not: PersonContent.impossible)
    addDeadlines(
      file.deadlines, open: PersonContent.owed, settled: PersonContent.settled,
      on: context.today)
    PersonContent.addCaseload(file, to: &self)
    lines += CarePlanContent.summary(file, in: PersonContent.carePlan, context)
    lines += CarePlanContent.duties(file, in: PersonContent.duties, context)
    lines += file.appointments.prefix(8).map { PersonContent.line($0, context) }
    lines += file.treatments.map { TreatmentContent.line($0, PersonContent.treatment, context) }
    lines += file.prescribing.flatMap {
      PrescribingSummary.lines($0, PersonContent.prescribing, context)
    }
    lines += file.consents.map { PersonContent.line($0, context) }
    PersonContent.addIdentity(file, to: &self, context)
    PersonContent.addCircumstances(file, to: &self)
    lines += file.assessments.map(PersonContent.line)
    lines += file.agencies.map(PersonContent.line)
    lines += file.referrals.map {
      CarePlanContent.line($0, in: PersonContent.referrals, context)
    }
    lines += file.timeline().map { PersonContent.line($0, context) }
    lines += PersonContent.matchLines(file, context)
    lines += PersonContent.intelligenceLines(file)
  }
}

extension PersonContent {
  /// INT-010: what police have shared, for the treatment plan, progress and engagement alone.
  fileprivate static func intelligenceLines(_ file: PersonFile) -> [FactLine] {
    guard let known = file.intelligence else { return [] }
    let subjects = known.subjects.map { subject in
      FactLine(
        intelligence, "Subject", subject.display, note: subject.id.ref.text,
        opens: .record(subject.id.ref), subject: subject.id.ref)
    }
    return subjects
      + known.released.map { released in
        FactLine(
          intelligence, released.sentAt.ukWithWeekday, released.text,
          note: released.reportStruck == nil ? released.topic.words : "! the report is struck",
          weight: released.reportStruck != nil
            ? .struck : released.topic == .risk ? .warning : .plain,
          detail: [
            released.reportStruck.map { "GEN-004: The report was struck through: \($0)" } ?? "",
            released.conditions.isEmpty ? "" : "Conditions: \(released.conditions)",
          ].filter { !$0.isEmpty }.joined(separator: "\n"),
          opens: released.report.map { .record($0.ref) }, subject: released.report?.ref)
      }
  }
}

enum PersonContent {
  static let owed = RecordSection(0, "Due")
  static let possible = RecordSection(1, "What can be done now")
  static let caseload = RecordSection(2, "Caseload")
  static let carePlan = RecordSection(3, "Care plan")
  static let treatment = RecordSection(4, "Treatment, newest first")
  static let prescribing = RecordSection(5, "Rapid prescribing")
  static let appointments = RecordSection(6, "Appointments, newest first")
  static let duties = RecordSection(7, "Case-management duties (PPL-019)")
  static let consents = RecordSection(8, "Consents, newest first")
  static let identity = RecordSection(9, "Who it is")
  static let circumstances = RecordSection(10, "Circumstances")
  static let assessments = RecordSection(11, "DIRs")
  static let agencies = RecordSection(12, "Agencies involved")
  static let intelligence = RecordSection(
    20, "Shared by police: for treatment plan, progress and engagement only (INT-010)")
  static let referrals = RecordSection(13, "Referrals, newest first")
  static let history = RecordSection(14, "What happened, newest first")
  static let more = RecordSection(16, "What else can be done")
  static let settled = RecordSection(17, "Deadlines met or not applicable")
  static let impossible = RecordSection(18, "Not now, and why")

  static func warnings(_ file: PersonFile, _ context: AppContext) -> [String] {
    // PPL-044: an alert stands before everything else, for only some lines are drawn.
    var warnings = file.prescribing.flatMap { PrescribingSummary.warnings($0) }
    let person = file.person
    if !person.risks.isEmpty {
      let note = person.riskNote.isEmpty ? "" : " - " + person.riskNote
      warnings.append("Risk: " + person.risks.map(\.title).joined(separator: ", ") + note)
    }
    // Whoever is to see the client looks here first; CUS-022: the file has no DIR for other roles.
    warnings += AssessedRisk.warnings(file.assessedRisks)
    if let silence = silence(file, context) { warnings.append(silence) }
    warnings += matchWarnings(file)
    if AgeRules.isYoung(person.birth, on: context.today) {
      warnings.append("PPL-002: Young person. \(AgeRules.youngRoute)")
    }
    if file.assessments.first?.isPotentialDRR == true {
      warnings.append(PotentialDRR.finding.display)
    }
    let spend = HighSpend.finding(
      in: file.assessments, on: context.today, context.session.settings)
    if let spend { warnings.append(spend.display) }
    warnings += ConsentReliance.findings(
      file.consents, episode: file.openEpisode, assessments: file.assessments.map(\.assessed)
    ).map(\.display)
    let markers = file.markers(on: context.today)
    if !markers.isEmpty { warnings.append(markers.joined(separator: ", ")) }
    if let handover = file.pendingHandover {
      warnings.append(
        "PPL-012: Handover to \(handover.receiver) waits; \(handover.fromName) stays responsible")
    }
    return warnings
  }

  private static func silence(_ file: PersonFile, _ context: AppContext) -> String? {
    guard let episode = file.openEpisode,
      LostContactRules.isAtRisk(episode, on: context.today, settings: context.session.settings)
    else { return nil }
    let since = episode.silentSince
    let days = Digits.counted(context.today.days(since: since), "day")
    return "PPL-024: At risk of losing contact: \(days) since \(since.ukWithWeekday)"
  }

  // MARK: Caseload

  static func addCaseload(_ file: PersonFile, to content: inout RecordContent) {
    guard let newest = file.openEpisode ?? file.episodes.first else {
      content.add(caseload, "State", possibleWords(file) ?? "Not known to the caseload")
      return
    }
    content.lines.append(
      FactLine(
        caseload, "State", newest.state.title, note: newest.workerName, weight: .strong,
        subject: newest.id.ref))
    content.add(
      caseload, "Came from", "\(newest.entryPoint.title), \(newest.opened.ukWithWeekday)")
    content.add(caseload, "Joined", newest.joined?.ukWithWeekday)
    content.add(caseload, "Last contact", newest.lastContact?.ukWithWeekday)
    if newest.failedAttempts > 0 {
      content.add(caseload, "Attempts", "\(newest.failedAttempts) without contact since")
    }
    if let handover = file.newestHandover, !handover.reason.isEmpty {
      content.lines.append(
        FactLine(
          caseload, "To know first", handover.reason,
          note: "\(handover.fromName), \(handover.asked.date.uk)", subject: handover.id.ref))
    }
    if let closed = newest.closed {
      let reason = newest.closureReason.map { ", \($0.title.lowercased())" } ?? ""
      let note = newest.closureNote.isEmpty ? "" : ": \(newest.closureNote)"
      content.add(caseload, "Closed", closed.ukWithWeekday + reason + note)
    }
    for earlier in file.episodes.dropFirst() {
      content.add(
        caseload, "Earlier",
        "\(earlier.opened.uk) to \(earlier.closed?.uk ?? "-"), "
          + earlier.state.title.lowercased())
    }
  }

  static func line(_ appointment: Appointment, _ context: AppContext) -> FactLine {
    let weight: FactLine.Weight =
      switch appointment.state {
      case .booked: appointment.starts.date <= context.today ? .today : .plain
      case .missed: .warning
      case .attended, .attendedLate: .done
      case .cancelled, .rebooked: .quiet
      case .struck: .struck
      }
    return FactLine(
      appointments, appointment.starts.ukWithWeekday,
      "\(appointment.kind.title), \(appointment.place), with \(appointment.workerName)",
      note: appointment.state.title, weight: weight,
      detail: appointment.struckBecause.map { "Struck through: \($0)" } ?? appointment.purpose,
      booked: appointment.state == .booked ? appointment.id.ref : nil,
      actions: AppointmentActions.offered(for: appointment, in: context.rules))
  }

  static func line(_ consent: Consent, _ context: AppContext) -> FactLine {
    let holds = consent.holds(at: context.now)
    let details = [consent.recipients, consent.amount, consent.rationale].filter { !$0.isEmpty }
    return FactLine(
      consents, consent.type.title, consent.words(at: context.now),
      note: consent.struckBecause != nil
        ? "struck through" : holds ? "in force" : consent.given ? "no longer" : "refused",
      weight: consent.struckBecause != nil ? .struck : holds ? .plain : .quiet,
      detail: details.joined(separator: "; "),
      actions: PersonActions.offered(for: consent, in: context.rules))
  }

  // MARK: Identity

  static func addIdentity(
    _ file: PersonFile, to content: inout RecordContent, _ context: AppContext
  ) {
    let person = file.person
    let codes = context.session.codes
    content.add(identity, "Name", person.name.display)
    content.add(identity, "Also known as", person.aliases.map(\.name).joined(separator: ", "))
    content.add(identity, "Born", person.birth.answer(on: context.today))
    content.add(identity, "Sex", person.sex.title)
    content.add(identity, "Ethnicity", codes.words(of: person.ethnicity, in: .ethnicity))
    content.add(identity, "PNC", person.numbers.pnc)
    content.add(identity, "CRO", person.numbers.cro)
    content.add(identity, "Prison number", person.numbers.prison)
    content.add(identity, "Local number", person.numbers.lrn)
    content.add(identity, "OASys", person.numbers.oasys)
    let address = [person.home.address, person.home.postcode ?? ""].filter { !$0.isEmpty }
    content.add(
      identity, "Address",
      person.home.noFixedAbode == .yes ? "No fixed abode" : address.joined(separator: ", "))
    content.add(
      identity, "Accommodation",
      person.home.accommodation.map { codes.words(of: $0, in: .accommodation) })
    for phone in person.phones { content.lines.append(line(phone)) }
    let interpreter = person.interpreter == .yes ? ", interpreter needed" : ""
    content.add(identity, "Language", person.language + interpreter)
    content.add(identity, "GP", file.gpName)
  }

  private static func line(_ phone: Person.Phone) -> FactLine {
    let ring = phone.safeToRing.map { "safe to ring: \($0.words.lowercased())" } ?? ""
    let leave = phone.safeToLeaveMessage.map { "message: \($0.words.lowercased())" } ?? ""
    let safe = [ring, leave].filter { !$0.isEmpty }.joined(separator: ", ")
    return FactLine(
      identity, "Phone", phone.number, note: safe,
      weight: phone.safeToRing == .yes ? .plain : .warning, detail: safe)
  }

  static func addCircumstances(_ file: PersonFile, to content: inout RecordContent) {
    let known = file.person.circumstances
    let answers: [(String, YesNo?)] = [
      ("Veteran", known.veteran), ("Pregnant", known.pregnant),
      ("Children at home", known.childrenLiveWith), ("Safeguarding", known.safeguarding),
      ("Employed", known.employed), ("Relationship", known.settledRelationship),
    ]
    content.add(circumstances, "Children", known.children.map(String.init))
    for (label, answer) in answers { content.add(circumstances, label, answer?.words) }
    content.lines += file.assessedRisks.map { known in
      FactLine(
        circumstances, "Risk \(known.risk.to.words)", known.risk.saying, note: known.source,
        weight: .warning, opens: .record(known.dir), subject: known.dir)
    }
  }

  // MARK: Lists

  static func line(_ dir: DIRSummary) -> FactLine {
    let drug = dir.mainDrug.map { ", main drug \($0)" } ?? ""
    return FactLine(
      assessments, dir.assessed.ukWithWeekday, "\(dir.place.words), by \(dir.worker)\(drug)",
      note: dir.stateWords, weight: dir.completed == nil ? .warning : .plain,
      opens: .record(dir.ref), subject: dir.ref)
  }

  static func line(_ agency: InvolvedAgency) -> FactLine {
    FactLine(
      agencies, agency.name, agency.provides + (agency.lead.isEmpty ? "" : ", \(agency.lead)"),
      note: agency.isCoordinator
        ? "care co-ordinator" : agency.until.map { "until \($0.uk)" } ?? "",
      weight: agency.until == nil ? .plain : .quiet)
  }

  static func line(_ event: PersonEvent, _ context: AppContext) -> FactLine {
    let opens = event.ref.flatMap { $0.hasPage ? Opening.record($0) : nil }
    return FactLine(
      history, event.on.words, event.words, note: event.by,
      weight: event.struckBecause == nil ? .plain : .struck, opens: opens,
      actions: StrikeActions.offered(for: event, in: context.rules))
  }
}
