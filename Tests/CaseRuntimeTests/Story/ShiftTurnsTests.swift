import CaseRules
import CaseRuntime
import Testing

/// The turns a shift may take, each by keys on a small file of its own.
@Suite("The turns of a shift")
struct ShiftTurnsTests {
  private static let tuesday = CalendarDate(year: 2007, month: 10, day: 2) ?? .earliest
  private static let wednesday = CalendarDate(year: 2007, month: 10, day: 3) ?? .earliest

  private static func begin() throws -> Desk {
    let desk = try Desk()
    desk.clock(tuesday, 9, 0)
    try desk.run(
      as: "abegum", "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold")
    return desk
  }

  private static func submit(_ forms: [(String, String?, String)], to desk: Desk) throws {
    for (form, about, fields) in forms {
      let arguments = about.map { ["submit", form, "--about", $0] } ?? ["submit", form]
      try desk.run(as: "abegum", arguments, input: fields)
    }
  }

  private static func arrival(_ cell: String) -> (String, String?, String) {
    ("arrival", nil, #"{"suite": "NF", "cell": "\#(cell)", "offence": "theft"}"#)
  }

  @Test("After a departure F9 means the one who left, not the neighbour who moved up")
  func neighbour() throws {
    let desk = try Self.begin()
    try Self.submit([Self.arrival("M1"), Self.arrival("M2")], to: desk)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G k"), .sees("M2"), .press("F9"), .sees("Actions: C-0001"), .type("l"),
        .type("nfa"), .press("Tab F2"), .sees("Saved: departure (C-0001)"), .press("Enter"),
        .sees("F9 shows what is next"), .misses("M1 "), .press("F9"), .sees("Actions: C-0001"),
        .sees("Correct the departure"), .press("Esc F9"), .sees("Actions: C-0002"),
      ])
  }

  @Test("CUS-016: no DIR for a detainee of 16, and the youth route is named in full")
  func young() throws {
    let desk = try Self.begin()
    try Self.submit(
      [
        Self.arrival("M1"), ("approach", "C-0001", #"{"result": "seen"}"#),
        ("permission", "C-0001", #"{"given": true}"#),
        (
          "person", nil,
          #"{"family": "Younger", "given": "Kit", "born": "3/4/91", "sex": "M", "ethnicity": "W1","#
            + #" "nfa": true, "risks": "none"}"#
        ), ("custody-details", "C-0001", #"{"person": "P-0001"}"#),
      ], to: desk)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G k"), .sees("YOUNGER"), .press("F9"), .type("i"), .sees("no DIR under 18"),
        .sees("(YOT)"),
      ])
  }

  @Test("CUS-012: on its day a bail return offers the approach first, and shows it met")
  func bailReturn() throws {
    let desk = try Self.begin()
    try Self.submit(
      [
        Self.arrival("M1"), ("approach", "C-0001", #"{"result": "seen"}"#),
        (
          "departure", "C-0001",
          #"{"how": "BR", "place": "Northfold", "next-at": "3/10 10:00"}"#
        ),
      ], to: desk)
    desk.clock(Self.wednesday, 10, 5)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G t y"), .sees("to meet"), .press("F9 Enter"), .sees("Approach in the cell"),
        .type("seen"), .press("F2"), .sees("Saved: "), .press("Enter"), .misses("to meet"),
      ])
  }

  @Test("CUS-013: nobody at court needs a reason, and the list shows it")
  func court() throws {
    let desk = try Self.begin()
    try Self.submit(
      [
        Self.arrival("M1"),
        (
          "departure", "C-0001",
          #"{"how": "CB", "place": "Castlemere Magistrates", "next-at": "3/10 9:30"}"#
        ),
      ], to: desk)
    desk.clock(Self.wednesday, 10, 5)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G t t"), .sees("to attend"), .press("F9 Enter"), .sees("Court attendance"),
        .type("n"), .press("F2"), .sees("needs a reason"), .type("Both of us were at Northfold"),
        .press("F2"), .sees("Saved: "), .press("Enter"), .sees("was not: Both"),
      ])
  }

  @Test("CUS-014, CUS-015: a call in the night becomes the appointment of the next day")
  func night() throws {
    let desk = try Self.begin()
    desk.clock(Self.tuesday, 22, 0)
    try Self.submit([Self.arrival("M1")], to: desk)
    desk.clock(Self.tuesday, 22, 30)
    try desk.program(
      as: "abegum",
      [
        .press("Ctrl+G k"), .press("F9"), .type("h"), .sees("Helpline call"),
        .type("n"), .press("Tab Tab Tab Tab"), .type("inf"), .press("Tab Tab Tab"), .type("now"),
        .press("F2"), .sees("needs a reason"), .type("Nobody here is trained yet"), .press("F2"),
        .sees("Offer an appointment for Wed 03/10/2007 (CUS-015)"), .press("Enter"),
        .sees("the day owed"), .type("10"), .press("Tab Tab"), .type("Dock Street"),
        .press("Tab F2"), .sees("Saved: "), .press("Enter"),
      ])
    let due = try desk.run(as: "abegum", "due", "--format", "csv")
    #expect(!due.contains("Next-day appointment"))
  }

  @Test("A new team: the administrator adds suite, officer and worker from what the screen says")
  func administrator() throws {
    let desk = try Desk()
    desk.clock(Self.tuesday, 9, 0)
    try desk.run(as: "jfield", "init", "--name", "Jo Field", "--role", "ADM")
    try desk.program(
      as: "jfield",
      [
        .sees("A new data file"), .sees("Ctrl+N g s"), .sees("Ctrl+N g o"), .sees("Ctrl+N g w"),
        .press("Esc Ctrl+N g s"), .type("NF"), .press("Tab"), .type("Northfold"), .press("F2"),
        .sees("Saved: custody suite"), .press("Enter Ctrl+N g o"), .type("PC Lowe"),
        .press("F2"), .sees("Saved: custody officer"), .press("Enter Ctrl+N g w"),
        .type("Lee Moss"), .press("Tab"), .type("arw"), .press("Tab Tab Tab Tab"),
        .type("lmoss"), .press("F2"), .sees("Saved: worker"), .press("Enter Ctrl+G g v"),
        .sees("Northfold"), .press("Ctrl+G g i"), .sees("PC Lowe"),
      ])
    try desk.program(as: "lmoss", [.sees("L.MOSS  ARW"), .press("Esc Ctrl+N k"), .sees("Suite")])
  }

  @Test("A worker who made the file is told how an administrator comes into being")
  func owner() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "abegum",
      [
        .sees("A new data file"),
        .sees("throughcare worker add --role ADM --name NAME --account ACCOUNT"),
      ])
    try desk.run(
      as: "abegum", "worker", "add", "--role", "ADM", "--name", "Jo Field", "--account", "jfield")
    try desk.program(
      as: "jfield", [.sees("J.FIELD  ADM"), .press("Esc Ctrl+N g w"), .sees("Role")])
  }
}
