import CaseRules
import CaseStore

/// The options by which every command names the records it works on.
enum RecordOptions {
  static let data = Command.Option(
    "--data", takes: "FILE",
    "The data file; $XDG_DATA_HOME/throughcare/casebook.db if not said.")
  static let role = Command.Option(
    "--as", takes: "NAME",
    "Sign in by this name, with its password; in a demonstration the role to work in, such as SUP.")
  static let today = Command.Option(
    "--today", takes: "DATE",
    "In a demonstration: the day it is, as YYYY-MM-DD or DD/MM/YYYY.")
  static let all = [data, role, PasswordPrompt.option, today]

  /// Opens the records a command was pointed at.
  static func open(
    _ invocation: Invocation, _ console: Console, missing: OpeningPlan.Missing = .refuse
  ) throws -> OpenRecords {
    let opened = try OpenRecords.open(plan(invocation, console, missing: missing))
    do {
      return try FailureWords.during(opened.store.path) {
        let records = try CommandSignIn.identify(opened, invocation, console)
        try Housekeeping.run(on: records)
        return records
      }
    } catch {
      opened.store.close()
      throw error
    }
  }

  static func plan(
    _ invocation: Invocation, _ console: Console, missing: OpeningPlan.Missing
  ) throws -> OpeningPlan {
    var plan = OpeningPlan(
      path: path(invocation, console), missing: missing, account: console.surroundings.account,
      role: invocation["--as"].flatMap { Role(code: $0) },
      day: try invocation["--today"].map(day),
      exportFolder: console.surroundings.exportFolder)
    plan.name = invocation["--as"]
    plan.clock = console.clock
    plan.workplace = .here(console.surroundings, clock: console.clock)
    plan.passwordCost = console.passwordCost
    return plan
  }

  static func path(_ invocation: Invocation, _ console: Console) -> String {
    invocation["--data"] ?? console.surroundings.dataFile
  }

  static func role(_ text: String) throws -> Role {
    if let role = Role(code: text) { return role }
    let codes = Role.allCases.map(\.code).joined(separator: ", ")
    throw CommandFailure.usage("\"\(text)\" is no role. Roles are \(codes)")
  }

  static func day(_ text: String) throws -> CalendarDate {
    if let day = CalendarDate(iso: text) ?? ukDay(text) { return day }
    throw CommandFailure.usage("\"\(text)\" is no date. Write it as 2026-04-03 or 03/04/2026")
  }

  /// A day as forms read it too: today, -30, mon.
  static func day(_ text: String, in context: RuleContext) throws -> CalendarDate {
    if let day = CalendarDate(iso: text) { return day }
    let reading = FieldReader.read(text, as: .date(direction: .either), in: context.reading)
    if case .value(.date(let day), _) = reading { return day }
    throw CommandFailure.usage(
      "\"\(text)\" is no date. Write it as 2026-04-03, 03/04/2026, today, +7 or mon")
  }

  private static func ukDay(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  static func number(
    _ option: String, of invocation: Invocation, in range: ClosedRange<Int>, otherwise: Int
  ) throws -> Int {
    guard let text = invocation[option] else { return otherwise }
    guard let number = Int(text), range.contains(number) else {
      throw CommandFailure.usage(
        "\(option) is a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not \"\(text)\"")
    }
    return number
  }
}
