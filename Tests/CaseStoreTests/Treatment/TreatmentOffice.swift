import CaseRules
import SQLite

@testable import CaseStore

extension CaseloadOffice {
  /// A service of the directory.
  func service(_ name: String = "Quay House") throws -> RecordRef {
    try save(
      ServiceForm.id,
      [
        ServiceForm.name: name, ServiceForm.type: "tier-3", ServiceForm.area: "Island",
        ServiceForm.ageGroup: "18+", ServiceForm.phone: "01632 960001",
        ServiceForm.route: "Phone", ServiceForm.checked: "01/10/2007",
      ]
    ).ref
  }

  /// Referred to a service.
  func treatment(
    _ person: RecordRef, _ service: String, at provider: RecordRef, tier: String = "",
    _ now: String = CaseloadOffice.now
  ) throws -> RecordRef {
    try save(
      TreatmentForm.id, about: person,
      [
        TreatmentForm.service: service, TreatmentForm.tier: tier,
        TreatmentForm.provider: provider.text,
      ], now
    ).ref
  }

  func treatment(_ ref: RecordRef) throws -> ModalityEpisode {
    let found = try file.read { try TreatmentRecords.one(ModalityID(ref.number), in: $0) }
    guard let found else { throw NotSaved(words: ["no such treatment"]) }
    return found
  }

  /// A version of the care plan that names one treatment (COD-010).
  func carePlan(
    _ episode: RecordRef, naming modality: String, agreed: Bool = true, terms: String,
    _ now: String = CaseloadOffice.now
  ) throws {
    let domains = PlanDomain.allCases.map(\.code).joined(separator: ", ")
    try save(
      CarePlanForm.id, about: episode,
      [
        CarePlanForm.made: "01/10/2007", CarePlanForm.agreed: agreed ? "yes" : "no",
        CarePlanForm.agreedOn: agreed ? "01/10/2007" : "",
        CarePlanForm.notAgreed: agreed ? "" : "Wants to think about it",
        CarePlanForm.uncovered: domains, CarePlanForm.uncoveredWhy: "Looked at before treatment",
        CarePlanForm.terms: "Every Tuesday at ten", CarePlanForm.termsAgreed: terms,
      ],
      rows: [
        CarePlanForm.treatments: [
          FormDraft.Row(
            id: 1,
            texts: [
              CarePlanForm.TreatmentColumn.modality: modality,
              CarePlanForm.TreatmentColumn.provider: "Quay House",
            ])
        ],
        CarePlanForm.goals: [],
      ], now)
  }

  // MARK: Rapid prescribing

  /// Referred on a day, with dependence and risk sure.
  func referred(
    _ person: RecordRef, on referred: String = "01/10/2007", checked: String = "yes",
    now: String = CaseloadOffice.now
  ) throws -> RecordRef {
    let answers = [
      PrescribingForm.referred: referred, PrescribingForm.dependence: checked,
      PrescribingForm.dependenceBy: "Dr Hale", PrescribingForm.dependenceOn: referred,
      PrescribingForm.risk: checked, PrescribingForm.riskBy: "Dr Hale",
      PrescribingForm.riskOn: referred,
    ]
    return try save(
      PrescribingForm.id, about: person, answers, now
    ).ref
  }

  @discardableResult
  func sample(
    _ episode: RecordRef, _ method: String = "on-site", result: String = "positive",
    _ now: String = CaseloadOffice.now
  ) throws -> SavedForm {
    try save(
      OpiateTestForm.id, about: episode,
      [
        OpiateTestForm.fluid: "urine", OpiateTestForm.method: method,
        OpiateTestForm.result: result,
      ], now)
  }

  @discardableResult
  func dose(
    _ episode: RecordRef, _ day: String, _ mg: Int, _ now: String, as worker: Worker? = nil,
    reasons: [String: String] = [:]
  ) throws -> SavedForm {
    try save(
      DoseForm.id, about: episode,
      [DoseForm.on: day, DoseForm.mg: String(mg), DoseForm.supervised: "yes"], now, as: worker,
      reasons: reasons)
  }

  func prescribing(_ ref: RecordRef) throws -> PrescribingRecord {
    let found = try file.read { try PrescribingRecords.one(PrescribingID(ref.number), in: $0) }
    guard let found else { throw NotSaved(words: ["no such episode"]) }
    return found
  }

  /// "Prescribing access 07/10/2007 met", in the order they began.
  func clocks(_ episode: RecordRef, _ now: String) throws -> [String] {
    let context = try context(now)
    let rows = try file.read { try DeadlineRecords.all(about: episode, in: $0) }
    return rows.map { row in
      let status = row.status(now: context.now, in: context.calendar)
      return "\(row.deadline.name) \(row.due?.uk ?? "-") \(status.code)"
    }
  }

  func alerts(_ now: String) throws -> [SafetyAlertLine] {
    let context = try context(now, as: leader)
    return try file.read {
      try TodayRecords.view(for: self.leader, in: $0, context).alerts
    }
  }
}
