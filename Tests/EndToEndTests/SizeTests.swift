import Glibc
import Testing
import TestSupport

/// Screens 6.4: any size at any time.
@Suite("Windows of any size", .serialized, .besideOthers)
struct SizeTests {
  private let program: BuiltProgram

  init() throws { program = BuiltProgram(home: try TemporaryFolder()) }

  static let sizes = [
    (1, 1), (20, 5), (72, 20), (79, 23), (80, 24), (140, 45), (500, 200), (80, 21), (72, 200),
    (500, 20),
  ]

  @Test("6.4: through all sizes while typing, nothing typed is lost and the form comes back")
  func whileTyping() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "M1")
    for (columns, rows) in Self.sizes {
      desk.resize(columns: columns, rows: rows)
      try desk.wait(for: "a picture at \(columns)x\(rows)") { desk in
        columns < 72 || rows < 20
          ? desk.glass.isBlankOrNotice : desk.glass.text.contains("[M1")
      }
    }
    desk.resize(columns: 80, rows: 24)
    try desk.wait(for: "[M1")
    desk.type("2")
    try desk.wait(for: "[M12")
  }

  @Test("6.4: below the smallest size nothing of the work is drawn, and a blind key does nothing")
  func tooSmall() throws {
    let desk = try Desk.atWork(program)
    try desk.beginArrival(cell: "M1")
    desk.resize(columns: 60, rows: 18)
    try desk.wait(for: "72x20")
    #expect(!desk.glass.text.contains("M1"))
    desk.type("9\r\u{17}\u{1B}[200~pasted\u{1B}[201~")
    desk.settle()
    desk.resize(columns: 80, rows: 24)
    try desk.wait(for: "[M1 ")
    #expect(desk.glass.text.contains(">  2  * Cell"), "\(desk.glass.text)")
    desk.resize(columns: 60, rows: 18)
    try desk.wait(for: "72x20")
    desk.type("\u{05}")
    #expect(try desk.end() == 0)
  }

  @Test("6.4: in a menu, a question and a list, the same things are there after all sizes")
  func overLists() throws {
    let desk = try Desk.atWork(program)
    desk.type("\u{0E}")
    try desk.wait(for: "k Arrival in custody")
    for (columns, rows) in Self.sizes { desk.resize(columns: columns, rows: rows) }
    desk.resize(columns: 80, rows: 24)
    try desk.wait(for: "k Arrival in custody")
    try desk.press(Desk.esc, untilWithout: "k Arrival in custody")
    desk.type("\u{1B}[B")
    try desk.wait(for: "row 2 of")
    for (columns, rows) in Self.sizes { desk.resize(columns: columns, rows: rows) }
    desk.resize(columns: 80, rows: 24)
    try desk.wait(for: "row 2 of")
  }

  @Test("6.4: a storm of sizes, with keys in between, ends in the picture of the last one")
  func storm() throws {
    let desk = try Desk.atWork(program)
    for round in 0..<400 {
      desk.resize(columns: 1 + round * 37 % 300, rows: 1 + round * 13 % 90)
      if round % 7 == 0 { desk.type(round % 2 == 0 ? "\u{1B}[B" : "\u{1B}[A") }
    }
    desk.resize(columns: 80, rows: 24)
    try desk.wait(for: "1Help")
    try desk.wait(for: "In custody now")
    desk.type("\u{1B}[H")
    try desk.wait(for: "row 1 of")
    #expect(desk.glass.lines.count == 24)
  }
}

extension Glass {
  /// Nothing of the work: no frame, no names, at most the notice of a small window.
  var isBlankOrNotice: Bool { !text.contains("Cell") && !text.contains("[M1") }
}
