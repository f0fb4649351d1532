/// What the records say that the forms of the caseload need.
package struct EpisodeFacts: Equatable, Sendable {
  /// The episode the form is about, or the person's open one.
  package var episode: Episode?
  package var birth: Birth?
  /// A *caseload* consent is in force.
  package var hasCaseloadConsent: Bool
  /// The handover of the episode that waits for an answer.
  package var pendingHandover: Handover?
  /// The handover the form is about.
  package var handover: Handover?
  /// The worker who is named in the form.
  package var namedWorker: Worker?

  /// How each client stands who is named in a form about several, by person.
  package var clients: [RecordRef: Standing]
  /// The handovers that a form about several names, by number.
  package var waiting: [RecordRef: Waiting]

  /// A client's open episode, and the handover that waits, if any.
  package struct Standing: Equatable, Sendable {
    package var episode: Episode?
    package var pendingHandover: Handover?

    package init(episode: Episode?, pendingHandover: Handover?) {
      self.episode = episode
      self.pendingHandover = pendingHandover
    }
  }

  /// A handover with the worker who was asked, if it was one of ours, and the episode it is about.
  package struct Waiting: Equatable, Sendable {
    package var handover: Handover
    package var receiver: Worker?
    package var episode: Episode?

    package init(_ handover: Handover, receiver: Worker?, episode: Episode?) {
      self.handover = handover
      self.receiver = receiver
      self.episode = episode
    }
  }

  package init(
    episode: Episode? = nil, birth: Birth? = nil, hasCaseloadConsent: Bool = false,
    pendingHandover: Handover? = nil, handover: Handover? = nil, namedWorker: Worker? = nil,
    clients: [RecordRef: Standing] = [:], waiting: [RecordRef: Waiting] = [:]
  ) {
    self.clients = clients
    self.waiting = waiting
    self.episode = episode
    self.birth = birth
    self.hasCaseloadConsent = hasCaseloadConsent
    self.pendingHandover = pendingHandover
    self.handover = handover
    self.namedWorker = namedWorker
  }
}
