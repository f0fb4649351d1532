import CaseRules
import CaseRuntime
import CaseStore
import StoreTestSupport
import Testing

@Suite("The due command")
struct DueCommandTests {
  private static let columns = [
    "name", "rule", "person", "person_name", "about", "owner", "start_fact", "due", "status",
    "working",
  ]

  @Test("GEN-008: CSV has name, rule, person, owner, start fact, due date, status and working")
  func csv() throws {
    let demo = try DemoFile()
    let run = try demo.run(as: .sup, ["due", "--format", "csv"])
    #expect(run.code == .done)
    let table = run.table
    #expect(table.first == Self.columns)
    let rows = table.dropFirst()
    #expect(rows.count > 5)
    #expect(rows.allSatisfy { $0.count == Self.columns.count })
    for column in ["name", "rule", "about", "owner", "start_fact", "due", "status", "working"] {
      let place = try #require(Self.columns.firstIndex(of: column))
      #expect(rows.allSatisfy { !$0[place].isEmpty }, "\(column)")
    }
    #expect(rows.contains { $0[1] == "CUS-012" && $0[2].isEmpty && $0[3].isEmpty }, "no permission")
    #expect(rows.contains { $0[2].hasPrefix("P-") && !$0[3].isEmpty })
    let statuses = Set(rows.map { $0[8] })
    #expect(statuses.isSubset(of: ["running", "due_soon", "overdue"]), "what is still owed")
    #expect(statuses.contains("overdue"))
  }

  @Test("JSON has the same rows under the same names, with dates a program can read")
  func json() throws {
    let demo = try DemoFile()
    let rows = try demo.run(as: .sup, ["due", "--format", "json"]).json
    let table = try demo.run(as: .sup, ["due", "--format", "csv"]).table
    guard case .array(let objects) = rows, case .object(let first)? = objects.first else {
      Issue.record("no list of objects")
      return
    }
    #expect(objects.count == table.count - 1)
    #expect(first.map(\.name) == Self.columns)
    let dates = objects.compactMap { object -> String? in
      if case .string(let text)? = object["due"] { text } else { nil }
    }
    #expect(dates.count == objects.count)
    #expect(dates.allSatisfy { $0.prefix(5) == "2026-" }, "TIME-001 is for people")
    #expect(objects.contains { $0["person_name"] == .null }, "nothing known is null, not empty")
  }

  @Test("GEN-005: the text carries the marking, then titles and rows in the order of the dates")
  func text() throws {
    let demo = try DemoFile()
    let run = try demo.run(as: .arw, ["due"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "CONFIDENTIAL - PERSONAL DATA")
    #expect(lines.dropFirst().first?.hasPrefix("Deadline") == true)
    #expect(lines.count > 2)
  }

  @Test("GEN-008: own work without --owner; --all adds what is met, set aside or not begun")
  func whose() throws {
    let demo = try DemoFile()
    let own = try demo.run(as: .cjit, ["due", "--format", "csv"]).table.dropFirst()
    let owners = Set(own.map { $0[5] })
    #expect(owners == ["S.DOYLE-MARSH", "SPOC worker"], "one's own, and what one's role owes")
    let everybody = try demo.run(as: .sup, ["due", "--format", "csv"]).table.dropFirst()
    #expect(own.allSatisfy { everybody.contains($0) })
    #expect(everybody.contains { $0[5] == "arrest referral workers" })
    #expect(
      everybody.contains { $0[5] == "custody officer" }, "owed outside, overdue: the leader's")
    let all = try demo.run(as: .sup, ["due", "--all", "--format", "csv"]).table.dropFirst()
    let statuses = Set(all.map { $0[8] })
    #expect(statuses.isSuperset(of: ["met", "met_late", "not_applicable", "no_start_date"]))
    let worker = try demo.run(as: .sup, ["due", "--owner", "W-0004", "--format", "csv"]).table
    #expect(
      Set(worker.dropFirst()) == Set(own.filter { $0[5] == "S.DOYLE-MARSH" }),
      "the first key worker's, by number")
  }

  @Test("GEN-003: the list is on the trail; one that is refused is, too, and the status says so")
  func trail() throws {
    let demo = try DemoFile()
    let run = try demo.run(as: .sup, ["due", "--format", "csv"])
    let noted = try #require(try demo.trail(of: .sup).first)
    #expect(noted.kind == "list.view")
    #expect(noted.detail?.contains(#""rows":\#(run.table.count - 1)"#) == true)

    for role in [Role.cjit, .dio, .adm] {
      let refused = try demo.run(as: role, ["due", "--owner", "everyone"])
      #expect(refused.code == .foundWrong)
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("GEN-003"))
      let entry = try #require(try demo.trail(of: role).first)
      #expect(entry.kind == "permission.refused" && entry.rule == "GEN-003")
    }
  }

  @Test("Wrong use is status 2", arguments: [["--owner", "nobody"], ["--format", "xml"]])
  func wrong(_ words: [String]) throws {
    let demo = try DemoFile(people: 20)
    #expect(try demo.run(as: .arw, ["due"] + words).code == .usedWrongly)
  }
}
