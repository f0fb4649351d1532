/// One visit of an arrest referral worker to a detainee.
package struct Approach: Equatable, Sendable {
  package var ref: RecordRef
  package var outcome: ApproachOutcome
  package var at: Moment
  package var worker: WorkerID
  package var workerInitials: String
  /// CUS-005: the worker was there during booking-in and risk assessment.
  package var atRiskAssessment: Bool?
  /// CUS-010: the worker looked at the police custody record; looking is allowed, copying is not.
  package var lookedAtCustodyRecord: Bool

  package init(
    ref: RecordRef, outcome: ApproachOutcome, at: Moment, worker: WorkerID, workerInitials: String,
    atRiskAssessment: Bool? = nil, lookedAtCustodyRecord: Bool = false
  ) {
    self.ref = ref
    self.outcome = outcome
    self.at = at
    self.worker = worker
    self.workerInitials = workerInitials
    self.atRiskAssessment = atRiskAssessment
    self.lookedAtCustodyRecord = lookedAtCustodyRecord
  }

  package var result: ApproachResult { outcome.result }
}
