import CaseRuntime
import FoundationEssentials
import Testing
import TestSupport

@Suite("Care plans and papers that leave the program")
struct PrintCommandTests {
  /// A demonstration of a hundred people; the key worker's clients have care plans.
  private static func demo(in folder: TemporaryFolder) throws -> String {
    let path = folder.file("demo.db")
    let made = try Run(
      "demo", "--make-only", "--people", "90", "--seed", "4", "--today", "2026-11-26", "--data",
      path, in: folder)
    #expect(made.code == .done, "\(made.errors)")
    return path
  }

  private static func run(
    _ words: String, as role: String = "CJIT", on data: String, in folder: TemporaryFolder
  ) throws -> Run {
    try Run(
      words.split(separator: " ").map(String.init)
        + ["--data", data, "--as", role, "--today", "2026-11-26"], input: [], in: folder)
  }

  private static func texts(_ name: String, in rows: [JSONValue]) -> [String] {
    rows.compactMap { row in
      if case .string(let text)? = row[name] { text } else { nil }
    }
  }

  @Test("export care-plans: each goal a row, own clients only, everybody's for a team leader")
  func export() throws {
    let folder = try TemporaryFolder()
    let data = try Self.demo(in: folder)
    let own = try Self.run("export care-plans --format json", on: data, in: folder)
    #expect(own.code == .done, "\(own.errors)")
    guard case .array(let rows) = try own.json, let first = rows.first else {
      Issue.record("no rows")
      return
    }
    #expect(Set(Self.texts("domain", in: rows)).count == 4)
    #expect(Set(Self.texts("worker", in: rows)) == ["Siobhán Doyle-Marsh"])
    for column in [
      "plan", "version", "person", "made", "action", "lead_agency", "target", "status",
    ] {
      #expect(first[column] != nil, "\(column)")
    }
    let all = try Self.run("export care-plans --format csv", as: "SUP", on: data, in: folder)
    #expect(all.output.hasPrefix("plan,version,person,name,worker,made,agreed,"))
    #expect(all.output.split(separator: "\r\n").count > rows.count + 1)
    let none = try Self.run("export care-plans", as: "ADM", on: data, in: folder)
    #expect(none.code == .foundWrong)
    #expect(none.errors.contains("GEN-003"))
  }

  @Test("print client writes text to the output and HTML to a file of 0600 in a folder of 0700")
  func print() throws {
    let folder = try TemporaryFolder()
    let data = try Self.demo(in: folder)
    guard
      case .array(let rows) = try Self.run("export care-plans --format json", on: data, in: folder)
        .json, case .string(let person)? = rows.first?["person"]
    else {
      Issue.record("no client with a plan")
      return
    }
    let text = try Self.run("print client \(person)", on: data, in: folder)
    #expect(text.code == .done, "\(text.errors)")
    #expect(text.output.hasPrefix("CONFIDENTIAL - PERSONAL DATA\n"))
    #expect(text.output.contains("Client summary and care plan"))
    let saved = try Self.run("print client \(person) --format html --save", on: data, in: folder)
    #expect(saved.code == .done, "\(saved.errors)")
    let path = saved.output.trimmingSuffix()
    #expect(path.hasPrefix(folder.file("exports/client-\(person)-20261126-")))
    #expect(path.hasSuffix(".html"))
    let name = String(path.dropFirst(folder.path.count + 1))
    #expect(try folder.mode(of: name) == 0o600)
    #expect(try folder.mode(of: "exports") == 0o700)
    #expect(try folder.text(of: name).contains("<h1>Client summary and care plan</h1>"))
  }

  @Test("GEN-003: who may not read people prints nobody, by number or by name")
  func refused() throws {
    let folder = try TemporaryFolder()
    let data = try Self.demo(in: folder)
    let administrator = try Self.run("print client P-0001", as: "ADM", on: data, in: folder)
    #expect(administrator.code == .foundWrong)
    #expect(administrator.output.isEmpty)
    #expect(administrator.errors.contains("GEN-003"))
    let named = try Self.run("print client smith", as: "ADM", on: data, in: folder)
    #expect(named.code == .foundWrong && named.errors.contains("GEN-003"), "\(named.errors)")
    let nobody = try Self.run("print client zzyzx", on: data, in: folder)
    #expect(nobody.code == .foundWrong && nobody.errors.contains("Nobody is certain"))
    #expect(try Self.run("print client C-0001", on: data, in: folder).code == .usedWrongly)
    #expect(
      try Self.run("print client P-0001 --format pdf", on: data, in: folder).code == .usedWrongly)
    #expect(try Self.run("print client P-999999", on: data, in: folder).code == .foundWrong)
  }
}

extension String {
  fileprivate func trimmingSuffix() -> String { String(prefix { $0 != "\n" }) }
}
