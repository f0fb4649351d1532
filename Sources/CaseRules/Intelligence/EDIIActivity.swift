/// Something done under one of the four strands: when, where, with whom, for how many (INT-050).
///
/// It names nobody; what is known of a person is intelligence, or a referral.
package struct EDIIActivity: Equatable, Sendable {
  package var ref: RecordRef
  package var day: CalendarDate
  package var kind: EDIIKind
  package var aim: EDIIAim
  package var place: String
  package var partners: String
  /// nil where nobody counted, or nobody can: a broadcast.
  package var reached: Int?
  package var note: String
  /// INT-051: what only a session for parents and teachers has.
  package var session: EDIISession?
  /// INT-053: what only a letter or a visit after a warrant has.
  package var followUp: WarrantStep?
  package var recordedBy: String
  package var revision: Int
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, day: CalendarDate, kind: EDIIKind, aim: EDIIAim, place: String,
    partners: String = "", reached: Int? = nil, note: String = "", session: EDIISession? = nil,
    followUp: WarrantStep? = nil, recordedBy: String = "", revision: Int = 1,
    struckBecause: String? = nil
  ) {
    self.ref = ref
    self.day = day
    self.kind = kind
    self.aim = aim
    self.place = place
    self.partners = partners
    self.reached = reached
    self.note = note
    self.session = session
    self.followUp = followUp
    self.recordedBy = recordedBy
    self.revision = revision
    self.struckBecause = struckBecause
  }

  /// "EA-0004  Festival support, Sat 06/10/2007, Harbour field".
  package var heading: String { "\(ref.text)  \(kind.title), \(day.ukWithWeekday), \(place)" }
}
