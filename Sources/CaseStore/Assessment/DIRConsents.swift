import CaseRules
import SQLite

/// The answers to the consents a DIR asks for, read from and kept as consent records.
enum DIRConsents {
  /// The newest answer to each kind; one that was withdrawn or ran out counts as no.
  static func newest(
    of person: PersonID, at now: Moment, in records: Connection
  ) throws -> [ConsentType: Bool] {
    let recorded = try ConsentRecords.all(of: person, in: records).filter {
      $0.when <= now && $0.struckBecause == nil
    }
    var answers: [ConsentType: Bool] = [:]
    for type in ConsentType.allCases where recorded.contains(where: { $0.type == type }) {
      answers[type] = recorded.inForce(type, at: now) != nil
    }
    return answers
  }

  private static let asked: [(field: FieldCode, type: ConsentType)] = [
    (DIRForm.caseloadConsent, .caseload), (DIRForm.shareConsent, .shareWithAgency),
    (DIRForm.custodyConsent, .custodyDetails),
  ]

  /// Keeps what was answered anew; what the records say already is not written twice.
  static func keep(
    _ reading: FormReading, of scope: DIRScope, person: PersonID,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws {
    let when = try needed(reading.moment(DIRForm.assessedAt))
    let known = try newest(of: person, at: context.now, in: transaction.connection)
    for (field, type) in asked {
      guard let given = reading.tick(field), known[type] != given,
        !(type == .custodyDetails && given && scope.hasPermission(context))
      else { continue }
      try ConsentRecords.record(
        Consent(
          id: ConsentID(0), person: person, type: type, given: given,
          form: reading.choice(DIRForm.consentHow) ?? .written, when: when,
          explainedBy: context.worker.name),
        in: transaction)
    }
  }
}

extension DIRScope {
  /// The permission of the custody board, which stands for the consent to custody details.
  fileprivate func hasPermission(_ context: RuleContext) -> Bool {
    entry?.permission.isGiven(at: context.now) ?? false
  }
}
