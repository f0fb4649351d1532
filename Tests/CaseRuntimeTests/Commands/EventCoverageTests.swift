import CaseRules
import CaseRuntime
import CaseStore
import StoreTestSupport
import TestSupport
import Testing

/// GEN-003: nothing that shows, changes or gives out records does so without an entry.
@Suite("What each command leaves on the trail")
struct EventCoverageTests {
  /// A command with the words after it, the role that does it, and the kinds it leaves; none for
  /// what shows nobody's records.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var words: [String] = []
    var role = Role.sup
    var input = ""
    let kinds: Set<String>
    var testDescription: String { name }

    init(
      _ name: String, _ words: [String] = [], as role: Role = .sup, input: String = "",
      leaves kinds: Set<String>
    ) {
      (self.name, self.words, self.role, self.input, self.kinds) = (name, words, role, input, kinds)
    }
  }

  static let cases: [Case] = [
    Case("find", ["smith"], leaves: ["person.found"]),
    Case("due", leaves: ["list.view"]),
    Case("history", ["--person", "P-0001"], leaves: ["history.view"]),
    Case(
      "submit", ["contact-attempt", "--person", "P-0001"], as: .cjit,
      input: #"{"when": "now", "method": "phone", "result": "no-answer"}"#,
      leaves: ["record.create"]),
    Case("export custody", leaves: ["export"]), Case("export caseload", leaves: ["export"]),
    Case("export workloads", leaves: ["export"]),
    Case("export appointments", leaves: ["export"]), Case("export care-plans", leaves: ["export"]),
    Case("export treatment", leaves: ["export"]), Case("export calls", leaves: ["export"]),
    Case("export referrals", leaves: ["export"]), Case("export directory", leaves: ["export"]),
    Case("export service-review", leaves: ["export"]),
    Case("export edii", leaves: ["export"]), Case("export edii-figures", leaves: ["export"]),
    Case("export reports", leaves: ["export"]), Case("export bronze", leaves: ["export"]),
    Case("print letter", ["BR-0007"], as: .dio, leaves: ["print"]),
    Case("print notice", ["BR-0004", "1"], as: .dio, leaves: ["print"]),
    Case("print client", ["P-0001"], as: .cjit, leaves: ["print"]),
    Case(
      "worker add", ["--name", "Nell Amory", "--role", "CJIT"], as: .adm, leaves: ["worker.change"]),
    Case("worker change", ["W-0005", "--team", "North"], as: .adm, leaves: ["worker.change"]),
    Case(
      "worker role", ["W-0005", "SUP"], as: .adm, leaves: ["worker.change", "sign-in.confirmed"]),
    Case("worker disable", ["W-0005"], as: .adm, leaves: ["worker.change"]),
    Case("worker reset", ["W-0005"], as: .adm, leaves: ["password.reset"]),
    Case("backup", ["copy.db"], as: .adm, leaves: ["backup"]),
    Case("reindex", as: .adm, leaves: ["index.rebuild"]),
  ]

  /// Commands that show nobody's records, or have their entry looked for elsewhere.
  ///
  /// `verify` leaves one where the account is a worker's, `import` where a file comes in.
  static let without: Set<String> = [
    "demo", "forms", "init", "bench", "settings", "rules", "version", "worker list", "verify",
    "keymap check", "theme check", "import custody", "import directory", "import people",
    "doctor", "restore",
  ]

  @Test("every command stands in one of the two lists")
  func complete() {
    let names = Set(Commands.all.map(\.name))
    #expect(names.subtracting(Self.cases.map(\.name)).subtracting(Self.without) == [])
    for one in Self.cases { #expect(names.contains(one.name), "\(one.name)") }
  }

  @Test("GEN-003: it leaves its kind of entry", arguments: cases)
  func leaves(one: Case) throws {
    let demo = try DemoFile()
    let before = try demo.trailEnd()
    let words = one.words.map { $0 == "copy.db" ? demo.folder.file($0) : $0 }
    let command = one.name.split(separator: " ").map(String.init) + words
    // Some commands are for the account that owns the file and take no role.
    let takesRole = Commands.all.first { $0.name == one.name }?.options.contains {
      $0.name == "--as"
    }
    let run =
      takesRole == true
      ? try demo.run(as: one.role, command, input: one.input)
      : try Run(command + ["--data", demo.path], input: [], in: demo.folder)
    #expect(run.code == .done, "\(run.output) \(run.errors)")
    let kinds = try demo.kinds(after: before)
    #expect(one.kinds.isSubset(of: kinds), "\(kinds)")
    #expect(kinds.allSatisfy { EventKind.of($0) != nil })
  }
}

extension DemoFile {
  func trailEnd() throws -> Int64 {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try store.read { try $0.trailHead() }?.number ?? 0
  }

  func kinds(after number: Int64) throws -> Set<String> {
    let store = try StoreFile(existing: path, as: "T")
    defer { store.close() }
    return try store.read { try $0.auditKinds(after: number) }
  }
}
