import CaseApp
import CaseRules
import TextScreen

/// A long text in a window of its own, or the first steps on the demo file.
struct ReaderDrawing {
  let reader: Reader
  let picture: AppPicture

  func draw(in area: Area) {
    var panel = HelpPanel(title: reader.title, blocks: blocks, top: reader.top)
    let wantedRows = panel.lineCount(columns: wanted) + 2
    panel.footer = footer(isCut: wantedRows > area.rows)
    panel.draw(in: area.centred(rows: min(area.rows, wantedRows), columns: columns(of: area)))
  }

  /// Narrow enough for one key to a line.
  private static let columns = 70
  /// Wide enough for the card to be seen whole on 80 by 24.
  private static let cardColumns = 78

  private var wanted: Int { reader.content == .overdoseCard ? Self.cardColumns : Self.columns }
  private func columns(of area: Area) -> Int { min(area.columns, wanted) }

  /// What does not fit is said to go on, with the key.
  private func footer(isCut: Bool) -> String {
    let closes = "\(picture.keys.name(.back)) closes"
    return isCut ? "\(picture.keys.name(.pageDown, in: .help)) goes on, \(closes)" : closes
  }

  private var blocks: [HelpPanel.Block] {
    switch reader.content {
    case .text(let text): text.split(separator: "\n").map { .words(String($0)) }
    case .overdoseCard:
      OverdoseCard.parts.flatMap { part in
        [.heading(part.heading)] + part.lines.map { .words($0) }
      }
    case .firstSteps: FirstSteps(keys: picture.keys, state: picture.state).blocks
    case .newFile: FirstSteps(keys: picture.keys, state: picture.state).ofNewFile
    }
  }
}

/// What somebody who has never seen the program can do first; every key from the live keymap.
struct FirstSteps {
  let keys: LiveKeys
  let state: AppState

  var blocks: [HelpPanel.Block] {
    [
      .words("Everybody in this file is invented: try what you like."), .blank, .keys(steps),
      .blank,
      .words(
        "Letters type; function keys and Ctrl keys do things. \(keys.name(.back)) goes back one "
          + "level and never loses what you typed. \(keys.name(.help)) explains where you are."),
    ]
  }

  /// A team that begins: its suites and officers first, for the forms offer them.
  var ofNewFile: [HelpPanel.Block] {
    [
      .words("Nothing is on file yet. Begin with what the forms will offer:"), .blank,
      .keys(
        usable([
          (.suites, "your custody suites: Enter changes one"),
          (.newSuite, "another custody suite"), (.newOfficer, "a custody officer who makes offers"),
          (.newWorker, "somebody else of the team"),
          (.newArrival, "then the first arrival in custody"), (.newPerson, "or somebody on file"),
        ])), .blank,
    ] + others + [
      .words("To try everything on invented people first: throughcare demo")
    ]
  }

  /// How the team grows: from here, or by way of the administrator.
  ///
  /// Where accounts open nothing, everybody signs in by name.
  private var others: [HelpPanel.Block] {
    let byAccount = state.session.settings.trustsAccounts
    if state.whyNot(.newWorker) == nil {
      return [
        .words(
          "Each worker signs in "
            + (byAccount ? "by the account of this computer that their form names, or " : "")
            + "by name, with a one-time password (\(keys.name(.actionsMenu)) on their row). "
            + "Arrivals and people are recorded by those who work with them.")
      ]
    }
    let ask = "Workers, settings and bank holidays are for an administrator: ask yours."
    guard byAccount else { return [.words(ask)] }
    return [
      .words(
        ask + " While there is none, the account that owns this file makes one at the command line:"
      ),
      .words("throughcare worker add --role ADM --name NAME --account ACCOUNT"),
    ]
  }

  private var steps: [(keys: String, does: String)] {
    usable([
      (.newArrival, "record an arrival in custody"),
      (.custody, "see who is in custody, trigger offences first"),
      (.actionsMenu, "on a row: offer, approach, permission, DIR"),
      (.caseload, "see your clients and what is due for them"),
      (.find, "find anybody by name, number or birth date"),
      (.intelligence, "intelligence reports to grade and to judge"),
      (.possibleRecords, "two records that may be one person"),
      (.commands, "run anything by its name"),
      (.theme, "choose other colours"),
    ])
  }

  private func usable(_ steps: [(Command, String)]) -> [(keys: String, does: String)] {
    steps.filter { state.whyNot($0.0) == nil || $0.0 == .actionsMenu }
      .map { (keys: keys.name($0.0), does: $0.1) }
  }
}
