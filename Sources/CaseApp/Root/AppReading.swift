import CaseRules

/// Asking the records, and putting answers where they belong.
extension AppState {
  mutating func start(in context: AppContext) -> [AppEffect] {
    readAll(.fresh, in: context)
  }

  /// Reads every pane and open list; held answers are only compared and counted.
  mutating func readAll(_ landing: Landing, in context: AppContext) -> [AppEffect] {
    var effects: [AppEffect] = []
    for pane in desk where pane.whyNot(session.worker) == nil && isReadUnasked(pane) {
      effects += read(pane, landing, in: context)
    }
    for page in pages { effects += read(page.id, landing, in: context) }
    effects.append(.read(.counts, tickets.issue(.counts)))
    return effects
  }

  private func isReadUnasked(_ pane: PaneID) -> Bool {
    panes[pane]?.place.isReadOnArrival != true || pages.isEmpty && pane == self.pane
  }

  /// Somebody has come to a pane: what it shows is asked for, where that was not done before.
  mutating func readOnArrival(in context: AppContext) -> [AppEffect] {
    guard frontPlace?.isReadOnArrival == true else { return readFront(.held, in: context) }
    openTrailWhole()
    return readFront(.fresh, in: context)
  }

  mutating func read(_ pane: PaneID, _ landing: Landing, in context: AppContext) -> [AppEffect] {
    guard let request = panes[pane]?.change({ $0.ask(landing, in: context) }) ?? nil else {
      return []
    }
    return [.read(request.0, tickets.issue(.pane(pane, request.1)))]
  }

  mutating func read(_ page: PageID, _ landing: Landing, in context: AppContext) -> [AppEffect] {
    guard let index = pages.firstIndex(where: { $0.id == page }) else { return [] }
    switch pages[index].content {
    case .list(var list):
      let request = list.change { $0.ask(landing, in: context) }
      pages[index].content = .list(list)
      return request.map { [.read($0.0, tickets.issue(.page(page, $0.1)))] } ?? []
    case .form: return []
    }
  }

  mutating func receive(
    _ reply: Reply, _ ticket: Ticket, in context: AppContext
  ) -> [AppEffect] {
    let submission = saving.removeValue(forKey: ticket)
    guard let route = tickets.redeem(ticket) else { return [] }
    if case .saved(.needsPassword(let why)) = reply, let submission {
      return askForPassword(why, for: submission, route)
    }
    let effects = receive(reply, route, in: context)
    guard case .failed(let trouble) = reply, trouble.endsSession else { return effects }
    return effects + endSession(trouble.words, in: context)
  }

  private mutating func receive(
    _ reply: Reply, _ route: TicketBook.Route, in context: AppContext
  ) -> [AppEffect] {
    switch route {
    case .pane(let pane, let landing):
      panes[pane]?.change { $0.settle(reply, landing, in: context) }
      return greet(reply, in: context) + waitToNoteTrail()
    case .page(let page, let landing):
      changePage(page) { $0.settle(reply, landing, in: context) }
      nameRecord(page)
      return waitToNoteTrail()
    case .counts:
      guard case .read(.counts(let counts)) = reply else { return [] }
      self.counts = counts
      return greetNewFile(in: context)
    case .find(let serial): return receiveFound(reply, serial: serial)
    case .actions(let serial): receiveActions(reply, serial: serial)
    case .form(let page, let inner):
      // A form that closed with its save was read as unfinished before its draft was gone.
      if case .draftDiscarded = reply, !pages.contains(where: { $0.id == page }) {
        return readAll(.fresh, in: context)
      }
      return tell(page, .answered(reply, inner), in: context)
    case .formOpening(_, let answers, let forField):
      return receiveForm(reply, saying: answers, forField: forField, in: context)
    case .draftResuming(let forField):
      return receiveDraft(reply, forField: forField, in: context)
    case .draftDiscarded: return receiveDiscarded(reply, in: context)
    case .printing: return receivePrinted(reply, in: context)
    }
    return []
  }

  /// A record is called by its heading from the time it was read.
  private mutating func nameRecord(_ page: PageID) {
    guard let page = pages.first(where: { $0.id == page }),
      case .list(.record(let record)) = page.content,
      let index = recents.firstIndex(where: { $0.ref == record.ref }), !record.heading.isEmpty
    else { return }
    recents[index].title = record.heading
  }

  mutating func changePage(_ page: PageID, _ body: (inout any ListPlace) -> Void) {
    guard let index = pages.firstIndex(where: { $0.id == page }),
      case .list(var list) = pages[index].content
    else { return }
    list.change(body)
    pages[index].content = .list(list)
  }
}

extension ListPlace {
  /// The question for a landing, and where its answer will really go.
  mutating func ask(_ landing: Landing, in context: AppContext) -> (ReadRequest, Landing)? {
    if let lines = lines(from: context.session) {
      listing.show(lines)
      return nil
    }
    switch landing {
    case .held:
      // A long list is not compared row by row; it is read again when it is asked for.
      return listing.isWindow ? nil : request(in: context).map { ($0, .held) }
    case .again:
      // Rows that are asked for from the start come in place of those that are awaited.
      return listing.awaited == nil ? requestAgain(in: context) : ask(.fresh, in: context)
    case .fresh, .start, .end, .above, .below:
      guard let request = request(in: context) else { return nil }
      awaitRows(landing)
      return (request, landing)
    }
  }

  mutating func settle(_ reply: Reply, _ landing: Landing, in context: AppContext) {
    switch reply {
    case .read(let answer): _ = take(answer, landing, in: context)
    case .failed(let trouble): listing.fail(trouble.words)
    case .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded, .draftResumed: break
    }
  }
}
