/// What of a report was sent to whom (INT-009, INT-010).
package struct IntelligenceShare: Equatable, Sendable {
  /// Where it went.
  package enum Destination: Equatable, Sendable {
    case agency(BlueBoxAgency)
    /// INT-010: the drug programme, told of something about one of the subjects.
    case programme(ShareTopic, about: IntelligenceSubjectID)

    package var words: String {
      switch self {
      case .agency(let agency): agency.words
      case .programme: "The drug programme"
      }
    }

    package var topic: ShareTopic? {
      switch self {
      case .agency: nil
      case .programme(let topic, _): topic
      }
    }
  }

  /// Counts what was shared of one report.
  package var number: Int
  package var destination: Destination
  /// Who there received it.
  package var recipient: String
  package var sentAt: Moment
  package var text: String
  package var conditions: String
  package var by: String
  /// The grades it was sent under.
  package var grades: IntelligenceGrades?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    number: Int = 0, to destination: Destination, recipient: String, sentAt: Moment, text: String,
    conditions: String = "", by: String = "", grades: IntelligenceGrades? = nil,
    struckBecause: String? = nil
  ) {
    self.number = number
    self.destination = destination
    self.recipient = recipient
    self.sentAt = sentAt
    self.text = text
    self.conditions = conditions
    self.by = by
    self.grades = grades
    self.struckBecause = struckBecause
  }

  /// "Housing, Mr Vale, Fri 05/10/2007 09:20".
  package var words: String { "\(destination.words), \(recipient), \(sentAt.ukWithWeekday)" }
}
