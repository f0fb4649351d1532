import CaseRules
import CaseRuntime
import CaseStore
import StoreTestSupport
import Testing
import TestSupport

@Suite("The export commands")
struct ExportCommandTests {
  struct List: CustomTestStringConvertible, Sendable {
    let what: String
    let columns: String
    var testDescription: String { what }
  }

  static let lists = [
    List(
      what: "custody",
      columns:
        "reference suite cell arrived trigger ppo drr state offer offer_flags approach permission "
        + "person name custody_number offence departed next next_at closed"),
    List(
      what: "caseload",
      columns:
        "reference person family_name given_names born worker state joined last_contact at_risk "
        + "next_appointment next_deadline due deadline_status flags"),
    List(
      what: "workloads",
      columns:
        "worker name role team at_work clients in_prison clients_at_risk overdue handovers_asked "
        + "handovers_leaving away_from away_until covered_by cover_note"),
    List(
      what: "appointments",
      columns:
        "reference person name starts minutes place worker kind purpose state minutes_late reason "
        + "rebooked_to struck_through"),
  ]

  @Test("CSV and JSON hold the same rows under the same names", arguments: lists)
  func formats(_ list: List) throws {
    let demo = try DemoFile()
    let csv = try demo.run(as: .sup, ["export", list.what])
    #expect(csv.code == .done)
    let columns = list.columns.split(separator: " ").map(String.init)
    #expect(csv.table.first == columns, "CSV if nothing is said")
    #expect(csv.table.count > 3)
    #expect(csv.table.allSatisfy { $0.count == columns.count })
    guard
      case .array(let objects) = try demo.run(
        as: .sup, ["export", list.what, "--format", "json"]
      ).json,
      case .object(let first)? = objects.first
    else {
      Issue.record("no list of objects")
      return
    }
    #expect(objects.count == csv.table.count - 1)
    #expect(first.map(\.name) == columns)
    #expect(first.first?.value == .string(csv.table[1][0]))
  }

  @Test("CUS-010: without permission no name, number or offence leaves the program")
  func permission() throws {
    let demo = try DemoFile()
    let rows = try demo.run(as: .arw, ["export", "custody"]).table.dropFirst()
    let without = rows.filter { $0[11] == "no" }
    #expect(!without.isEmpty)
    #expect(without.allSatisfy { row in (12...15).allSatisfy { row[$0].isEmpty } })
    #expect(rows.contains { $0[11] == "yes" && !$0[13].isEmpty })
  }

  @Test("00 section 4: detentions that are not a worker's own go out without a name")
  func custodyNames() throws {
    let demo = try DemoFile()
    let personal = 12...15
    let all = try demo.run(as: .sup, ["export", "custody"]).table.dropFirst()
    let own = try demo.run(as: .drrkw, ["export", "custody"]).table.dropFirst()
    #expect(own.map(\.first) == all.map(\.first), "every detention is there")
    let left = zip(own, all).count { own, all in own[13].isEmpty && !all[13].isEmpty }
    #expect(left > 0)
    #expect(own.allSatisfy { row in !row[13].isEmpty || personal.allSatisfy { row[$0].isEmpty } })
  }

  @Test("A key worker's lists are their own, a team leader's everybody's")
  func own() throws {
    let demo = try DemoFile()
    for what in ["caseload", "appointments"] {
      let own = try demo.run(as: .cjit, ["export", what]).table.dropFirst()
      let all = try demo.run(as: .sup, ["export", what]).table.dropFirst()
      #expect(!own.isEmpty && own.count < all.count)
      let worker = what == "caseload" ? 5 : 6
      #expect(Set(own.map { $0[worker] }) == ["Siobhán Doyle-Marsh"])
      #expect(Set(all.map { $0[worker] }).count > 1)
    }
  }

  @Test("appointments take a first and a last day")
  func days() throws {
    let demo = try DemoFile()
    let one = try demo.run(
      as: .sup, ["export", "appointments", "--from", "2026-04-14", "--to", "14/04/2026"])
    let rows = one.table.dropFirst()
    #expect(!rows.isEmpty && rows.allSatisfy { $0[3].hasPrefix("14/04/2026") })
    let said = try demo.run(
      as: .sup, ["export", "appointments", "--from", "today", "--to", "today"])
    #expect(said.output == one.output, "dates as forms take them")
    let wrong = try demo.run(as: .sup, ["export", "appointments", "--from", "someday"])
    #expect(wrong.code == .usedWrongly)
  }

  @Test(
    "GEN-003: a part of a list is counted as that part, and needs one person where the whole needs two"
  )
  func parts() throws {
    let demo = try DemoFile()
    let whole = try demo.run(as: .sup, ["export", "caseload"]).table.dropFirst()
    let states = Set(whole.map { $0[6] })
    #expect(states.count > 1)
    let some = try demo.run(as: .sup, ["export", "caseload", "--state", "contact"]).table
      .dropFirst()
    #expect(some.map(\.first) == whole.filter { $0[6] == "contact" }.map(\.first))
    let early = try demo.run(as: .sup, ["export", "caseload", "--family", "a-f"]).table.dropFirst()
    #expect(!early.isEmpty && early.count < whole.count)
    #expect(early.allSatisfy { ("A"..."F").contains(String($0[2].prefix(1)).uppercased()) })
    let late = try demo.run(as: .sup, ["export", "caseload", "--due", "overdue"]).table.dropFirst()
    #expect(late.map(\.first) == whole.filter { $0[13] == "overdue" }.map(\.first))
    try demo.allowAlone(people: early.count)
    let refused = try demo.run(as: .sup, ["export", "caseload"])
    #expect(refused.code == .foundWrong)
    for word in ["--family A-F", "--state", "--ask", "large_export_people", "administrator"] {
      #expect(refused.errors.contains(word), "\(word)")
    }
    #expect(try demo.run(as: .sup, ["export", "caseload", "--family", "A-F"]).code == .done)
    let entry = try #require(try demo.trail(of: .sup).first)
    #expect(entry.detail?.contains(#""rows":\#(early.count)"#) == true)
  }

  @Test(
    "an option that means nothing is wrong use, and says what it may be",
    arguments: [
      ["caseload", "--state", "gone"], ["caseload", "--due", "soon"],
      ["caseload", "--family", "F-A"], ["caseload", "--worker", "P-0001"],
      ["appointments", "--state", "late"], ["caseload", "--flag", "zzz"],
      ["caseload", "--worker", "W-9999"], ["appointments", "--worker", "W-9999"],
      ["appointments", "--format", "ics", "--worker", "W-9999"],
    ])
  func wrongParts(_ words: [String]) throws {
    let demo = try DemoFile(people: 20)
    let run = try demo.run(as: .sup, ["export"] + words)
    #expect(run.code == .usedWrongly)
    #expect(words.contains { $0.hasPrefix("--") && run.errors.contains($0) })
  }

  @Test("A caseload goes out by team, as the screen holds it, with the flags of the screen")
  func teamsAndFlags() throws {
    let demo = try DemoFile()
    let whole = try demo.run(as: .sup, ["export", "caseload"]).table.dropFirst()
    let team = try demo.run(as: .sup, ["export", "caseload", "--team", "quayside"]).table
      .dropFirst()
    #expect(!team.isEmpty && team.count < whole.count)
    let workers = try demo.run(as: .sup, ["export", "workloads"]).table.dropFirst()
    let quayside = workers.filter { $0[3] == "Quayside" }
    #expect(Set(team.map { $0[5] }).isSubset(of: Set(quayside.map { $0[1] })))
    #expect(team.count == quayside.reduce(0) { $0 + (Int($1[5]) ?? 0) }, "as workloads count them")
    let flagged = try demo.run(as: .sup, ["export", "caseload", "--flag", "PPO"]).table.dropFirst()
    #expect(!flagged.isEmpty)
    #expect(flagged.allSatisfy { $0[14].contains("PPO") })
    let wrong = try demo.run(as: .sup, ["export", "caseload", "--team", "Nowhere"])
    #expect(wrong.code == .usedWrongly && wrong.errors.contains("Quayside"))
  }

  @Test("PPL-022: what was missed and is not followed up, of any day; what the screen lists")
  func missed() throws {
    let demo = try DemoFile()
    let rows = try demo.run(as: .sup, ["export", "appointments", "--missed"]).table.dropFirst()
    let store = try StoreFile(existing: demo.path, as: "T")
    defer { store.close() }
    let shown = try store.read { records in
      let leader = try #require(try records.workers().map(\.worker).first { $0.role == .sup })
      let context = try records.practice().context(
        at: Moment(local: try #require(CalendarDate(iso: DemoFile.day)), .init(minutesOfDay: 900)),
        for: leader)
      return try MissedAppointments.lines(everyone: true, in: records, context)
    }
    #expect(!rows.isEmpty)
    #expect(rows.compactMap(\.first) == shown.map(\.appointment.ref.text))
  }

  @Test("Part of the names and names in a calendar are two options, and go together")
  func namesAndPartOfThem() throws {
    let demo = try DemoFile()
    let days = ["--from", "2026-01-01", "--to", "2026-12-31"]
    func lines(_ words: [String]) throws -> Run {
      try demo.run(as: .sup, ["export", "appointments"] + words + days)
    }
    let all = try lines([]).table.dropFirst()
    let part = try lines(["--family", "A-F"]).table.dropFirst()
    #expect(!part.isEmpty && part.count < all.count)
    let named = try #require(part.first { $0[1].hasPrefix("P-") })
    let family = String(named[2].prefix { $0 != " " })
    #expect(try lines(["--format", "ics", "--names"]).output.contains(family))
    let both = try lines(["--format", "ics", "--names", "--family", "A-F"])
    #expect(both.code == .done && both.output.contains(family))
    #expect(both.output.split(separator: "BEGIN:VEVENT").count == part.count + 1)
    #expect(try !lines(["--format", "ics", "--family", "A-F"]).output.contains(family))
    #expect(try lines(["--names"]).errors.contains("--family"))
  }

  @Test("Every option of a command has a name of its own")
  func optionsOfTheirOwn() {
    for command in Commands.all + [Commands.program] {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
    }
  }

  @Test("CUS-015: callers who are not on file stand among the appointments by their call, in order")
  func callers() throws {
    let demo = try DemoFile()
    let rows = try demo.run(
      as: .sup, ["export", "appointments", "--from", "2026-01-01", "--to", "2026-12-31"]
    ).table.dropFirst()
    let callers = rows.filter { $0[0].hasPrefix("L-") }
    #expect(!callers.isEmpty)
    #expect(callers.allSatisfy { $0[1].isEmpty && $0[8] == "After helpline call \($0[0])" })
    let calendar = try demo.run(
      as: .sup,
      ["export", "appointments", "--format", "ics", "--from", "2026-01-01", "--to", "2026-12-31"])
    #expect(callers.allSatisfy { calendar.output.contains("UID:\($0[0])-") })
  }

  @Test(
    "GEN-003: a file is for its owner alone, never over another, and on the trail with its rows")
  func file() throws {
    let demo = try DemoFile()
    let path = demo.folder.file("list.csv")
    let run = try demo.run(as: .sup, ["export", "caseload", path])
    #expect(run.code == .done && run.output.isEmpty)
    #expect(try demo.folder.mode(of: "list.csv") == 0o600)
    let text = try demo.folder.text(of: "list.csv")
    let entry = try #require(try demo.trail(of: .sup).first)
    #expect(entry.kind == "export")
    let rows = text.split(separator: "\r\n").count - 1
    #expect(entry.detail?.contains(#""what":"caseload""#) == true)
    #expect(entry.detail?.contains(#""rows":\#(rows)"#) == true)

    let again = try demo.run(as: .sup, ["export", "caseload", path])
    #expect(again.code == .foundWrong)
    #expect(try demo.folder.text(of: "list.csv") == text)
  }

  @Test(
    "CUS-022, GEN-003: a list that a role may not have is refused, leaves no file, and is noted",
    arguments: [
      ("custody", Role.dio, "CUS-022"), ("custody", .supt, "CUS-022"), ("custody", .adm, "GEN-003"),
      ("caseload", .dio, "GEN-003"), ("caseload", .adm, "GEN-003"),
      ("appointments", .supt, "GEN-003"),
    ])
  func refused(_ what: String, _ role: Role, _ rule: String) throws {
    let demo = try DemoFile(people: 20)
    let path = demo.folder.file("list.csv")
    let run = try demo.run(as: role, ["export", what, path])
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains(rule))
    #expect(try !demo.folder.names.contains("list.csv"))
    let entry = try #require(try demo.trail(of: role).first)
    #expect(entry.kind == "permission.refused" && entry.rule == rule)
  }

  @Test(
    "T18, GEN-003: a list of more people than one takes out is refused with what to do, and leaves once",
    arguments: ["export caseload", "due", "history --kind print"])
  func large(_ command: String) throws {
    let demo = try DemoFile()
    let words = command.split(separator: " ").map(String.init)
    try demo.allowAlone(people: 3)
    for number in Int64(1)...4 {
      _ = try demo.run(as: .cjit, ["print", "client", RecordRef(.person, number).text])
    }
    let refused = try demo.run(as: .sup, words)
    #expect(refused.code == .foundWrong && refused.output.isEmpty)
    #expect(refused.errors.contains("GEN-003") && refused.errors.contains("3 people"))
    #expect(try demo.trail(of: .sup).first?.kind == "permission.refused")

    let asked = try demo.run(as: .sup, words + ["--ask", "For the yearly audit"])
    #expect(asked.code == .done, "\(asked.errors)")
    let proposal = try #require(RecordRef("T-0001"))
    #expect(asked.output.contains("\(proposal.text) waits a day"))
    #expect(try demo.run(as: .sup, words).code == .foundWrong, "nobody has answered yet")

    try demo.confirm(proposal)
    let left = try demo.run(as: .sup, words)
    #expect(left.code == .done, "\(left.errors)")
    #expect(!left.output.isEmpty)
    #expect(try demo.run(as: .sup, words).code == .foundWrong, "once")
  }

  @Test("a file that is refused is not left behind, and figures need nobody else")
  func largeFile() throws {
    let demo = try DemoFile()
    try demo.allowAlone(people: 1)
    let run = try demo.run(as: .sup, ["export", "caseload", demo.folder.file("list.csv")])
    #expect(run.code == .foundWrong)
    #expect(try !demo.folder.names.contains("list.csv"))
    #expect(try demo.run(as: .sup, ["export", "directory"]).code == .done)
    let needless = try demo.run(as: .sup, ["export", "directory", "--ask", "For the audit"])
    #expect(needless.code == .usedWrongly)
  }

  @Test("An unknown list is wrong use")
  func unknown() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("export", "everything", in: folder).code == .usedWrongly)
  }
}
