/// Every command with its words, once: menus, palette, help and key bar all read this table.
package enum CommandTable {
  package static let all: [CommandInfo] =
    general + lists + places + view + new + leave + popups + forms

  static let byCommand: [Command: CommandInfo] = Dictionary(
    all.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

  private static let general: [CommandInfo] = [
    CommandInfo(
      .help, .anywhere, "Help", short: "Help",
      "Explains this place and this field or row, with the keys that work here."),
    CommandInfo(
      .find, .anywhere, "Find a person", short: "Find",
      "Finds people by name, sound, number or date of birth, and says why each one fits."),
    CommandInfo(
      .overdoseCard, .anywhere, "Overdose card", short: "Card",
      "What to say and do when somebody rings about an overdose; the form stays as it is."),
    CommandInfo(
      .commands, .anywhere, "All commands",
      "One box for every command, for what can be done with the row in front, for records by "
        + "number or name, and for what you used last."),
    CommandInfo(
      .goTo, .anywhere, "Go to...", "Opens the menu of places."),
    CommandInfo(.new, .anywhere, "New...", "Opens the menu of forms."),
    CommandInfo(
      .viewMenu, .anywhere, "View...", short: "View",
      "Opens the menu of how lists and the screen look."),
    CommandInfo(
      .actionsMenu, .anywhere, "Actions", short: "Act",
      "Lists what can be done with it now, and why the rest cannot."),
    CommandInfo(
      .leaveMenu, .anywhere, "Leave...", short: "Leave",
      "Opens the menu for leaving. What you began is kept."),
    CommandInfo(
      .refresh, .anywhere, "Bring in changes", short: "Refrsh",
      "Reads the lists again. The cursor stays on its record."),
    CommandInfo(
      .print, .anywhere, "Print, or write to a file",
      "Writes the papers of the person in front, or the list in front, to a file that only you can "
        + "read; it asks which first."),
    CommandInfo(
      .back, .anywhere, "Back one level", "Closes what is on top. Nothing typed is lost."),
    CommandInfo(
      .redraw, .anywhere, "Draw again", "Repairs a screen that something wrote over."),
  ]

  private static let lists: [CommandInfo] = [
    CommandInfo(.open, .list, "Open this row", "Opens the record the cursor is on."),
    CommandInfo(.up, .list, "Row up", "Moves to the row above."),
    CommandInfo(.down, .list, "Row down", "Moves to the row below."),
    CommandInfo(.pageUp, .list, "Page up", "Moves a page up; two rows stay in view."),
    CommandInfo(.pageDown, .list, "Page down", "Moves a page down; two rows stay in view."),
    CommandInfo(.halfPageUp, .list, "Half a page up", "Moves half a page up."),
    CommandInfo(.halfPageDown, .list, "Half a page down", "Moves half a page down."),
    CommandInfo(.top, .list, "First row", "Moves to the first row."),
    CommandInfo(.bottom, .list, "Last row", "Moves to the last row."),
    CommandInfo(
      .columnLeft, .list, "Column left", "Moves the column mark, which sorting goes by, left."),
    CommandInfo(
      .columnRight, .list, "Column right", "Moves the column mark, which sorting goes by, right."),
    CommandInfo(
      .tick, .list, "Tick this row", "Ticks the row for work on several, or takes the tick away."),
    CommandInfo(
      .tickAll, .list, "Tick every row", "Ticks all rows, or takes all ticks away."),
    CommandInfo(
      .filter, .list, "Narrow this list", "Typing narrows the list; every word has to fit."),
    CommandInfo(
      .nextPane, .list, "Next pane", short: "Pane", "Moves to the next pane."),
    CommandInfo(.previousPane, .list, "Previous pane", "Moves to the pane before."),
    CommandInfo(
      .history, .list, "History", short: "Hist",
      "Shows who looked at or changed this record, what from and to, and why."),
    CommandInfo(
      .earlier, .list, "Earlier", "Shows the day or month before, where a list has one."),
    CommandInfo(.later, .list, "Later", "Shows the next day or month, where a list has one."),
    CommandInfo(
      .recordContact, .list, "Record a contact",
      "Contact, or an attempt at it, with the client of this row; meets a follow-up (PPL-022)."),
    CommandInfo(
      .recordCall, .list, "Record a call with the client",
      "The same by telephone: only its result is asked. Who rings the helpline: Helpline call."),
    CommandInfo(
      .recordMissed, .list, "Did not come",
      "The client of this row missed the booked appointment; the follow-up begins (PPL-022)."),
    CommandInfo(
      .recordAttended, .list, "Came", "The client of this row came to the booked appointment."),
  ]

  private static let places: [CommandInfo] = [
    CommandInfo(.home, .goTo, "Today", "Everything that is due now."),
    CommandInfo(
      .custody, .goTo, "Custody board", "Who is in custody, trigger offences first (CUS-007)."),
    CommandInfo(.caseload, .goTo, "Caseload", "Your clients, your team's, or everybody's."),
    CommandInfo(.appointments, .goTo, "Appointments", "The diary, day by day."),
    CommandInfo(
      .missedAppointments, .goTo, "Missed appointments",
      "What was missed on any day and is not followed up yet (PPL-022)."),
    CommandInfo(.people, .goTo, "People", "Everybody on file by name."),
    CommandInfo(
      .possibleRecords, .goTo, "Possible records",
      "Records that may be of one person: say what they are, merge them (PPL-004)."),
    CommandInfo(
      .bronzeActions, .goTo, "Bronze actions",
      "What waits for a decision, the oldest first, and every other open one (INT-026)."),
    CommandInfo(
      .intelligence, .goTo, "Intelligence",
      "Reports to grade and to judge, the oldest first; what was judged; all of them (INT-002)."),
    CommandInfo(.courtList, .goTo, "Court list", "Who to meet at court that morning (CUS-013)."),
    CommandInfo(
      .bailReturns, .goTo, "Bail returns", "Who comes back to a police station (CUS-012)."),
    CommandInfo(
      .flaggedOffers, .goTo, "Flagged offers",
      "Offers late, not made or not properly made, officers not trained (CUS-001)."),
    CommandInfo(
      .referrals, .goTo, "Referrals", "Who was sent to the team, and what is to be done (PPL-050)."),
    CommandInfo(.calls, .goTo, "Helpline calls", "The calls of each week (PPL-051)."),
    CommandInfo(
      .directory, .goTo, "Service directory",
      "Who else helps: phone, hours, who may use it, how to refer (PPL-054)."),
    CommandInfo(
      .deadlines, .goTo, "Deadlines", "Every open deadline, with how its date was worked out."),
    CommandInfo(
      .unfinished, .goTo, "Unfinished forms", "Forms you began; nobody else can see them."),
    CommandInfo(
      .figures, .goTo, "Figures", "From arrival to the caseload, month by month (CUS-021)."),
    CommandInfo(
      .serviceReview, .goTo, "Service review", "A month of the helpline in figures (PPL-055)."),
    CommandInfo(
      .callTakers, .goTo, "Call takers", "Who answers the helpline, and their training (PPL-056)."),
    CommandInfo(
      .edii, .goTo, "Early intervention log",
      "Warrants to follow up, and what was done under each strand (INT-050)."),
    CommandInfo(
      .ediiFigures, .goTo, "EDII figures",
      "A month of early intervention by strand and aim, without names (INT-052)."),
    CommandInfo(.settings, .goTo, "Settings", "The partnership's own figures."),
    CommandInfo(.codeLists, .goTo, "Code lists", "The codes forms use, with their words."),
    CommandInfo(.holidays, .goTo, "Bank holidays", "The days working-day counts skip."),
    CommandInfo(
      .officers, .goTo, "Custody officers", "Officers and the date of their training (CUS-004)."),
    CommandInfo(.suites, .goTo, "Custody suites", "Suites and whether they test on arrest."),
    CommandInfo(
      .workloads, .goTo, "Workloads",
      "Every worker's clients in figures; hand over, cover, share out."),
    CommandInfo(.workers, .goTo, "Workers", "Who uses this program, and in which role."),
    CommandInfo(
      .proposals, .goTo, "Second person",
      "What another worker has proposed and you can confirm: powerful roles, large exports, a restore."
    ),
    CommandInfo(
      .exceptionalAccess, .goTo, "Exceptional access",
      "Records opened by somebody who may not read them as a rule: by whom, why, found right or not."
    ),
    CommandInfo(
      .trail, .goTo, "Trail", "Who did what, when and why; by person, worker, kind and day."),
    CommandInfo(
      .custodyLists, .goTo, "Custody lists...", "Court list, bail returns, flagged offers."),
    CommandInfo(
      .helplineLists, .goTo, "Helpline and services...",
      "Calls, the directory, call takers, the service review."),
    CommandInfo(
      .ediiLists, .goTo, "Early intervention...", "The activity log, and its figures."),
    CommandInfo(
      .officeLists, .goTo, "Lists of the office...",
      "Settings, code lists, holidays, officers, suites, workers, second person, exceptional access."
    ),
    CommandInfo(
      .lastRecord, .goTo, "Last record", "Goes to and fro between the last two records."),
    CommandInfo(
      .openByNumber, .goTo, "Open by number", "Opens a record by its number, such as P-1042."),
    CommandInfo(.nextRecord, .goTo, "Next record", "Opens the next record of the list below."),
    CommandInfo(
      .previousRecord, .goTo, "Previous record", "Opens the record before in the list below."),
    CommandInfo(.pane1, .goTo, "Pane 1", "Moves to the first pane beside Today."),
    CommandInfo(.pane2, .goTo, "Pane 2", "Moves to the second."),
    CommandInfo(.pane3, .goTo, "Pane 3", "Moves to the third."),
    CommandInfo(.pane4, .goTo, "Pane 4", "Moves to the fourth."),
  ]

  private static let view: [CommandInfo] = [
    CommandInfo(
      .sort, .view, "Sort by column", "Again: the other way round. Again: as it was."),
    CommandInfo(
      .onlyThis, .view, "Only this value",
      "Shows only rows with the same in the column of the mark: one state, one worker, one day."),
    CommandInfo(
      .filterBy, .view, "Filter...",
      "Lists what this list can be held to: state, worker, team, what is due; type to find it."),
    CommandInfo(.allValues, .view, "All values", "Shows the rows of every value again."),
    CommandInfo(
      .zoom, .view, "Zoom this pane", "Gives this pane the whole screen, or takes it back."),
    CommandInfo(
      .hideNames, .view, "Hide names", "Shows initials and numbers, for desks the public can see."),
    CommandInfo(.scopeMine, .view, "My clients", "Lists your own clients."),
    CommandInfo(.scopeTeam, .view, "My team's clients", "Lists the clients of your team."),
    CommandInfo(.scopeAll, .view, "Everybody's clients", "Lists every client."),
    CommandInfo(.showMine, .view, "Only mine", "Lists your own only."),
    CommandInfo(.showEveryone, .view, "Everybody's", "Lists everybody's."),
    CommandInfo(
      .showDeparted, .view, "Departed, closed too",
      "Lists as well who has left the suites, every report whatever its state, or the bronze actions that "
        + "are settled; or not."),
    CommandInfo(.now, .view, "This day, this month", "Goes back to today."),
    CommandInfo(.theme, .view, "Theme", "Chooses the colours; each one is shown as you move."),
    CommandInfo(.keymap, .view, "Keymap", "Chooses which keys do what."),
  ]

  private static let new: [CommandInfo] = [
    CommandInfo(.newArrival, .new, "Arrival in custody", "Records somebody's arrival in a suite."),
    CommandInfo(.newPerson, .new, "Person", "Records a person who is not on file yet."),
    CommandInfo(
      .newDIR, .new, "DIR", "Opens a Drug Interventions Record for the person picked (CUS-016)."),
    CommandInfo(
      .newAppointment, .new, "Appointment", "Books an appointment for the person picked."),
    CommandInfo(
      .newContact, .new, "Contact", "Records contact, or an attempt at it, with the person picked."),
    CommandInfo(.newConsent, .new, "Consent", "Records a consent of the person picked."),
    CommandInfo(
      .newHelplineCall, .new, "Helpline call",
      "Records a call to the helpline, from anybody at any hour (PPL-051)."),
    CommandInfo(
      .newUnansweredCall, .new, "Unanswered call",
      "Counts a call that nobody answered, as of now (PPL-055)."),
    CommandInfo(
      .newSPOCReferral, .new, "SPOC referral", "Takes in a referral by phone or fax (PPL-050)."),
    CommandInfo(.newService, .new, "Service", "Adds a service or GP to the directory (PPL-054)."),
    CommandInfo(
      .newEpisode, .new, "Episode", "Opens a time with the team for the person picked (PPL-008)."),
    CommandInfo(
      .newCarePlan, .new, "Care plan",
      "Makes the care plan of the client picked, or its next version at a review (PPL-014)."),
    CommandInfo(
      .newReferral, .new, "Wraparound referral",
      "Refers the client picked for housing, work, training or life skills (PPL-018)."),
    CommandInfo(
      .newForEDII, .new, "Early intervention...",
      "An activity, a session for parents and teachers, a warrant, a referral."),
    CommandInfo(
      .newEDIIActivity, .new, "EDII activity", "Logs an activity by strand and aim (INT-050)."),
    CommandInfo(
      .newEDIISession, .new, "Parents' and teachers' session",
      "Logs a session; what was not as it is to be is flagged (INT-051)."),
    CommandInfo(
      .newEDIIReferral, .new, "EDII referral",
      "Takes in a referral from anybody: it becomes a report, or goes to treatment (INT-054)."),
    CommandInfo(
      .newWarrant, .new, "Warrant executed",
      "A letter and a drug-agency visit are to follow (INT-053)."),
    CommandInfo(
      .newForOffice, .new, "For the office...",
      "A service, an officer, a suite, a worker, a bank holiday, a code, a setting, a large export."
    ),
    CommandInfo(
      .newReport, .new, "Intelligence report",
      "Takes in what somebody says about whom; who said it is sealed (INT-005)."),
    CommandInfo(
      .newExceptionalAccess, .new, "Open a record exceptionally",
      "One person's record for an hour, with a reason; the team leader is told."),
    CommandInfo(
      .newOfficer, .new, "Custody officer", "Adds a custody officer and their training (CUS-004)."),
    CommandInfo(.newSuite, .new, "Custody suite", "Adds a custody suite."),
    CommandInfo(.newWorker, .new, "Worker", "Adds somebody who uses this program."),
    CommandInfo(.newHoliday, .new, "Bank holiday", "Adds a day that working-day counts skip."),
    CommandInfo(.newCode, .new, "Code of a list", "Adds a code, or changes its words (COD)."),
    CommandInfo(.newSetting, .new, "Change a setting", "Sets one of the partnership's figures."),
    CommandInfo(
      .newLargeExport, .new, "Large export",
      "Asks a second person for a list of more people than one worker takes out alone."),
  ]

  private static let leave: [CommandInfo] = [
    CommandInfo(
      .lock, .leave, "Lock", "Hides everything until you type your password (GEN-006)."),
    CommandInfo(
      .signOut, .leave, "Sign out", "Lets somebody else sign in. Unfinished forms are kept for you."
    ),
    CommandInfo(
      .changePassword, .leave, "Change password", "Asks for the password you have and a new one."),
    CommandInfo(
      .switchRole, .leave, "Switch role", "In a demonstration: goes on at somebody else's desk."),
    CommandInfo(.quit, .leave, "Quit", "Ends the program. Unfinished forms are kept."),
  ]

  private static let popups: [CommandInfo] = [
    CommandInfo(.take, .popup, "Take this one", "Takes the choice the cursor is on."),
    CommandInfo(.press, .popup, "Press this button", "Presses the button that is marked."),
    CommandInfo(.nextButton, .popup, "Next button", "Moves to the next button."),
    CommandInfo(.previousButton, .popup, "Previous button", "Moves to the button before."),
    CommandInfo(.deleteBack, .popup, "Take back a letter", "Takes back the letter typed last."),
  ]

  private static let forms: [CommandInfo] = [
    CommandInfo(.save, .form, "Save the record", short: "Save", "Checks the form and saves it."),
    CommandInfo(
      .choices, .form, "Choices for this field", short: "List", "Lists what this field may hold."),
    CommandInfo(
      .sameAgain, .form, "Same again", short: "Same",
      "Copies this field from your last record of the kind, or from the row above."),
    CommandInfo(.undo, .form, "Undo", "Takes back what was typed last."),
    CommandInfo(.redo, .form, "Redo", "Puts back what was undone."),
    CommandInfo(.nextError, .form, "Next thing to fix", "Moves to the next field to put right."),
  ]
}
