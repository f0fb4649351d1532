package import CaseRules

/// INT-050, INT-052: a month of early intervention in figures, without names.
package struct EDIIFiguresList: MonthCountsPlace {
  package var listing = Listing<EDIIFigures.Line>()
  /// The first day of the month shown.
  package var month: CalendarDate

  package init(today: CalendarDate) { month = today.firstOfMonth }

  package var title: String { "EDII figures, " + month.monthWords }
  package func request(in context: AppContext) -> ReadRequest? {
    .ediiFigures(from: month, to: month.adding(months: 1).adding(days: -1))
  }

  package func figures(in answer: ReadAnswer) -> [EDIIFigures.Line]? {
    guard case .ediiFigures(let figures) = answer else { return nil }
    return figures.lines
  }
}

extension EDIIFigures.Part: CountPart {}
extension EDIIFigures.Line: CountLine {}
