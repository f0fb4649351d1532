import CaseApp
import TextScreen

/// How the rows of a list's place are shared out: title line, warnings, header, rows, preview.
struct ListParts: Equatable {
  /// Where the first row of the list stands, counted from the top of the place.
  let top: Int
  let hasHeader: Bool
  let listRows: Int
  let previewRows: Int

  static let mostWarnings = 3

  init<List: ListPlace>(_ list: List, rows: Int, hasPreview: Bool) where List.Line: DrawnLine {
    hasHeader = List.Line.tableColumns.contains { !$0.title.isEmpty }
    top = 1 + min(list.warnings.count, ListParts.mostWarnings) + (hasHeader ? 1 : 0)
    previewRows = hasPreview ? min(9, max(0, rows / 3)) : 0
    listRows = max(0, rows - top - previewRows)
  }
}

/// How many rows a list shows in a place so high.
struct RowsShown: ListVisitor {
  let rows: Int
  let hasPreview: Bool

  func visit<List: ListPlace>(_ list: List) -> Int where List.Line: DrawnLine {
    ListParts(list, rows: rows, hasPreview: hasPreview).listRows
  }
}
