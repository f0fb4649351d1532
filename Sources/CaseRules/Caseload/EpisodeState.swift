/// Where a client's time with the team stands.
package enum EpisodeState: String, CaseIterable, Sendable {
  case contact, assessed, activeCommunity, activeCustody, dropOutReview, transferred, closed
}
