import CaseRules
import Testing

/// The form tables of the rulebook, row by row: what stands in them, of which type, how much needed.
@Suite("The form tables of the rulebook")
struct FormTableTests {
  enum AnswerType: String, Sendable {
    case text, name, date, dateTime, time, number, yesNo, code, codes, link, money, rows, computed
    case pnc, cro, prisonNumber, postcode, phone
  }

  enum Needed: Sendable {
    case yes
    case no
    /// Needed with these answers, and not without them.
    case with([FieldCode: String])
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let form: FormDefinition
    /// As the rulebook's table names it.
    let field: String
    let code: FieldCode
    let type: AnswerType
    var needed: Needed = .no
    var testDescription: String { "\(form.title): \(field)" }
  }

  // MARK: Tables

  private static let person = PersonForm.definition
  static let personRows = [
    Row(form: person, field: "family name", code: PersonForm.family, type: .name, needed: .yes),
    Row(form: person, field: "given name(s)", code: PersonForm.given, type: .name, needed: .yes),
    Row(form: person, field: "aliases", code: PersonForm.aliases, type: .rows),
    Row(
      form: person, field: "date of birth", code: PersonForm.born, type: .date, needed: .yes),
    Row(form: person, field: "or estimated age", code: PersonForm.estimatedAge, type: .number),
    Row(form: person, field: "sex", code: PersonForm.sex, type: .code, needed: .yes),
    Row(form: person, field: "ethnicity", code: PersonForm.ethnicity, type: .code, needed: .yes),
    Row(form: person, field: "PNC ID", code: PersonForm.pnc, type: .pnc),
    Row(form: person, field: "CRO", code: PersonForm.cro, type: .cro),
    Row(form: person, field: "prison number", code: PersonForm.prisonNumber, type: .prisonNumber),
    Row(form: person, field: "LRN", code: PersonForm.lrn, type: .text),
    Row(form: person, field: "OASys reference", code: PersonForm.oasys, type: .text),
    Row(form: person, field: "address", code: PersonForm.address, type: .text, needed: .yes),
    Row(form: person, field: "postcode", code: PersonForm.postcode, type: .postcode),
    Row(form: person, field: "NFA flag", code: PersonForm.noFixedAbode, type: .yesNo),
    Row(form: person, field: "accommodation need", code: PersonForm.accommodation, type: .code),
    Row(form: person, field: "phones", code: PersonForm.phones, type: .rows),
    Row(form: person, field: "language", code: PersonForm.language, type: .text, needed: .yes),
    Row(
      form: person, field: "interpreter", code: PersonForm.interpreter, type: .yesNo,
      needed: .yes),
    Row(form: person, field: "veteran", code: PersonForm.veteran, type: .yesNo),
    Row(form: person, field: "pregnant", code: PersonForm.pregnant, type: .yesNo),
    Row(form: person, field: "children", code: PersonForm.children, type: .number),
    Row(
      form: person, field: "live with client", code: PersonForm.childrenLiveWith, type: .yesNo),
    Row(form: person, field: "safeguarding", code: PersonForm.safeguarding, type: .yesNo),
    Row(form: person, field: "employment", code: PersonForm.employed, type: .yesNo),
    Row(
      form: person, field: "settled relationship", code: PersonForm.settledRelationship,
      type: .yesNo),
    Row(form: person, field: "GP", code: PersonForm.gp, type: .link),
    Row(form: person, field: "risk markers", code: PersonForm.risks, type: .codes, needed: .yes),
    Row(
      form: person, field: "note on risk", code: PersonForm.riskNote, type: .text,
      needed: .with([PersonForm.risks: "other"])),
  ]

  private static let consent = ConsentGivenForm.definition
  private static let sharing: [FieldCode: String] = [
    ConsentGivenForm.type: ConsentType.shareWithAgency.code, ConsentGivenForm.given: "y",
  ]
  static let consentRows = [
    Row(form: consent, field: "type", code: ConsentGivenForm.type, type: .code, needed: .yes),
    Row(form: consent, field: "given", code: ConsentGivenForm.given, type: .yesNo, needed: .yes),
    Row(form: consent, field: "how", code: ConsentGivenForm.how, type: .code, needed: .yes),
    Row(form: consent, field: "when", code: ConsentGivenForm.when, type: .dateTime, needed: .yes),
    Row(
      form: consent, field: "explained by", code: ConsentGivenForm.explainedBy, type: .text,
      needed: .yes),
    Row(
      form: consent, field: "consequences and right to refuse explained",
      code: ConsentGivenForm.explained, type: .yesNo, needed: .yes),
    Row(
      form: consent, field: "recipients", code: ConsentGivenForm.recipients, type: .text,
      needed: .with(sharing)),
    Row(
      form: consent, field: "kinds and amount of data", code: ConsentGivenForm.data, type: .text,
      needed: .with(sharing)),
    Row(
      form: consent, field: "rationale", code: ConsentGivenForm.rationale, type: .text,
      needed: .with(sharing)),
    Row(form: consent, field: "expiry", code: ConsentGivenForm.expiry, type: .date),
    Row(
      form: WithdrawConsentForm.definition, field: "withdrawn",
      code: WithdrawConsentForm.withdrawn, type: .dateTime, needed: .yes),
  ]

  static let custodyRows = [
    Row(
      form: ArrivalForm.definition, field: "suite", code: ArrivalForm.suite, type: .code,
      needed: .yes),
    Row(
      form: ArrivalForm.definition, field: "cell", code: ArrivalForm.cell, type: .text,
      needed: .yes),
    Row(
      form: ArrivalForm.definition, field: "arrived", code: ArrivalForm.arrived, type: .dateTime,
      needed: .yes),
    Row(
      form: ArrivalForm.definition, field: "trigger offence", code: ArrivalForm.trigger,
      type: .yesNo, needed: .yes),
    Row(
      form: ArrivalForm.definition, field: "PPO marker", code: ArrivalForm.ppo, type: .yesNo),
    Row(
      form: ArrivalForm.definition, field: "DRR marker", code: ArrivalForm.drr, type: .yesNo),
    Row(
      form: OfferForm.definition, field: "offer: result", code: OfferForm.result, type: .code,
      needed: .yes),
    Row(
      form: OfferForm.definition, field: "deferred because", code: OfferForm.deferral, type: .code,
      needed: .with([OfferForm.result: "DEF"])),
    Row(
      form: OfferForm.definition, field: "not offered because", code: OfferForm.notOffered,
      type: .code, needed: .with([OfferForm.result: "NOT"])),
    Row(
      form: OfferForm.definition, field: "officer", code: OfferForm.officer, type: .link,
      needed: .with([OfferForm.result: "ACC"])),
    Row(
      form: OfferForm.definition, field: "offer: time", code: OfferForm.at, type: .dateTime,
      needed: .yes),
    Row(
      form: OfferForm.definition, field: "made positively", code: OfferForm.positively,
      type: .yesNo),
    Row(
      form: OfferForm.definition, field: "independence explained", code: OfferForm.independence,
      type: .yesNo),
    Row(
      form: ApproachForm.definition, field: "approach: result", code: ApproachForm.result,
      type: .code, needed: .yes),
    Row(
      form: ApproachForm.definition, field: "not available because", code: ApproachForm.reason,
      type: .code, needed: .with([ApproachForm.result: "NA"])),
    Row(
      form: ApproachForm.definition, field: "approach: time", code: ApproachForm.at,
      type: .dateTime, needed: .yes),
    Row(
      form: PermissionForm.definition, field: "permission", code: PermissionForm.given,
      type: .yesNo, needed: .yes),
    Row(
      form: PermissionForm.definition, field: "permission: time", code: PermissionForm.at,
      type: .dateTime, needed: .yes),
    Row(
      form: CustodyDetailsForm.definition, field: "person link", code: CustodyDetailsForm.person,
      type: .link),
    Row(
      form: CustodyDetailsForm.definition, field: "custody number",
      code: CustodyDetailsForm.custodyNumber, type: .text),
    Row(
      form: CustodyDetailsForm.definition, field: "offence", code: CustodyDetailsForm.offence,
      type: .code),
    Row(
      form: CustodyDetailsForm.definition, field: "risk markers", code: CustodyDetailsForm.risks,
      type: .codes),
    Row(
      form: DepartureForm.definition, field: "departure: how", code: DepartureForm.how,
      type: .code, needed: .yes),
    Row(
      form: DepartureForm.definition, field: "departure: time", code: DepartureForm.at,
      type: .dateTime, needed: .yes),
    Row(
      form: DepartureForm.definition, field: "bail-to-return or court: place",
      code: DepartureForm.place, type: .text, needed: .with([DepartureForm.how: "CB"])),
    Row(
      form: DepartureForm.definition, field: "bail-to-return or court: date-time",
      code: DepartureForm.nextAt, type: .dateTime, needed: .with([DepartureForm.how: "BR"])),
  ]

  private static let dir = DIRForm.definition
  private static let complete: Needed = .with([DIRForm.complete: "y"])
  private static func completing(_ answers: [FieldCode: String]) -> Needed {
    .with(answers.merging([DIRForm.complete: "y"]) { $1 })
  }
  static let dirRows = [
    Row(form: dir, field: "date-time", code: DIRForm.assessedAt, type: .dateTime, needed: .yes),
    Row(form: dir, field: "place", code: DIRForm.place, type: .code, needed: .yes),
    Row(form: dir, field: "worker", code: DIRForm.worker, type: .link, needed: .yes),
    Row(
      form: dir, field: "consent: caseload", code: DIRForm.caseloadConsent, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "consent: share", code: DIRForm.shareConsent, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "consent: custody details", code: DIRForm.custodyConsent, type: .yesNo,
      needed: complete),
    Row(form: dir, field: "offence", code: DIRForm.offence, type: .code, needed: complete),
    Row(form: dir, field: "PPO", code: DIRForm.ppo, type: .yesNo, needed: complete),
    Row(form: dir, field: "drug lines", code: DIRForm.drugs, type: .rows),
    Row(form: dir, field: "weekly spend (AUTO)", code: DIRForm.weeklySpend, type: .computed),
    Row(
      form: dir, field: "how drugs are paid for", code: DIRForm.funding, type: .codes,
      needed: complete),
    Row(
      form: dir, field: "injecting: ever", code: DIRForm.injectedEver, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "injecting: now", code: DIRForm.injectsNow, type: .yesNo, needed: complete),
    Row(
      form: dir, field: "injecting: shared in last 4 weeks", code: DIRForm.shared, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "alcohol: days a week", code: DIRForm.alcoholDays, type: .number,
      needed: complete),
    Row(
      form: dir, field: "alcohol: units a day", code: DIRForm.alcoholUnits, type: .number,
      needed: complete),
    Row(form: dir, field: "treatment", code: DIRForm.treatment, type: .code, needed: complete),
    Row(
      form: dir, field: "treatment: agency", code: DIRForm.treatmentAgency, type: .text,
      needed: completing([DIRForm.treatment: "NOW"])),
    Row(
      form: dir, field: "treatment: modality", code: DIRForm.modality, type: .code,
      needed: completing([DIRForm.treatment: "PRE"])),
    Row(
      form: dir, field: "prescribed medication", code: DIRForm.medication, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "medication: text if Y", code: DIRForm.medicationText, type: .text,
      needed: completing([DIRForm.medication: "y"])),
    Row(form: dir, field: "needs detox", code: DIRForm.detox, type: .yesNo, needed: complete),
    Row(
      form: dir, field: "needs prescribing to go on", code: DIRForm.prescribing, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "clinical care so far", code: DIRForm.clinicalCare, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "clinical care: text if Y", code: DIRForm.clinicalCareText, type: .text,
      needed: completing([DIRForm.clinicalCare: "y"])),
    Row(form: dir, field: "health: physical", code: DIRForm.physical, type: .text),
    Row(
      form: dir, field: "health: mental", code: DIRForm.mental, type: .yesNo, needed: complete),
    Row(form: dir, field: "health: pregnancy", code: DIRForm.pregnant, type: .yesNo),
    Row(form: dir, field: "health: hepatitis B", code: DIRForm.hepatitisB, type: .yesNo),
    Row(form: dir, field: "health: hepatitis C", code: DIRForm.hepatitisC, type: .yesNo),
    Row(form: dir, field: "health: HIV if volunteered", code: DIRForm.hiv, type: .yesNo),
    Row(form: dir, field: "housing need", code: DIRForm.housing, type: .code, needed: complete),
    Row(form: dir, field: "employment", code: DIRForm.employed, type: .yesNo, needed: complete),
    Row(form: dir, field: "debts", code: DIRForm.debts, type: .yesNo, needed: complete),
    Row(form: dir, field: "children", code: DIRForm.children, type: .yesNo, needed: complete),
    Row(
      form: dir, field: "safeguarding", code: DIRForm.safeguarding, type: .yesNo,
      needed: complete),
    Row(
      form: dir, field: "risk to self", code: DIRForm.riskToSelf, type: .code, needed: complete),
    Row(
      form: dir, field: "risk to self: note", code: DIRForm.riskToSelfNote, type: .text,
      needed: completing([DIRForm.riskToSelf: "L"])),
    Row(
      form: dir, field: "risk to others", code: DIRForm.riskToOthers, type: .code,
      needed: complete),
    Row(
      form: dir, field: "risk to staff", code: DIRForm.riskToStaff, type: .code, needed: complete),
    Row(
      form: dir, field: "areas of concern, if any risk", code: DIRForm.concerns, type: .text,
      needed: completing([DIRForm.riskToStaff: "H"])),
    Row(
      form: dir, field: "re-engage on release, if remanded", code: DIRForm.reEngage, type: .yesNo,
      needed: completing([DIRForm.custodyLikely: "y"])),
    Row(form: dir, field: "client's goals", code: DIRForm.goals, type: .text),
    Row(form: dir, field: "readiness", code: DIRForm.readiness, type: .number),
    Row(form: dir, field: "agreed action", code: DIRForm.actions, type: .rows),
  ]

  private static let appointment = AppointmentForm.definition
  private static let outcome = AppointmentOutcomeForm.definition
  static let appointmentRows = [
    Row(form: appointment, field: "date", code: AppointmentForm.date, type: .date, needed: .yes),
    Row(form: appointment, field: "start", code: AppointmentForm.start, type: .time, needed: .yes),
    Row(
      form: appointment, field: "length", code: AppointmentForm.length, type: .number,
      needed: .yes),
    Row(form: appointment, field: "place", code: AppointmentForm.place, type: .text, needed: .yes),
    Row(
      form: appointment, field: "worker", code: AppointmentForm.worker, type: .link, needed: .yes),
    Row(form: appointment, field: "purpose", code: AppointmentForm.purpose, type: .text),
    Row(form: appointment, field: "kind", code: AppointmentForm.kind, type: .code, needed: .yes),
    Row(
      form: outcome, field: "status", code: AppointmentOutcomeForm.outcome, type: .code,
      needed: .yes),
    Row(
      form: outcome, field: "minutes late", code: AppointmentOutcomeForm.minutesLate,
      type: .number, needed: .with([AppointmentOutcomeForm.outcome: "late"])),
    Row(
      form: outcome, field: "reason, if cancelled", code: AppointmentOutcomeForm.reason,
      type: .text, needed: .with([AppointmentOutcomeForm.outcome: "cancelled"])),
    Row(
      form: outcome, field: "reason, if missed and accepted", code: AppointmentOutcomeForm.reason,
      type: .text,
      needed: .with([
        AppointmentOutcomeForm.outcome: "missed", AppointmentOutcomeForm.accepted: "y",
      ])),
  ]

  // MARK: What they say

  @Test(
    "PPL-001, CUS-010, CUS-017: every field of the tables, with its type and whether it is needed",
    arguments: personRows + consentRows + custodyRows + dirRows + appointmentRows)
  func field(_ row: Row) throws {
    let field = try #require(row.form.field(row.code), "the form has the field")
    #expect(Self.type(of: field) == row.type)
    switch row.needed {
    case .yes: #expect(isNeeded(row, with: [:]))
    case .no:
      #expect(!isNeeded(row, with: row.form.id == DIRForm.id ? [DIRForm.complete: "y"] : [:]))
    case .with(let answers):
      #expect(isNeeded(row, with: answers))
      let without = row.form.id == DIRForm.id ? [DIRForm.complete: "n"] : [:]
      #expect(!isNeeded(row, with: without))
    }
  }

  /// Whether the empty field is complained about by name.
  private func isNeeded(_ row: Row, with answers: [FieldCode: String]) -> Bool {
    FormCheck.findings(
      on: FormDraft(texts: answers), of: row.form, facts: FormFacts(), in: .example()
    ).contains {
      $0.force == .blocks && $0.field == row.code.text && $0.words.contains("needs an answer")
    }
  }

  private static func type(of field: FormField) -> AnswerType {
    switch field.content {
    case .rows: .rows
    case .computed, .explained: .computed
    case .typed(let kind): type(of: kind)
    }
  }

  private static func type(of kind: FieldKind) -> AnswerType {
    switch kind {
    case .text, .longText, .identifier: .text
    case .name: .name
    case .date: .date
    case .dateTime: .dateTime
    case .time: .time
    case .duration, .number, .decimal: .number
    case .money: .money
    case .yesNo: .yesNo
    case .code, .choice: .code
    case .codes, .choices: .codes
    case .link: .link
    case .pnc: .pnc
    case .cro: .cro
    case .prisonNumber: .prisonNumber
    case .nhsNumber: .number
    case .postcode: .postcode
    case .phone: .phone
    }
  }

  // MARK: Before permission

  struct Early: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let form: FormDefinition
    let answers: [FieldCode: String]
    let isAllowed: Bool
  }

  private static let time = "05/10/2007 09:30"
  static let early = [
    Early(
      testDescription: "suite, cell, arrived, flags", form: ArrivalForm.definition,
      answers: [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1", ArrivalForm.arrived: "05/10/2007 09:00",
        ArrivalForm.trigger: "y", ArrivalForm.ppo: "y", ArrivalForm.drr: "n",
      ], isAllowed: true),
    Early(
      testDescription: "offer", form: OfferForm.definition,
      answers: [
        OfferForm.result: "ACC", OfferForm.at: time, OfferForm.officer: "O-1",
        OfferForm.positively: "y", OfferForm.independence: "y",
      ], isAllowed: true),
    Early(
      testDescription: "approach", form: ApproachForm.definition,
      answers: [ApproachForm.result: "SEE", ApproachForm.at: time], isAllowed: true),
    Early(
      testDescription: "permission itself", form: PermissionForm.definition,
      answers: [PermissionForm.given: "y", PermissionForm.at: time], isAllowed: true),
    Early(
      testDescription: "departure", form: DepartureForm.definition,
      answers: [DepartureForm.how: "NFA", DepartureForm.at: time], isAllowed: true),
    Early(
      testDescription: "person link", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.person: "P-1"], isAllowed: false),
    Early(
      testDescription: "custody number", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.custodyNumber: "NPT/1/07"], isAllowed: false),
    Early(
      testDescription: "offence", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.offence: "T01"], isAllowed: false),
    Early(
      testDescription: "offence in words", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.offenceText: "two jackets"], isAllowed: false),
    Early(
      testDescription: "risk markers", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.risks: "VIOL"], isAllowed: false),
    Early(
      testDescription: "risk note", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.riskNote: "Kicks"], isAllowed: false),
    Early(
      testDescription: "notes", form: CustodyDetailsForm.definition,
      answers: [CustodyDetailsForm.notes: "heroin user"], isAllowed: false),
  ]

  @Test("CUS-010, CUS-011: what may be typed before permission, column by column", arguments: early)
  func beforePermission(_ row: Early) {
    for permissions in [[], [Permission.example(given: false, at: .at(5, 10, 2007, 9, 20))]] {
      let entry = CustodyEntry.example(isTrigger: false, permissions: permissions)
      let blocked = row.form.said(row.answers, .about(entry)).filter {
        ($0.hasPrefix("CUS-010 blocks") || $0.hasPrefix("CUS-011 blocks"))
      }
      #expect(blocked.isEmpty == row.isAllowed, "\(blocked)")
    }
  }
}
