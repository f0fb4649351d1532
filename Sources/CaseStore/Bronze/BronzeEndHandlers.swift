import CaseRules
import SQLite

/// INT-037 to INT-040: a drop-out and what it leads to, and new information.
enum BronzeEndHandlers {
  static let all: [FormHandler] = [notice, risk, back, further]

  static let notice = FormHandler(
    bronze: PartnerNoticeForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let content = PartnerNotice.Content(of: scope.record, phone: nil, in: context)
      known.draft[PartnerNoticeForm.preview] = BronzeCase.shown(
        PartnerNotice.text(of: content, to: nil))
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let content = PartnerNotice.Content(
      of: record, phone: reading.text(PartnerNoticeForm.phone), in: scribe.context)
    let partners = reading.choices(PartnerNoticeForm.partners, as: BronzePartner.self)
    let first = (record.notices.map(\.number).max() ?? 0) + 1
    for (place, partner) in partners.enumerated() {
      try scribe.add(
        [
          .init("number", first + place), .init("partner", partner),
          .init("text", PartnerNotice.text(of: content, to: partner)),
        ], to: "bronze_notice", of: record)
    }
    try scribe.note(
      [.init("partners", partners.map(\.rawValue).joined(separator: ","))], of: record,
      rule: "INT-038")
    return SavedForm(
      record.action.ref,
      notes: partners.enumerated().map { place, partner in
        "Notice \(first + place), \(partner.words): print it from its row of the page"
      })
  }

  static let risk = FormHandler(
    bronze: RiskAssessmentForm.id,
    known: { scope, context in
      var known = BronzeHandlers.today(RiskAssessmentForm.toldOn, RetentionFields.on)(
        scope, context)
      let told = scope.record.told
      guard let last = told.last else { return known }
      let partners = BronzePartner.allCases.filter { one in told.contains { $0.partner == one } }
      known.set(
        RiskAssessmentForm.partners, .codes(partners.map(\.code)), from: "those who have a notice")
      known.set(RiskAssessmentForm.toldOn, .date(last.at.date), from: "the last notice")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let assessment = try needed(
      RiskAssessmentForm.assessment(from: reading, on: scribe.context.today))
    let said: [BronzeScribe.Column] = [
      .init("partners", assessment.partners.map(\.rawValue).joined(separator: ",")),
      .init("told_on", assessment.toldOn), .init("offending", assessment.offending),
      .init("drugs", assessment.drugs), .init("abuse", assessment.abuse),
      .init("criminality", assessment.criminality), .init("assessed_on", assessment.on),
    ]
    try scribe.add(said, to: "bronze_assessment", of: record)
    let kept = try scribe.retain(RetentionFields.retention(from: reading), record)
    try scribe.take(.riskAssessed, of: record, words: "RMS \(kept.reference)", said: said)
    try scribe.meet(BronzeDeadlines.riskName, of: record, on: .day(scribe.context.today))
    return SavedForm(record.action.ref)
  }

  static let back = FormHandler(
    bronze: ReturnToTreatmentForm.id, known: BronzeHandlers.today(ReturnToTreatmentForm.on)
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let day = try needed(reading.date(ReturnToTreatmentForm.on))
    try scribe.set([.init("back_on", day)], of: record)
    try scribe.setAside(record, because: "Back in treatment since \(day.uk)")
    try scribe.take(
      .returnedToTreatment, of: record, words: "since \(day.uk)", said: [.init("back_on", day)])
    let due = try scribe.startMonitoring(
      of: record, accepted: try needed(record.accepted), after: scribe.context.today)
    return SavedForm(record.action.ref, notes: [due])
  }

  static let further = FormHandler(bronze: FurtherActionForm.id) { scribe, scope, reading, _ in
    let record = scope.record
    let outcome: FurtherOutcome = try needed(reading.choice(FurtherActionForm.outcome))
    let reason = try needed(reading.text(FurtherActionForm.reason))
    let waiting = try needed(record.openFurther)
    let attribution = scribe.transaction.attribution
    try scribe.transaction.connection.execute(
      """
      UPDATE bronze_further SET outcome = ?, reason = ?, decided_by = ?, decided_at = ?
      WHERE bronze = ? AND outcome IS NULL
      """, outcome, reason, attribution.worker, attribution.at, record.action.id)
    try scribe.take(
      .furtherDecided, of: record, words: outcome.words, said: [.init("outcome", outcome)],
      reason: reason)
    guard outcome == .secondBronze, let report = IntelligenceReportID(waiting.report) else {
      return SavedForm(record.action.ref)
    }
    let second = try BronzeOpening.open(for: record.action.subject, report: report, scribe)
    return SavedForm(second, notes: ["\(second.text) is opened: research comes next"])
  }
}
