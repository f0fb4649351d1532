/// What can happen to somebody's time with the team.
package enum EpisodeEvent: Hashable, Sendable {
  case assessmentDone
  /// Given advice only, or declines further help.
  case adviceOnlyOrDeclines
  /// Joins the caseload, in the community or in prison.
  case joins(Whereabouts)
  case entersPrison
  case released
  /// The receiving agency has accepted a transfer.
  case transferAccepted
  case losesContact
  case contactRegained(Whereabouts)
  /// A drop-out review agrees that the client is lost.
  case agreedLost
  /// Planned end, consent withdrawn, died, moved.
  case ends
  /// Comes back after an episode has closed: a new one starts.
  case returns
}

/// Where an active client is, and so which side leads.
package enum Whereabouts: String, CaseIterable, Hashable, Sendable {
  case community, custody

  /// The state an active episode has there.
  package var active: EpisodeState {
    switch self {
    case .community: .activeCommunity
    case .custody: .activeCustody
    }
  }
}
