import CaseApp
import CaseRules
import CaseScreens
import CaseStore

/// Carries out what the reducers ask of the records, on the store's own threads.
///
/// Used on the main thread. Every question with a ticket gets exactly one answer in the mailbox.
final class EffectRunner {
  var records: OpenRecords
  let mailbox: Mailbox<Letter>
  /// Passwords while they are typed.
  var secrets = TypedSecrets()
  /// A right password that serves no longer.
  var pending: PendingSignIn?
  /// Where hashing happens; there once it is needed.
  var counter: SignInCounter?
  /// What rules are asked with; replaced when somebody has changed it.
  var practice: Practice
  private var worker: Worker { records.worker }
  /// The search whose answer is still of use; the next letter makes it useless.
  private var finding: ReadTicket?
  /// A search that nobody waits for.
  private var gettingReady: ReadTicket?
  /// Questions that have not been answered yet.
  var waiting = 0

  init(_ records: OpenRecords, mailbox: Mailbox<Letter>) {
    self.records = records
    practice = records.practice
    self.mailbox = mailbox
  }

  var context: RuleContext {
    practice.context(at: records.clock.now(), for: worker)
  }

  /// An answer has been taken out of the mailbox.
  func answered() { waiting -= 1 }

  func read(_ request: ReadRequest, _ ticket: Ticket) {
    let context = context
    if case .find = request { finding?.cancel() }
    if case .today = request, let early = records.early?.today {
      records.early = nil
      return take(early, ticket)
    }
    if case .trail(let ask, let page) = request { return readTrail(ask, page, ticket) }
    if let ref = request.viewedRecord {
      view(ref, request, ticket, context)
      return
    }
    let asked = ask(ticket, on: request.takesLong ? .long : .quick) { records in
      .read(try RecordReader.answer(request, on: records, in: context))
    }
    if case .find = request { finding = asked }
  }

  private func take(_ early: EarlyAnswer<Result<TodayView, any Error>>, _ ticket: Ticket) {
    waiting += 1
    early.take { [mailbox] result in
      mailbox.post(.reply(Self.reply(result.map { .read(.today($0)) }), ticket))
    }
  }

  /// Searches for a letter that many names have, while the hand is still on its way to the keys: the
  /// first search makes its statements and reads the index, and takes several times as long as others.
  ///
  /// Nobody sees what it finds, so it is no look; whatever is asked next puts an end to it.
  func readyToFind() {
    let context = context
    gettingReady = records.store.read { records in
      for depth in [FindDepth.near, .far] {
        _ = try PersonRecords.find("a", limit: FindBox.limit, depth: depth, in: records, context)
      }
    } then: { _ in
      // Trouble with the file shows itself, in words, at the search itself.
    }
  }

  /// GEN-003: puts a search on the trail.
  func noteSearch(_ text: String, found: Int) {
    change { try PersonRecords.noteSearch(text, found: found, in: $0) }
  }

  /// GEN-003: puts a list with names that came to the front on the trail.
  func noteListing(_ shown: ShownLists.Listing) {
    change { try $0.noteListing(of: shown.what, rows: shown.rows) }
  }

  /// GEN-003: looking at somebody's record is put on the trail before it is shown.
  private func view(
    _ ref: RecordRef, _ request: ReadRequest, _ ticket: Ticket, _ context: RuleContext
  ) {
    look(at: ref, ticket) { transaction in
      .read(try RecordViews.view(ref, in: transaction, context: context))
    }
  }

  /// A form shows what the record holds, so opening one about somebody is a look as well.
  func openForm(_ form: FormID, about: RecordRef?, _ ticket: Ticket) {
    let context = context
    guard let about, Viewing.isOfSomebody(about) else {
      ask(ticket) { .formOpened(try FormDesk.open(form, about: about, on: $0, in: context)) }
      return
    }
    look(at: about, ticket) {
      .formOpened(try Viewing.open(form, about: about, in: $0, context))
    }
  }

  /// A look that is refused is put on the trail like one that is not.
  private func look(
    at ref: RecordRef, _ ticket: Ticket,
    _ body: @escaping @Sendable (WriteTransaction) throws -> Reply
  ) {
    change(ticket) { transaction in
      do {
        return try body(transaction)
      } catch {
        guard let finding = Viewing.refusal(error) else { throw error }
        try Viewing.noteRefusal(finding, at: ref, in: transaction)
        return .failed(TroubleWording.trouble(error))
      }
    }
  }

  func askFacts(_ form: FormID, about: RecordRef?, _ draft: FormDraft, _ ticket: Ticket) {
    let context = context
    ask(ticket) {
      .facts(try FormDesk.facts(for: form, about: about, draft: draft, on: $0, in: context))
    }
  }

  func lookUp(_ typed: String, kinds: [RecordRef.Kind], _ ticket: Ticket) {
    let context = context
    ask(ticket) {
      .lookedUp(try RecordLookUp.hits(typed, kinds: kinds, on: $0, in: context))
    }
  }

  func save(_ submission: FormSubmission, _ ticket: Ticket) {
    attributed(ticket) { attribution, reply in
      records.store.save(submission, in: context, by: attribution, cost: records.desk.cost) {
        reply($0.map(Reply.saved))
      }
    }
  }

  // MARK: Drafts

  func keepDraft(_ id: DraftID?, _ kept: KeptDraft, _ ticket: Ticket) {
    let now = records.clock.now()
    waiting += 1
    records.store.keepDraft(id, kept, by: worker.id, at: now) { [mailbox] result in
      mailbox.post(.reply(Self.reply(result.map { .draftKept($0, at: now) }), ticket))
    }
  }

  func discardDraft(_ id: DraftID, _ ticket: Ticket) {
    change(ticket) { transaction in
      try transaction.discardDraft(id)
      return .draftDiscarded
    }
  }

  func resumeDraft(_ id: DraftID, _ ticket: Ticket) {
    let (context, worker) = (context, worker.id)
    change(ticket) { transaction in
      let (kept, opened) = try Viewing.resume(id, of: worker, in: transaction, context)
      return .draftResumed(ResumedDraft(draft: id, kept: kept, opened: opened))
    }
  }

  // MARK: Papers

  /// The trail first, in the save that reads the file; the paper is written once that stands.
  func print(_ person: RecordRef, as format: PaperFormat, _ ticket: Ticket) {
    let (context, folder) = (context, records.exportFolder)
    let name = PaperFile.name(for: person, at: context.now, as: format)
    change(ticket) {
      try $0.fileForPrint(
        of: PersonID(person.number), as: format.rawValue, to: name, in: context)
    } then: { file in
      let paper = ClientPaper.paper(of: file, in: context)
      return .read(
        .printed(
          try PaperFile.write(PaperFile.text(of: paper, as: format), to: name, in: folder)))
    }
  }

  /// The same for a granted letter and a notice; the printer gets the file that was written.
  func printPaper(_ paper: PaperRef, to output: LetterOutput, _ ticket: Ticket) {
    let (context, folder) = (context, records.exportFolder)
    let name = PaperFile.name(of: paper, at: context.now, as: output.format)
    change(ticket) {
      try $0.paperForPrint(paper, as: output.rawValue, to: name, in: context)
    } then: { letter in
      let paper = FrozenPaperLayout.paper(of: letter)
      let path = try PaperFile.write(
        PaperFile.text(of: paper, as: output.format), to: name, in: folder)
      if output == .printer { try HostPrinter.print(path, on: context.settings.printer) }
      return .read(.printed(path))
    }
  }

  // MARK: What has changed

  /// Asks whether somebody else has saved.
  func lookForChanges() {
    records.store.foreignVersion { [mailbox] result in
      switch result {
      case .success(let version): mailbox.post(.version(version))
      // Trouble with the file shows itself, in words, at the next thing that is read or saved.
      case .failure: mailbox.post(.version(nil))
      }
    }
  }

  /// Asks which state of the file the answers come from that follow.
  func noteWhatIsRead() {
    if let early = records.early { return mailbox.post(.readVersion(early.version)) }
    records.store.dataVersion { [mailbox] result in
      switch result {
      case .success(let version): mailbox.post(.readVersion(version))
      case .failure: mailbox.post(.readVersion(nil))
      }
    }
  }

  /// Reads figures, holidays and lists again.
  func readPractice() {
    records.store.read {
      try $0.practice()
    } then: { [mailbox] result in
      // On failure the old ones stay, and whatever is read next says what the trouble is.
      if case .success(let practice) = result { mailbox.post(.practice(practice)) }
    }
  }

  // MARK: The board's purge

  /// CUS-011: asks whether entries are due to become counts.
  func askForPurge() {
    let context = context
    records.store.read {
      try CustodyPurge.isDue(in: $0, context)
    } then: { [mailbox] result in
      // What cannot be read now is asked for again in an hour.
      if case .success(let isDue) = result { mailbox.post(.purge(isDue: isDue)) }
    }
  }

  /// Turns a part of them into counts, and the next part after it until none is left.
  func purge() {
    let context = context
    change {
      try CustodyPurge.run(in: $0, context)
    } then: { [mailbox] result in
      guard case .success(let done) = result else { return }
      mailbox.post(.purge(isDue: done == CustodyPurge.atOnce))
    }
  }

  // MARK: Threads

  @discardableResult
  func ask(
    _ ticket: Ticket, on lane: StoreFile.Lane = .quick,
    _ body: @escaping @Sendable (Records) throws -> Reply
  ) -> ReadTicket {
    waiting += 1
    gettingReady?.cancel()
    gettingReady = nil
    return records.store.read(on: lane, body) { [mailbox] result in
      mailbox.post(.reply(Self.reply(result), ticket))
    }
  }

  /// Writes what nobody waits for an answer to.
  ///
  /// Trouble with the file shows itself, in words, at the next thing that is read or saved.
  func change<Answer: Sendable>(
    _ body: @escaping @Sendable (WriteTransaction) throws -> Answer,
    then: @escaping @Sendable (Result<Answer, any Error>) -> Void = { _ in }
  ) {
    do {
      records.store.write(try records.attribution(), body, then: then)
    } catch {
      // Without random bytes for a save nothing can be saved; the next save says so in words.
      return
    }
  }

  func change(
    _ ticket: Ticket, _ body: @escaping @Sendable (WriteTransaction) throws -> Reply
  ) {
    change(ticket, body, then: { $0 })
  }

  /// A change, and what follows from it outside the records once it stands.
  func change<Answer: Sendable>(
    _ ticket: Ticket, _ body: @escaping @Sendable (WriteTransaction) throws -> Answer,
    then: @escaping @Sendable (Answer) throws -> Reply
  ) {
    attributed(ticket) { attribution, reply in
      records.store.write(attribution, body) { answer in
        reply(answer.flatMap { answer in Result { try then(answer) } })
      }
    }
  }

  typealias Answering = @Sendable (Result<Reply, any Error>) -> Void

  /// Begins what is put down to whoever is at work; where nobody is, that is the answer.
  func attributed(_ ticket: Ticket, _ begin: (Attribution, @escaping Answering) -> Void) {
    do {
      begin(try records.attribution(), replying(ticket))
    } catch {
      refuse(ticket, error)
    }
  }

  private func refuse(_ ticket: Ticket, _ error: any Error) {
    waiting += 1
    mailbox.post(.reply(.failed(TroubleWording.trouble(error)), ticket))
  }

  /// Posts the answer to a question.
  private func replying(_ ticket: Ticket) -> Answering {
    waiting += 1
    return { [mailbox] result in mailbox.post(.reply(Self.reply(result), ticket)) }
  }

  static func reply(_ result: Result<Reply, any Error>) -> Reply {
    switch result {
    case .success(let reply): reply
    case .failure(let error): .failed(TroubleWording.trouble(error))
    }
  }
}
