/// One offer of the service, as the custody officer made it or did not.
package struct Offer: Equatable, Sendable {
  /// The record that can be struck through.
  package var ref: RecordRef
  package var outcome: OfferOutcome
  package var at: Moment
  /// Nil when nobody offered.
  package var officer: CustodyOfficer?
  /// CUS-003: said in a positive way; nil when there was nothing to say.
  package var madePositively: Bool?
  /// CUS-003: explained that the worker is independent of the police.
  package var independenceExplained: Bool?

  package init(
    ref: RecordRef, outcome: OfferOutcome, at: Moment, officer: CustodyOfficer? = nil,
    madePositively: Bool? = nil, independenceExplained: Bool? = nil
  ) {
    self.ref = ref
    self.outcome = outcome
    self.at = at
    self.officer = officer
    self.madePositively = madePositively
    self.independenceExplained = independenceExplained
  }

  package var result: OfferResult { outcome.result }

  /// CUS-003: only an offer with both ticks counts as properly made.
  package var isProperlyMade: Bool {
    outcome.result.wasMade && madePositively == true && independenceExplained == true
  }
}

/// A custody officer who makes offers (CUS-004); a contact, not a user of the program.
package struct CustodyOfficer: Equatable, Sendable {
  package var ref: RecordRef
  /// "PS 1234 Hale".
  package var name: String
  /// The day of the training by arrest referral workers; nil when untrained or not known.
  package var trainedOn: CalendarDate?

  package init(ref: RecordRef, name: String, trainedOn: CalendarDate? = nil) {
    self.ref = ref
    self.name = name
    self.trainedOn = trainedOn
  }

  /// CUS-004: trained on or before the day of the offer.
  private func isTrained(on day: CalendarDate) -> Bool {
    trainedOn.map { $0 <= day } ?? false
  }

  /// CUS-004: what stands beside the offer when the officer was not trained that day.
  package func trainingNote(on day: CalendarDate) -> String? {
    if isTrained(on: day) { return nil }
    guard let trainedOn else { return "\(name) has no arrest referral training on record" }
    return "\(name) was trained later, on \(trainedOn.uk)"
  }
}
