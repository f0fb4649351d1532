package import CaseApp
import CaseRules
import CaseStore
package import TextScreen

/// The heart of the program: waits, turns what happened into actions, and shows the new state.
///
/// Everything here runs on the main thread and none of it waits for the disk: the records are asked
/// through the effect runner, and their answers come back as letters.
package final class MainLoop {
  private let terminal: any Terminal
  private let screen: ScreenDoor
  private let runner: EffectRunner
  private var records: OpenRecords { runner.records }
  private let looks: LiveLooks
  private let bell: WakePipe
  private let mailbox: Mailbox<Letter>
  private let isPatient: Bool

  private(set) package var state: AppState
  private var timetable: Timetable
  private var isEnding = false
  private var needsPaint = true
  /// No picture before this time: sizes come in bursts while a window is dragged.
  private var paintNotBefore: Int64 = 0
  private var seenVersion: Int64?
  /// The state of the file that the first answers came from.
  private var firstVersion: Int64?
  private var isWatching = false
  /// What the start asked for besides rows; carried out once there is a terminal.
  private var firstEffects: [AppEffect] = []
  /// The rows of every other pane: the first picture does not share two processors with them.
  private var laterReads: [AppEffect] = []
  private var lists = ShownLists()
  private var idle: IdleWatch
  private let idleClock: () -> Int64
  private let steadyClock: () -> Int64
  private var early = EarlyKeys()
  /// GEN-006: looked up once, as it is asked for with every key.
  private var idleLockMinutes: Int

  private static let resizePause: Int64 = 50
  /// So long the first picture waits for Today, to be whole when it comes.
  private static let firstPause: Int64 = 40
  private var minutes = 0

  /// Asks for the first rows; the records may have looked for them already.
  ///
  /// A patient loop waits for all answers before it takes the next key: tests see each state.
  ///
  /// - Throws: `SystemError`.
  package init(
    on terminal: any Terminal, records: OpenRecords, looks: LiveLooks, screen: ScreenDoor,
    isPatient: Bool = false,
    idleClock: @escaping () -> Int64 = IdleWatch.clock,
    steadyClock: @escaping () -> Int64 = SteadyClock.milliseconds
  ) throws {
    self.terminal = terminal
    self.looks = looks
    self.screen = screen
    self.isPatient = isPatient
    self.idleClock = idleClock
    self.steadyClock = steadyClock
    idle = IdleWatch(at: idleClock())
    idleLockMinutes = records.practice.settings.idleLockMinutes
    bell = try WakePipe()
    mailbox = Mailbox(bell: bell)
    runner = EffectRunner(records, mailbox: mailbox)
    let now = records.clock.now()
    let steady = steadyClock()
    looks.simplifiesLetters = terminal.simplifiesLetters
    state = AppState(
      session: Self.session(of: records, records.practice), now: now,
      looks: looks.looks(notice: nil))
    timetable = Timetable(now: steady, secondsIntoMinute: now.seconds % 60)
    let context = AppContext(session: state.session, now: now, milliseconds: steady)
    runner.noteWhatIsRead()
    if records.who == nil {
      firstEffects = state.closeDoor(name: records.askedName ?? "")
      return
    }
    // Today is asked first, and the others once it is shown.
    for effect in App.reduce(&state, .started, in: context) {
      guard case .read(let request, let ticket) = effect else {
        firstEffects.append(effect)
        continue
      }
      if runner.waiting == 0 { runner.read(request, ticket) } else { laterReads.append(effect) }
    }
  }

  private static func session(of records: OpenRecords, _ practice: Practice) -> Session {
    Session(
      worker: records.worker, settings: practice.settings, calendar: practice.calendar,
      codes: practice.codes, isDemo: records.demo != nil)
  }

  /// Runs until the worker leaves or the line is lost; what was typed is kept by then.
  ///
  /// `typedAhead` came before the records were open. It may be a password, so it is not kept here.
  package func run(typedAhead: [TerminalInput] = []) {
    terminal.take()
    for effect in firstEffects { carryOut(effect) }
    for input in typedAhead { take(input) }
    if let words = firstWords { perform(.noticed(words)) }
    if awaitsToday {
      drawAhead()
      paintNotBefore = steadyClock() + Self.firstPause
    }
    while !isEnding {
      paintIfDue()
      if isPatient { settle() }
      if !isWatching, !needsPaint {
        startWatching()
        if isPatient { settle() }
      }
      if isEnding { break }
      let timeout = milliseconds()
      for input in terminal.wait(milliseconds: timeout, wake: bell.descriptor) {
        take(input)
      }
      collectLetters()
      keepTime()
    }
  }

  /// At the door nothing is looked for; it is shown at once.
  private var awaitsToday: Bool { records.who != nil }

  /// Draws the picture of a moment ago for nobody, while the records look for Today: whatever a
  /// program does for the first time takes long, and this time is spent waiting anyway.
  private func drawAhead() {
    _ = screen.frame(state, terminal.size, looks.keymap)
  }

  /// What the worker should know of this start; the gravest, as there is one row for it.
  private var firstWords: String? {
    ([state.looks.notice, terminal.notice].compactMap(\.self) + records.notices).first
  }

  /// What nobody waits for begins once the first picture stands.
  private func startWatching() {
    isWatching = true
    for read in laterReads { carryOut(read) }
    laterReads = []
    lookForChanges()
    guard records.who != nil else { return }
    if records.who?.means == .account { runner.noteSession(.signedIn) }
    runner.askForPurge()
  }

  private func milliseconds() -> Int {
    let now = steadyClock()
    let untilNext = min(
      timetable.milliseconds(from: now),
      idle.milliseconds(
        from: idleClock(), minutes: idleLockMinutes),
      early.milliseconds(from: now))
    guard needsPaint, paintNotBefore > now else { return untilNext }
    return min(untilNext, Int(paintNotBefore - now))
  }

  // MARK: What happened

  private func take(_ input: TerminalInput) {
    switch input {
    case .key, .paste:
      idle.touch(at: idleClock())
      early.add(input)
      takeEarly()
    case .resize:
      let now = steadyClock()
      if now < paintNotBefore + Self.resizePause { paintNotBefore = now + Self.resizePause }
      paintNotBefore = max(paintNotBefore, now)
      needsPaint = true
    case .hangUp, .terminate: perform(.endAsked)
    case .resumed:
      terminal.redraw()
      needsPaint = true
    case .wake: bell.quieten()
    case .timeout: break
    }
  }

  /// Takes keys until one has to wait for an answer; it and all behind it are taken once that is here.
  private func takeEarly() {
    // What was typed behind leaving is for the shell, or for nobody.
    while !isEnding, let input = early.first {
      let actions = screen.actions(input, state, looks.keymap, terminal.size)
      // Where nothing is on its way, no key has anything to wait for.
      if runner.waiting > 0, actions.contains(where: state.mustWait) {
        return early.hold(at: steadyClock())
      }
      early.removeFirst()
      for action in actions { perform(action) }
    }
  }

  /// Rows that take so long are not what a key typed long ago may fall on.
  private func giveUpEarly() {
    guard early.giveUp(at: steadyClock()) else { return }
    perform(.keyCaught("Still reading. What was typed ahead was not taken; type it again."))
  }

  private func collectLetters() {
    defer { if !early.isEmpty { takeEarly() } }
    for letter in mailbox.take() {
      switch letter {
      case .reply(let reply, let ticket):
        runner.answered()
        // Nothing but Today has been asked before the first picture.
        if !isWatching { paintNotBefore = 0 }
        perform(.answered(reply, ticket))
        // Our own save may have been a suite, a holiday or a figure; only others' saves are noticed.
        if case .saved = reply { runner.readPractice() }
      case .door(let answer, let isKnock):
        if isKnock { runner.answered() }
        take(answer)
      case .confirmedSave(let reply, let ticket):
        perform(.door(.confirmed))
        perform(.answered(reply, ticket))
        if case .saved = reply { runner.readPractice() }
      case .version(let version): compare(version)
      case .readVersion(let version): compareReading(version)
      case .purge(let isDue): if isDue { runner.purge() }
      case .practice(let practice):
        guard practice != runner.practice else { continue }
        runner.practice = practice
        idleLockMinutes = practice.settings.idleLockMinutes
        perform(.sessionChanged(Self.session(of: records, practice)))
      }
    }
  }

  private func take(_ answer: DoorAnswer) {
    switch answer {
    case .admitted(let who, let news):
      runner.records.who = who
      runner.pending = nil
      perform(.door(.admitted(Self.session(of: records, runner.practice), news: news)))
      runner.askForPurge()
    case .mustChange(let pending):
      runner.pending = pending
      perform(.door(.mustChange(why: pending.demand.words)))
    case .refused(let words):
      // A desk that cannot be taken is told at work.
      perform(state.door == nil ? .noticed(words) : .door(.refused(words)))
    case .passwordChanged: perform(.door(.passwordChanged))
    case .passwordConfirmed: break
    case .known(let hasPassword, let account):
      perform(.door(.known(hasPassword: hasPassword, account: account)))
    case .ended(let words): perform(.sessionEnded(words))
    }
  }

  /// GEN-006: the screen locks by itself, by a clock that nobody sets.
  private func lockIfIdle() {
    guard records.who != nil else { return }
    switch idle.due(at: idleClock(), minutes: idleLockMinutes) {
    case .nothing: break
    case .warning: perform(.idleWarned)
    case .lock: perform(.idled)
    case .lapse: perform(.door(.lapsed))
    }
  }

  private func keepTime() {
    lockIfIdle()
    giveUpEarly()
    let now = steadyClock()
    for _ in 0..<timetable.takeWakes(at: now) { perform(.woke) }
    if timetable.takeRest(at: now) { perform(.handRested) }
    if timetable.takeMinute(at: now, secondsIntoMinute: records.clock.now().seconds % 60) {
      perform(.minutePassed)
      minutes += 1
      if minutes % Housekeeping.minutesBetween == 0, records.who != nil { runner.askForPurge() }
      if minutes % SystemLog.minutesBetween == 0, records.who != nil, records.demo == nil {
        SystemLog.noteHead(of: records.store)
      }
    }
    guard isWatching else { return }
    if let look = timetable.nextLook, look <= now { lookForChanges() }
  }

  /// Others' saves are noticed about once a second.
  private func lookForChanges() {
    timetable.lookIsOnItsWay()
    runner.lookForChanges()
  }

  private func compare(_ version: Int64?) {
    timetable.lookIsBack(at: steadyClock())
    guard let version else { return }
    defer { seenVersion = version }
    guard let seenVersion else { return runner.noteWhatIsRead() }
    if seenVersion != version { takeChanges() }
  }

  /// What was saved between the first answers and the first look counts as changed too.
  private func compareReading(_ version: Int64?) {
    guard let firstVersion else {
      firstVersion = version
      return
    }
    if let version, version != firstVersion { takeChanges() }
  }

  private func takeChanges() {
    runner.readPractice()
    runner.checkStanding()
    perform(.recordsChanged)
  }

  // MARK: State

  private func perform(_ action: AppAction) {
    let context = AppContext(
      session: state.session, now: records.clock.now(), milliseconds: steadyClock())
    let effects = App.reduce(&state, action, in: context)
    needsPaint = true
    for effect in effects { carryOut(effect) }
    if let shown = lists.next(in: state) { runner.noteListing(shown) }
  }

  private func carryOut(_ effect: AppEffect) {
    switch effect {
    case .read(let request, let ticket): runner.read(request, ticket)
    case .openForm(let form, let about, let ticket): runner.openForm(form, about: about, ticket)
    case .askFacts(let form, let about, let draft, let ticket):
      runner.askFacts(form, about: about, draft, ticket)
    case .lookUp(let typed, let kinds, let ticket): runner.lookUp(typed, kinds: kinds, ticket)
    case .save(let submission, let ticket): runner.save(submission, ticket)
    case .keepDraft(let id, let kept, let ticket): runner.keepDraft(id, kept, ticket)
    case .discardDraft(let id, let ticket): runner.discardDraft(id, ticket)
    case .resumeDraft(let id, let ticket): runner.resumeDraft(id, ticket)
    case .print(let person, let format, let ticket): runner.print(person, as: format, ticket)
    case .printPaper(let paper, let output, let ticket):
      runner.printPaper(paper, to: output, ticket)
    case .exportList(let rows, let format, let ticket): runner.exportList(rows, format, ticket)
    case .exportTrail(let ask, let narrow, let format, let ticket):
      runner.exportTrail(ask, narrow, format, ticket)
    case .noteTrail(let ask, let narrow): runner.noteTrail(ask, narrow)
    case .useTheme(let name, let keep): useTheme(name, keep: keep)
    case .useKeymap(let name): perform(.looksChanged(looks.useKeymap(name)))
    case .wake(let milliseconds):
      timetable.addWake(at: steadyClock() + Int64(max(0, milliseconds)))
    case .awaitRest(let milliseconds):
      timetable.rest = steadyClock() + Int64(max(0, milliseconds))
    case .readyToFind: runner.readyToFind()
    case .noteSearch(let text, let found): runner.noteSearch(text, found: found)
    case .discardTypedAhead:
      early.forget()
      terminal.discardPendingInput()
    case .door(let effect): runner.work(at: effect)
    case .saveConfirmed(let submission, let ticket): runner.saveConfirmed(submission, ticket)
    case .askAtDoor: runner.askAtDoor()
    case .noteLock(let byIdling): runner.noteLock(byIdling: byIdling)
    case .signOut: runner.signOut()
    case .endSession: runner.noteEnd()
    case .switchRole(let role): runner.switchRole(role)
    case .hideWork:
      // What was typed for the work is nothing for the door.
      early.forget()
      terminal.eraseScrollback()
      terminal.redraw()
    case .beep: terminal.beep()
    case .redraw: terminal.redraw()
    case .quit: isEnding = true
    }
  }

  private func useTheme(_ name: String, keep: Bool) {
    let changed = looks.useTheme(name, keep: keep)
    terminal.setTheme(looks.theme, depth: nil)
    terminal.redraw()
    perform(.looksChanged(changed))
  }

  // MARK: Picture

  private func paintIfDue() {
    guard needsPaint, steadyClock() >= paintNotBefore else { return }
    needsPaint = false
    terminal.show(screen.frame(state, terminal.size, looks.keymap))
    screen.expectNext(state, terminal.size, looks.keymap)
  }

  private func settle() {
    while runner.waiting > 0, !isEnding {
      bell.wait()
      bell.quieten()
      collectLetters()
    }
    paintNotBefore = 0
    paintIfDue()
  }
}
