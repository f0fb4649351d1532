package import CaseRules

/// PPL-050, PPL-053: one queue of all who were sent to the team, the oldest first.
package struct ReferralList: ListPlace {
  package var listing = Listing<ReferralLine>()

  package init() {}

  /// How long a referral that was acted on stays in view.
  private static let daysAfter = 14

  package var title: String { "Referrals to the SPOC and the CJIT" }

  package func request(in context: AppContext) -> ReadRequest? {
    .referrals(actedSince: context.today.adding(days: -Self.daysAfter))
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<ReferralLine>? {
    guard case .referrals(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No referral is open.", .newSPOCReferral, does: "takes one in")
  }
}

extension ReferralLine: ListLine {
  package var id: RecordRef { referral.ref }
  package var title: String { "\(referral.client)  \(referral.ref.text)" }

  package var group: ListGroup? {
    switch referral.state {
    case .received: ListGroup(0, "Waiting for a worker")
    case .inHand: ListGroup(1, "In hand")
    case .actedOn: ListGroup(2, "Acted on in the last two weeks")
    }
  }

  package var spelled: [String] {
    [
      referral.ref.text, referral.client, referral.origin, referral.received.uk,
      referral.workerName ?? "", referral.state.words,
      referral.isOutOfHours ? "out of hours" : "",
    ]
  }

  package var opens: Opening { .record(referral.ref) }
  package var subject: RecordRef? { referral.ref }
  package var client: RecordRef? { referral.person?.ref }

  package static var sortColumns: [SortColumn<ReferralLine>] {
    [
      .moments("Received") { $0.referral.received }, .words("Client") { $0.referral.client },
      .words("From") { $0.referral.origin }, .words("Worker") { $0.referral.workerName },
    ]
  }
}
