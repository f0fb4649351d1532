package import CaseRules

/// What a command does, sorted by the part of the program that does it.
package enum CommandMeaning: Equatable, Sendable {
  case goes(PaneID)
  case opens(WorkListID)
  case begins(FormID)
  case does(DailyAct)
  case moves(ListMove)
  case lists(ListAction)
  case turns(ListTurn)
  case menu(MenuID)
  /// Something for what lies over the work: a list of choices, a question, help.
  case popup(PopupKey)
  /// Only a form knows what to do with it.
  case inForm
  case app(Doing)

  /// What the program as a whole does.
  package enum Doing: Equatable, Sendable {
    case help, find, commands, refresh, back, redraw, zoom, actions, open, narrow
    case pane(forward: Bool)
    /// A pane of the worker's desk, counted from 1.
    case paneNumber(Int)
    case lastRecord, openByNumber
    case neighbour(next: Bool)
    case choose(ChooserKind)
    case hideNames, quit, print
    case lock, signOut, changePassword
    case overdoseCard, history
    case filterBy
  }
}

extension Command {
  package var meaning: CommandMeaning {
    switch self {
    case .help: .app(.help)
    case .find: .app(.find)
    case .overdoseCard: .app(.overdoseCard)
    case .commands: .app(.commands)
    case .refresh: .app(.refresh)
    case .back: .app(.back)
    case .redraw: .app(.redraw)
    case .zoom: .app(.zoom)
    case .filterBy: .app(.filterBy)
    case .actionsMenu: .app(.actions)
    case .open: .app(.open)
    case .filter: .app(.narrow)
    case .nextPane: .app(.pane(forward: true))
    case .previousPane: .app(.pane(forward: false))
    case .lastRecord: .app(.lastRecord)
    case .openByNumber: .app(.openByNumber)
    case .nextRecord: .app(.neighbour(next: true))
    case .previousRecord: .app(.neighbour(next: false))
    case .theme: .app(.choose(.theme))
    case .keymap: .app(.choose(.keymap))
    case .hideNames: .app(.hideNames)
    case .quit: .app(.quit)
    case .print: .app(.print)
    case .history: .app(.history)
    case .lock: .app(.lock)
    case .signOut: .app(.signOut)
    case .changePassword: .app(.changePassword)
    case .switchRole: .app(.choose(.role))

    case .goTo: .menu(.goTo)
    case .new: .menu(.new)
    case .custodyLists: .menu(.custodyLists)
    case .helplineLists: .menu(.helplineLists)
    case .officeLists: .menu(.officeLists)
    case .newForOffice: .menu(.newForOffice)
    case .ediiLists: .menu(.ediiLists)
    case .newForEDII: .menu(.newForEDII)
    case .viewMenu: .menu(.view)
    case .leaveMenu: .menu(.leave)

    case .up: .moves(.up)
    case .down: .moves(.down)
    case .top: .moves(.top)
    case .bottom: .moves(.bottom)
    case .pageUp: .moves(.pageUp)
    case .pageDown: .moves(.pageDown)
    case .halfPageUp: .moves(.halfPageUp)
    case .halfPageDown: .moves(.halfPageDown)
    case .columnLeft: .lists(.columnMoved(right: false))
    case .columnRight: .lists(.columnMoved(right: true))
    case .tick: .lists(.ticked)
    case .tickAll: .lists(.tickedAll)
    case .sort: .lists(.sorted)
    case .onlyThis: .lists(.onlyThisValue)
    case .allValues: .lists(.allValues)

    case .earlier: .turns(.earlier)
    case .later: .turns(.later)
    case .now: .turns(.now)
    case .scopeMine: .turns(.scope(.mine))
    case .scopeTeam: .turns(.scope(.team))
    case .scopeAll: .turns(.scope(.all))
    case .showMine: .turns(.everyone(false))
    case .showEveryone: .turns(.everyone(true))
    case .showDeparted: .turns(.departed)

    case .home: .goes(.today)
    case .custody: .goes(.custody)
    case .caseload: .goes(.caseload)
    case .appointments: .goes(.appointments)
    case .people: .goes(.people)
    case .pane1: .app(.paneNumber(1))
    case .pane2: .app(.paneNumber(2))
    case .pane3: .app(.paneNumber(3))
    case .pane4: .app(.paneNumber(4))

    case .courtList: .opens(.courtList)
    case .bailReturns: .opens(.bailReturns)
    case .flaggedOffers: .opens(.flaggedOffers)
    case .missedAppointments: .opens(.missed)
    case .deadlines: .opens(.deadlines)
    case .unfinished: .opens(.unfinished)
    case .figures: .opens(.figures)
    case .settings: .opens(.settings)
    case .codeLists: .opens(.codeLists)
    case .holidays: .opens(.holidays)
    case .officers: .opens(.officers)
    case .suites: .opens(.suites)
    case .workers: .opens(.workers)
    case .proposals: .opens(.proposals)
    case .exceptionalAccess: .opens(.exceptionalAccess)
    case .intelligence: .opens(.intelligence)
    case .workloads: .opens(.workloads)
    case .trail: .opens(.trail)
    case .referrals: .opens(.referrals)
    case .calls: .opens(.calls)
    case .directory: .opens(.directory)
    case .callTakers: .opens(.callTakers)
    case .serviceReview: .opens(.serviceReview)
    case .possibleRecords: .opens(.possibleRecords)
    case .edii: .opens(.edii)
    case .ediiFigures: .opens(.ediiFigures)
    case .bronzeActions: .opens(.bronze)

    case .newArrival: .begins("arrival")
    case .newPerson: .begins("person")
    case .newHelplineCall: .begins("helpline-call")
    case .newUnansweredCall: .begins("unanswered-call")
    case .newSPOCReferral: .begins("spoc-referral")
    case .newService: .begins("service")
    case .newAppointment: .begins("appointment")
    case .newDIR: .begins("dir")
    case .newContact: .begins("contact-attempt")
    case .newConsent: .begins("consent")
    case .newEpisode: .begins("contact-episode")
    case .newCarePlan: .begins("care-plan")
    case .newReferral: .begins("wraparound-referral")
    case .newOfficer: .begins("officer")
    case .newSuite: .begins("suite")
    case .newWorker: .begins("worker")
    case .newExceptionalAccess: .begins("open-exceptionally")
    case .newReport: .begins("intelligence-report")
    case .newHoliday: .begins("holiday")
    case .newCode: .begins("code")
    case .newSetting: .begins("setting")
    case .newLargeExport: .begins("large-export")
    case .newEDIIActivity: .begins("edii-activity")
    case .newEDIISession: .begins("edii-session")
    case .newWarrant: .begins("warrant")
    case .newEDIIReferral: .begins("edii-referral")

    case .recordContact: .does(.contact)
    case .recordCall: .does(.call)
    case .recordMissed: .does(.missed)
    case .recordAttended: .does(.attended)

    case .take, .press: .popup(.enter)
    case .nextButton: .popup(.next)
    case .previousButton: .popup(.previous)
    case .deleteBack: .popup(.erase)

    case .save, .choices, .undo, .redo, .sameAgain, .nextError: .inForm
    }
  }
}
