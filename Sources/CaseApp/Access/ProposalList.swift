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
