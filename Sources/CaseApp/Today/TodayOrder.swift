package import CaseRules

/// Which sections of Today come first for a role (the home lists).
package struct TodayOrder: Equatable, Sendable {
  package let sections: [TodaySection]
  private let leadsTeam: Bool

  package init(role: Role) {
    leadsTeam = role.leadsTeam
    switch role {
    case .arw:
      sections = [
        .alerts, .custodyAlerts, .trigger, .inCustody, .bailReturns, .courtList, .callAppointments,
        .toAccept, .overdue, .dueToday, .appointments, .handovers, .possible, .edii, .nextDay,
        .unfinished, .atRisk, .bronzePending, .bronzes, .later,
      ]
    case .sup, .supt, .sm:
      sections = [
        .alerts, .toAccept, .bronzePending, .bronzes, .overdue, .handovers, .possible, .edii,
        .dueToday, .atRisk, .flaggedOffers, .trigger, .inCustody, .bailReturns, .courtList,
        .callAppointments, .nextDay, .appointments, .unfinished, .later,
      ]
    case .dio:
      sections = [
        .alerts, .overdue, .dueToday, .bronzePending, .bronzes, .toGrade, .toJudge, .edii,
        .nextDay, .unfinished, .later,
      ]
    case .cjit, .carat, .drrkw, .ppoc, .aud, .adm:
      sections = [
        .alerts, .toAccept, .overdue, .dueToday, .bronzePending, .bronzes, .appointments,
        .handovers, .possible, .edii, .nextDay, .atRisk, .trigger, .inCustody, .bailReturns,
        .courtList, .callAppointments, .unfinished, .later,
      ]
    }
  }

  /// The rows of a view, section by section; within a section as the records hand them over.
  package func lines(of view: TodayView, at now: Moment) -> [TodayLine] {
    var told: Set<RecordRef> = []
    return sections.enumerated().flatMap { place, section in
      TodayOrder.items(of: section, in: view, at: now)
        .filter { $0.appointment.map { told.insert($0).inserted } ?? true }
        .map {
          TodayLine(
            section: section, place: place, item: $0, showsOwner: leadsTeam || view.isCovering)
        }
    }
  }

  private static func items(
    of section: TodaySection, in view: TodayView, at now: Moment
  ) -> [TodayLine.Item] {
    switch section {
    case .alerts: view.alerts.map(TodayLine.Item.alert)
    case .custodyAlerts: view.custodyAlerts.map(TodayLine.Item.custodyAlert)
    case .trigger: view.inCustody.filter(\.isTrigger).map(TodayLine.Item.detention)
    case .inCustody: view.inCustody.filter { !$0.isTrigger }.map(TodayLine.Item.detention)
    case .bailReturns: view.bailReturns.map(TodayLine.Item.bailReturn)
    case .courtList: view.courtList.map(TodayLine.Item.court)
    case .callAppointments: view.callAppointments.map(TodayLine.Item.callAppointment)
    case .flaggedOffers: view.flaggedOffers.map(TodayLine.Item.flaggedOffer)
    case .appointments:
      view.appointments.map(TodayLine.Item.appointment)
        + [MissedCount(in: view.due)].compactMap(\.self).map(TodayLine.Item.missed)
    case .toAccept: view.handovers.filter(\.forMe).map(TodayLine.Item.handover)
    case .handovers: view.handovers.filter { !$0.forMe }.map(TodayLine.Item.handover)
    case .possible: view.possible.map(TodayLine.Item.possible)
    case .bronzePending:
      view.bronzes.filter { $0.state == .pending }.map(TodayLine.Item.bronze)
    case .bronzes: view.bronzes.filter { $0.state != .pending }.map(TodayLine.Item.bronze)
    case .atRisk: view.atRisk.map(TodayLine.Item.atRisk)
    case .edii: view.edii.map(TodayLine.Item.edii)
    case .unfinished: view.unfinished.map(TodayLine.Item.unfinished)
    case .toGrade: view.reports.filter { $0.state == .received }.map(TodayLine.Item.report)
    case .toJudge: view.reports.filter { $0.state == .graded }.map(TodayLine.Item.report)
    case .overdue, .dueToday, .nextDay, .later:
      owed(in: view, at: now).filter { TodayOrder.section(of: $0, on: now.date) == section }
        .map(TodayLine.Item.due)
    }
  }

  /// What is owed, but for the alerts and bronze actions that have a section of their own, and for
  /// what became of appointments that are still to come: those stand in the diary.
  static func owed(in view: TodayView, at now: Moment) -> [DueLine] {
    let told = Set(view.alerts.map(\.ref))
    let bronzes = Set(view.bronzes.map(\.ref))
    let coming = Set(
      view.appointments.filter { $0.starts > now }.map(\.ref)
        + view.callAppointments.filter { $0.starts > now }.map { $0.appointment ?? $0.ref })
    return view.due.filter {
      !bronzes.contains($0.ref)
        && ($0.metByForm != AcknowledgeAlertForm.id || !told.contains($0.ref))
        && ($0.booked == nil || !coming.contains($0.ref))
    }
  }

  /// Where a deadline stands on Today.
  static func section(of line: DueLine, on today: CalendarDate) -> TodaySection {
    switch line.status {
    case .overdue: .overdue
    case .dueSoon: (line.dueOn ?? today) <= today ? .dueToday : .nextDay
    case .running, .noStartDate, .met, .metLate, .notApplicable: .later
    }
  }
}

extension TodayLine.Item {
  /// What a caller's appointment is told by, in the diary or with the call: each stands once, in the
  /// first section of the role that has it.
  fileprivate var appointment: RecordRef? {
    switch self {
    case .callAppointment(let line): line.appointment ?? line.ref
    case .appointment(let line): line.ref
    case .alert, .custodyAlert, .detention, .bailReturn, .court, .flaggedOffer, .due, .atRisk,
      .handover, .possible, .edii, .bronze, .unfinished, .report, .missed:
      nil
    }
  }
}

/// How much of everything there is, for the line above the list.
package struct TodaySummary: Equatable, Sendable {
  package var alerts = 0
  /// PPL-012: handovers that wait for the worker's own answer.
  package var toAccept = 0
  /// nil for roles that do not authorise or recommend.
  package var bronzePending: Int?
  package var bronzeLate = 0
  /// nil for roles that do not see the board.
  package var inCustody: Int? = 0
  package var triggerNotSeen = 0
  package var overdue = 0
  /// Of these, what the worker does not owe alone: what their role owes, and whom they cover for.
  package var overdueOfOthers = 0
  package var dueToday = 0
  package var appointments = 0
  package var nextDays: [TodayView.DayCount] = []
  /// Whether what is owed is everybody's, or only the worker's own.
  package var isForAll = false
  /// For those whose work is reports and not people: how many wait to be graded and judged.
  package var reports: Reports?

  package struct Reports: Equatable, Sendable {
    package let toGrade: Int
    package let toJudge: Int
  }

  package init() {}

  /// "3 in custody, 1 trigger not seen, 1 handover for you, yours: 2 overdue, 4 today".
  package var words: String {
    if let reports {
      return "\(reports.toGrade) to grade, \(reports.toJudge) to judge, \(overdueWords)"
    }
    let custody = inCustody.map { $0 == 0 ? "nobody in custody" : "\($0) in custody" } ?? ""
    return inOrder(
      first: [alerts == 0 ? "" : Digits.counted(alerts, "safety alert"), bronzeWords],
      toAccept: toAccept == 0 ? "" : "\(Digits.counted(toAccept, "handover")) for you",
      board: [custody, triggerNotSeen == 0 ? "" : "\(triggerNotSeen) trigger not seen"],
      owed: [overdueWords, dueToday == 0 ? "" : "\(dueToday) \(isForAll ? "due today" : "today")"])
  }

  /// The same for a narrow screen, the counts with a word each: "3 in custody, 1 not seen,
  /// 1 handover, 2 overdue, 4 today".
  package var shortWords: String {
    if let reports {
      return "\(reports.toGrade) to grade, \(reports.toJudge) to judge, \(shortOverdueWords)"
    }
    let late = bronzeLate == 0 ? "" : " (\(bronzeLate) late)"
    let pending = bronzePending ?? 0
    return inOrder(
      first: [
        alerts == 0 ? "" : Digits.counted(alerts, "safety alert"),
        pending == 0 ? "" : "\(pending) bronze\(late)",
      ],
      toAccept: toAccept == 0 ? "" : Digits.counted(toAccept, "handover"),
      board: [
        inCustody.map { "\($0) in custody" } ?? "",
        triggerNotSeen == 0 ? "" : "\(triggerNotSeen) not seen",
      ],
      owed: [shortOverdueWords, dueToday == 0 ? "" : "\(dueToday) today"])
  }

  /// A narrow screen leaves out the last: for whoever looks after all that is owed, the board.
  private func inOrder(
    first: [String], toAccept: String, board: [String], owed: [String]
  ) -> String {
    let parts = first + (isForAll ? [toAccept] + owed + board : board + [toAccept] + owed)
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private var bronzeWords: String {
    guard let pending = bronzePending else { return "" }
    let late = bronzeLate == 0 ? "" : " (\(bronzeLate) over \(BronzeDeadlines.authorisationWD) WD)"
    return pending == 0 ? "no bronze pending" : "\(pending) bronze pending\(late)"
  }

  /// Somebody else's may well be overdue where only one's own are counted.
  private var overdueWords: String {
    if isForAll { return overdue == 0 ? "nothing overdue" : "\(overdue) overdue" }
    let others = overdueOfOthers == 0 ? "" : " + \(overdueOfOthers) of your role or cover"
    return "yours: \(overdue - overdueOfOthers) overdue\(others)"
  }

  private var shortOverdueWords: String {
    let others = isForAll || overdueOfOthers == 0 ? "" : " + \(overdueOfOthers)"
    return "\(isForAll ? overdue : overdue - overdueOfOthers)\(others) overdue"
  }

  init(_ view: TodayView, for worker: Worker, at now: Moment) {
    let role = worker.role
    isForAll = role.leadsTeam
    alerts = view.alerts.count
    toAccept = view.handovers.count(where: \.forMe)
    let seesBoard = AccessMatrix.right(of: role, to: .custodyBoardAndDIR).allowsReading
    inCustody = seesBoard ? view.inCustody.count : nil
    if AccessMatrix.right(of: role, to: .bronzeDecision) >= .recommend {
      let pending = view.bronzes.filter { $0.state == .pending }
      bronzePending = pending.count
      bronzeLate = pending.count(where: \.isLate)
    }
    triggerNotSeen = view.inCustody.count { $0.isTrigger && $0.approach == nil }
    let owed = TodayOrder.owed(in: view, at: now)
    let late = owed.filter { TodayOrder.section(of: $0, on: now.date) == .overdue }
    overdue = late.count
    overdueOfOthers = late.count { $0.ownerID != worker.id }
    dueToday = owed.count { TodayOrder.section(of: $0, on: now.date) == .dueToday }
    appointments = view.appointments.count
    nextDays = view.nextDays
    guard role == .dio else { return }
    reports = Reports(
      toGrade: view.reports.count { $0.state == .received },
      toJudge: view.reports.count { $0.state == .graded })
  }
}
