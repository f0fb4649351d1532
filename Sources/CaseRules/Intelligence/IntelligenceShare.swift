/// What of a report was sent to whom (INT-009, INT-010).
package struct IntelligenceShare: Equatable, Sendable {
  /// Counts what was shared of one report.
  package var number: Int
  /// The name of a blue-box agency, or "programme".
  package var agency: String
  package var recipient: String
  package var sentAt: Moment
  package var text: String
  package var conditions: String
  /// INT-010: what it tells the programme of; nil for what went to another agency.
  package var topic: ShareTopic?
  package var subject: IntelligenceSubjectID?
  package var by: String
  /// The grades it was sent under.
  package var grades: IntelligenceGrades?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package static let programme = "programme"

  package init(
    number: Int = 0, agency: String, recipient: String, sentAt: Moment, text: String,
    conditions: String = "",
    topic: ShareTopic? = nil, subject: IntelligenceSubjectID? = nil, by: String = "",
    grades: IntelligenceGrades? = nil, struckBecause: String? = nil
  ) {
    self.number = number
    self.agency = agency
    self.recipient = recipient
    self.sentAt = sentAt
    self.text = text
    self.conditions = conditions
    self.topic = topic
    self.subject = subject
    self.by = by
    self.grades = grades
    self.struckBecause = struckBecause
  }

  /// "Housing, Mr Vale, Fri 05/10/2007 09:20".
  package var words: String { "\(agencyWords), \(recipient), \(sentAt.ukWithWeekday)" }

  package var agencyWords: String {
    BlueBoxAgency(rawValue: agency)?.words ?? "The drug programme"
  }
}
