/// A worker's visit to the cell (CUS-005, CUS-008, CUS-009).
package enum ApproachForm {
  package static let id: FormID = "approach"
  package static let result: FieldCode = "result"
  package static let reason: FieldCode = "reason"
  package static let at: FieldCode = "at"
  package static let atRiskAssessment: FieldCode = "at-risk-assessment"
  package static let lookedAtRecord: FieldCode = "looked-at-record"

  package static let definition = FormDefinition(
    id, title: "Approach in the cell",
    purpose: "Records that a worker went to see the detainee, and what came of it",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-008",
    action: .behind(.custody, "a"),
    sections: [
      FormSection(
        "Approach",
        [
          FormField(
            result, "Result",
            .choice(
              ApproachResult.list("approach-result", title: "Result of the visit", rule: "CUS-008"))
          ).required()
            .help("Any detainee may be approached, offer or no offer. A refusal needs no reason"),
          FormField(
            reason, "Not available because",
            .choice(
              UnavailableReason.list("unavailable", title: "Why not available", rule: "CUS-006"))
          ).required { $0.choice(result) == ApproachResult.notAvailable }
            .applying { $0.choice(result) == ApproachResult.notAvailable }
            .help("With this reason the detainee no longer holds up a cell sweep"),
          FormField(at, "Time", .dateTime(direction: .past)).required()
            .help("When you were at the cell. A time alone means today"),
          FormField(
            atRiskAssessment, "Present at booking-in", .yesNo(notKnown: false, refused: false)
          ).help("Whether you were there during booking-in and risk assessment (CUS-005)"),
          FormField(
            lookedAtRecord, "Looked at custody record", .yesNo(notKnown: false, refused: false)
          ).help("You may look; nothing of it may be typed before permission (CUS-010)"),
        ])
    ],
    rules: [FactRules.inDetention(at), secondAfterRefusal, responseTime])

  /// CUS-009: somebody who has said no is left alone, unless there is a reason.
  private static let secondAfterRefusal = FormRule { _, facts, _ in
    guard let entry = facts.custody?.entry else { return [] }
    return refusal(in: entry.approaches).map { [$0] } ?? []
  }

  /// CUS-009: what is said before another approach after a refusal in the same detention.
  private static func refusal(in approaches: [Approach]) -> Finding? {
    guard let refused = approaches.last(where: { $0.result == .refused }) else { return nil }
    return Finding(
      "CUS-009", .warns,
      "The detainee refused on \(refused.at.ukWithWeekday). Say why you approach again")
  }

  /// CUS-005: minutes from the arrival to the first time worker and detainee spoke.
  private static let responseTime = FormRule { reading, facts, _ in
    guard let entry = facts.custody?.entry, entry.isTrigger, entry.responseMinutes == nil,
      let outcome = reading.choice(result, as: ApproachResult.self), outcome.wasContact,
      let at = reading.moment(at), at >= entry.arrived
    else { return [] }
    return [
      Finding(
        "CUS-005", .shows, field: ApproachForm.at.text,
        "Response time: \(at.minutes(since: entry.arrived)) minutes after the arrival")
    ]
  }

  /// The outcome as answered; nil while the result or its reason is missing.
  package static func outcome(in reading: FormReading) -> ApproachOutcome? {
    switch reading.choice(result, as: ApproachResult.self) {
    case nil: nil
    case .seen: .seen
    case .refused: .refused
    case .notAvailable: reading.choice(reason).map { .notAvailable($0) }
    }
  }
}
