package import CaseRules

/// A month in figures: parts with their lines, and nobody's name behind any of them.
package protocol MonthCountsPlace: MonthListPlace where Line: CountLine {
  /// The figures of an answer; nil for the answer to another question.
  func figures(in answer: ReadAnswer) -> [Line]?
}

extension MonthCountsPlace {
  package func page(in answer: ReadAnswer, _ context: AppContext) -> RowPage<Line>? {
    figures(in: answer).map { RowPage(whole: $0) }
  }

  package var emptyWords: EmptyWords {
    EmptyWords("Nothing was counted in this month.", .earlier, does: "shows the month before")
  }
}

/// What the lines of a month's figures are put together under.
package protocol CountPart: CaseIterable, Hashable, Sendable {
  var words: String { get }
}

/// A count with what it is called.
package protocol CountLine: ListLine where ID == CountLineID<Part> {
  associatedtype Part: CountPart
  var part: Part { get }
  var label: String { get }
}

package struct CountLineID<Part: CountPart>: Hashable, Sendable {
  let part: Part
  let label: String
}

extension CountLine {
  package var id: CountLineID<Part> { CountLineID(part: part, label: label) }
  package var group: ListGroup? {
    ListGroup(Array(Part.allCases).firstIndex(of: part) ?? 0, part.words)
  }
  package var title: String { label }
  package var spelled: [String] { [label, part.words] }
  package var opens: Opening { .nothing("These are counts; there is no record behind them.") }
  package var subject: RecordRef? { nil }
  package var client: RecordRef? { nil }
}
