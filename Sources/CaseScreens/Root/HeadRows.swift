import CaseApp
import CaseRules
import TextScreen

/// The first rows: program, place, marking, who works, and the panes or the person.
extension AppPicture {
  static let program = "Throughcare"
  /// GEN-005.
  static let marking = Marking.personal

  func drawTitle(in area: Area) {
    let worker = state.session.worker
    let isWide = area.columns >= 120
    let time = isWide ? state.now.ukWithWeekday : state.now.time.text
    let role = isWide ? worker.role.title : worker.role.code
    // The marking stands in the middle and is never cut; a long place takes the program's room.
    let right = "\(worker.initials)  \(role)  \(time) "
    let rightStart = area.columns - displayWidth(right)
    let room = min(area.columns / 2 - 2, rightStart - displayWidth(Self.marking) - 3) - 1
    let place = place(isWide: isWide, room: room)
    let whole = " \(Self.program)  \(place)"
    TitleBar(
      left: displayWidth(whole) <= room ? whole : " \(fitting(place, to: room - 1))",
      marking: Self.marking, right: right
    ).draw(in: area)
  }

  /// An explanation in brackets goes before letters do.
  private func fitting(_ place: String, to room: Int) -> String {
    guard displayWidth(place) > room, let bracket = place.firstRange(of: " (") else { return place }
    return String(place[..<bracket.lowerBound])
  }

  /// Where we are; with room for it, the way here, of which the end is the last to go.
  private func place(isWide: Bool, room: Int) -> String {
    if layout.stripRow == nil, let heading = recordHeading { return heading }
    let pages = state.pages.map(\.shortTitle)
    let pane = layout.showsFourPanes(state) ? "All panes" : state.name(of: state.pane)
    guard let last = pages.last else { return pane }
    guard isWide else { return last }
    let way = [pane] + pages
    let ends = way.indices.map { way[$0...].joined(separator: " > ") }
    return ends.first { displayWidth($0) < room } ?? last
  }

  /// The person or detention in front, in view all the time.
  private var recordHeading: String? {
    guard case .list(.record(let page))? = state.topPage?.content else { return nil }
    return state.hidesNames ? page.ref.text : page.heading
  }

  func drawStrip(in area: Area) {
    guard let row = layout.stripRow, !state.isFormOpen else { return }
    let strip = area.row(row)
    if let heading = recordHeading {
      strip.fill(tone: .tab)
      strip.write(heading, column: 1, tone: .tabCurrent, width: max(0, strip.columns - 2))
      return
    }
    TabStrip(
      state.desk.map { TabStrip.Tab(short($0), note: count($0)?.text ?? "") },
      current: state.pages.isEmpty ? state.desk.firstIndex(of: state.pane) : nil,
      leading: state.whyNot(.nextPane) == nil ? keys.keys(.nextPane) ?? "" : "",
      trailing: trailing
    ).draw(in: strip)
  }

  /// As short as the strip needs it.
  private func short(_ pane: PaneID) -> String {
    pane == .appointments ? "Diary" : state.name(of: pane)
  }

  private func count(_ pane: PaneID) -> RowCount? {
    guard let counts = state.counts, pane.whyNot(state.session.worker) == nil else { return nil }
    return switch pane {
    case .today, .list: nil
    case .custody: counts.inCustody
    case .caseload: counts.caseload
    case .appointments: counts.appointmentsToday
    case .people: counts.people
    }
  }

  private var trailing: String {
    let unfinished = state.counts?.unfinished ?? state.unfinished.count
    let changed = state.changedCount
    var words = changed > 0 ? "\(changed) changed  " : ""
    if unfinished > 0 { words += "Unfinished \(unfinished)" }
    return words
  }
}

extension Page {
  /// What a page is called in the title row.
  var shortTitle: String {
    switch content {
    case .form(let form): FormScreen.title(of: form)
    case .list(let list):
      String(list.place.title.prefix { $0 != "," })
    }
  }
}
