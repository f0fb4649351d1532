import CaseRules
@testable import CaseStore
import SQLite
import Testing

/// What a DIR is filled in with.
enum DIRExamples {
  /// A complete set of answers; worked example 9 for the drugs.
  static let answers: [FieldCode: String] = [
    DIRForm.assessedAt: "05/10/2007 10:00", DIRForm.place: "custody", DIRForm.worker: "W-0002",
    DIRForm.voluntary: "y", DIRForm.noAlternative: "y", DIRForm.caseloadConsent: "y",
    DIRForm.shareConsent: "n", DIRForm.custodyConsent: "y", DIRForm.consentHow: "oral",
    DIRForm.offence: "T01", DIRForm.ppo: "n", DIRForm.charged: "y", DIRForm.communityOrder: "y",
    DIRForm.custodyLikely: "n", DIRForm.mainDrug: "heroin", DIRForm.funding: "CRI, BEN",
    DIRForm.injectedEver: "y", DIRForm.injectsNow: "y", DIRForm.shared: "n",
    DIRForm.alcoholDays: "2", DIRForm.alcoholUnits: "8", DIRForm.treatment: "never",
    DIRForm.medication: "n", DIRForm.detox: "n", DIRForm.prescribing: "y",
    DIRForm.clinicalCare: "y", DIRForm.clinicalCareText: "Seen by the custody nurse",
    DIRForm.mental: "n", DIRForm.housing: "2", DIRForm.employed: "n", DIRForm.debts: "y",
    DIRForm.children: "n", DIRForm.safeguarding: "n", DIRForm.riskToSelf: "L",
    DIRForm.riskToSelfNote: "Low in mood", DIRForm.riskToOthers: "N", DIRForm.riskToStaff: "N",
    DIRForm.concerns: "Withdrawal overnight", DIRForm.goals: "A script", DIRForm.readiness: "7",
    DIRForm.complete: "y",
  ]

  /// The answers of a correction, which asks neither consents nor whether it is complete.
  static func correcting(
    _ changed: [FieldCode: String], because reason: String = "The wrong line was chosen"
  ) -> [FieldCode: String] {
    var asked = answers.filter { DIRCorrectionForm.definition.field($0.key) != nil }
    asked[CorrectionReason.field] = reason
    return asked.merging(changed) { $1 }
  }

  /// One agreed action and nothing else.
  static func agreeing(_ action: String) -> [FieldCode: [FormDraft.Row]] {
    var agreed = rows
    agreed[DIRForm.actions] = [FormDraft.Row(id: 1, texts: [DIRForm.ActionColumn.action: action])]
    return agreed
  }

  static let rows: [FieldCode: [FormDraft.Row]] = [
    DIRForm.drugs: [
      line(1, "HER", "INJ", "7", "30"), line(2, "CRK", "SMK", "3", "40"),
      line(3, "CAN", "SMK", "5", "5"),
    ],
    DIRForm.actions: [
      FormDraft.Row(
        id: 1,
        texts: [
          DIRForm.ActionColumn.action: "REF", DIRForm.ActionColumn.service: "Island Drug Service",
          DIRForm.ActionColumn.date: "08/10/2007",
        ]),
      FormDraft.Row(id: 2, texts: [DIRForm.ActionColumn.action: "CAS"]),
    ],
  ]

  static func line(
    _ id: Int, _ drug: String, _ route: String, _ days: String, _ spend: String
  ) -> FormDraft.Row {
    FormDraft.Row(
      id: id,
      texts: [
        DIRForm.DrugColumn.drug: drug, DIRForm.DrugColumn.route: route,
        DIRForm.DrugColumn.days: days, DIRForm.DrugColumn.spend: spend,
      ])
  }
}

/// Tests that begin with a detainee who may be assessed.
protocol InAssessment {
  var office: CustodyOffice { get }
}

extension InAssessment {
  var nine: Moment { CustodyOffice.nine }
  var ten: Moment { CustodyOffice.nine.adding(minutes: 60) }

  /// A detainee who was seen, agreed, and is known.
  func seenEntry(_ person: RecordRef) throws -> RecordRef {
    let entry = try office.arrival()
    try office.approach(entry)
    try office.permit(entry)
    try office.link(entry, to: person)
    return entry
  }
}
