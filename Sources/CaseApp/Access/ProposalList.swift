package import CaseRules

/// What needs two people: what waits for a second one, and what was answered lately.
package struct ProposalList: ListPlace {
  package var listing = Listing<ProposalLine>()

  package init() {}

  package var title: String { "Second person" }
  package func request(in context: AppContext) -> ReadRequest? { .proposals }

  package func page(
    in answer: ReadAnswer, _ context: AppContext
  ) -> RowPage<ProposalLine>? {
    guard case .proposals(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nothing waits for a second person, and nothing was answered in four weeks.")
  }
}

extension ProposalLine: ListLine {
  package var id: RecordRef { proposal.ref }
  package var title: String { proposal.heading }
  package var opens: Opening { .record(proposal.ref) }
  package var subject: RecordRef? { proposal.ref }
  package var client: RecordRef? { nil }
  package var group: ListGroup? {
    waits ? ListGroup(0, "Waits for a second person") : ListGroup(1, "Answered, or too old")
  }

  package var spelled: [String] {
    [
      proposal.ref.text, proposal.title, proposal.text, proposal.proposer.initials,
      proposal.proposed.uk, status, proposal.decision?.by ?? "",
    ]
  }

  package static var sortColumns: [SortColumn<ProposalLine>] {
    [
      .words("What") { $0.proposal.title }, .words("Proposed by") { $0.proposal.proposer.initials },
      .moments("Proposed") { $0.proposal.proposed }, .words("State") { $0.status },
    ]
  }
}

/// A proposal's page: what would be done, why two people are needed, and what can be answered.
extension RecordContent {
  init(_ proposal: Proposal, in context: AppContext) {
    self.init(heading: proposal.heading)
    let now = context.rules.now
    warnings = proposal.state == .waiting ? [proposal.why] : []
    addActions(
      ProposalActions.offered(for: proposal, in: context.rules),
      possible: RecordSection(0, "Answer"), not: RecordSection(3, "Not now, and why"))
    let what = RecordSection(1, "What would be done")
    for part in proposal.text.split(separator: ";") { add(what, proposal.title, part.trimmed) }
    let story = RecordSection(2, "Two people")
    add(story, "Why", proposal.why)
    add(
      story, "Proposed",
      "\(proposal.proposed.ukWithWeekday), \(proposal.proposer.name), "
        + proposal.proposer.role.titleInSentence)
    add(story, "State", ProposalRules.words(proposal, at: now))
    if let decision = proposal.decision {
      let note = decision.note.isEmpty ? "" : ": \(decision.note)"
      add(story, "Answered", "\(decision.at.ukWithWeekday), \(decision.by)\(note)")
    }
  }
}
