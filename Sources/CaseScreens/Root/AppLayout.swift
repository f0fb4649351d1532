import CaseApp
import CaseRules
import TextScreen

/// Where everything stands on a screen of a size, and what gives way when it is small.
struct AppLayout {
  let size: Size
  /// The row with the panes or the person; nil where there is no room for it.
  let stripRow: Int?
  let stateRow: Int
  /// nil where the hint stands in the state row.
  let hintRow: Int?
  let barRow: Int
  /// The work between the rows that are always there.
  let workTop: Int
  let workRows: Int

  init(_ size: Size) {
    self.size = size
    let rows = size.rows
    barRow = rows - 1
    hintRow = rows >= 24 ? rows - 2 : nil
    stateRow = hintRow == nil ? rows - 2 : rows - 3
    stripRow = rows >= 23 ? 1 : nil
    workTop = stripRow == nil ? 1 : 2
    workRows = max(0, stateRow - workTop)
  }

  var isTooSmall: Bool {
    size.columns < Size.smallest.columns || size.rows < Size.smallest.rows
  }

  /// Room for a list and what is known of the row, one above the other.
  var hasPreview: Bool { size.columns >= 100 && size.rows >= 30 }
  private var hasFourPanes: Bool { size.columns >= 120 && size.rows >= 40 }

  /// One pane of the work with its place on the screen.
  struct Part: Equatable {
    let pane: PaneID
    let rect: Rect
  }

  func showsFourPanes(_ state: AppState) -> Bool {
    hasFourPanes && state.pages.isEmpty && state.pane != .today && !state.isZoomed
  }

  /// The panes that are shown: the four together, or the one that has the keys.
  func panes(of state: AppState) -> [Part] {
    let work = Rect(column: 0, row: workTop, columns: size.columns, rows: workRows)
    guard showsFourPanes(state) else { return [Part(pane: state.pane, rect: work)] }
    let left = (size.columns - 1) / 2
    let upper = workRows / 2
    return state.desk.dropFirst().enumerated().map { index, pane in
      let isRight = index % 2 == 1
      let isLower = index >= 2
      return Part(
        pane: pane,
        rect: Rect(
          column: isRight ? left + 1 : 0, row: isLower ? workTop + upper : workTop,
          columns: isRight ? size.columns - left - 1 : left,
          rows: isLower ? workRows - upper : upper))
    }
  }

  /// The rows of the list that has the keys: a page of its moves.
  func listRows(of state: AppState) -> Int {
    guard let list = state.front else { return 1 }
    let rect = frontRect(of: state)
    let size = Size(columns: rect.columns, rows: rect.rows - footRows(of: list))
    return list.accept(RowsShown(size: size, hasPreview: hasPreview))
  }

  /// Where the list that has the keys stands.
  func frontRect(of state: AppState) -> Rect {
    guard state.pages.isEmpty, showsFourPanes(state) else { return workRect }
    return panes(of: state).first { $0.pane == state.pane }?.rect ?? workRect
  }

  /// Today keeps a line for the days to come.
  func footRows(of list: WorkList) -> Int {
    if case .today = list { 1 } else { 0 }
  }

  /// What a form is drawn in: it has the person's row itself.
  var formRect: Rect { Rect(column: 0, row: 1, columns: size.columns, rows: stateRow - 1) }

  /// What popups may cover.
  var popupRect: Rect {
    Rect(column: 0, row: workTop, columns: size.columns, rows: workRows)
  }
}
