import CaseApp
import CaseRules
import TextScreen

/// Help over the work: this place and this row or field, then every key, or what fits the search.
struct HelpDrawing {
  let help: HelpBox
  let picture: AppPicture

  func draw(in area: Area) {
    let content = HelpContent(picture: picture, find: help.find, said: help.said)
    let blocks: [HelpPanel.Block]
    switch (help.search.isEmpty, help.page) {
    case (false, _): blocks = content.matching(help.search)
    case (true, .here): blocks = content.here
    case (true, .allKeys): blocks = content.allKeys
    }
    let page = help.page == .here ? "page 1 of 2" : "page 2 of 2"
    HelpPanel(
      title: help.page == .here ? "Help: \(content.placeTitle)" : "Help: all keys",
      blocks: blocks, top: help.top, search: help.search,
      note: "keymap: \(picture.keys.keymap.name)",
      footer:
        "\(picture.keys.name(.back)) closes, \(picture.keys.name(.help)) turns the page, \(page)"
    ).draw(in: area)
  }
}

/// The words of help, made for where the worker is; keys come from the live keymap.
struct HelpContent {
  let picture: AppPicture
  /// The box of searching that the help was asked for in.
  var find: FindBox?
  /// The message that was just there, to be read whole.
  var said: Message?

  private var state: AppState { picture.state }
  private var keys: LiveKeys { picture.keys }

  var placeTitle: String {
    if let find { return find.title }
    if case .form(let form)? = state.topPage?.content { return FormScreen.title(of: form) }
    return state.frontPlace?.title ?? ""
  }

  var here: [HelpPanel.Block] {
    var blocks = message
    if let find { return blocks + FindHelp(find: find, keys: keys).blocks }
    if case .form(let form)? = state.topPage?.content {
      blocks += fieldHelp(form)
      blocks += [.blank, .heading("Keys here"), .keys(formKeys(in: form))]
      if form.page == .sheet { blocks.append(.words(Self.movesOnByItself)) }
    } else {
      blocks += [.heading("This place"), .words(PlaceHelp.words(state.front))]
      if let row = state.front?.accept(RowHint(context: picture.context)) ?? nil {
        blocks += [.blank, .heading("This row"), .words(row)]
      }
      blocks += [.blank, .heading("Keys here"), .keys(listKeys)]
    }
    return blocks + [.blank, .heading("Always"), .keys(alwaysKeys)]
  }

  private static let movesOnByItself =
    "An answer of one letter, such as y, moves on by itself. Tab or Enter right behind it ends the "
    + "answer and moves no further; the next one does."

  /// A message that its rows could not hold.
  private var message: [HelpPanel.Block] {
    guard let words = said.map(picture.words(of:)), picture.isTooLong(words) else { return [] }
    return [.heading("The message"), .words(words), .blank]
  }

  /// Every command with its keys, place by place.
  var allKeys: [HelpPanel.Block] {
    let places: [(CommandInfo.Place, String)] = [
      (.anywhere, "Anywhere"), (.list, "In lists"), (.form, "In forms"), (.goTo, "Go to"),
      (.new, "New"), (.view, "View"), (.leave, "Leave"),
    ]
    return places.flatMap { place, title -> [HelpPanel.Block] in
      let rows = CommandTable.all.filter { $0.place == place }.compactMap(row)
      return rows.isEmpty ? [] : [.heading(title), .keys(rows), .blank]
    }
  }

  /// What fits the words typed: commands with their help, and what the places are for.
  func matching(_ search: String) -> [HelpPanel.Block] {
    let narrowing = Narrowing(search)
    let commands = CommandTable.all.filter {
      narrowing.matches(Folding.fold("\($0.title) \($0.help) \($0.command.rawValue)"))
    }
    guard !commands.isEmpty else {
      return [.words("Nothing in the help fits \"\(search)\". Try another word.")]
    }
    return commands.flatMap { info -> [HelpPanel.Block] in
      let key = keys(of: info).all(info.command)
      let title = state.title(of: info.command)
      return [.heading(key.isEmpty ? title : "\(title)   \(key)"), .words(info.help)]
    }
  }

  // MARK: Parts

  private func row(_ info: CommandInfo) -> (keys: String, does: String)? {
    let names = keys(of: info).all(info.command)
    return names.isEmpty ? nil : (keys: names, does: state.title(of: info.command))
  }

  /// What belongs to a list keeps its key where a form is in front, and the other way round.
  private func keys(of info: CommandInfo) -> LiveKeys {
    switch info.place {
    case .list: LiveKeys(keys.keymap, places: [.list])
    case .form: LiveKeys(keys.keymap, places: [.form])
    case .anywhere, .popup, .goTo, .new, .view, .leave: keys
    }
  }

  private func rows(_ commands: [Command]) -> [(keys: String, does: String)] {
    commands.map(\.info).compactMap(row)
  }

  private var listKeys: [(keys: String, does: String)] {
    [(keys: "letters, digits", does: "narrow the list")]
      + rows([.earlier, .later].filter(keys.canUse))
      + rows([
        .open, .actionsMenu, .tick, .refresh, .pageDown, .pageUp, .top, .bottom, .columnRight,
        .sort, .nextPane, .zoom,
      ]) + rows((DailyAct.hints.map(\.command) + [.filterBy, .print]).filter(keys.canUse))
  }

  private func formKeys(in state: FormFeature.State) -> [(keys: String, does: String)] {
    let form = LiveKeys(keys.keymap, places: [.form])
    let shown = FormActionTable.shown.filter {
      state.page == .sheet || FormCommands.whyNot($0.name, in: state) == nil
    }
    return shown.compactMap { action in
      let found = keys.keymap.keys(for: action.name, in: .form).map(\.spelling)
      let names =
        found.isEmpty
        ? form.keymap.shortestKeys(for: action.name, places: [.form]).map { [$0.spelling] } ?? []
        : found
      return names.isEmpty
        ? nil : (keys: names.prefix(2).joined(separator: " or "), does: action.label)
    }
  }

  private var alwaysKeys: [(keys: String, does: String)] {
    rows([.help, .find, .overdoseCard, .commands, .goTo, .new, .viewMenu, .back, .leaveMenu])
  }

  private func fieldHelp(_ form: FormFeature.State) -> [HelpPanel.Block] {
    var blocks: [HelpPanel.Block] = [.heading("This form"), .words(form.form.purpose)]
    if let words = PlaceHelp.words(form.page) {
      return blocks + [.blank, .heading("This page"), .words(words)]
    }
    guard let place = form.place, let field = form.sheet.field(at: place) else { return blocks }
    blocks += [.blank, .heading("This field: \(field.label)")]
    blocks += form.shownFindings(at: place).map { .words($0.display) }
    if let notice = form.notice {
      blocks.append(.words(FormNotices.words(notice, FormKeyNames(keys.keymap, form)).0))
    }
    if !field.help.isEmpty { blocks.append(.words(field.help)) }
    if let kind = form.sheet.kind(at: place) {
      let words = FieldWording.formats(kind)
      if !words.isEmpty { blocks.append(.words("You can type: \(words)")) }
    }
    return blocks
  }
}

/// What each place is for, in a sentence or two.
enum PlaceHelp {
  /// The same for a page between the questions of a form and its record; nil for the questions.
  static func words(_ page: FormPage) -> String? {
    switch page {
    case .sheet: nil
    case .findings:
      "What has to be put right before the form can be saved. Enter goes to the question; saving again "
        + "asks whether all is right now."
    case .reasons:
      "Each warning needs a reason of its own, long enough to tell somebody later (GEN-002). Enter goes "
        + "to the next, and from the last one it saves. Reasons are kept with the record. Nothing is "
        + "saved yet: going back leads to the questions, with the reasons kept."
    case .check:
      "All answers on one page, before they are saved. Enter on an answer goes back to its question; "
        + "on the last line it saves."
    case .conflict:
      "Somebody else has changed the record meanwhile. Choose, answer by answer, which of the two "
        + "stands; what only one of you has changed is joined already."
    case .saved: "It is saved, and this is what followed from it. Enter closes the page."
    }
  }

  static func words(_ list: WorkList?) -> String {
    switch list {
    case .today:
      "Everything that is due now, for your role. What is overdue says how late it is. Open a row to "
        + "go to its record; act on it without opening. Opening a custody alert says that you know, "
        + "and it goes from the list (CUS-005)."
    case .board:
      "Everybody in custody, suite by suite: trigger offences first, then by arrival (CUS-007). Names "
        + "stand here only with the detainee's permission (CUS-010)."
    case .caseload:
      "Clients with the worker who holds their case, when they were last in contact, what is booked "
        + "and what is due; a colleague's whom you cover for stand apart. Type how a family name begins "
        + "to narrow it; where none does, another name, a number, a worker or a flag. Choose whose "
        + "clients, and which of them, in the view menu. One key records what happens every day."
    case .diary: "The appointments of one day. Choose the day, and whose, in the view menu."
    case .missed:
      "Appointments that were missed, on any day, and that nobody has followed up by a contact attempt "
        + "(PPL-022). Whose, is chosen in the view menu. Record the attempt from the row."
    case .people:
      "Everybody on file by family name. Type the start of a name; other ways to find somebody are in "
        + "the search."
    case .court:
      "People charged with a trigger offence whom nobody saw in custody, court by court (CUS-013)."
    case .bailReturns: "People bailed to return to a police station on this day (CUS-012)."
    case .flaggedOffers:
      "Detentions whose offer was late (CUS-002), not made or never made again (CUS-001), not properly "
        + "made (CUS-003), or made by an officer without training (CUS-004), month by month."
    case .due: "Every open deadline; the row explains how its date was worked out."
    case .unfinished: "Forms you began. Only you can see them. Open one to go on where you left it."
    case .figures: "How many came from arrival to the caseload, month by month (CUS-021)."
    case .settings: "The partnership's own figures. An administrator changes them, with a reason."
    case .codes: "The codes that forms take, with their words."
    case .holidays: "Days that are no working days although they fall from Monday to Friday."
    case .officers: "Custody officers and the day of their training (CUS-004)."
    case .suites: "Custody suites and whether they test on arrest (CUS-020)."
    case .workloads:
      "Every worker with their clients: how many, who is at risk of losing contact, what is overdue, "
        + "which handovers wait. Open a row to see the clients; act on it to hand over or cover."
    case .proposals:
      "Acts that need two people: giving somebody the role of administrator, auditor or "
        + "superintendent, or a password to one who has it. One worker proposes, another confirms "
        + "within a day, each with their password; both stand on the trail. Open a row to read what "
        + "would be done."
    case .exceptionalAccess:
      "Records that a service manager opened for an hour, with the reason typed first. The team leader "
        + "says of each whether it was right; every look meanwhile is marked on the trail."
    case .bronze:
      "Bronze actions that somebody has to do something about: what waits for a superintendent first, "
        + "the oldest before the others, marked after 5 working days (INT-026); then what is to be "
        + "served, answered, monitored or assessed. Enter opens the case; the actions menu does what "
        + "comes next."
    case .intelligence:
      "Intelligence reports. Those that wait to be graded and judged come first, the oldest on top; "
        + "below them what was judged lately. ! marks what must be minded, !! what has waited a week. "
        + "Departed, closed too lists every report; type a subject's name, a place, I-0931 or B24 "
        + "to narrow it. Who said it stands nowhere here (INT-005)."
    case .workers: "Everybody who uses this program, and in which role."
    case .trail:
      "Who did what, when, what from and to, and why; the newest first. Type to narrow it: P-0042, a "
        + "worker's name, a day or a month, \"last month\", or a kind of event such as "
        + TrailWords.kindWords.joined(separator: ", ")
        + ". Earlier and later turn the month. Enter shows the whole entry; printing writes what is "
        + "shown to a file. That you looked is on the trail as well (GEN-003)."
    case .referrals:
      "Everybody who was sent to the team by phone or fax, or by a call to the helpline, in one "
        + "queue: the oldest first, with the day the action is due (PPL-050). A star marks what came "
        + "out of hours. Those acted on stay for two weeks."
    case .calls:
      "A week of calls to the helpline, the newest first. Earlier and later turn the week. What was "
        + "asked, what came of it, and whether an appointment is still owed (CUS-015), or was asked "
        + "for and is not booked. A new call is recorded under New, Helpline call, at any hour and from "
        + "anybody."
    case .directory:
      "Who else helps. Type words of a name, a type or a place to narrow the list; a row tells phone "
        + "and hours, its page who may use it and how to refer. Entries that nobody has made sure of "
        + "for over six months are marked (PPL-054)."
    case .callTakers:
      "Who may answer the helpline, with the dates of their training. A call taken by somebody who "
        + "lacks one asks for a reason (PPL-056)."
    case .serviceReview:
      "A month of the helpline in figures: by hour, purpose and outcome, unanswered calls, and the "
        + "next-day appointments that were kept (PPL-055). Earlier and later turn the month."
    case .possibleRecords:
      "Two records that may be of one person, with the reason: one sounds like the other, a date is a "
        + "day out. Open a row to see both side by side. Say that they are one person, and they are "
        + "merged, or that they are two, and they are not offered again (PPL-004). A merge can be "
        + "undone on the page of the record that stays."
    case .edii:
      "Early drug intelligence intervention. First the referrals to be answered (INT-054) and the "
        + "warrants whose letter and drug-agency visit are "
        + "still to be done (INT-053), then the activities of the month, strand by strand (INT-050). "
        + "Earlier and later turn the month. A session that was not two hours on an evening, free and "
        + "with a substance-misuse worker is marked (INT-051)."
    case .ediiFigures:
      "A month of early intervention in counts: by strand, by what was done, by aim, how many people "
        + "were reached, sessions and warrants. Nobody is named. Earlier and later turn the month."
    case .record:
      "One record: what can be done now, what is known, what is due and why, what happened. What "
        + "cannot be done stands last, with the reason."
    case nil: ""
    }
  }
}
