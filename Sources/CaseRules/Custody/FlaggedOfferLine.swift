/// What is not as it should be about an offer, as the team leader's list tells it.
package enum OfferFlag: String, CaseIterable, Hashable, Sendable {
  case notCompliant = "CUS-001"
  case late = "CUS-002"
  case notProper = "CUS-003"
  case untrained = "CUS-004"

  /// A few words for a column: "late".
  package var words: String {
    switch self {
    case .notCompliant: "not compliant"
    case .late: "late"
    case .notProper: "not properly made"
    case .untrained: "officer not trained"
    }
  }
}

/// A detention whose offer the team leader should look into (CUS-001 to CUS-004).
package struct FlaggedOfferLine: Equatable, Sendable {
  package var ref: RecordRef
  package var suite: String
  package var cell: String
  package var arrived: Moment
  package var isTrigger: Bool
  /// The newest result; nil when the detainee left without any.
  package var offer: OfferResult?
  /// When the first offer was made or should have been.
  package var offeredAt: Moment?
  /// Who made the newest offer.
  package var officer: String?
  package var flags: [OfferFlag]
  package var name: String?
  package var person: RecordRef?

  package init(
    ref: RecordRef, suite: String, cell: String, arrived: Moment, isTrigger: Bool,
    offer: OfferResult? = nil, offeredAt: Moment? = nil, officer: String? = nil,
    flags: [OfferFlag], name: String? = nil, person: RecordRef? = nil
  ) {
    self.ref = ref
    self.suite = suite
    self.cell = cell
    self.arrived = arrived
    self.isTrigger = isTrigger
    self.offer = offer
    self.offeredAt = offeredAt
    self.officer = officer
    self.flags = flags
    self.name = name
    self.person = person
  }

  /// "late, officer not trained".
  package var flagWords: String { flags.map(\.words).joined(separator: ", ") }
}
