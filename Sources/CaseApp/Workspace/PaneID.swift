package import CaseRules

/// The places that are always there: Today, and the panes of the worker's desk beside it.
package enum PaneID: Hashable, Sendable {
  case today, custody, caseload, appointments, people
  /// A list that other roles open above their panes.
  case list(WorkListID)

  /// What stands together on a large screen; the first is pane 1.
  ///
  /// A role has what it works in all day: none of these is ever closed to it.
  package static func desk(of role: Role) -> [PaneID] {
    switch role {
    case .arw, .cjit, .carat, .drrkw, .ppoc, .sup: [.custody, .caseload, .appointments, .people]
    case .dio: [.list(.intelligence), .list(.bronze), .list(.edii), .list(.deadlines)]
    case .supt: [.list(.bronze), .list(.intelligence), .list(.deadlines), .list(.edii)]
    case .sm:
      [.list(.figures), .list(.serviceReview), .list(.ediiFigures), .list(.exceptionalAccess)]
    case .aud: [.list(.trail), .list(.exceptionalAccess), .list(.figures), .list(.serviceReview)]
    case .adm: [.list(.workers), .list(.settings), .list(.codeLists), .list(.holidays)]
    }
  }

  /// Why the worker's role does not open it; nil when it does.
  package func whyNot(_ worker: Worker) -> String? {
    switch self {
    case .today: nil
    case .custody: AccessMatrix.whyNotRead(worker, .custodyBoardAndDIR)
    case .caseload, .appointments, .people: AccessMatrix.whyNotRead(worker, .personAndCaseload)
    case .list(let list): list.whyNot(worker)
    }
  }
}

extension AppState {
  /// Today and the worker's panes, in the order in which one goes through them.
  package var desk: [PaneID] { [.today] + PaneID.desk(of: session.worker.role) }

  /// "Custody", "Early intervention".
  package func name(of pane: PaneID) -> String {
    switch pane {
    case .today: "Today"
    case .custody: "Custody"
    case .caseload: "Caseload"
    case .appointments: "Appointments"
    case .people: "People"
    case .list:
      (list(pane)?.place.title ?? "").prefix { $0 != "," && $0 != "(" }.trimmed
    }
  }

  static func list(in pane: PaneID, for session: Session, on today: CalendarDate) -> WorkList {
    let leads = session.worker.role.leadsTeam
    return switch pane {
    case .today: .today(TodayList(role: session.worker.role))
    case .custody: .board(BoardList())
    case .caseload: .caseload(CaseloadList(role: session.worker.role))
    case .appointments: .diary(DiaryList(day: today, everyone: leads))
    case .people: .people(PeopleList())
    case .list(let id): workList(id, for: session, on: today)
    }
  }
}
