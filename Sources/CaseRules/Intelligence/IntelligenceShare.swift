/// What of a report was sent to whom (INT-009, INT-010).
package struct IntelligenceShare: Equatable, Sendable {
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

  package static let programme = "programme"

  package init(
    agency: String, recipient: String, sentAt: Moment, text: String, conditions: String = "",
    topic: ShareTopic? = nil, subject: IntelligenceSubjectID? = nil, by: String = "",
    grades: IntelligenceGrades? = nil
  ) {
    self.agency = agency
    self.recipient = recipient
    self.sentAt = sentAt
    self.text = text
    self.conditions = conditions
    self.topic = topic
    self.subject = subject
    self.by = by
    self.grades = grades
  }

  package var agencyWords: String {
    BlueBoxAgency(rawValue: agency)?.words ?? "The drug programme"
  }
}
