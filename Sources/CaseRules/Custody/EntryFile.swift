/// Everything the screen of one detention shows; without permission it holds no details.
package struct EntryFile: Equatable, Sendable {
  package var entry: CustodyEntry
  /// The version of arrival and details.
  package var revision: Int
  /// What happened, in order, struck-through records included (GEN-004).
  package var timeline: [EntryEvent]
  package var deadlines: [DueLine]
  /// The DIRs taken in this detention.
  package var assessments: [DIRSummary]
  /// Age and consent of the linked person, for what may be done next; nil without a link.
  package var assessment: AssessmentFacts?
  /// CUS-001 to CUS-003: what is not as it should be about the offer.
  package var offerFlags: [Finding]
  /// CUS-011: when the entry turns into counts; nil with permission, or before the departure.
  package var purgeDue: Moment?
  /// PPL-004: other records that may be of the linked person.
  package var possible: [PossibleRecord] = []
  /// A DIR of this detention that somebody is taking and has not saved.
  package var dirInHand: DIRInHand?
  /// The linked person's time with the team, once there is one; what follows the DIR is about it.
  package var episode: Episode?
  package var pendingHandover: Handover?
  /// Not what the trail has sealed: shown before everything else, in words.
  package var damage: String?

  package init(
    entry: CustodyEntry, revision: Int, timeline: [EntryEvent] = [], deadlines: [DueLine] = [],
    assessments: [DIRSummary] = [], assessment: AssessmentFacts? = nil,
    offerFlags: [Finding] = [], purgeDue: Moment? = nil
  ) {
    self.entry = entry
    self.revision = revision
    self.timeline = timeline
    self.deadlines = deadlines
    self.assessments = assessments
    self.assessment = assessment
    self.offerFlags = offerFlags
    self.purgeDue = purgeDue
  }

  package var ref: RecordRef { entry.ref }
  package var state: BoardState { entry.state }
  /// The state as colleagues see it, with a DIR that is being taken.
  package var shownState: BoardState { entry.state.shown(dirIsInHand: dirInHand != nil) }
  package var person: RecordRef? { entry.details?.person }
  package var heading: String { entry.heading }
}

extension CustodyEntry {
  /// The heading above forms and record: the name where it may be shown, else suite and cell.
  package var heading: String {
    let place = "\(suite.name) \(cell), arrived \(arrived.ukWithWeekday)"
    guard let name = details?.personName else { return "\(ref.text)  \(place)" }
    return "\(name)  \(ref.text)  \(place)"
  }
}

/// One line of a detention's history.
package struct EntryEvent: Equatable, Sendable {
  /// The record that can be struck through; nil for the arrival and for calls.
  package var ref: RecordRef?
  package var at: Moment
  /// "Offer: Accepted".
  package var words: String
  package var by: String
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef?, at: Moment, words: String, by: String, struckBecause: String? = nil
  ) {
    self.ref = ref
    self.at = at
    self.words = words
    self.by = by
    self.struckBecause = struckBecause
  }
}
