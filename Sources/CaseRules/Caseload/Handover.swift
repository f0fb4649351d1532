/// A client on the way from one worker, team or agency to another (PPL-012).
package struct Handover: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case worker, team, agency
  }

  package enum State: String, CaseIterable, Hashable, Sendable {
    case pending, accepted, declined, withdrawn
  }

  package var id: HandoverID
  package var episode: EpisodeID
  package var person: PersonID
  package var kind: Kind
  package var state: State
  package var from: WorkerID
  package var fromName: String
  /// The receiving worker, when it is one of ours.
  package var to: WorkerID?
  /// Who is to take over, in words: a worker, a team or an agency.
  package var receiver: String
  package var asked: Moment
  package var reason: String
  package var answered: Moment?
  package var answer: String
  /// Who answered, by name.
  package var answeredBy: String?
  package var revision: Int

  package init(
    id: HandoverID, episode: EpisodeID, person: PersonID, kind: Kind, state: State = .pending,
    from: WorkerID, fromName: String = "", to: WorkerID? = nil, receiver: String, asked: Moment,
    reason: String = "", answered: Moment? = nil, answer: String = "", revision: Int = 1
  ) {
    self.id = id
    self.episode = episode
    self.person = person
    self.kind = kind
    self.state = state
    self.from = from
    self.fromName = fromName
    self.to = to
    self.receiver = receiver
    self.asked = asked
    self.reason = reason
    self.answered = answered
    self.answer = answer
    self.revision = revision
  }
}
