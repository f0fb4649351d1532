import CaseApp
import CaseRules

/// A row of a list that exists only here.
struct ExampleLine: ListLine {
  var id: Int
  var name: String
  var day: CalendarDate?
  var section: ListGroup?

  var group: ListGroup? { section }
  var spelled: [String] { [name, day?.uk ?? ""] }
  var opens: Opening { .record(RecordRef(.person, Int64(id))) }
  var subject: RecordRef? { RecordRef(.person, Int64(id)) }
  var client: RecordRef? { subject }

  static var sortColumns: [SortColumn<ExampleLine>] {
    [.words("Name") { $0.name }, .days("Day") { $0.day }]
  }

  static func rows(_ count: Int, from first: Int = 0) -> [ExampleLine] {
    (first..<first + count).map { ExampleLine(id: $0, name: "Row \($0)") }
  }
}
