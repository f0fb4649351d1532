/// A referral for rapid prescribing with its checks, or the same put right.
package enum PrescribingForm {
  package static let id: FormID = "prescribing"
  package static let referred: FieldCode = "referred"
  package static let dependence: FieldCode = "dependence"
  package static let dependenceBy: FieldCode = "dependence-by"
  package static let dependenceOn: FieldCode = "dependence-on"
  package static let risk: FieldCode = "risk"
  package static let riskBy: FieldCode = "risk-by"
  package static let riskOn: FieldCode = "risk-on"
  package static let factors: FieldCode = "factors"
  package static let factorsReason: FieldCode = "longer-because"

  package static let definition = FormDefinition(
    id, title: "Rapid prescribing referral",
    purpose: "Refers a client for rapid prescribing, records the checks, or changes them",
    about: [.person, .prescribing], function: .personAndCaseload, keptIn: .prescribing,
    requiredBy: "PPL-040",
    action: .behind(.treatment, "q"),
    sections: [
      FormSection(
        "Referral and checks",
        [
          FormField(referred, "Referred on", .date(direction: .past)).required(),
          check(dependence, "Opiate dependence confirmed"),
          by(dependenceBy, "Confirmed by", dependence),
          on(dependenceOn, "Confirmed on", dependence),
          check(risk, "Risk assessed"),
          by(riskBy, "Assessed by", risk),
          on(riskOn, "Assessed on", risk),
          FormField(
            factors, "Complicating factors",
            .choices(
              ComplicatingFactor.list("complicating-factor", title: "Factors", rule: "PPL-043"))
          ).help("PPL-043: any of them makes it a longer assessment and stops both clocks"),
          FormField(factorsReason, "Longer because", .text(max: 200))
            .required { $0.isAnswered(factors) }.applying { $0.isAnswered(factors) }
            .needed(by: "PPL-043"),
        ])
    ],
    rules: [onlyOne, stands, dates, clocks])

  private static func check(_ code: FieldCode, _ label: String) -> FormField {
    FormField(code, label, .yesNo(notKnown: false, refused: false)).required()
      .help("n while it has not been done; no dose can be planned before it is")
  }

  private static func by(_ code: FieldCode, _ label: String, _ check: FieldCode) -> FormField {
    FormField(code, label, .text(max: 100)).required { $0.isYes(check) }
      .applying { $0.isYes(check) }
  }

  private static func on(_ code: FieldCode, _ label: String, _ check: FieldCode) -> FormField {
    FormField(code, label, .date(direction: .past)).required { $0.isYes(check) }
      .applying { $0.isYes(check) }
  }

  private static let onlyOne = FormRule { _, facts, _ in
    guard let known = facts.prescribing, known.record == nil else { return [] }
    return PrescribingRules.onlyOne(known.open).map { [$0] } ?? []
  }

  private static let stands = FormRule { _, facts, _ in
    guard facts.prescribing?.record?.state == .struck else { return [] }
    return [Finding("GEN-004", .blocks, "This episode is struck through and stays as it is")]
  }

  private static let dates = FormRule { reading, facts, context in
    let day = reading.date(referred)
    var findings = [referred, dependenceOn, riskOn].flatMap {
      FactRules.notInFuture(reading.date($0), field: $0, today: context.today)
    }
    if let first = facts.prescribing?.record?.log.firstDay, let day, day > first {
      findings.append(
        Finding(
          "GEN-007", .blocks, field: referred.text,
          "\(day.ukWithWeekday) is after the first dose (\(first.ukWithWeekday))"))
    }
    return findings
  }

  /// PPL-041, PPL-043: what the clocks will say.
  private static let clocks = FormRule { reading, _, context in
    guard let day = reading.date(referred) else { return [] }
    if reading.isAnswered(factors) {
      return [
        Finding(
          "PPL-043", .shows, field: factors.text,
          "A longer assessment: the clocks for access and optimal dose stop, with your reason")
      ]
    }
    let due = day.adding(days: context.settings.rapidAccessMaxDays)
    return [
      Finding(
        "PPL-041", .shows, field: referred.text,
        "First prescriber appointment to be attended by \(due.ukWithWeekday)")
    ]
  }

  package static func draft(of episode: PrescribingEpisode) -> FormDraft {
    var draft = FormDraft()
    draft[referred] = episode.referred.uk
    fill(&draft, episode.dependence, dependence, dependenceBy, dependenceOn)
    fill(&draft, episode.risk, risk, riskBy, riskOn)
    let chosen = episode.longer?.factors.map(\.code) ?? []
    draft[factors] = chosen.joined(separator: ", ")
    draft[factorsReason] = episode.longer?.reason ?? ""
    return draft
  }

  private static func fill(
    _ draft: inout FormDraft, _ check: PrescribingCheck, _ done: FieldCode, _ by: FieldCode,
    _ on: FieldCode
  ) {
    switch check {
    case .notYet: draft[done] = YesNo.no.rawValue
    case .done(let who, let day):
      draft[done] = YesNo.yes.rawValue
      draft[by] = who
      draft[on] = day.uk
    }
  }

  package static func dependence(from reading: FormReading) -> PrescribingCheck {
    check(reading, dependence, dependenceBy, dependenceOn)
  }

  package static func risk(from reading: FormReading) -> PrescribingCheck {
    check(reading, risk, riskBy, riskOn)
  }

  private static func check(
    _ reading: FormReading, _ done: FieldCode, _ by: FieldCode, _ on: FieldCode
  ) -> PrescribingCheck {
    guard reading.isYes(done), let who = reading.text(by), let day = reading.date(on) else {
      return .notYet
    }
    return .done(by: who, on: day)
  }

  /// PPL-043: since when it is longer stays as it was while it stays longer.
  package static func longer(
    from reading: FormReading, was before: LongerAssessment?, today: CalendarDate
  ) -> LongerAssessment? {
    let chosen = reading.choices(factors, as: ComplicatingFactor.self)
    guard !chosen.isEmpty else { return nil }
    return LongerAssessment(
      factors: chosen, reason: reading.text(factorsReason) ?? "", since: before?.since ?? today)
  }
}
