import FoundationEssentials
import Glibc
import Testing
import TestSupport

/// What is wrong is said in words, and nothing is lost by it.
@Suite("Wrong input and a hostile place", .serialized, .besideOthers)
struct BadInputTests {
  private let program: BuiltProgram
  private let path: String

  init() throws {
    program = BuiltProgram(home: try TemporaryFolder())
    path = try DemoFile.copy(for: program)
  }

  @Test(
    "lines that cannot come in are named with the reason, the good ones come in",
    arguments: [
      ("NF,Q1,29/02/2025 09:00,yes", "Line 3: CUS-001: "),
      ("NF,Q1,01/02/2026 25:00,yes", "Line 3: CUS-001: "),
      ("nowhere,Q1,01/02/2026 09:00,yes", "Line 3: "),
      ("NF,\"Q1,01/02/2026 09:00,yes", "Line 3: A quotation mark is opened and never closed"),
      ("NF,Q1", "Line 3: "),
    ])
  func malformedCSV(line: String, words: String) throws {
    let file = try program.home.write(
      "suite,cell,arrived,trigger\nNF,Q2,01/02/2026 09:00,yes\n\(line)\n", to: "in.csv")
    let result = try program.run("import", "custody", file, "--data", path)
    #expect(result.code == 1)
    #expect(result.all.contains(words), "\(result)")
    #expect(result.all.contains("1 imported, 0 there already, 1 rejected"), "\(result)")
    #expect(try program.home.text(of: "in.rejected.csv").contains(line.prefix(5)))
  }

  @Test(
    "bytes that are no text are refused with their place, in files, input and arguments",
    arguments: [
      [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ])
  func invalidUTF8(bytes: [UInt8]) throws {
    let start = Array("suite,cell,arrived,trigger\nNF,".utf8)
    let csv = try program.home.write(
      bytes: start + bytes + Array(",01/02/2026 09:00,yes\n".utf8), to: "in.csv")
    let imported = try program.run("import", "custody", csv, "--data", path)
    #expect(imported.code == 1)
    #expect(imported.all.contains("Line 2: The line is not valid UTF-8"), "\(imported)")
    let json = Array("{\"cell\": \"".utf8) + bytes + Array("\"}".utf8)
    let submitted = try program.run(["submit", "arrival", "--data", path], input: json)
    #expect(submitted.code == 1)
    #expect(submitted.output.contains("Line 1, column 11: The input is not valid UTF-8 here"))
    for kind in ["keymap", "theme"] {
      let file = try program.home.write(bytes: Array("name = ".utf8) + bytes, to: kind)
      let checked = try program.run(kind, "check", file)
      #expect(checked.code == 1)
      #expect(checked.errors.contains("is not valid UTF-8"))
    }
  }

  @Test(
    "control and direction signs reach neither the record nor any output",
    arguments: [
      "\\u001b", "\\u009b", "\\u202e", "\\u2066", "\\u200b", "\\u0007", "\\u0000", "\\ufeff",
      "\\u007f",
    ])
  func hiddenSigns(sign: String) throws {
    let answer = try program.run(
      "submit", "person", "--data", path, "--as", "CJIT",
      input: Self.person(family: "Zed\(sign)dock", given: "A\(sign)nn"))
    #expect(answer.code == 0, "\(answer)")
    let exported = try program.run("export", "caseload", "--data", path, "--as", "SUP")
    let wrong = try program.run("export", "caseload", "--data", path + "\u{1B}[2J\u{202E}")
    for text in [answer.all, exported.all, wrong.all] {
      #expect(text.unicodeScalars.allSatisfy { Self.isHarmless($0) }, "\(text.debugDescription)")
    }
    let desk = try Desk.atWork(program)
    desk.type("\u{06}")
    desk.type("zed")
    try desk.wait(for: "ZED")
    desk.settle()
    let shown = String(decoding: desk.bytes, as: UTF8.self).unicodeScalars
    #expect(
      !shown.contains { (0x80...0x9F).contains($0.value) || (0x202A...0x202E).contains($0.value) })
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0D: true
    case 0..<0x20, 0x7F...0x9F, 0x200B, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
  }

  @Test(
    "any name that people bear is kept as it is, found by plain letters, and shown",
    arguments: [
      ("Ŵyn-O’Connor", "Siân", "wyn sian"), ("O'Brien", "Zoë Ann", "obrien zoe"),
      ("Nguyễn", "Thị Ánh", "nguyen thi"), ("Smith-Jones", "Jean-Luc", "jones jean"),
      ("van der Łukasz", "Ægir", "lukasz"), ("Ó Súilleabháin", "Máire", "suilleabhain"),
      ("Featherstonehaugh-Cholmondeley-Warner-Marjoribanks", "Bartholomew Maximilian", "feather"),
    ])
  func names(family: String, given: String, typed: String) throws {
    let answer = try program.run(
      "submit", "person", "--data", path, "--as", "CJIT",
      input: Self.person(family: family, given: given))
    #expect(answer.code == 0, "\(answer)")
    let desk = try Desk.atWork(program, columns: 140, rows: 45)
    desk.type("\u{06}")
    for letter in typed { desk.type(String(letter)) }
    // A column is never wider than its place allows.
    try desk.wait(for: String(family.uppercased().prefix(12)))
  }

  @Test("somebody with one name needs no other, and is found by it")
  func oneName() throws {
    let answer = try program.run(
      "submit", "person", "--data", path, "--as", "CJIT",
      input: """
        {"family": "Sukarnoputri", "one-name": "yes", "born": "3/4/1985", "sex": "F",
         "ethnicity": "A9", "nfa": "yes", "risks": "none"}
        """)
    #expect(answer.code == 0, "\(answer)")
    let desk = try Desk.atWork(program)
    desk.type("\u{06}")
    desk.type("sukarno")
    try desk.wait(for: "SUKARNOPUTRI")
  }

  @Test("a name longer than the form takes is refused in words, in every door")
  func longName() throws {
    let answer = try program.run(
      "submit", "person", "--data", path, "--as", "CJIT",
      input: Self.person(family: String(repeating: "Long", count: 5_000), given: "A"))
    #expect(answer.code == 1)
    #expect(answer.output.contains("\"refused\""))
    #expect(answer.output.contains("family"))
  }

  private static func person(family: String, given: String) -> String {
    """
    {"family": "\(family)", "given": "\(given)", "born": "3/4/1985", "sex": "F",
     "ethnicity": "A1", "nfa": "yes", "risks": "none"}
    """
  }

  @Test(
    "a worker's own keymap or theme that cannot be used never stops the program; its line is named",
    arguments: [
      ("keys", "[list]\nsaev = F2\n"), ("keys", "[list]\nopen = Ctrl+C\n"),
      ("theme", "[roles]\ntext = nothing on paper\n"), ("keys", "\u{0}\u{1B}[2J"),
      ("theme", "garbage"),
    ])
  func brokenLooks(name: String, text: String) throws {
    let folder = program.home.path + "/.config/throughcare"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try program.home.write(text, to: ".config/throughcare/\(name)")
    let desk = try Desk(program, ["--data", path])
    try desk.wait(for: ".config/throughcare/\(name)")
    try desk.press(Desk.esc, until: "unfinished form")
    try desk.press(Desk.esc, untilWithout: "unfinished form")
    try desk.wait(for: "In custody now")
  }

  @Test(
    "a keymap that is a folder, a pipe or endless is said to be so",
    arguments: [
      "folder", "pipe", "/dev/zero",
    ])
  func strangeLooks(kind: String) throws {
    var file = program.home.path + "/" + kind
    switch kind {
    case "folder": mkdir(file, 0o700)
    case "pipe": mkfifo(file, 0o600)
    default: file = kind
    }
    let result = try program.run("keymap", "check", file)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("throughcare: "))
  }

  @Test(
    "an output or input that is closed is an error in words, and no file is written in its place",
    arguments: [[Int32(1)], [0], [2], [0, 1], [1, 2], [0, 1, 2]])
  func closedDescriptors(closed: [Int32]) throws {
    let result = try program.run(["due", "--data", path], closed: closed)
    #expect(result.code == (closed.contains(1) ? 1 : 0))
    if closed == [1] { #expect(result.errors.contains("the output cannot be written")) }
    // The lowest free descriptor would have been the gate's.
    #expect(!(try program.home.text(of: "records.db-gate")).contains("Deadline"))
    #expect(try program.run("due", "--data", path).code == 0)
  }

  @Test("an output that takes no more is an error in words")
  func fullOutput() throws {
    let result = try program.run(
      ["export", "custody", "--data", path, "--format", "csv"], output: "/dev/full")
    #expect(result.code == 1)
    #expect(result.errors.contains("the disk is full"))
  }

  @Test(
    "a full disk is said in words at the save; nothing typed is lost, and with room it is saved",
    .enabled(if: SmallDisk.isPossible, "only the superuser may make a small disk"))
  func fullDisk() throws {
    let home = try TemporaryFolder()
    let disk = try SmallDisk(over: home)
    defer { disk.takeAway() }
    let desk = try Desk.atWork(BuiltProgram(home: home))
    try desk.beginArrival(cell: "M77")
    for _ in 0..<3 { desk.type("\t") }
    desk.type("y")
    desk.settle()
    try disk.fill()
    try desk.press("\u{17}", until: "disk is full")
    #expect(!desk.hasEnded)
    #expect(desk.glass.text.contains("[M77"), "\(desk.glass.text)")
    disk.makeRoom()
    try desk.press("\u{17}", untilWithout: "[M77")
    desk.signalAll(SIGKILL)
  }

  @Test(
    "a file that is not ours, damaged, or cut short is refused in words and left as it is",
    arguments: ["foreign", "garbage", "zeroes", "short", "folder", "link"])
  func strangers(kind: String) throws {
    let file = program.home.path + "/strange.db"
    let good = try Data(contentsOf: URL(filePath: path))
    var bytes = Data()
    switch kind {
    case "foreign": bytes = Data("#!/bin/sh\necho hello\n".utf8)
    case "garbage": bytes = Data("garbage!".utf8) + good.dropFirst(8)
    case "zeroes": bytes = Data(count: 12_288)
    case "short": bytes = good.prefix(6_000)
    case "folder": mkdir(file, 0o700)
    default: symlink(path, file)
    }
    if !bytes.isEmpty {
      try bytes.write(to: URL(filePath: file))
      chmod(file, 0o600)
    }
    let result = try program.run("due", "--data", file)
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("throughcare: \(file): "), "\(result)")
    #expect(result.errors.hasSuffix(".\n"))
    if !bytes.isEmpty { #expect(try Data(contentsOf: URL(filePath: file)) == bytes) }
  }

  @Test("a folder that is missing or cannot be made is said, and nothing is left half made")
  func folders() throws {
    let file = try program.home.write("x", to: "plain")
    let result = try program.run("init", "--data", file + "/inside/records.db")
    #expect(result.code != 0)
    #expect(result.errors.hasPrefix("throughcare: "))
    #expect(try program.run("due", "--data", "/proc/nowhere/x.db").code == 1)
  }
}

extension BuiltProgram.Result {
  /// What it wrote, whichever way.
  var all: String { output + errors }
}
