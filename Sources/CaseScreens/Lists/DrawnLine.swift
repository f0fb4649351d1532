package import CaseApp
package import TextScreen

/// A row as the screen shows it: its columns, its cells, and what the preview says of it.
package protocol DrawnLine: ListLine {
  /// From left to right; titles that are those of sort columns show the sort arrow.
  static var tableColumns: [TableColumn] { get }
  /// The columns for whoever looks, by the first row: some also see whose a row is.
  static func columns(for first: Self?, in context: ShowContext) -> [TableColumn]
  func cells(in context: ShowContext) -> [TableCell]
  /// A few lines about the row for the part under the list on large screens.
  func preview(in context: ShowContext) -> [DetailList.Line]
  /// What the hint row says about it.
  func hint(in context: ShowContext) -> String
}

extension DrawnLine {
  package static func columns(for first: Self?, in context: ShowContext) -> [TableColumn] {
    tableColumns
  }
  package func preview(in context: ShowContext) -> [DetailList.Line] { [] }
  package func hint(in context: ShowContext) -> String { "" }
}
