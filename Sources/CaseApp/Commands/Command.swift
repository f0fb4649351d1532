/// Everything a hand can ask for outside a form's own fields, by the name keymaps use.
package enum Command: String, CaseIterable, Hashable, Sendable {
  // Anywhere
  case help, find, refresh, commands, back, redraw, zoom, print
  case overdoseCard = "overdose-card"
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case pane1 = "pane-1"
  case pane2 = "pane-2"
  case pane3 = "pane-3"
  case pane4 = "pane-4"
  case goTo = "go-to"
  case new
  case custodyLists = "custody-lists"
  case helplineLists = "helpline-lists"
  case officeLists = "office-lists"
  case newForOffice = "new-for-office"
  case ediiLists = "edii-lists"
  case newForEDII = "new-for-edii"
  case viewMenu = "view-menu"
  case actionsMenu = "actions-menu"
  case leaveMenu = "leave-menu"

  // Lists
  case open, up, down, top, bottom, tick, filter
  case pageDown = "page-down"
  case pageUp = "page-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case columnLeft = "column-left"
  case columnRight = "column-right"
  case tickAll = "tick-all"
  case earlier, later, now, history

  // The daily acts on the client of a row
  case recordContact = "record-contact"
  case recordCall = "record-call"
  case recordMissed = "record-missed"
  case recordAttended = "record-attended"

  // Places
  case home, custody, caseload, appointments, people, unfinished, figures, settings, officers
  case suites, workers, workloads, holidays, trail, proposals
  case courtList = "court-list"
  case bailReturns = "bail-returns"
  case flaggedOffers = "flagged-offers"
  case missedAppointments = "missed-appointments"
  case deadlines
  case referrals, calls, directory
  case callTakers = "call-takers"
  case serviceReview = "service-review"
  case possibleRecords = "possible-records"
  case exceptionalAccess = "exceptional-access"
  case edii
  case ediiFigures = "edii-figures"
  case bronzeActions = "bronze-actions"
  case intelligence
  case codeLists = "code-lists"
  case lastRecord = "last-record"
  case openByNumber = "open-by-number"
  case nextRecord = "next-record"
  case previousRecord = "previous-record"

  // View
  case sort
  case onlyThis = "only-this-value"
  case allValues = "all-values"
  case filterBy = "filter-by"
  case theme = "choose-theme"
  case keymap = "choose-keymap"
  case hideNames = "hide-names"
  case scopeMine = "scope-mine"
  case scopeTeam = "scope-team"
  case scopeAll = "scope-all"
  case showEveryone = "show-everyone"
  case showMine = "show-mine"
  case showDeparted = "show-departed"

  // New
  case newArrival = "new-arrival"
  case newExceptionalAccess = "open-exceptionally"
  case newReport = "new-report"
  case newPerson = "new-person"
  case newHelplineCall = "new-helpline-call"
  case newUnansweredCall = "new-unanswered-call"
  case newSPOCReferral = "new-spoc-referral"
  case newService = "new-service"
  case newAppointment = "new-appointment"
  case newDIR = "new-dir"
  case newContact = "new-contact"
  case newConsent = "new-consent"
  case newEpisode = "new-episode"
  case newCarePlan = "new-care-plan"
  case newReferral = "new-referral"
  case newOfficer = "new-officer"
  case newSuite = "new-suite"
  case newWorker = "new-worker"
  case newHoliday = "new-holiday"
  case newCode = "new-code"
  case newSetting = "new-setting"
  case newLargeExport = "new-large-export"
  case newEDIIActivity = "new-edii-activity"
  case newEDIISession = "new-edii-session"
  case newWarrant = "new-warrant"
  case newEDIIReferral = "new-edii-referral"

  // Leaving
  case quit, lock
  case signOut = "sign-out"
  case changePassword = "change-password"
  case switchRole = "switch-role"

  // Over the work: choices, questions, help
  case take, press
  case nextButton = "next-button"
  case previousButton = "previous-button"
  case deleteBack = "delete-back"

  // Forms; elsewhere they only say why there is nothing to do.
  case save, choices, undo, redo
  case sameAgain = "same-again"
  case nextError = "next-error"

  private static let byName: [String: Command] = Dictionary(
    allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })

  /// The command of that name; unlike `init(rawValue:)`, which tries one case after the other, fit
  /// for every key and every picture.
  package static func named(_ name: String) -> Command? { byName[name] }
}
