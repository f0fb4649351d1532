/// An act that needs two people: one has proposed it, another confirms it within a day.
package struct Proposal: Equatable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case waiting, confirmed, refused, withdrawn
  }

  /// What can be done with one.
  package enum Event: String, CaseIterable, Hashable, Sendable {
    case confirm, refuse, withdraw
  }

  /// What became of it, by whom, when and why.
  package struct Decision: Equatable, Sendable {
    package let by: String
    package let at: Moment
    package let note: String

    package init(by: String, at: Moment, note: String) {
      self.by = by
      self.at = at
      self.note = note
    }
  }

  package let ref: RecordRef
  /// The form that is saved when it is confirmed.
  package let form: FormID
  /// The record the form is about; nil for something new.
  package let about: RecordRef?
  /// Word for word what is confirmed: every answer that is not as it was.
  package let text: String
  /// Why two people are needed.
  package let why: String
  package let proposer: Worker
  package let proposed: Moment
  package let state: State
  package let decision: Decision?
  package let revision: Int

  package init(
    ref: RecordRef, form: FormID, about: RecordRef?, text: String, why: String, proposer: Worker,
    proposed: Moment, state: State, decision: Decision?, revision: Int
  ) {
    self.ref = ref
    self.form = form
    self.about = about
    self.text = text
    self.why = why
    self.proposer = proposer
    self.proposed = proposed
    self.state = state
    self.decision = decision
    self.revision = revision
  }

  /// "Worker".
  package var title: String { FormCatalogue.form(form)?.title ?? form.text }

  /// "T-0003  Worker: Name Jo Field; Role Administrator".
  package var heading: String { "\(ref.text)  \(title): \(text)" }
}

/// The rules of acts that need two people.
package enum ProposalRules {
  /// In minutes; what was not confirmed by then is proposed anew.
  package static let lasts = 24 * 60

  package static let deadlineName = "Second person"

  /// The table of states: what each event makes of it; nil where there is no such step.
  package static func next(_ state: Proposal.State, _ event: Proposal.Event) -> Proposal.State? {
    switch (state, event) {
    case (.waiting, .confirm): .confirmed
    case (.waiting, .refuse): .refused
    case (.waiting, .withdraw): .withdrawn
    case (.confirmed, _), (.refused, _), (.withdrawn, _): nil
    }
  }

  fileprivate static func isExpired(_ proposal: Proposal, at now: Moment) -> Bool {
    proposal.state == .waiting && now > proposal.proposed.adding(minutes: lasts)
  }

  /// "Waits for a second person until 23/11/2026 09:00".
  package static func words(_ proposal: Proposal, at now: Moment) -> String {
    switch proposal.state {
    case .waiting:
      isExpired(proposal, at: now)
        ? "Expired"
        : "Waits until \(proposal.proposed.adding(minutes: lasts).uk)"
    case .confirmed: "Confirmed"
    case .refused: "Refused"
    case .withdrawn: "Withdrawn"
    }
  }

  /// What stands against an event by a worker now.
  package static func findings(
    _ event: Proposal.Event, on proposal: Proposal, by worker: Worker, at now: Moment
  ) -> [Finding] {
    guard next(proposal.state, event) != nil else {
      let by = proposal.decision.map { " by \($0.by)" } ?? ""
      return [Finding("GEN-003", .blocks, "\(words(proposal, at: now)) already\(by)")]
    }
    switch event {
    case .withdraw:
      return proposal.proposer.id == worker.id
        ? [] : [Finding("GEN-003", .blocks, "Only whoever proposed it takes it back")]
    case .refuse: return separation(proposal, worker)
    case .confirm:
      if isExpired(proposal, at: now) {
        return [
          Finding(
            "GEN-003", .blocks, "It was proposed more than a day ago. It has to be proposed anew")
        ]
      }
      let isGone = !proposal.proposer.active
      return separation(proposal, worker)
        + (isGone
          ? [
            Finding(
              "GEN-003", .blocks, "\(proposal.proposer.name), who proposed it, no longer works here"
            )
          ] : [])
    }
  }

  private static func separation(_ proposal: Proposal, _ worker: Worker) -> [Finding] {
    SeparationOfDuties.findings(
      deciding: .proposal, by: worker, after: [.init(.proposer, proposal.proposer)])
  }

  package static func deadline(proposed: Moment) -> Deadline {
    Deadline(
      name: deadlineName, ruleID: "GEN-003", startFact: "proposed", start: .moment(proposed),
      length: .minutes(lasts), owner: "team leader", metBy: "confirmed or refused")
  }
}

/// What the records say of a proposal.
package struct ProposalFacts: Equatable, Sendable {
  package var proposal: Proposal

  package init(proposal: Proposal) { self.proposal = proposal }
}

/// A proposal in a list.
package struct ProposalLine: Equatable, Sendable {
  package let proposal: Proposal
  /// "Waits until 23/11/2026 09:00".
  package let status: String
  package let waits: Bool

  package init(_ proposal: Proposal, at now: Moment) {
    self.proposal = proposal
    status = ProposalRules.words(proposal, at: now)
    waits = proposal.state == .waiting && !ProposalRules.isExpired(proposal, at: now)
  }
}
