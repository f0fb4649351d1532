package import CaseRules

/// Going from place to place: nothing typed is ever lost on the way.
extension AppState {
  /// A place to be gone to once the forms above it are kept.
  package enum Destination: Equatable, Sendable {
    case pane(PaneID)
    case list(WorkListID)
    case record(RecordRef, title: String)
    case end
    /// Where somebody else can sign in.
    case signIn
    /// Another desk of a demonstration.
    case desk(Role)
  }

  mutating func go(to destination: Destination, in context: AppContext) -> [AppEffect] {
    switch destination {
    case .pane(let pane):
      if let effects = closePages(on: .pane(pane), in: context) { return effects }
      self.pane = pane
      // Whoever asks for the list means the whole list; what was typed into it last is over.
      // A place that is read on arrival opens whole by itself.
      let isNarrowed = frontPlace?.narrow.isEmpty == false && frontPlace?.isReadOnArrival == false
      let read = isNarrowed ? narrow({ $0.reduce(.narrowingCleared) }, in: context) : []
      return read.isEmpty ? readOnArrival(in: context) : read
    case .list(let list) where desk.contains(.list(list)):
      return go(to: .pane(.list(list)), in: context)
    case .list(let list):
      if let effects = closePages(on: .list(list), in: context) { return effects }
      return push(list, in: context)
    case .record(let ref, let title): return open(ref, title: title, in: context)
    case .signIn:
      if let effects = closePages(on: destination, in: context) { return effects }
      going = parting.isEmpty ? nil : destination
      return parting.isEmpty ? signOut(in: context) : []
    case .desk(let role):
      if let effects = closePages(on: destination, in: context) { return effects }
      going = parting.isEmpty ? nil : destination
      return parting.isEmpty ? [.switchRole(role)] : []
    case .end:
      if let effects = closePages(on: .end, in: context) { return effects }
      going = parting.isEmpty ? nil : .end
      return parting.isEmpty ? [.quit] : []
    }
  }

  /// Takes away the pages above the panes; a form is asked to keep its draft first, and what comes
  /// next waits for it.
  private mutating func closePages(
    on destination: Destination, in context: AppContext
  ) -> [AppEffect]? {
    while let page = pages.last {
      switch page.content {
      case .list: pages.removeLast()
      case .form:
        going = destination
        return leaveForm(in: context)
      }
    }
    going = nil
    return nil
  }

  static func workList(
    _ id: WorkListID, for session: Session, on today: CalendarDate
  ) -> WorkList {
    switch id {
    case .courtList: .court(CourtList(day: today))
    case .bailReturns: .bailReturns(BailReturnList(day: today))
    case .flaggedOffers: .flaggedOffers(FlaggedOfferList(today: today))
    case .deadlines: .due(DueList(everyone: session.worker.role.leadsTeam))
    case .unfinished: .unfinished(UnfinishedList())
    case .figures: .figures(FiguresList(today: today))
    case .settings: .settings(SettingsList())
    case .codeLists: .codes(CodeListPage())
    case .holidays: .holidays(HolidayList(year: today.year))
    case .officers: .officers(OfficerList())
    case .suites: .suites(SuiteList())
    case .workers: .workers(WorkerList())
    case .proposals: .proposals(ProposalList())
    case .exceptionalAccess: .exceptionalAccess(ExceptionalAccessList())
    case .bronze: .bronze(BronzeList())
    case .intelligence: .intelligence(IntelligenceList())
    case .workloads: .workloads(WorkloadList())
    case .trail: .trail(TrailList())
    case .referrals: .referrals(ReferralList())
    case .calls: .calls(CallList(today: today))
    case .directory: .directory(ServiceDirectory())
    case .callTakers: .callTakers(CallTakerList())
    case .serviceReview: .serviceReview(ServiceReviewList(today: today))
    case .edii: .edii(EDIIList(today: today))
    case .ediiFigures: .ediiFigures(EDIIFiguresList(today: today))
    case .missed: .missed(MissedList(everyone: session.worker.role.leadsTeam))
    case .possibleRecords:
      .possibleRecords(PossibleRecordList(everyone: session.worker.role.leadsTeam))
    }
  }

  private mutating func push(_ id: WorkListID, in context: AppContext) -> [AppEffect] {
    push(.list(filtered(AppState.workList(id, for: session, on: context.today))))
    return readFront(.fresh, in: context)
  }

  mutating func push(_ content: Page.Content) {
    lastPage += 1
    pages.append(Page(id: PageID(number: lastPage), content: content))
  }

  // MARK: Records

  /// Opens a record's page; one that is open already comes to the front.
  mutating func open(_ ref: RecordRef, title: String, in context: AppContext) -> [AppEffect] {
    if let index = pages.firstIndex(where: { $0.record == ref }) {
      let page = pages.remove(at: index)
      pages.append(page)
    } else {
      push(.list(.record(RecordPage(ref, title: title))))
    }
    remember(ref, title)
    return readFront(.fresh, in: context)
  }

  mutating func remember(_ ref: RecordRef, _ title: String) {
    let known = recents.first { $0.ref == ref }?.title
    recents.removeAll { $0.ref == ref }
    recents.insert(Recent(ref: ref, title: title.isEmpty ? known ?? ref.text : title), at: 0)
    recents = Array(recents.prefix(20))
  }

  mutating func openRow(in context: AppContext) -> [AppEffect] {
    guard let place = frontPlace, let opening = place.opens else {
      return say("There is no row to open.", .info, in: context)
    }
    return follow(opening, title: place.currentTitle, in: context)
  }

  mutating func follow(
    _ opening: Opening, title: String = "", in context: AppContext
  ) -> [AppEffect] {
    switch opening {
    case .record(let ref):
      guard ref.hasPage else {
        return say("\(ref.text) is seen on the page of its person.", .info, in: context)
      }
      return open(ref, title: title, in: context)
    case .draft(let draft): return resume(draft)
    case .form(let form, let about): return begin(form, about: about, in: context)
    case .formWith(let form, let answers):
      return begin(form, about: nil, saying: FormDraft(texts: answers), in: context)
    case .clients(let worker, let name):
      push(.list(.caseload(CaseloadList(scope: .worker(worker, name: name)))))
      return readFront(.fresh, in: context)
    case .text(let title, let text):
      return show(.reader(Reader(title: title, content: .text(text))))
    case .list(let list): return go(to: .list(list), in: context)
    case .nothing(let why): return say(why, .info, in: context)
    }
  }

  /// To and fro between the last two records.
  mutating func openLastRecord(in context: AppContext) -> [AppEffect] {
    let other = recents.first { $0.ref != openRecord }
    guard let other else { return say("There is no other record yet.", .info, in: context) }
    replaceRecord()
    return open(other.ref, title: other.title, in: context)
  }

  /// The next or previous record of the list that the open one came from.
  mutating func openNeighbour(
    next: Bool, rows: Int, in context: AppContext
  ) -> [AppEffect] {
    guard let record = pages.popLast() else { return [] }
    let before = frontPlace?.position
    changeFront { $0.reduce(.moved(next ? .down : .up, rows: max(1, rows))) }
    guard frontPlace?.position != before, case .record(let ref)? = frontPlace?.opens else {
      pages.append(record)
      return say(next ? "That was the last one." : "That was the first one.", .info, in: context)
    }
    let more = readAhead(rows: rows)
    return more + open(ref, title: frontPlace?.currentTitle ?? "", in: context)
  }

  private mutating func replaceRecord() {
    if pages.last?.record != nil { pages.removeLast() }
  }

  // MARK: Back, panes, leaving

  /// One level back: the narrowing, then the page, then the pane; never anything typed.
  mutating func back(in context: AppContext) -> [AppEffect] {
    if isFormOpen { return leaveForm(in: context) }
    if frontPlace?.narrow.isEmpty == false {
      return narrow({ $0.reduce(.narrowingCleared) }, in: context)
    }
    if frontPlace?.onlyWords != nil { return filterLongList(.allValues, in: context) }
    if !pages.isEmpty {
      pages.removeLast()
      return readFront(.held, in: context)
    }
    if isZoomed {
      isZoomed = false
      return []
    }
    if pane != .today {
      pane = .today
      return []
    }
    return say(
      "This is the first screen.", .info, with: .leaveMenu, does: "leaves", in: context)
  }

  mutating func nextPane(forward: Bool, in context: AppContext) -> [AppEffect] {
    let open = desk.filter { $0.whyNot(session.worker) == nil }
    guard let index = open.firstIndex(of: pane), open.count > 1 else { return [] }
    pane = open[(index + (forward ? 1 : open.count - 1)) % open.count]
    return readOnArrival(in: context)
  }

  mutating func leave(in context: AppContext) -> [AppEffect] { go(to: .end, in: context) }
}
