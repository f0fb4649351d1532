package import CaseRules

/// CUS-021: a year of months, from arrival to the caseload, trigger and other offences apart.
package struct FiguresList: MonthListPlace {
  package var listing = Listing<FigureLine>()
  /// The first day of the last of the twelve months shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  private var first: CalendarDate { month.adding(months: -11) }
  package var title: String { "Figures, \(first.monthWords) to \(month.monthWords)" }

  package func request(in context: AppContext) -> ReadRequest? {
    .attrition(from: first, to: month)
  }

  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<FigureLine>? {
    guard case .attrition(let months) = answer else { return nil }
    return RowPage(whole: months.flatMap(FigureLine.lines))
  }

  package var emptyWords: EmptyWords {
    EmptyWords("No arrivals in these months.", .earlier, does: "shows earlier months")
  }
}

/// A month's counts for one kind of offence, or for all.
package struct FigureLine: ListLine {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case trigger = "Trigger"
    case other = "Other"
    case all = "All"
  }

  package struct ID: Hashable, Sendable {
    let month: CalendarDate
    let kind: Kind
  }

  package let month: CalendarDate
  package let kind: Kind
  package let counts: [AttritionLine.Stage: Int]

  package var id: ID { ID(month: month, kind: kind) }
  /// The newest month stands first.
  package var group: ListGroup? {
    ListGroup(-(month.year * 12 + month.month), month.monthWords)
  }
  package var title: String { "\(month.monthWords), \(kind.rawValue.lowercased()) offences" }
  package var spelled: [String] { [month.monthWords, kind.rawValue] }
  package var opens: Opening { .nothing("These are counts; there is no record behind them.") }
  package var client: RecordRef? { nil }
  package var subject: RecordRef? { nil }

  package subscript(_ stage: AttritionLine.Stage) -> Int { counts[stage] ?? 0 }

  static func lines(_ line: AttritionLine) -> [FigureLine] {
    let both = line.trigger.merging(line.other) { one, other in
      let (sum, overflow) = one.addingReportingOverflow(other)
      return overflow ? .max : sum
    }
    return [
      FigureLine(month: line.month, kind: .trigger, counts: line.trigger),
      FigureLine(month: line.month, kind: .other, counts: line.other),
      FigureLine(month: line.month, kind: .all, counts: both),
    ]
  }
}
