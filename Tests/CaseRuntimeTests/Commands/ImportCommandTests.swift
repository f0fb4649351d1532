import CaseRuntime
import Testing
import TestSupport

@Suite("The import command")
struct ImportCommandTests {
  private func office() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let made = try Run(
      "init", "--name", "Jo Field", "--role", "ARW", "--suite", "NPT=Newport", "--suite",
      "SHA=Shanklin", in: folder)
    #expect(made.code == .done)
    return folder
  }

  private func entries(_ folder: TemporaryFolder) throws -> [[String]] {
    Array(try Run("export", "custody", in: folder).table.dropFirst())
  }

  private static let good = """
    suite,cell,arrived,offence,reference
    NPT,M1,03/04/2024 09:30,T01,A-1
    Newport,F2,2024-04-03 10:15,common assault,A-2

    """

  @Test("Arrivals come in by code or words, and the same file brings nothing twice")
  func twice() throws {
    let folder = try office()
    let path = try folder.write(Self.good, to: "night.csv")
    let first = try Run("import", "custody", path, in: folder)
    #expect(first.code == .done)
    #expect(first.output.contains("2 imported, 0 there already, 0 rejected"))
    let rows = try entries(folder)
    #expect(rows.map { $0[1] } == ["Newport", "Newport"])
    #expect(rows.map { $0[4] } == ["yes", "no"], "COD-001")
    let second = try Run("import", "custody", path, in: folder)
    #expect(second.code == .done)
    #expect(second.output.contains("0 imported, 2 there already, 0 rejected"))
    #expect(try entries(folder).count == 2)
  }

  @Test("Lines without a number of their own are known by what they say")
  func withoutReference() throws {
    let folder = try office()
    let path = try folder.write(
      "suite;cell;arrived;trigger\nNPT;M1;03/04/2024 09:30;yes\nNPT;M2;03/04/2024 09:30;no\n",
      to: "night.csv")
    #expect(try Run("import", "custody", path, in: folder).output.hasPrefix("2 imported"))
    #expect(
      try Run("import", "custody", path, in: folder).output.contains("0 imported, 2 there already"))
  }

  @Test("A wrong line is named by number and words, goes to a file, and comes in once corrected")
  func rejected() throws {
    let folder = try office()
    let path = try folder.write(
      """
      suite,cell,arrived,offence,reference
      NPT,M1,03/04/2024 09:30,T01,A-1
      XXX,M2,03/04/2024 09:40,T01,A-2
      NPT,heroin user,03/04/2024 09:50,T01,A-3
      NPT,M4,31/02/2024 10:00,T01,A-4
      NPT,M5,03/04/2024 10:10,,A-5

      """, to: "night.csv")
    let run = try Run("import", "custody", path, in: folder)
    #expect(run.code == .foundWrong)
    #expect(run.output.contains("1 imported, 0 there already, 4 rejected"))
    for line in 3...6 { #expect(run.errors.contains("Line \(line): "), "line \(line)") }
    #expect(run.errors.contains("CUS-001"), "the rule is named: \(run.errors)")
    let rejects = try folder.text(of: "night.rejected.csv")
    #expect(rejects.hasPrefix("suite,cell,arrived,offence,reference,"))
    #expect(rejects.split(separator: "\r\n").count == 5)
    #expect(try folder.mode(of: "night.rejected.csv") == 0o600)

    let corrected = rejects.replacing("XXX", with: "SHA")
      .replacing("heroin user", with: "M3")
      .replacing("31/02/2024", with: "03/04/2024")
      .replacing("10:10,,", with: "10:10,N01,")
    let again = try folder.write(corrected, to: "corrected.csv")
    let second = try Run("import", "custody", again, in: folder)
    #expect(second.code == .done, "\(second.errors)")
    #expect(second.output.contains("4 imported"))
    #expect(try entries(folder).count == 5)
    let whole = try Run("import", "custody", path, in: folder)
    #expect(whole.output.contains("0 imported, 5 there already, 0 rejected"))
    #expect(try entries(folder).count == 5, "nothing twice")
  }

  @Test("Other headings are mapped, two columns can be joined, and what is not read is named")
  func mapping() throws {
    let folder = try office()
    let path = try folder.write(
      """
      Custody Site\tCell No\tDate in\tTime in\tNominal\tArrested for
      NPT\tM1\t03/04/2024\t09:30\tSMITH John\tT01

      """, to: "night.csv")
    let run = try Run(
      "import", "custody", path, "--map", "suite=Custody Site", "--map", "arrived=Date in+Time in",
      in: folder)
    #expect(run.code == .done, "\(run.errors)")
    #expect(run.errors.contains("Not read: Nominal"), "CUS-010: a name never comes in")
    let rows = try entries(folder)
    #expect(rows.map { $0[3] } == ["03/04/2024 09:30"])
    #expect(rows.allSatisfy { $0[13].isEmpty })
  }

  @Test("A dry run checks every line and keeps nothing")
  func rehearsal() throws {
    let folder = try office()
    let path = try folder.write(
      Self.good + "XXX,M2,03/04/2024 09:40,T01,A-3\n", to: "night.csv")
    let run = try Run("import", "custody", path, "--dry-run", in: folder)
    #expect(run.code == .foundWrong)
    #expect(run.output.contains("2 would be imported, 0 there already, 1 rejected"))
    #expect(run.errors.contains("Line 4: "))
    #expect(try entries(folder).isEmpty)
    #expect(try !folder.names.contains { $0.contains("rejected") })
  }

  @Test("CUS-005: an imported trigger arrival has its deadlines like a typed one")
  func deadlines() throws {
    let folder = try office()
    let path = try folder.write(Self.good, to: "night.csv")
    _ = try Run("import", "custody", path, in: folder)
    let due = try Run("due", "--owner", "me", "--all", "--format", "csv", in: folder).table
    #expect(due.contains { $0[0] == "Trigger alert" && $0[1] == "CUS-005" && $0[8] == "met" })
  }

  @Test(
    "What cannot be imported at all is said in a sentence",
    arguments: [
      ("", "empty"), ("cell,arrived\nM1,03/04/2024\n", "suite"), ("\u{FFFD},b\n", "suite"),
    ])
  func unusable(_ text: String, _ word: String) throws {
    let folder = try office()
    let path = try folder.write(text, to: "night.csv")
    let run = try Run("import", "custody", path, in: folder)
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains(word), "\(run.errors)")
    #expect(try entries(folder).isEmpty)
  }

  @Test("A missing file, a wrong option: the status says which")
  func wrongUse() throws {
    let folder = try office()
    #expect(try Run("import", "custody", folder.file("none.csv"), in: folder).code == .foundWrong)
    #expect(try Run("import", "custody", in: folder).code == .usedWrongly)
    let path = try folder.write(Self.good, to: "night.csv")
    #expect(
      try Run("import", "custody", path, "--map", "suite", in: folder).code == .usedWrongly)
    #expect(
      try Run("import", "custody", path, "--map", "shoe=size", in: folder).code != .done)
  }
}
