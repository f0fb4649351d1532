import CaseRules

/// The door: closing it, what keys do at it, and who comes through.
extension AppState {
  /// What happens while the door is there; nil for what the work may hear behind it.
  mutating func hearAtDoor(_ action: AppAction, in context: AppContext) -> [AppEffect]? {
    switch action {
    case .door(let action): return reduceDoor(action, in: context)
    case .pressed, .typed, .erased, .pasted, .menuOpened, .form, .keysPending, .keyCaught,
      .idled, .idleWarned:
      return []
    case .minutePassed, .recordsChanged, .woke, .handRested:
      door?.isStale = true
      return []
    case .sessionChanged(let session):
      if self.session.worker.id == session.worker.id { self.session = session }
      door?.isStale = true
      return []
    case .started, .answered, .looksChanged, .endAsked, .noticed, .sessionEnded: return nil
    }
  }

  // MARK: Closing it

  /// GEN-006: nothing of the work stays to be seen; everything typed is kept at once.
  mutating func lock(afterMinutes minutes: Int?, in context: AppContext) -> [AppEffect] {
    guard session.worker.active else { return [] }
    let given = giveUpConfirming(in: context)
    let kept = keepForms(in: context)
    pendingKeys = []
    door = Door(
      .locked(Door.Lock(since: context.now, idleMinutes: minutes, worker: session.worker)))
    return given + kept
      + [.door(.wipe), .noteLock(byIdling: minutes != nil), .hideWork, .discardTypedAhead]
  }

  private mutating func keepForms(in context: AppContext) -> [AppEffect] {
    pages.map(\.id).flatMap { tell($0, .hungUp, in: context) }
  }

  /// Nobody is at work any more; what was typed is kept for whoever typed it.
  mutating func signOut(in context: AppContext) -> [AppEffect] {
    let kept = keepForms(in: context)
    become(.nobody(like: session), in: context)
    door = Door(.signIn)
    return kept + [.signOut, .door(.wipe), .hideWork, .discardTypedAhead, .askAtDoor]
  }

  /// The right to be here has gone meanwhile: the worker is told, and their drafts stay theirs.
  mutating func endSession(_ words: String, in context: AppContext) -> [AppEffect] {
    guard session.worker.active else { return [] }
    let kept = keepForms(in: context)
    become(.nobody(like: session), in: context)
    door = Door(.signIn, notice: words)
    return kept + [.endSession, .door(.wipe), .hideWork, .discardTypedAhead, .askAtDoor]
  }

  mutating func changePassword(in context: AppContext) -> [AppEffect] {
    let kept = keepForms(in: context)
    door = Door(.changePassword)
    return kept + [.door(.wipe), .askAtDoor]
  }

  /// Before the first picture, when nobody is known yet.
  package mutating func closeDoor(name: String, notice: String? = nil) -> [AppEffect] {
    door = Door(.signIn, name: name, notice: notice)
    return [.askAtDoor]
  }

  /// Everything of the last worker goes; what the terminal looks like stays.
  private mutating func become(_ session: Session, in context: AppContext) {
    var fresh = AppState(session: session, now: context.now, looks: looks)
    fresh.tickets = tickets.forgotten
    fresh.serial = serial
    fresh.course = course
    fresh.lastPage = lastPage
    fresh.hasGreeted = session.isDemo && (hasGreeted || self.session.worker.active)
    self = fresh
  }

  // MARK: At it

  private mutating func reduceDoor(_ action: DoorAction, in context: AppContext) -> [AppEffect] {
    guard let door else { return [] }
    switch action {
    case .typed(let letter):
      return door.offersLeaving ? leave(by: letter, in: context) : type(letter)
    case .pasted(let text):
      let letters = text.prefix(256).filter { !$0.isNewline }
      return door.offersLeaving ? [] : letters.flatMap { type($0) }
    case .erased: return edit(.dropLast)
    case .cleared: return edit(.clear)
    case .moved(let forward):
      move(forward: forward)
      return []
    case .entered: return enter()
    case .back: return backAtDoor(in: context)
    case .leavingAsked:
      self.door?.offersLeaving.toggle()
      return []
    case .admitted(let session, let news): return admit(session, news, in: context)
    case .mustChange(let why): return demandNew(why)
    case .refused(let words): return refuse(words)
    case .confirmed: return comeBack(nil, in: context)
    case .passwordChanged: return comeBack("Your password is changed.", in: context)
    case .known(let hasPassword, let account):
      self.door?.hasPassword = hasPassword
      self.door?.account = account
      return []
    case .lapsed: return door.lock == nil ? [] : signOut(in: context)
    }
  }

  private mutating func type(_ letter: Character) -> [AppEffect] {
    edit(.append(letter))
  }

  private mutating func edit(_ edit: DoorEffect.Edit) -> [AppEffect] {
    guard var door, !door.isBusy, let field = door.field else { return [] }
    door.problem = nil
    door.offersLeaving = false
    defer { self.door = door }
    guard field.isSecret else {
      door.name = edit.applied(to: door.name)
      return []
    }
    let length = door.length(field)
    switch edit {
    case .append: door.lengths[field] = length + 1
    case .dropLast:
      guard length > 0 else { return [] }
      door.lengths[field] = length - 1
    case .clear: door.lengths[field] = 0
    }
    return [.door(.edit(field, edit))]
  }

  private mutating func move(forward: Bool) {
    guard var door, !door.isBusy, !door.fields.isEmpty else { return }
    let count = door.fields.count
    door.at = (door.at + (forward ? 1 : count - 1)) % count
    self.door = door
  }

  /// Enter goes on to what is still empty, and then knocks.
  private mutating func enter() -> [AppEffect] {
    guard var door, !door.isBusy else { return [] }
    defer { self.door = door }
    door.offersLeaving = false
    if door.page == .signIn, door.name.isEmpty, door.account != nil, door.length(.password) == 0 {
      door.isBusy = true
      return [.door(.signInByAccount)]
    }
    if let empty = door.fields.firstIndex(where: { door.length($0) == 0 }) {
      if empty == door.at { door.problem = "\(door.fields[empty].label): type it first." }
      door.at = empty
      return []
    }
    guard !door.fields.isEmpty else { return [] }
    door.isBusy = true
    door.problem = nil
    return [knock(door)]
  }

  private func knock(_ door: Door) -> AppEffect {
    switch door.page {
    case .signIn: .door(.signIn(name: door.name))
    case .locked: .door(.unlock)
    case .mustChange: .door(.chooseNew)
    case .changePassword: .door(.changePassword)
    case .confirm(let confirming): .saveConfirmed(confirming.submission, confirming.ticket)
    }
  }

  private mutating func backAtDoor(in context: AppContext) -> [AppEffect] {
    guard let door, !door.isBusy else { return [] }
    if door.offersLeaving {
      self.door?.offersLeaving = false
      return []
    }
    switch door.page {
    case .signIn:
      guard let lock = door.behind else { return edit(.clear) }
      return [.door(.wipe)] + lockAgain(lock, door)
    case .locked: return edit(.clear)
    case .mustChange:
      self.door = Door(.signIn)
      return [.door(.wipe), .askAtDoor]
    case .changePassword: return [.door(.wipe)] + comeBack(nil, in: context)
    case .confirm: return giveUpConfirming(in: context) + comeBack(nil, in: context)
    }
  }

  private mutating func lockAgain(_ lock: Door.Lock, _ before: Door) -> [AppEffect] {
    self.door = Door(.locked(lock))
    self.door?.isStale = before.isStale
    return [.askAtDoor]
  }

  /// The letters behind the key that leaves.
  private mutating func leave(by letter: Character, in context: AppContext) -> [AppEffect] {
    door?.offersLeaving = false
    guard let door, !door.isBusy else { return [] }
    switch letter {
    case "q", "Q": return [.door(.wipe)] + endNow(in: context)
    case "s", "S":
      guard let lock = door.lock, door.page != .signIn else { return [] }
      self.door = Door(.signIn)
      self.door?.behind = lock
      self.door?.isStale = door.isStale
      return [.door(.wipe), .askAtDoor]
    default: return []
    }
  }

  // MARK: Through it

  private mutating func refuse(_ words: String) -> [AppEffect] {
    door?.isBusy = false
    door?.problem = words
    door?.forgetSecrets()
    return [.door(.wipe)]
  }

  private mutating func demandNew(_ why: String) -> [AppEffect] {
    guard let before = door else { return [] }
    var door = Door(.mustChange(why: why), name: before.name)
    door.behind = before.lock
    door.isStale = before.isStale
    self.door = door
    return [.door(.wipe)]
  }

  /// Whoever was locked goes on where they were; anybody else begins at their own first screen.
  private mutating func admit(
    _ session: Session, _ news: String?, in context: AppContext
  ) -> [AppEffect] {
    let before = self.session.worker
    guard door?.lock != nil, before.id == session.worker.id, before.role == session.worker.role
    else {
      become(session, in: context)
      let inside = AppContext(
        session: session, now: context.now, milliseconds: context.milliseconds)
      let told = news.map { say($0, .warning, in: inside) } ?? []
      return start(in: inside) + told
    }
    self.session = session
    return comeBack(news, .warning, in: context)
  }

  /// Another role of a demonstration, chosen at work.
  mutating func takeOver(
    _ session: Session, _ news: String?, in context: AppContext
  ) -> [AppEffect] {
    admit(session, news, in: context)
  }

  private mutating func comeBack(
    _ news: String?, _ kind: Message.Kind = .done, in context: AppContext
  ) -> [AppEffect] {
    let isStale = door?.isStale == true
    door = nil
    if let message, message.until <= context.milliseconds { self.message = nil }
    let read = isStale ? readAll(.held, in: context) : []
    return read + (news.map { say($0, kind, in: context) } ?? [])
  }

  // MARK: A decision that asks for the password

  /// The form waits; nothing was stored yet.
  mutating func askForPassword(
    _ why: String, for submission: FormSubmission, _ route: TicketBook.Route
  ) -> [AppEffect] {
    let form = FormCatalogue.form(submission.form)?.title ?? submission.form.text
    door = Door(
      .confirm(
        Door.Confirming(
          why: why, form: form, heading: heading(of: submission), submission: submission,
          ticket: tickets.issue(route))))
    return [.door(.wipe), .discardTypedAhead]
  }

  private func heading(of submission: FormSubmission) -> String? {
    guard case .form(let form)? = pages.last?.content, form.form.id == submission.form else {
      return nil
    }
    return form.opened.heading
  }

  /// The form hears that it was not saved.
  private mutating func giveUpConfirming(in context: AppContext) -> [AppEffect] {
    guard case .confirm(let confirming)? = door?.page else { return [] }
    door = nil
    let trouble = Trouble("Not saved: the password was not given.")
    return [.door(.wipe)] + receive(.failed(trouble), confirming.ticket, in: context)
  }
}

extension DoorEffect.Edit {
  fileprivate func applied(to text: String) -> String {
    switch self {
    case .append(let letter):
      text.count < SignInName.longest ? text + String(letter) : text
    case .dropLast: String(text.dropLast())
    case .clear: ""
    }
  }
}

extension Session {
  /// The same file with nobody at work.
  fileprivate static func nobody(like session: Session) -> Session {
    var nobody = session
    nobody.worker = .nobody
    return nobody
  }
}
