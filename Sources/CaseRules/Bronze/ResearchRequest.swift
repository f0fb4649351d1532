/// One question to an agency, and its answer.
package struct ResearchRequest: Equatable, Sendable {
  /// Counts the requests of a bronze action from 1.
  package var number: Int
  package var agency: BlueBoxAgency
  /// Which office of it: "Castlemere prison".
  package var office: String
  package var asked: CalendarDate
  package var reply: ResearchReply
  package var replied: CalendarDate?
  package var facts: String
  package var by: String

  package init(
    number: Int, agency: BlueBoxAgency, office: String = "", asked: CalendarDate,
    reply: ResearchReply = .noneYet, replied: CalendarDate? = nil, facts: String = "",
    by: String = ""
  ) {
    self.number = number
    self.agency = agency
    self.office = office
    self.asked = asked
    self.reply = reply
    self.replied = replied
    self.facts = facts
    self.by = by
  }

  /// "Housing, Castlemere Homes".
  package var name: String { office.isEmpty ? agency.words : "\(agency.words), \(office)" }
}

/// INT-020: what an agency answered.
package enum ResearchReply: String, CaseIterable, Hashable, Sendable {
  case known
  case notKnown = "not_known"
  case refused
  case noneYet = "none_yet"
}

extension ResearchReply: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .known: "Known"
    case .notKnown: "Not known"
    case .refused: "Refused to answer"
    case .noneYet: "None yet"
    }
  }
}
