import CaseRules

/// A proposal's page: what would be done, why two people are needed, and what can be answered.
extension RecordContent {
  init(_ proposal: Proposal, in context: AppContext) {
    self.init(heading: proposal.heading)
    let now = context.rules.now
    warnings = proposal.state == .waiting ? [proposal.why] : []
    addActions(
      ProposalActions.offered(for: proposal, in: context.rules), on: .proposal,
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
