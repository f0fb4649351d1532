import CaseRules
import CaseRuntime
import CaseStore
import Testing

@Suite("The history command")
struct HistoryCommandTests {
  @Test("GEN-003: who looked at this person, when and why: one line for an auditor")
  func auditor() throws {
    let demo = try DemoFile()
    #expect(try demo.run(as: .cjit, ["print", "client", "P-0001"]).code == .done)
    let run = try demo.run(
      as: .aud, ["history", "--person", "P-0001", "--kind", "prints", "--format", "csv"])
    #expect(run.code == .done)
    let rows = run.table.dropFirst()
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row[5] == "print" && row[6] == "disclosure" && row[7] == "P-0001")
    #expect(row[8] == "", "no name for an auditor")
  }

  @Test("JSON and CSV have the same rows, the newest first")
  func formats() throws {
    let demo = try DemoFile()
    let csv = try demo.run(as: .sup, ["history", "--person", "P-0001", "--format", "csv"])
    let numbers = csv.table.dropFirst().compactMap { Int($0[0]) }
    #expect(numbers.count > 5)
    #expect(numbers == numbers.sorted(by: >))
    let json = try demo.run(
      as: .sup, ["history", "--person", "P-0001", "--kind", "record.create", "--format", "json"]
    ).json
    guard case .array(let objects) = json else {
      Issue.record("no list")
      return
    }
    #expect(objects.count > 1)
    #expect(objects.allSatisfy { $0["kind"] == .string("record.create") })
  }

  @Test("a day outside, and a kind nobody knows")
  func filters() throws {
    let demo = try DemoFile()
    let none = try demo.run(
      as: .sup, ["history", "--person", "P-0001", "--to", "2020-01-01", "--format", "csv"])
    #expect(none.table.count == 1)
    let unknown = try demo.run(as: .sup, ["history", "--kind", "frob"])
    #expect(unknown.code == .usedWrongly)
    #expect(unknown.errors.contains("looks"))
  }

  @Test("GEN-003: who may not see it is told why, and the refusal stands on the person's trail")
  func refused() throws {
    let demo = try DemoFile()
    let run = try demo.run(as: .adm, ["history", "--person", "P-0001"])
    #expect(run.code == .foundWrong)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("administrator"))
    let seen = try demo.run(
      as: .aud, ["history", "--person", "P-0001", "--refused", "--format", "csv"])
    #expect(seen.table.count == 2)
  }
}
