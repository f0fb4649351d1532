import CaseRules
import CaseRuntime
import Glibc
import Testing

@Suite("Workers from the command line")
struct WorkerCommandTests {
  private static let tuesday = CalendarDate(year: 2007, month: 10, day: 2) ?? .earliest
  private static let password = "violet tram under snow"

  /// Jo Field, an administrator whose password is known.
  private static func begin() throws -> Desk {
    let desk = try Desk()
    desk.clock(tuesday, 9, 0)
    let made = try desk.run(as: "jfield", "init", "--name", "Jo Field", "--account", "")
    #expect(made.contains("Jo Field, administrator"))
    #expect(made.contains("Sign-in name: j.field"))
    try desk.program(
      as: "nobody", name: "j.field",
      [
        .type(oneTime(in: made)), .press("Enter"), .type(password), .press("Enter"),
        .type(password), .press("Enter"), .sees("J.FIELD  ADM"),
      ])
    return desk
  }

  private static func oneTime(in output: String) -> String {
    let line = output.split(separator: "\n").first { $0.contains("One-time password") } ?? ""
    return line.split(separator: " ").last.map(String.init) ?? ""
  }

  private static let asJo = ["--as", "j.field"]

  @Test("Without an account a command asks who it is; with --as, for the password, told by no hint")
  func identity() throws {
    let desk = try Self.begin()
    let list = ["worker", "list", "--format", "csv"]
    #expect(try desk.run(as: "jfield", list, refused: true).contains("Sign in with --as NAME"))
    #expect(
      try desk.run(as: "x", list + Self.asJo, password: Self.password).contains(
        "W-0001,Jo Field,ADM"))
    for name in ["j.field", "nobody.here"] {
      let words = try desk.run(
        as: "x", list + ["--as", name], refused: true, password: "wrong one here")
      #expect(words.contains("Name and password do not fit together"), "\(words)")
    }
    #expect(
      try desk.run(as: "x", list + Self.asJo, refused: true).contains("no terminal"))
  }

  @Test("Added, given another role, handed a password, and gone: each by the administrator's form")
  func life() throws {
    let desk = try Self.begin()
    let added = try desk.run(
      as: "x", ["worker", "add", "--name", "Amy Dale", "--role", "CJIT"] + Self.asJo,
      password: Self.password)
    #expect(added.contains("Added Amy Dale as W-0002, CJIT key worker"))
    #expect(Self.oneTime(in: added).count == 19)
    // A one-time password lets nobody work before they have chosen their own.
    #expect(
      try desk.run(
        as: "x", ["due", "--as", "a.dale"], refused: true, password: Self.oneTime(in: added)
      ).contains("Choose one that only you know"))
    try desk.run(as: "x", ["worker", "role", "W-0002", "SUP"] + Self.asJo, password: Self.password)
    try desk.run(as: "x", ["worker", "reset", "W-0002"] + Self.asJo, password: Self.password)
    try desk.run(as: "x", ["worker", "disable", "W-0002"] + Self.asJo, password: Self.password)
    let list = try desk.run(
      as: "x", ["worker", "list", "--format", "csv"] + Self.asJo, password: Self.password)
    #expect(list.contains("W-0002,Amy Dale,SUP,,,a.dale,no"))
    #expect(
      try desk.run(
        as: "x", ["worker", "reset", "W-0002"] + Self.asJo, refused: true, password: Self.password
      ).contains("GEN-006"))
    #expect(
      try desk.run(
        as: "x", ["worker", "role", "W-0001", "ARW"] + Self.asJo, refused: true,
        password: Self.password
      ).contains("no administrator left"))
  }

  @Test("GEN-003: nobody but an administrator changes workers; two never share a sign-in name")
  func refusals() throws {
    let desk = try Self.begin()
    try desk.run(
      as: "x",
      ["worker", "add", "--name", "Amy Dale", "--role", "CJIT", "--account", "adale"] + Self.asJo,
      password: Self.password)
    let words = try desk.run(
      as: "adale", "worker", "add", "--name", "Nia Pugh", "--role", "ARW", refused: true)
    #expect(words.contains("GEN-003"))
    let taken = try desk.run(
      as: "x",
      ["worker", "add", "--name", "Nia Pugh", "--role", "ARW", "--sign-in", "A.Dale"] + Self.asJo,
      refused: true, password: Self.password)
    #expect(taken.contains("Amy Dale has the sign-in name a.dale"))
    // Namesakes get a name of their own by themselves.
    let other = try desk.run(
      as: "x", ["worker", "add", "--name", "Alan Dale", "--role", "ARW"] + Self.asJo,
      password: Self.password)
    #expect(other.contains("Sign-in name: a.dale2"))
  }

  @Test("A descriptor gives the password, a line each time it is asked for; one too few is said")
  func descriptor() throws {
    let desk = try Self.begin()
    try desk.run(
      as: "x", ["worker", "add", "--name", "Amy Dale", "--role", "CJIT"] + Self.asJo,
      password: Self.password)
    let change = ["worker", "role", "W-0002", "PPOC"] + Self.asJo
    for (lines, isEnough) in [(0, false), (1, false), (2, true)] {
      var ends: [Int32] = [0, 0]
      #expect(pipe(&ends) == 0)
      let text = Array(String(repeating: Self.password + "\n", count: lines).utf8)
      #expect(write(ends[1], text, text.count) == text.count)
      close(ends[1])
      let words = try desk.run(
        as: "x", change + ["--password-fd", "\(ends[0])"], refused: !isEnough)
      #expect(words.contains("holds no further line") == !isEnough, "\(words)")
      close(ends[0])
    }
  }

  @Test("init asks at a terminal, and takes no password that is guessed first")
  func chosen() throws {
    let desk = try Desk()
    desk.clock(Self.tuesday, 9, 0)
    let refused = try desk.run(
      as: "jfield", ["init", "--name", "Jo Field"], refused: true, password: "password1234",
      canAsk: true)
    #expect(refused.contains("GEN-006"))
    let made = try desk.run(
      as: "jfield", ["init", "--name", "Jo Field"], password: Self.password, canAsk: true)
    #expect(!made.contains("One-time"))
    try desk.run(
      as: "x", ["worker", "list"] + Self.asJo, password: Self.password)
  }
}
