import CaseRules
import SQLite

/// Which column of `dir` holds which answer, and how an answer is written and read back.
enum DIRColumns {
  /// In the order of the statements below.
  static let fields: [FieldCode] = [
    DIRForm.place, DIRForm.voluntary, DIRForm.noAlternative, DIRForm.caseloadConsent,
    DIRForm.shareConsent, DIRForm.custodyConsent, DIRForm.consentHow, DIRForm.offence,
    DIRForm.ppo, DIRForm.charged, DIRForm.communityOrder, DIRForm.custodyLikely, DIRForm.noDrugs,
    DIRForm.mainDrug, DIRForm.funding, DIRForm.injectedEver, DIRForm.injectsNow, DIRForm.shared,
    DIRForm.alcoholDays, DIRForm.alcoholUnits, DIRForm.treatment, DIRForm.treatmentAgency,
    DIRForm.modality, DIRForm.medication, DIRForm.medicationText, DIRForm.detox,
    DIRForm.prescribing, DIRForm.clinicalCare, DIRForm.clinicalCareText, DIRForm.physical,
    DIRForm.mental, DIRForm.mentalText, DIRForm.pregnant, DIRForm.hepatitisB, DIRForm.hepatitisC,
    DIRForm.hiv, DIRForm.housing, DIRForm.employed, DIRForm.debts, DIRForm.children,
    DIRForm.safeguarding, DIRForm.riskToSelf, DIRForm.riskToSelfNote, DIRForm.riskToOthers,
    DIRForm.riskToOthersNote, DIRForm.riskToStaff, DIRForm.riskToStaffNote, DIRForm.concerns,
    DIRForm.reEngage, DIRForm.goals, DIRForm.readiness,
  ]

  /// The answers in that order, after `assessed_at` and `worker`.
  static let select = """
    SELECT assessed_at, worker, place, voluntary, no_alternative, consent_caseload, consent_share,
           consent_custody, consent_how, offence, ppo, charged, community_order, custody_likely,
           no_drugs, main_drug, funding, injected_ever, injects_now, shared, alcohol_days,
           alcohol_units, treatment, treatment_agency, modality, medication, medication_text, detox,
           prescribing, clinical_care, clinical_care_text, physical_health, mental_health,
           mental_health_text, pregnant, hepatitis_b, hepatitis_c, hiv, housing, employed, debts,
           children, safeguarding, risk_self, risk_self_note, risk_others, risk_others_note,
           risk_staff, risk_staff_note, concerns, re_engage, goals, readiness
    FROM dir WHERE id = ?
    """

  static let insert = """
    INSERT INTO dir (
      place, voluntary, no_alternative, consent_caseload, consent_share,
      consent_custody, consent_how, offence, ppo, charged, community_order, custody_likely,
      no_drugs, main_drug, funding, injected_ever, injects_now, shared, alcohol_days,
      alcohol_units, treatment, treatment_agency, modality, medication, medication_text, detox,
      prescribing, clinical_care, clinical_care_text, physical_health, mental_health,
      mental_health_text, pregnant, hepatitis_b, hepatitis_c, hiv, housing, employed, debts,
      children, safeguarding, risk_self, risk_self_note, risk_others, risk_others_note,
      risk_staff, risk_staff_note, concerns, re_engage, goals, readiness,
      assessed_at, assessed_on, worker, is_trigger, weekly_spend, potential_drr,
      person, entry, started_by, started_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
            ?, ?, ?)
    """

  static let update = """
    UPDATE dir SET
      place = ?, voluntary = ?, no_alternative = ?, consent_caseload = ?, consent_share = ?,
      consent_custody = ?, consent_how = ?, offence = ?, ppo = ?, charged = ?, community_order = ?,
      custody_likely = ?, no_drugs = ?, main_drug = ?, funding = ?, injected_ever = ?,
      injects_now = ?, shared = ?, alcohol_days = ?, alcohol_units = ?, treatment = ?,
      treatment_agency = ?, modality = ?, medication = ?, medication_text = ?, detox = ?,
      prescribing = ?, clinical_care = ?, clinical_care_text = ?, physical_health = ?,
      mental_health = ?, mental_health_text = ?, pregnant = ?, hepatitis_b = ?, hepatitis_c = ?,
      hiv = ?, housing = ?, employed = ?, debts = ?, children = ?, safeguarding = ?, risk_self = ?,
      risk_self_note = ?, risk_others = ?, risk_others_note = ?, risk_staff = ?,
      risk_staff_note = ?, concerns = ?, re_engage = ?, goals = ?, readiness = ?,
      assessed_at = ?, assessed_on = ?, worker = ?, is_trigger = ?, weekly_spend = ?,
      potential_drr = ?
    WHERE id = ?
    """

  /// An answer as its column holds it.
  static func stored(_ answer: Answer?) -> SQLValue {
    switch answer {
    case nil: .null
    case .text(let text): .text(text)
    case .yesNo(let answer): .text(answer.rawValue)
    case .code(let code): .text(code)
    case .codes(let codes): .text(codes.joined(separator: ","))
    case .number(let number), .decimal(let number), .money(let number), .minutes(let number):
      .integer(Int64(number))
    case .date(let date): date.sqlValue
    case .dateTime(let moment): moment.sqlValue
    case .time(let time): time.sqlValue
    case .partialDate(let date): .text(date.text)
    case .link(let ref): .text(ref.text)
    }
  }

  /// The text that reads back as the stored answer of a field.
  static func raw(_ value: SQLValue, of kind: FieldKind) -> String? {
    switch value {
    case .null, .blob, .real: nil
    case .text(let text): rawText(text, of: kind)
    case .integer(let number): rawNumber(Int(number), of: kind)
    }
  }

  private static func rawText(_ text: String, of kind: FieldKind) -> String {
    switch kind {
    case .date: CalendarDate(iso: text)?.uk ?? text
    case .dateTime: Moment(iso: text).map { Answer.dateTime($0).raw } ?? text
    case .text, .name, .longText, .time, .duration, .money, .number, .decimal, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      text
    }
  }

  private static func rawNumber(_ number: Int, of kind: FieldKind) -> String {
    switch kind {
    case .money: Answer.money(number).raw
    case .decimal: Answer.decimal(number).raw
    case .text, .name, .longText, .date, .dateTime, .time, .duration, .number, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      String(number)
    }
  }

  /// What kind of answer a field of the form takes; nil for rows and computed fields.
  static func kind(of field: FieldCode) -> FieldKind? {
    DIRForm.definition.field(field).flatMap { kind(of: $0) }
  }

  static func kind(of field: FormField) -> FieldKind? {
    switch field.content {
    case .typed(let kind): kind
    case .rows, .computed, .explained: nil
    }
  }

  /// The columns of a repeating table by their codes.
  static func columns(of table: FieldCode) -> [FormField] {
    guard case .rows(let columns, _)? = DIRForm.definition.field(table)?.content else { return [] }
    return columns
  }
}
