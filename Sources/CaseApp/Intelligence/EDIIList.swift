package import CaseRules

/// INT-050, INT-053: what early intervention has still to do, then what it did in a month.
package struct EDIIList: MonthListPlace {
  package var listing = Listing<EDIILine>()
  /// The first day of the month shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "Early intervention (EDII), " + month.monthWords }
  package func request(in context: AppContext) -> ReadRequest? {
    .edii(from: month, to: month.adding(months: 1).adding(days: -1))
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<EDIILine>? {
    guard case .edii(let lines) = answer else { return nil }
    return RowPage(whole: lines)
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nothing was logged in this month.", .newEDIIActivity, does: "logs an activity")
  }
}

extension EDIILine: ListLine {
  package var id: RecordRef { ref }

  package var group: ListGroup? {
    switch self {
    case .referral: ListGroup(0, "Referrals to answer (INT-054)")
    case .warrant: ListGroup(1, "Warrants to follow up (INT-053)")
    case .activity(let activity):
      ListGroup(
        2 + (EDIIStrand.allCases.firstIndex(of: activity.kind.strand) ?? 0),
        activity.kind.strand.words)
    }
  }

  package var title: String { "\(words)  \(ref.text)" }

  /// What it is called in a row.
  package var words: String {
    switch self {
    case .referral(let referral): "Referral: \(referral.stateWords)"
    case .warrant(let warrant): "Warrant: \(warrant.stateWords)"
    case .activity(let activity): activity.kind.title
    }
  }

  package var spelled: [String] {
    switch self {
    case .referral(let referral):
      [ref.text, words, referral.received.uk, referral.subject, referral.reason]
    case .warrant(let warrant):
      [
        ref.text, words, warrant.executed.uk, warrant.place, warrant.agency, warrant.reference,
        warrant.recordedBy,
      ]
    case .activity(let activity):
      [
        ref.text, activity.kind.words, activity.day.uk, activity.place, activity.partners,
        activity.aim.words, activity.recordedBy,
        activity.struckBecause == nil ? "" : "struck through",
        activity.session?.deviations.isEmpty == false ? "flagged" : "",
      ]
    }
  }

  package var opens: Opening { .record(ref) }
  package var subject: RecordRef? { ref }
  package var client: RecordRef? { nil }

  package static var sortColumns: [SortColumn<EDIILine>] {
    [
      .days("Day") { $0.day }, .words("What") { $0.words }, .words("Place") { $0.place },
      .words("Aim") { $0.aim?.short }, .numbers("Reached") { $0.reached },
    ]
  }

  private var aim: EDIIAim? {
    switch self {
    case .referral, .warrant: nil
    case .activity(let activity): activity.aim
    }
  }

  private var reached: Int? {
    switch self {
    case .referral, .warrant: nil
    case .activity(let activity): activity.reached
    }
  }
}
