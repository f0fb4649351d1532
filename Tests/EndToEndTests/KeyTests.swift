import Glibc
import Testing
import TestSupport

/// Screens 0 and 6: what terminals really send, and what they are not sent.
@Suite("Keys and letters on real terminals", .serialized, .besideOthers)
struct KeyTests {
  private let program: BuiltProgram

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  static let terminals = [
    "xterm-256color", "xterm", "putty", "screen-256color", "tmux-256color", "linux", "vt100",
    "vt220", "rxvt",
  ]

  @Test("6.2: keys move and open on every terminal, however it spells them", arguments: terminals)
  func spellings(terminal: String) throws {
    let desk = try Desk.atWork(program, environment: ["TERM": terminal])
    try desk.wait(for: "row 1 of")
    for (down, up) in [("[B", "[A"), ("OB", "OA")] {
      desk.type("\u{1B}\(down)")
      try desk.wait(for: "row 2 of")
      desk.type("\u{1B}\(up)")
      try desk.wait(for: "row 1 of")
    }
    for (end, home) in [("[F", "[H"), ("OF", "OH"), ("[4~", "[1~"), ("[8~", "[7~")] {
      desk.type("\u{1B}\(end)")
      try desk.wait(without: "row 1 of")
      desk.type("\u{1B}\(home)")
      try desk.wait(for: "row 1 of")
    }
    for spelling in ["OP", "[11~", "[[A", "[1P"] {
      desk.type("\u{1B}\(spelling)")
      try desk.wait(for: "HELP")
      try desk.press(Desk.esc, untilWithout: "HELP")
    }
    for spelling in ["[21~", "Ox"] {
      desk.type("\u{1B}\(spelling)")
      try desk.wait(for: "q Quit")
      try desk.press(Desk.esc, untilWithout: "q Quit")
    }
  }

  @Test(
    "2.12: keys pressed out of habit freeze, stop and end nothing; they are answered",
    arguments: [
      ("\u{13}", "saves a form. What you typed is kept anyway."), ("\u{11}", "goes back"),
      ("\u{1A}", "goes back"), ("\u{3}", "goes back"), ("\u{1C}", "goes back"),
      ("\u{16}", "Paste with your terminal's own key"),
    ])
  func caught(key: String, hint: String) throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "M1")
    desk.type(key)
    try desk.wait(for: hint)
    desk.type("2")
    try desk.wait(for: "[M12")
    #expect(!desk.hasEnded)
  }

  @Test("6.6: a paste of three lines with tabs stays in its field, with paste marks and without")
  func pastes() throws {
    let lines = "Q4\tQ5\rNF\rno fixed abode\r"
    for marked in [true, false] {
      let desk = try Desk.atWork(program)
      #expect(desk.glass.hasPasteMarks)
      try desk.beginArrival(cell: "M")
      desk.type(marked ? "\u{1B}[200~\(lines)\u{1B}[201~" : lines)
      desk.settle()
      #expect(desk.glass.text.contains(">  2  * Cell"), "\(marked): \(desk.glass.text)")
      #expect(!desk.glass.text.contains("4    Offence           [NF"))
      #expect(!desk.glass.text.contains("MENU"))
    }
  }

  @Test("6.6: a paste that holds the end mark does not get out of its field")
  func markInside() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "M")
    desk.type("\u{1B}[200~1\u{1B}[201~\r\u{17}\u{1B}[21~q\u{1B}[201~")
    desk.settle()
    #expect(desk.glass.text.contains(">  2  * Cell"), "\(desk.glass.text)")
    #expect(!desk.hasEnded)
  }

  @Test("6.6: a megabyte is refused in words, nothing typed before is lost, and keys go on working")
  func largePaste() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "M1")
    desk.type("\u{1B}[200~" + String(repeating: "word ", count: 200_000) + "\u{1B}[201~")
    try desk.wait(for: "Nothing was put in")
    #expect(desk.glass.text.contains("[M1 "), "\(desk.glass.text)")
    #expect(desk.glass.text.contains(">  2  * Cell"))
    desk.type("2")
    try desk.wait(for: "[M12")
  }

  @Test("a paste presses no button and chooses from no menu")
  func pasteOverQuestion() throws {
    _ = try DemoFile.copy(for: program)
    let desk = try Desk(program, ["--data", program.home.path + "/records.db"])
    try desk.wait(for: "What to try first")
    try desk.press(Desk.esc, until: "unfinished form")
    desk.settle()
    desk.type("\u{1B}[200~r\u{1B}[201~")
    desk.settle()
    #expect(desk.glass.text.contains("unfinished form"))
    try desk.press(Desk.esc, untilWithout: "unfinished form")
    desk.type("\u{0E}")
    try desk.wait(for: "Arrival in custody")
    desk.type("\u{1B}[200~k\u{1B}[201~")
    try desk.wait(for: "Pasted text goes into a box")
    #expect(desk.glass.text.contains("MENU"))
  }

  @Test(
    "5.6, 6.6: no colour where none is wanted or there is none; the focus can still be seen",
    arguments: [
      ["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "vt220"],
      ["NO_COLOR": "yes", "COLORTERM": "truecolor"],
    ])
  func withoutColour(environment: [String: String]) throws {
    let desk = try Desk.atWork(program, environment: environment)
    desk.type("\u{1B}[B")
    try desk.wait(for: "row 2 of")
    #expect(desk.glass.colours == [])
    #expect(desk.bytes.contains(sequence: "\u{1B}[7m") || desk.bytes.contains(sequence: ";7"))
  }

  @Test(
    "5.6: as many colours as the terminal has",
    arguments: [
      (["TERM": "xterm"], "^[0-9]+$"), (["TERM": "xterm-256color"], "^(38|48);5;"),
      (["TERM": "linux"], "^[0-9]+$"),
    ])
  func colours(environment: [String: String], form: String) throws {
    let desk = try Desk.atWork(program, environment: environment)
    let expected = try Regex(form)
    #expect(!desk.glass.colours.isEmpty)
    #expect(desk.glass.colours.contains { $0.contains(expected) }, "\(desk.glass.colours)")
  }

  @Test("5.6: an empty NO_COLOR asks for nothing")
  func emptyNoColour() throws {
    let desk = try Desk.atWork(program, environment: ["NO_COLOR": ""])
    #expect(!desk.glass.colours.isEmpty)
  }

  @Test(
    "6.1: an unknown terminal is used as what is like it, and the worker is told",
    arguments: [("my-xterm-thing", "xterm-256color"), ("nonsense", "vt100")])
  func unknown(name: String, like: String) throws {
    _ = try DemoFile.copy(for: program)
    let desk = try Desk(
      program, ["--data", program.home.path + "/records.db"], environment: ["TERM": name])
    try desk.wait(for: "The terminal '\(name)' is not known here; used as \(like)")
  }

  @Test(
    "6.1, 7.3: a terminal without a cursor is told in words, and its name cannot act on it",
    arguments: ["dumb", "", "../../etc/passwd"])
  func poor(name: String) throws {
    _ = try DemoFile.copy(for: program)
    let desk = try Desk(
      program, ["--data", program.home.path + "/records.db"], environment: ["TERM": name])
    if name == "dumb" {
      #expect(try desk.end() == 1)
      #expect(desk.glass.ordinaryWords.contains("cannot place its cursor"))
      #expect(desk.modes == desk.modesBefore)
    } else {
      try desk.wait(for: "is not known here; used as vt100")
    }
  }

  @Test(
    "6.3: where letters cannot be shown none vanishes; the record keeps them",
    arguments: ["C", "POSIX"])
  func plainLetters(locale: String) throws {
    let desk = try Desk.atWork(program, environment: ["LC_ALL": locale, "LANG": locale])
    try desk.wait(for: "letters simplified")
    desk.type("\u{0E}")
    try desk.wait(for: "p Person")
    desk.type("p")
    try desk.wait(for: "Family name")
    desk.type("Ŵyn")
    try desk.wait(for: "[Wyn")
    #expect(desk.glass.text.allSatisfy { $0.isASCII })
    try desk.wait(for: "kept")
    desk.signalAll(SIGKILL)
    let next = try Desk(program, ["--data", program.home.path + "/records.db"])
    try next.wait(for: "What to try first")
    try next.press(Desk.esc, until: "unfinished forms")
    try next.press("r", until: "TYPING")
    try next.wait(for: "[Ŵyn")
  }

  @Test("7.3: nothing in the environment makes the program read or start anything of the user's")
  func hostileEnvironment() throws {
    let hostile = [
      "TERMINFO": "/tmp/evil", "TERMINFO_DIRS": "/tmp/evil", "TERMCAP": "xterm:co#1:", "PAGER": "x",
      "EDITOR": "x", "SHELL": "/bin/false", "COLUMNS": "-5", "LINES": "999999",
      "ESCDELAY": "999999999", "NCURSES_NO_UTF8_ACS": "1",
      "TZ": String(repeating: "x", count: 9_000),
      "LANG": String(repeating: "é", count: 5_000), "XDG_CONFIG_HOME": "relative",
      "XDG_DATA_HOME": "../x", "SQLITE_TMPDIR": "/nowhere", "TMPDIR": "/nowhere",
      "COLORTERM": "\u{1B}[2J", "SSH_CONNECTION": "\u{1B}[2J",
    ]
    let desk = try Desk.atWork(program, environment: hostile)
    desk.type("\u{1B}[B")
    try desk.wait(for: "row 2 of")
  }
}

extension [UInt8] {
  /// Whether the text occurs somewhere.
  func contains(sequence text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
