import CaseApp
import CaseRules
import CaseScreens
import CaseStore
import Glibc
package import TextScreen

/// What the terminal has to know before it draws anything.
package struct TerminalRequest {
  package let theme: Theme
  /// The number of colours asked for on the command line.
  package let depth: ColourDepth?
}

/// There is no screen to work on, and why.
package struct NoTerminal: Error {
  package let words: String

  package init(_ words: String) { self.words = words }
}

/// The application itself: the whole screen, until the worker leaves.
enum ApplicationCommand {
  static let options =
    [
      Command.Option("--theme", takes: "NAME", "The colours; F7 t changes them while you work."),
      Command.Option("--keymap", takes: "NAME", "The keys: default, vim, emacs or own."),
      Command.Option(
        "--colours", takes: "N", "How many the terminal can show: none, 8, 16, 256 or true."),
    ] + RecordOptions.all

  static let command = Command(
    "", "casework for drug-intervention teams, by keyboard",
    description: """
      Without a command the program opens on the data file, full screen. Everything is done with \
      keys: the lowest line names those that matter, F1 explains the place you are in, Ctrl+K finds \
      every command and what can be done with the row in front by name, F10 leaves.

      Nothing typed is lost: forms are kept while you type, and offered again at the next start.

      The first start makes a new data file. To look around with invented people instead: \
      throughcare demo
      """,
    options: options,
    examples: [
      Command.Example("throughcare", "Open the records of this account."),
      Command.Example("throughcare demo", "Open a demonstration with invented people."),
    ],
    run: { invocation, console in
      // Without a screen nothing is begun, and no data file is made by accident.
      guard console.input.isTerminal, console.output.isTerminal else {
        throw CommandFailure(
          "Input and output must both be a terminal. throughcare --help says what else it can do")
      }
      return try work(
        on: RecordOptions.plan(invocation, console, missing: .create), invocation, console)
    })

  /// Opens the records, puts the screen up, and works until the worker leaves.
  ///
  /// While the file is being opened on a thread of its own, this one makes ready what ships with the
  /// program, the worker's keymap and theme, and the screen: two at work, as on the smallest machines.
  ///
  /// `renewed` has the last word on which records these are.
  static func work(
    on plan: OpeningPlan, _ invocation: Invocation, _ console: Console,
    renewed: (OpenRecords) throws -> OpenRecords = { $0 }
  ) throws -> ExitCode {
    signal(SIGPIPE, SIG_IGN)
    let folder = console.surroundings.configFolder
    let asked = LookChoices(theme: invocation["--theme"], keymap: invocation["--keymap"])
    guard let open = console.openTerminal else {
      throw CommandFailure("There is no screen here to work on")
    }
    let depth = try invocation["--colours"].map(depth)
    let coming = try ComingRecords(plan.forScreen)
    let looks = LiveLooks(
      ChosenLooks(
        files: LookFiles(folder: folder, actions: AppCommands.all), folder: folder, asked: asked))
    let screen = try open(TerminalRequest(theme: looks.theme, depth: depth))
    let pictures = ScreenDoor.real
    let last = LastStart(on: plan.path, in: folder)
    let door = EarlyDoor(doorState(plan), on: screen, pictures, looks.keymap)
    let showsDoor = expectsDoor(plan, last)
    if showsDoor { screen.take() }
    door.show()
    Practice.prepare()
    // The records go on to Today by themselves meanwhile.
    let behindDoor = showsDoor ? try door.records(from: coming) : nil
    if showsDoor, behindDoor == nil { return .done }
    let records = try renewed(behindDoor?.records ?? coming.open())
    if records.demo == nil { last.note(askedToSignIn: records.who == nil) }
    // The screen is given back first: emptying the file's log may take a moment.
    defer {
      screen.blankAndRestore()
      records.store.close()
    }
    try MainLoop(on: screen, records: records, looks: looks, screen: pictures)
      .run(typedAhead: behindDoor?.typed ?? [])
    SystemLog.noteHead(of: records)
    return .done
  }

  /// Whether whoever starts the program will be asked who they are, as far as can be told before the
  /// file is open: they were last time, or said by which name they sign in.
  private static func expectsDoor(_ plan: OpeningPlan, _ last: LastStart) -> Bool {
    !plan.isForDemo && (plan.name != nil || last.askedToSignIn)
  }

  /// The sign-in, of which no record is part: it is drawn while the file is being opened.
  ///
  /// Where it is not shown it is drawn for nobody: whatever a program draws for the first time takes
  /// long.
  private static func doorState(_ plan: OpeningPlan) -> AppState {
    let session = Session(
      worker: .nobody, settings: Settings(), calendar: WorkingCalendar(holidays: []),
      codes: CodeBook(lists: []), isDemo: plan.isForDemo)
    var state = AppState(
      session: session, now: plan.dayClock.now(),
      looks: Looks(theme: "", themes: [], keymap: "", keymaps: []))
    _ = state.closeDoor(name: plan.name ?? "")
    return state
  }

  private static func depth(_ name: String) throws -> ColourDepth {
    if let depth = ColourDepth(name: name) { return depth }
    let names = ColourDepth.allCases.map(\.name).joined(separator: ", ")
    throw CommandFailure.usage("--colours is one of \(names), not \"\(name)\"")
  }
}
