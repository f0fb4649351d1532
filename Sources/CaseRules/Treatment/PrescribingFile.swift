/// Everything the page of a prescribing episode shows.
package struct PrescribingFile: Equatable, Sendable {
  package var record: PrescribingRecord
  /// "SMITH John, born 03/04/1985 (22), P-1042".
  package var heading: String
  package var deadlines: [DueLine]
  /// PPL-041: the first prescriber appointment since the referral, attended or still to come.
  package var prescriberSeen: Appointment?
  package var prescriberNext: Appointment?
  package var risks: [RiskMarker]
  /// Not what the trail has sealed: shown before everything else, in words.
  package var damage: String?

  package init(
    record: PrescribingRecord, heading: String, deadlines: [DueLine] = [],
    prescriberSeen: Appointment? = nil, prescriberNext: Appointment? = nil,
    risks: [RiskMarker] = []
  ) {
    self.record = record
    self.heading = heading
    self.deadlines = deadlines
    self.prescriberSeen = prescriberSeen
    self.prescriberNext = prescriberNext
    self.risks = risks
  }
}
