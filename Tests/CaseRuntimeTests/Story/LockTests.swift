import CaseRules
import CaseRuntime
import CaseStore
import Testing
import TextScreen

/// Sign-in, lock and change of worker, by keys on the whole program.
@Suite("Sign-in and lock")
struct LockTests {
  private static let tuesday = CalendarDate(year: 2007, month: 10, day: 2) ?? .earliest
  private static let begums = "violet tram under snow"
  private static let shahs = "marble yard kettle"

  /// Amina Begum made the file; Kiran Shah has no account of this computer.
  private static func begin() throws -> Desk {
    let desk = try Desk()
    desk.clock(tuesday, 9, 0)
    let made = try desk.run(
      as: "abegum", "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold")
    let added = try desk.run(
      as: "abegum", "worker", "add", "--name", "Kiran Shah", "--role", "CJIT", "--team", "North")
    try desk.program(
      as: "nobody",
      choosing(begums, for: "a.begum", after: oneTime(in: made)) + [.sees("A.BEGUM  ARW")])
    try desk.program(
      as: "nobody",
      choosing(shahs, for: "k.shah", after: oneTime(in: added)) + [.sees("K.SHAH  CJIT")])
    return desk
  }

  private static func oneTime(in output: String) -> String {
    let line = output.split(separator: "\n").first { $0.contains("One-time password") } ?? ""
    return line.split(separator: " ").last.map(String.init) ?? ""
  }

  private static func choosing(
    _ password: String, for name: String, after first: String
  ) -> [Step] {
    [
      .sees("Sign in"), .type(name), .press("Enter"), .type(first), .press("Enter"),
      .sees("Choose one that only you"), .type("short"), .press("Enter"), .type("short"),
      .press("Enter"), .sees("too short"), .type(password), .press("Tab"), .type(password),
      .press("Enter"),
    ]
  }

  @Test(
    "GEN-006: locked by key in the middle of a form, nothing shows, and the same worker goes on")
  func lock() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "abegum",
      [
        .press("Esc Ctrl+N k"), .sees("Suite"), .type("M7"), .press("Tab Tab"), .type("the"),
        .press("F10 l"), .sees("Locked 09:00"), .sees("A.BEGUM, type your password"),
        .misses("Suite"), .misses("M7"), .misses("Northfold"), .misses("CONFIDENTIAL"),
        // No key goes through: neither letters nor commands reach the form.
        .type("xyz"), .press("F2 F9 Ctrl+K Esc"), .misses("Suite"), .sees("Locked"),
        .type("wrong password here"), .press("Enter"), .sees("This is not the password"),
        .misses("wrong"), .type(Self.begums), .press("Enter"), .sees("1 failed try"), .sees("[M7"),
        .sees("[the"), .misses("xyz"), .type("ft"), .press("Tab"), .sees("T01"),
      ])
  }

  @Test(
    "GEN-006: after idle_lock_minutes without a key it locks by itself, a minute after a warning")
  func idle() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "abegum",
      [
        .press("Esc"), .waits(minutes: 9), .sees("The screen locks in a minute"), .press("Down"),
        .waits(minutes: 9), .sees("The screen locks in a minute"), .waits(minutes: 1),
        .sees("Locked 09:00"), .sees("No key was pressed for 10 minutes (GEN-006)"),
        .misses("Today"), .type(Self.begums), .press("Enter"), .sees("Today"),
        .waits(minutes: 10), .sees("Locked"), .waits(minutes: 30), .sees("Sign in"),
      ])
  }

  @Test("Another worker signs in over the lock; the draft stays with whoever typed it")
  func another() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "abegum",
      [
        .press("Esc Ctrl+N k"), .type("M7"), .press("Tab"), .press("F10 l"), .sees("Locked"),
        .press("F10"), .sees("s lets somebody else sign in"), .type("s"), .sees("Sign in"),
        .press("Esc"), .sees("Locked"), .press("F10"), .type("s"), .type("k.shah"),
        .press("Enter"), .type(Self.shahs), .press("Enter"), .sees("K.SHAH  CJIT"),
        .misses("M7"), .misses("Unfinished 1"), .press("Ctrl+G u"), .misses("Arrival"),
        .press("F10 s"), .sees("Sign in"), .type("a.begum"), .press("Enter"), .type(Self.begums),
        .press("Enter"), .sees("A.BEGUM  ARW"), .sees("You have an unfinished form"),
        .answer("r"), .sees("[M7"),
      ])
  }

  @Test("The name of nobody and a wrong password are told the same, and the wait grows for both")
  func refused() throws {
    let desk = try Self.begin()
    for name in ["a.begum", "no.such.name"] {
      try desk.program(
        as: "nobody",
        [
          .sees("Sign in"), .type(name), .press("Enter"), .type("wrong one"), .press("Enter"),
          .sees("Name and password do not fit together."), .type("wrong one"), .press("Enter"),
          .sees("Name and password do not fit together."), .type("wrong one"), .press("Enter"),
          .sees("Name and password do not fit together."), .type(Self.begums), .press("Enter"),
          .sees("Wait 1 second, then try again."), .misses("Today"),
        ])
    }
  }

  @Test("T12: who is disabled meanwhile is told so, nothing is saved, and the draft is kept")
  func disabled() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "nobody",
      [
        .type("k.shah"), .press("Enter"), .type(Self.shahs), .press("Enter"),
        .sees("K.SHAH"), .press("Esc Ctrl+N k"), .sees("Suite"), .type("M9"), .press("Tab Tab"),
        .type("theft"),
        .meanwhile { try desk.run(as: "abegum", "worker", "disable", "W-0002") },
        .press("F2"), .sees("Sign in"), .sees("you no longer work here"), .misses("M9"),
      ])
    let drafts = try desk.drafts(of: WorkerID(2))
    #expect(drafts == ["arrival"])
  }

  @Test(
    "A role changed meanwhile ends the session in words; the same worker comes back in the new one")
  func roleChanged() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "nobody",
      [
        .type("k.shah"), .press("Enter"), .type(Self.shahs), .press("Enter"),
        .sees("K.SHAH  CJIT"), .press("F10 l"), .sees("Locked"),
        .meanwhile { try desk.run(as: "abegum", "worker", "role", "W-0002", "SUP") },
        .type(Self.shahs), .press("Enter"), .sees("K.SHAH  SUP"),
      ])
  }

  @Test("The password is changed from the leave menu, with the old one")
  func change() throws {
    let desk = try Self.begin()
    try desk.program(
      as: "abegum",
      [
        .press("Esc F10 p"), .sees("Change your password"), .type("not this one"),
        .press("Enter"), .type("brick lamp seven"), .press("Enter"), .type("brick lamp seven"),
        .press("Enter"), .sees("This is not the password you have"), .press("Esc"),
        .sees("Today"), .press("F10 p"), .type(Self.begums), .press("Enter"),
        .type("brick lamp seven"), .press("Enter"), .type("brick lamp eight"), .press("Enter"),
        .sees("The two are not the same"), .type(Self.begums), .press("Enter"),
        .type("brick lamp seven"), .press("Enter"), .type("brick lamp seven"), .press("Enter"),
        .sees("Your password is changed"), .press("F10 l"), .type("brick lamp seven"),
        .press("Enter"), .sees("Today"),
      ])
  }

  @Test("The setting may ask for the password although the account stands for somebody")
  func setting() throws {
    let desk = try Self.begin()
    try desk.run(
      as: "abegum", "worker", "add", "--name", "Jo Field", "--role", "ADM", "--account", "jfield")
    try desk.run(
      as: "jfield", "submit", "setting",
      input: #"{"key": "account_sign_in", "value": "password", "reason": "A shared desk"}"#)
    try desk.program(as: "abegum", [.sees("Sign in"), .misses("Today")])
    #expect(
      try desk.run(as: "abegum", "due", refused: true).contains("Sign in with --as NAME"))
  }

  @Test(
    "In a demonstration every role is one command away and begins at its own first list",
    arguments: Role.allCases)
  func desks(role: Role) throws {
    let demo = try DemoFile(people: 20)
    let desk = try Desk()
    desk.clock(CalendarDate(iso: DemoFile.day) ?? .earliest, 10, 0)
    try desk.program(
      as: "anybody", data: demo.path, role: role == .arw ? .cjit : .arw,
      [
        .press("Esc"), .answer("l"), .press("Ctrl+K"), .type("switch role"), .press("Enter"),
        .sees("Desks of this demonstration"), .press("Home"),
      ] + Role.allCases.prefix { $0 != role }.map { _ in .press("Down") } + [
        .press("Enter"), .sees("  \(role.code)  "), .sees("Today"), .misses("What to try first"),
        .press("F10 l"), .sees("everybody's password is quiet green kettle"),
        .type("quiet green kettle"), .press("Enter"), .sees("  \(role.code)  "),
      ])
  }

  @Test("The sign-in fits the smallest window and fills a large one")
  func sizes() throws {
    let desk = try Self.begin()
    for size in [Size(columns: 72, rows: 20), Size(columns: 140, rows: 45)] {
      try desk.program(
        as: "nobody", size: size,
        [.sees("Sign in"), .sees("Name"), .sees("Password"), .sees("Enter signs in")])
    }
  }
}
