/// What a caseload is held to: the clients of one worker or team, in one state, with something due.
package struct CaseloadFilter: Hashable, Sendable {
  package var worker: WorkerID?
  package var team: String?
  package var state: EpisodeState?
  package var due: CaseloadDue?
  package var contact: CaseloadContact?

  package init(
    worker: WorkerID? = nil, team: String? = nil, state: EpisodeState? = nil,
    due: CaseloadDue? = nil, contact: CaseloadContact? = nil
  ) {
    self.worker = worker
    self.team = team
    self.state = state
    self.due = due
    self.contact = contact
  }
}

/// When the first thing of a client is due.
package enum CaseloadDue: String, CaseIterable, Hashable, Sendable {
  case overdue, today, later, nothing

  package var title: String {
    switch self {
    case .overdue: "overdue"
    case .today: "due today"
    case .later: "due later"
    case .nothing: "nothing due"
    }
  }

  package init(_ line: DueLine?, on today: CalendarDate) {
    guard let line else {
      self = .nothing
      return
    }
    if line.status == .overdue {
      self = .overdue
    } else {
      self = (line.due ?? line.dueAt?.date ?? .latest) <= today ? .today : .later
    }
  }
}

/// PPL-024: whether somebody was reached lately.
package enum CaseloadContact: String, CaseIterable, Hashable, Sendable {
  case atRisk, inTouch

  package var title: String {
    switch self {
    case .atRisk: "at risk of losing contact"
    case .inTouch: "in touch"
    }
  }
}
