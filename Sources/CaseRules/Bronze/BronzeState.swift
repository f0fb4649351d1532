/// Where a bronze action stands.
package enum BronzeState: String, CaseIterable, Hashable, Sendable {
  case research
  case humanRightsTest = "human_rights_test"
  case pending, authorised, served
  case inTreatment = "in_treatment"
  case dropOut = "drop_out"
  case closedOtherOption = "closed_other_option"
  case closedRefused = "closed_refused"
  case closedNotServed = "closed_not_served"
  case closedCompleted = "closed_completed"
  case rmsRetained = "rms_retained"
  case furtherAction = "further_action"

  package var title: String {
    switch self {
    case .research: "Research"
    case .humanRightsTest: "Human-rights test"
    case .pending: "Pending authorisation"
    case .authorised: "Authorised"
    case .served: "Served"
    case .inTreatment: "In treatment"
    case .dropOut: "Drop-out"
    case .closedOtherOption: "Closed, other option"
    case .closedRefused: "Closed, refused"
    case .closedNotServed: "Closed, not served"
    case .closedCompleted: "Closed, completed"
    case .rmsRetained: "RMS retained"
    case .furtherAction: "Further action"
    }
  }

  /// INT-040: while one of these stands, no second bronze is opened for the same person.
  package var isOpen: Bool {
    switch self {
    case .research, .humanRightsTest, .pending, .authorised, .served, .inTreatment, .dropOut: true
    case .closedOtherOption, .closedRefused, .closedNotServed, .closedCompleted, .rmsRetained,
      .furtherAction:
      false
    }
  }

  /// INT-039: what new valid information turns into further action.
  package var isSettled: Bool { !isOpen && self != .furtherAction }
}

/// What can become of a bronze action.
package enum BronzeEvent: String, CaseIterable, Hashable, Sendable {
  case researchComplete = "research_complete"
  /// The criteria are not met, and another option is recorded.
  case notMet = "not_met"
  /// The criteria are met, the letter is drafted, and a decision is asked for.
  case submitted
  case returned, refused, granted
  case served
  /// Not served in time, and put before a superintendent anew.
  case notServedAgain = "not_served_again"
  case notServedClosed = "not_served_closed"
  case accepted
  /// Declined, or taken as declined because no answer came.
  case declined
  case retained, completed
  case notRetained = "not_retained"
  case returnedToTreatment = "returned_to_treatment"
  case riskAssessed = "risk_assessed"
  /// New valid information about somebody whose bronze is settled.
  case newInformation = "new_information"
  /// What the new information led to.
  case furtherDecided = "further_decided"

  package var title: String {
    switch self {
    case .researchComplete: "Research complete"
    case .notMet: "Criteria not met"
    case .submitted: "Submitted for authorisation"
    case .returned: "Returned"
    case .refused: "Refused"
    case .granted: "Granted"
    case .served: "Served"
    case .notServedAgain: "Not served, to be authorised anew"
    case .notServedClosed: "Not served, closed"
    case .accepted: "Accepted"
    case .declined: "Declined"
    case .retained: "Retained in treatment"
    case .completed: "Treatment completed"
    case .notRetained: "Not retained"
    case .returnedToTreatment: "Returned to treatment"
    case .riskAssessed: "Risk assessment done"
    case .newInformation: "New valid information"
    case .furtherDecided: "Further action decided"
    }
  }
}
