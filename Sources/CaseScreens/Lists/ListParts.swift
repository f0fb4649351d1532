import CaseApp
import TextScreen

/// How the rows of a list's place are shared out: title line, warnings, header, rows, preview.
struct ListParts: Equatable {
  /// Where the first row of the list stands, counted from the top of the place.
  let top: Int
  let hasHeader: Bool
  let listRows: Int
  let previewRows: Int
  /// What must not be overlooked, in whole sentences: the rows it takes, above everything else.
  let warnings: [String]

  static let mostWarnings = 3
  /// A long one may go on in the rows below it while there are so many.
  private static let mostWarningRows = 5

  init<List: ListPlace>(_ list: List, size: Size, hasPreview: Bool) where List.Line: DrawnLine {
    hasHeader = List.Line.tableColumns.contains { !$0.title.isEmpty }
    warnings = ListParts.rows(of: list.warnings, columns: size.columns)
    let rows = size.rows
    top = 1 + warnings.count + (hasHeader ? 1 : 0)
    previewRows = hasPreview ? min(9, max(0, rows / 3)) : 0
    listRows = max(0, rows - top - previewRows)
  }

  /// Each whole where there is room; the first of them before the others.
  private static func rows(of warnings: [String], columns: Int) -> [String] {
    let shown = warnings.prefix(mostWarnings).map { words in
      wrapped("! " + words, to: max(1, columns - 2)).map(\.text)
    }
    var rows: [String] = []
    for (index, lines) in shown.enumerated() {
      let toCome = shown.count - index - 1
      let most = max(1, mostWarningRows - rows.count - toCome)
      rows += lines.prefix(most - 1)
      // What there is no row for is cut at the end of the last one.
      rows.append(lines.dropFirst(most - 1).joined(separator: " "))
    }
    return rows.filter { !$0.isEmpty }
  }
}

/// How many rows a list shows in a place so high.
struct RowsShown: ListVisitor {
  let size: Size
  let hasPreview: Bool

  func visit<List: ListPlace>(_ list: List) -> Int where List.Line: DrawnLine {
    ListParts(list, size: size, hasPreview: hasPreview).listRows
  }
}
