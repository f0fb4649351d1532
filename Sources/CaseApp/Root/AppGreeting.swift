import CaseRules

/// The first minute: what to try on a demo file, and forms that were left unfinished.
extension AppState {
  /// Once Today is there for the first time.
  mutating func greet(_ reply: Reply, in context: AppContext) -> [AppEffect] {
    guard case .read(.today(let view)) = reply else { return [] }
    unfinished = view.unfinished
    let alerted = tell(of: view.custodyAlerts, in: context)
    guard !hasGreeted else { return alerted }
    hasGreeted = true
    guard popup == nil else { return [] }
    if session.isDemo {
      return show(.reader(Reader(title: "What to try first", content: .firstSteps)))
    }
    return askAboutUnfinished(in: context)
  }

  /// A file with nobody in it yet belongs to a team that begins.
  mutating func greetNewFile(in context: AppContext) -> [AppEffect] {
    guard hasGreeted, !hasGreetedNewFile, let counts else { return [] }
    hasGreetedNewFile = true
    let isEmpty = [counts.people, counts.inCustody, counts.caseload].allSatisfy {
      $0 == RowCount.exactly(0)
    }
    guard isEmpty, !session.isDemo, unfinished.isEmpty, popup == nil, pages.isEmpty else {
      return []
    }
    return show(.reader(Reader(title: "A new data file", content: .newFile)))
  }

  /// CUS-005, CUS-012: wherever the worker is, a new alert is told at once; at the start Today has it.
  private mutating func tell(
    of alerts: [CustodyAlert], in context: AppContext
  ) -> [AppEffect] {
    let new = alerts.filter { !alertsTold.contains($0) }
    alertsTold = alerts
    guard hasGreeted, let newest = new.last else { return [] }
    let more = new.count > 1 ? " and \(new.count - 1) more" : ""
    return say("\(newest.words)\(more).", .warning, with: .home, does: "shows it", in: context)
  }

  mutating func askAboutUnfinished(in context: AppContext) -> [AppEffect] {
    guard pages.isEmpty, !unfinished.isEmpty else { return [] }
    return show(.question(.unfinished(unfinished, at: context.milliseconds)))
      + [.discardTypedAhead]
  }

  mutating func answer(_ doing: Question.Doing, in context: AppContext) -> [AppEffect] {
    popup = nil
    switch doing {
    case .nothing: return []
    case .resume(let draft, let forField): return resume(draft, forField: forField)
    case .open(let list): return go(to: .list(list), in: context)
    case .begin(let form, let about, let answers, let forField):
      return beginAnew(form, about: about, saying: answers, forField: forField)
    case .print(let person, let format): return print(person, as: format)
    case .printPaper(let paper, let output):
      return [.printPaper(paper, output, tickets.issue(.printing))]
    case .exportTrail(let ask, let narrow, let format):
      return [.exportTrail(ask, narrow, format, tickets.issue(.printing))]
    case .exportList(let rows, let format):
      return [.exportList(rows, format, tickets.issue(.printing))]
    case .discard(let draft): return [.discardDraft(draft, tickets.issue(.draftDiscarded))]
    }
  }

  // MARK: Time

  mutating func wake(in context: AppContext) -> [AppEffect] {
    if let message, message.until <= context.milliseconds { self.message = nil }
    if let note = noteNarrowedTrail() { return [note] }
    guard let page = pages.last, isFormOpen, hasRested(at: context.milliseconds) else { return [] }
    lastFormKey = nil
    return tell(page.id, .rested, in: context)
  }

  /// Deadlines by the minute may have changed; they are compared, and nothing moves.
  mutating func lookAtTheClock(in context: AppContext) -> [AppEffect] {
    let due: [PaneID] = [.today, .custody]
    return due.filter { desk.contains($0) && $0.whyNot(session.worker) == nil }
      .flatMap { read($0, .held, in: context) }
  }

  /// A paste goes into a box; it never chooses from a menu and never presses a button.
  mutating func paste(_ text: String, in context: AppContext) -> [AppEffect] {
    if isFormOpen, popup == nil { return tellFront(.pasted(text), in: context) }
    switch popup {
    case .palette, .find, .filter, .help, nil: break
    case .menu, .actions, .question, .chooser, .reader:
      return say("Pasted text goes into a box; there is none here.", .info, in: context)
    }
    return type(PastedText.oneLine(String(text.prefix(200))), rows: 1, in: context)
  }
}

extension Question {
  /// At the start: something was begun and not saved.
  ///
  /// A form that was saved meanwhile is told as such, and not held out to be gone on with.
  static func unfinished(_ lines: [UnfinishedLine], at milliseconds: Int64) -> Question {
    let newest = lines.filter { $0.savedSince == nil }.max { $0.kept < $1.kept }
    let resume =
      newest.map { [Button("Resume the newest", .resume($0.draft, forField: false))] } ?? []
    let shown = lines.sorted { $0.kept > $1.kept }.prefix(4).map(\.words)
    let more = lines.count > 4 ? ["and \(lines.count - 4) more"] : []
    return Question(
      title: lines.count == 1
        ? "You have an unfinished form" : "You have \(lines.count) unfinished forms",
      body: ["Nothing you typed was lost:"] + shown + more,
      buttons: resume + [
        Button("Later", isSafe: true, .nothing), Button("See all", .open(.unfinished)),
      ], at: milliseconds)
  }

  /// The same form about the same record was begun before.
  static func resumeOrAnew(
    _ line: UnfinishedLine, saying answers: FormDraft, forField: Bool, at milliseconds: Int64
  ) -> Question {
    Question(
      title: "Go on with the form you began?",
      body: [line.words, "Starting anew leaves the other one with your unfinished forms."],
      buttons: [
        Button("Resume", .resume(line.draft, forField: forField)),
        Button(
          "Start anew",
          .begin(line.form, about: line.about, saying: answers, forField: forField)),
        Button("Cancel", isSafe: true, .nothing),
      ], at: milliseconds)
  }
}

extension UnfinishedLine {
  /// "DIR, SMITH John, at Main drug, kept 03/04/2026 09:47".
  package var words: String {
    let who = heading ?? about?.text
    return [title, who, lastField.map { "at \($0)" }, "kept \(kept.uk)", savedWords]
      .compactMap(\.self).joined(separator: ", ")
  }

  /// "saved since: X-0005"; nil where nothing was.
  package var savedWords: String? { savedSince.map { "saved since: \($0.text)" } }
}
