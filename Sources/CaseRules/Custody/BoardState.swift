/// Where a detention stands on the custody board.
package enum BoardState: String, CaseIterable, Sendable {
  case arrived, offered, seen, notSeen, inAssessment, assessed, departed, followUp, closed

  package var words: String {
    switch self {
    case .arrived: "Arrived"
    case .offered: "Offered"
    case .seen: "Seen"
    case .notSeen: "Not seen"
    case .inAssessment: "In assessment"
    case .assessed: "Assessed"
    case .departed: "Departed"
    case .followUp: "Follow-up"
    case .closed: "Closed"
    }
  }

  /// What colleagues see: a DIR counts from its first answer, before it is saved.
  package func shown(dirIsInHand: Bool) -> BoardState {
    self == .seen && dirIsInHand ? .inAssessment : self
  }

  /// The detainee is still in the suite.
  package var isInCustody: Bool {
    switch self {
    case .arrived, .offered, .seen, .notSeen, .inAssessment, .assessed: true
    case .departed, .followUp, .closed: false
    }
  }
}

/// Something that happens to a detention.
package enum BoardEvent: Hashable, Sendable {
  case offerRecorded
  case approached(ApproachResult)
  case dirStarted
  case dirCompleted
  case departed
  /// AUTO: a bail return or a court date stands.
  case returnOrCourtDateSet
  case finished
}

/// What an event does to the state.
package enum BoardStep: Equatable, Sendable {
  case to(BoardState)
  /// The fact is kept (GEN-001); the state already says more.
  case stays
  /// Not possible now, with what to do first.
  case refused(Finding)
}

/// What the guards of the board's states look at.
package struct BoardGuards: Equatable, Sendable {
  package var isTrigger: Bool
  /// Seen in custody, before leaving.
  package var wasSeen: Bool
  /// Bailed to return, so the detainee comes back to the station.
  package var returnIsDue: Bool
  package var hasOffer: Bool
  /// A visit to the cell, or why the detainee was not available, is recorded.
  package var hasApproach: Bool

  package init(
    isTrigger: Bool, wasSeen: Bool, returnIsDue: Bool, hasOffer: Bool, hasApproach: Bool
  ) {
    self.isTrigger = isTrigger
    self.wasSeen = wasSeen
    self.returnIsDue = returnIsDue
    self.hasOffer = hasOffer
    self.hasApproach = hasApproach
  }

  /// What a detention lacks before it can be closed: the offer (CUS-001), and for a trigger offence
  /// the approach (CUS-005).
  package var closingGaps: [Finding] {
    (hasOffer ? [] : [BoardGuards.noOffer])
      + (isTrigger && !hasApproach ? [BoardGuards.noApproach] : [])
  }

  private static let noOffer = Finding(
    "CUS-001", .blocks,
    "No offer result is recorded. Record the offer, or Not offered with its reason, first")
  private static let noApproach = Finding(
    "CUS-005", .blocks,
    "A trigger offence, and no approach is recorded. Record it, or Not available with its reason, "
      + "first")
}

extension BoardState {
  /// The state machine of the board.
  ///
  /// Facts that come late never fail; decisions (starting and completing a DIR, leaving twice,
  /// closing) are refused where they do not fit.
  package func after(_ event: BoardEvent, _ guards: BoardGuards) -> BoardStep {
    switch (self, event) {
    case (.arrived, .offerRecorded): .to(.offered)
    case (.offered, .offerRecorded), (.seen, .offerRecorded), (.notSeen, .offerRecorded),
      (.inAssessment, .offerRecorded), (.assessed, .offerRecorded), (.departed, .offerRecorded),
      (.followUp, .offerRecorded), (.closed, .offerRecorded):
      .stays

    case (.arrived, .approached(.seen)), (.offered, .approached(.seen)),
      (.notSeen, .approached(.seen)):
      .to(.seen)
    case (.arrived, .approached(.refused)), (.arrived, .approached(.notAvailable)),
      (.offered, .approached(.refused)), (.offered, .approached(.notAvailable)),
      (.notSeen, .approached(.refused)), (.notSeen, .approached(.notAvailable)):
      .to(.notSeen)
    case (.seen, .approached), (.inAssessment, .approached), (.assessed, .approached),
      (.departed, .approached), (.followUp, .approached), (.closed, .approached):
      .stays

    case (.seen, .dirStarted): .to(.inAssessment)
    case (.departed, .dirStarted), (.followUp, .dirStarted): .stays
    case (.arrived, .dirStarted), (.offered, .dirStarted), (.notSeen, .dirStarted):
      .refused(
        Finding("CUS-016", .blocks, "The detainee has not been seen. Record the approach first"))
    case (.inAssessment, .dirStarted):
      .refused(Finding("CUS-016", .blocks, "A DIR is under way already. Carry on with that one"))
    case (.assessed, .dirStarted):
      .refused(Finding("CUS-016", .blocks, "The DIR of this detention is complete already"))
    case (.closed, .dirStarted):
      .refused(
        Finding("CUS-016", .blocks, "This entry is closed. Open the DIR from the person's record"))

    case (.inAssessment, .dirCompleted): .to(.assessed)
    case (.departed, .dirCompleted), (.followUp, .dirCompleted), (.closed, .dirCompleted): .stays
    case (.arrived, .dirCompleted), (.offered, .dirCompleted), (.seen, .dirCompleted),
      (.notSeen, .dirCompleted), (.assessed, .dirCompleted):
      .refused(Finding("CUS-017", .blocks, "There is no unfinished DIR for this detention"))

    case (.arrived, .departed), (.offered, .departed), (.seen, .departed), (.notSeen, .departed),
      (.inAssessment, .departed), (.assessed, .departed):
      .to(.departed)
    case (.departed, .departed), (.followUp, .departed), (.closed, .departed):
      .refused(
        Finding("CUS-001", .blocks, "The departure is recorded already. Correct that record"))

    case (.departed, .returnOrCourtDateSet):
      (guards.isTrigger && !guards.wasSeen) || guards.returnIsDue ? .to(.followUp) : .stays
    case (.arrived, .returnOrCourtDateSet), (.offered, .returnOrCourtDateSet),
      (.seen, .returnOrCourtDateSet), (.notSeen, .returnOrCourtDateSet),
      (.inAssessment, .returnOrCourtDateSet), (.assessed, .returnOrCourtDateSet),
      (.followUp, .returnOrCourtDateSet), (.closed, .returnOrCourtDateSet):
      .stays

    case (.departed, .finished), (.followUp, .finished):
      guards.closingGaps.first.map { .refused($0) } ?? .to(.closed)
    case (.arrived, .finished), (.offered, .finished), (.seen, .finished), (.notSeen, .finished),
      (.inAssessment, .finished), (.assessed, .finished):
      .refused(
        Finding(
          "CUS-001", .blocks, "The detainee is still in the suite. Record the departure first"))
    case (.closed, .finished):
      .refused(Finding("CUS-001", .blocks, "This entry is closed already"))
    }
  }
}
