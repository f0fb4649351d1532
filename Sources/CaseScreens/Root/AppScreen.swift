package import CaseApp
import CaseRules
package import TextScreen

/// The whole picture, from the state and nothing else.
package enum AppScreen {
  package static func frame(for state: AppState, size: Size, keymap: Keymap) -> Frame {
    let layout = AppLayout(size)
    return Frame(size) { area in
      if layout.isTooSmall {
        // No records here: only how to come back, or leave.
        TooSmallNotice(leaveKey: LiveKeys(keymap).name(.leaveMenu)).draw(in: area)
      } else if let door = state.door {
        DoorDrawing(door: door, state: state, keys: LiveKeys(keymap)).draw(in: area)
      } else {
        let keys = LiveKeys(keymap, for: state)
        AppPicture(state: state, layout: layout, keys: keys).draw(in: area)
      }
    }
  }
}

/// One picture of the program.
struct AppPicture {
  let state: AppState
  let layout: AppLayout
  let keys: LiveKeys

  var context: ShowContext {
    ShowContext(
      now: state.now.startOfMinute, hidesNames: state.hidesNames, worker: state.session.worker,
      keys: keys, isHurrying: state.isHurrying, hasPreview: layout.hasPreview)
  }

  func draw(in area: Area) {
    area.placeCursor(row: layout.workTop, column: 0)
    drawWork(in: area)
    drawPopup(in: area.part(layout.popupRect))
    // What frames the work comes last, so that no text of a record can look like it.
    drawStrip(in: area)
    drawTitle(in: area.row(0))
    drawFoot(in: area)
  }

  /// Draws over a picture of the same with the hand elsewhere in the list in front.
  func drawStep(from hand: ListHand, in area: Area) {
    area.placeCursor(row: layout.workTop, column: 0)
    if let list = state.front { draw(list, from: hand, in: area.part(layout.frontRect(of: state))) }
    drawFoot(in: area)
  }

  // MARK: The work

  private func drawWork(in area: Area) {
    guard let page = state.topPage else {
      for part in layout.panes(of: state) { draw(part, in: area.part(part.rect)) }
      if layout.showsFourPanes(state) { drawDivider(in: area) }
      return
    }
    switch page.content {
    case .list(let list):
      draw(list, isFocused: state.popup == nil, in: area.part(layout.workRect))
    case .form(let form):
      FormScreen.draw(form, in: area.part(layout.formRect), keymap: keys.keymap)
    }
  }

  private func draw(_ part: AppLayout.Part, in area: Area) {
    if let why = part.pane.whyNot(state.session.worker) {
      area.horizontalLine(row: 0)
      area.write(" \(state.name(of: part.pane)) ", row: 0, column: 2)
      area.write(why + ".", row: 2, column: 3, tone: .textQuiet)
      return
    }
    guard let list = state.list(part.pane) else { return }
    draw(list, isFocused: part.pane == state.pane && state.popup == nil, in: area)
  }

  private func draw(_ list: WorkList, from hand: ListHand, in area: Area) {
    list.accept(
      ListPainter(
        area: area.droppingBottom(layout.footRows(of: list)), hasPreview: layout.hasPreview,
        context: context, keys: keys, isFocused: true, hand: hand))
  }

  private func draw(_ list: WorkList, isFocused: Bool, in area: Area) {
    let foot = layout.footRows(of: list)
    list.accept(
      ListPainter(
        area: area.droppingBottom(foot), hasPreview: layout.hasPreview, context: context,
        keys: keys, isFocused: isFocused))
    if case .today(let today) = list {
      TodayFoot(summary: today.summary, today: context.today).draw(in: area.bottom(foot))
    }
  }

  private func drawDivider(in area: Area) {
    area.verticalLine(
      column: (layout.size.columns - 1) / 2, from: layout.workTop, rows: layout.workRows)
  }
}

extension AppLayout {
  var workRect: Rect {
    Rect(column: 0, row: workTop, columns: size.columns, rows: workRows)
  }
}

extension Area {
  func part(_ rect: Rect) -> Area {
    part(row: rect.row, column: rect.column, rows: rect.rows, columns: rect.columns)
  }
}
