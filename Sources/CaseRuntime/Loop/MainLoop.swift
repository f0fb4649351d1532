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
  private let records: OpenRecords
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
  private var tidyAt: Int64 = 0

  private static let resizePause: Int64 = 50

  /// CUS-011: an entry is counted within the hour after its time is up.
  private static let minutesBetweenPurges = 60
  private var minutes = 0

  /// - Throws: `SystemError`, or what reading the figures throws.
  ///
  /// A patient loop waits for all answers before it takes the next key: tests see each state.
  package init(
    on terminal: any Terminal, records: OpenRecords, looks: LiveLooks, screen: ScreenDoor,
    isPatient: Bool = false
  ) throws {
    self.terminal = terminal
    self.records = records
    self.looks = looks
    self.screen = screen
    self.isPatient = isPatient
    bell = try WakePipe()
    mailbox = Mailbox(bell: bell)
    let practice = try records.store.read { try $0.practice() }
    runner = EffectRunner(records, practice: practice, mailbox: mailbox)
    let now = records.clock.now()
    looks.simplifiesLetters = terminal.simplifiesLetters
    state = AppState(
      session: Self.session(of: records, practice), now: now, looks: looks.looks(notice: nil))
    timetable = Timetable(now: SteadyClock.milliseconds(), secondsIntoMinute: now.seconds % 60)
  }

  private static func session(of records: OpenRecords, _ practice: Practice) -> Session {
    Session(
      worker: records.worker, settings: practice.settings, calendar: practice.calendar,
      codes: practice.codes, isDemo: records.demo != nil)
  }

  /// Runs until the worker leaves or the line is lost; what was typed is kept by then.
  package func run() {
    terminal.setPasteMarks(true)
    perform(.started)
    if let words = firstWords { perform(.noticed(words)) }
    lookForChanges()
    runner.askForPurge()
    tidyUp()
    while !isEnding {
      paintIfDue()
      if isPatient { settle() }
      if isEnding { break }
      let timeout = milliseconds()
      for input in terminal.wait(milliseconds: timeout, wake: bell.descriptor) {
        take(input)
      }
      collectLetters()
      keepTime()
    }
  }

  /// What the worker should know of this start; the gravest, as there is one row for it.
  private var firstWords: String? {
    ([state.looks.notice, terminal.notice].compactMap(\.self) + records.notices).first
  }

  private func milliseconds() -> Int {
    let now = SteadyClock.milliseconds()
    let untilNext = timetable.milliseconds(from: now)
    guard needsPaint, paintNotBefore > now else { return untilNext }
    return min(untilNext, Int(paintNotBefore - now))
  }

  // MARK: What happened

  private func take(_ input: TerminalInput) {
    switch input {
    case .key, .paste:
      for action in screen.actions(input, state, looks.keymap, terminal.size) { perform(action) }
    case .resize:
      let now = SteadyClock.milliseconds()
      if now < paintNotBefore + Self.resizePause { paintNotBefore = now + Self.resizePause }
      paintNotBefore = max(paintNotBefore, now)
      needsPaint = true
    case .hangUp, .terminate: perform(.endAsked)
    case .resumed:
      terminal.redraw()
      needsPaint = true
    case .wake, .timeout: break
    }
  }

  private func collectLetters() {
    for letter in mailbox.collect() {
      switch letter {
      case .reply(let reply, let ticket):
        runner.answered()
        perform(.answered(reply, ticket))
        // Our own save may have been a suite, a holiday or a figure; only others' saves are noticed.
        if case .saved = reply { runner.readPractice() }
      case .version(let version): compare(version)
      case .purge(let isDue): if isDue { runner.purge() }
      case .practice(let practice):
        guard practice != runner.practice else { continue }
        runner.practice = practice
        perform(.sessionChanged(Self.session(of: records, practice)))
      }
    }
  }

  private func keepTime() {
    let now = SteadyClock.milliseconds()
    for _ in 0..<timetable.takeWakes(at: now) { perform(.woke) }
    if timetable.takeMinute(at: now, secondsIntoMinute: records.clock.now().seconds % 60) {
      perform(.minutePassed)
      minutes += 1
      if minutes % Self.minutesBetweenPurges == 0 { runner.askForPurge() }
    }
    if now >= tidyAt { tidyUp() }
    if let look = timetable.nextLook, look <= now { lookForChanges() }
  }

  private func tidyUp() {
    tidyAt = SteadyClock.milliseconds() + Housekeeping.pause
    runner.tidyUp()
  }

  /// Others' saves are noticed about once a second.
  private func lookForChanges() {
    timetable.lookIsOnItsWay()
    runner.lookForChanges()
  }

  private func compare(_ version: Int64?) {
    timetable.lookIsBack(at: SteadyClock.milliseconds())
    guard let version else { return }
    defer { seenVersion = version }
    guard let seenVersion, seenVersion != version else { return }
    runner.readPractice()
    perform(.recordsChanged)
  }

  // MARK: State

  private func perform(_ action: AppAction) {
    let context = AppContext(
      session: state.session, now: records.clock.now(), milliseconds: SteadyClock.milliseconds())
    let effects = App.reduce(&state, action, in: context)
    needsPaint = true
    for effect in effects { carryOut(effect) }
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
    case .useTheme(let name, let keep): useTheme(name, keep: keep)
    case .useKeymap(let name): perform(.looksChanged(looks.useKeymap(name)))
    case .wake(let milliseconds):
      timetable.addWake(at: SteadyClock.milliseconds() + Int64(max(0, milliseconds)))
    case .discardTypedAhead: terminal.discardPendingInput()
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
    guard needsPaint, SteadyClock.milliseconds() >= paintNotBefore else { return }
    needsPaint = false
    terminal.show(screen.frame(state, terminal.size, looks.keymap))
  }

  private func settle() {
    while runner.waiting > 0, !isEnding {
      bell.wait()
      collectLetters()
    }
    paintNotBefore = 0
    paintIfDue()
  }
}
