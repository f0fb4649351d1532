import CaseRuntime
import Glibc
import Testing
import TestSupport

@Suite("Commands that stand alone")
struct SmallCommandTests {
  @Test("Every command explains itself, in lines that fit a small terminal")
  func help() throws {
    let folder = try TemporaryFolder()
    for command in Commands.all {
      let run = try Run(
        command.name.split(separator: " ").map(String.init) + ["--help"], input: [], in: folder)
      #expect(run.code == .done)
      #expect(run.output.hasPrefix("NAME\n  throughcare \(command.name) - "))
      #expect(run.output.contains("EXIT STATUS"))
      let long = run.output.split(separator: "\n").filter { $0.count > 80 }
      #expect(long.isEmpty, "\(command.name)")
    }
    let overview = try Run("--help", in: folder)
    for command in Commands.all where !command.isHidden {
      #expect(overview.output.contains(command.name))
    }
  }

  @Test("Wrong use is status 2 with a sentence, and nothing on the answer")
  func wrong() throws {
    let folder = try TemporaryFolder()
    for words in [["frobnicate"], ["settings", "--format", "xml"], ["backup"], ["rules", "XYZ"]] {
      let run = try Run(words, input: [], in: folder)
      #expect(run.code == .usedWrongly)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("throughcare: "))
    }
  }

  @Test("init makes a file and folder for their owner alone, and never over another file")
  func initialise() throws {
    let folder = try TemporaryFolder()
    let first = try Run("init", "--name", "Jo Field", "--role", "adm", in: folder)
    #expect(first.code == .done)
    #expect(first.output.contains("Jo Field, administrator"))
    #expect(try folder.mode(of: ".local/share/throughcare") == 0o700)
    #expect(try folder.mode(of: ".local/share/throughcare/casebook.db") == 0o600)
    let second = try Run("init", in: folder)
    #expect(second.code == .foundWrong)
    #expect(second.errors.contains("left as it is"))
  }

  @Test("A data file that others can read is refused with the command that closes it")
  func tooOpen() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", in: folder).code == .done)
    let path = folder.file(".local/share/throughcare/casebook.db")
    chmod(path, 0o644)
    let run = try Run("settings", in: folder)
    #expect(run.code == .foundWrong)
    #expect(run.errors.contains("chmod 600 '\(path)'"))
  }

  @Test("settings prints the defaults without a file, in three formats")
  func settings() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("settings", in: folder).output.contains("override_reason_min"))
    let csv = try Run("settings", "--format", "csv", in: folder).output
    #expect(csv.hasPrefix("key,value,default,accepts,explanation\r\n"))
    let json = try Run("settings", "--format", "json", in: folder).json
    guard case .array(let rows) = json else {
      Issue.record("no list")
      return
    }
    #expect(rows.first?["key"] == .string("override_reason_min"))
    #expect(rows.first?["value"] == .string("10"))
  }

  @Test("A missing, foreign or damaged file is named in words and left alone")
  func badFiles() throws {
    let folder = try TemporaryFolder()
    let missing = try Run("backup", "x", "--data", folder.file("none.db"), in: folder)
    #expect(missing.code == .foundWrong)
    #expect(missing.errors.contains("There is no data file"))
    for (name, text) in [("text.db", "hello\n"), ("long.db", String(repeating: "x", count: 9_000))]
    {
      let path = try folder.write(text, to: name)
      chmod(path, 0o600)
      let run = try Run("settings", "--data", path, in: folder)
      #expect(run.code == .foundWrong)
      #expect(run.errors.contains(path))
      #expect(try folder.text(of: name) == text)
    }
  }

  @Test("backup copies a file while it is open, and refuses to write over one")
  func backup() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", in: folder).code == .done)
    let copy = folder.file("copy.db")
    #expect(try Run("backup", copy, in: folder).code == .done)
    #expect(try folder.mode(of: "copy.db") == 0o600)
    #expect(try Run("settings", "--data", copy, in: folder).code == .done)
    #expect(try Run("backup", copy, in: folder).code == .foundWrong)
  }

  @Test("rules lists an area; theme check names lines and contrast")
  func rulesAndThemes() throws {
    let folder = try TemporaryFolder()
    let rules = try Run("rules", "cus", "--format", "csv", in: folder)
    #expect(rules.output.contains("CUS-006,block,"))
    #expect(!rules.output.contains("PPL-"))
    let bad = try folder.write("name = Mine\n[roles]\ntext = pink on mauve\n", to: "theme")
    let check = try Run("theme", "check", bad, in: folder)
    #expect(check.code == .foundWrong)
    #expect(check.output.contains("line 3"))
  }

  @Test("A record is named in words as on the screen, where it alone fits; others are listed")
  func namedInWords() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Run(
        "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold", in: folder
      ).code == .done)
    func submit(_ form: String, _ fields: String, about: String? = nil) throws -> Run {
      let words = ["submit", form] + (about.map { ["--about", $0] } ?? [])
      return try Run(words, input: Array(fields.utf8), in: folder)
    }
    for name in ["PS Hale", "PC Lowe", "PC Hallam"] {
      #expect(try submit("officer", #"{"name": "\#(name)", "active": true}"#).code == .done)
    }
    #expect(
      try submit("arrival", #"{"suite": "NF", "cell": "M1", "offence": "theft"}"#).code == .done)
    func offer(_ officer: String) throws -> Run {
      try submit(
        "offer",
        #"{"result": "accepted", "officer": "\#(officer)", "positively": true,"#
          + #" "independence": true}"#, about: "C-0001")
    }
    let several = try offer("ha")
    #expect(several.code == .foundWrong)
    #expect(several.output.contains("2 fit"))
    #expect(several.output.contains("O-0001 PS Hale") && several.output.contains("O-0003"))
    #expect(try offer("xqzzy").output.contains("fits \\\"xqzzy\\\""))
    let one = try offer("hale")
    #expect(one.code == .done, "\(one.output)")
    #expect(one.output.contains("taken_for") && one.output.contains("PS Hale"), "\(one.output)")
    for letter in "abcdefghij" {
      #expect(try submit("officer", #"{"name": "PC Orm\#(letter)", "active": true}"#).code == .done)
    }
    #expect(try offer("orm").output.contains("At least 10 fit"))
    #expect(try !offer("O-0002").output.contains("taken_for"))
  }

  @Test("What a form fills in by itself is told, with where it comes from")
  func filledIn() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Run(
        "init", "--name", "Amina Begum", "--role", "ARW", "--suite", "NF=Northfold", in: folder
      ).code == .done)
    let silent = try Run(
      ["submit", "arrival", "--dry-run"], input: Array(#"{"cell": "M1", "trigger": true}"#.utf8),
      in: folder)
    #expect(silent.code == .done, "\(silent.output)")
    #expect(silent.output.contains("filled_in") && silent.output.contains("the only suite"))
    let given = try Run(
      ["submit", "arrival", "--dry-run"],
      input: Array(
        #"{"suite": "NF", "arrived": "now", "cell": "M1", "trigger": true}"#.utf8), in: folder)
    #expect(!given.output.contains("filled_in"), "\(given.output)")
    let emptied = try Run(
      ["submit", "arrival", "--dry-run"],
      input: Array(#"{"suite": null, "cell": "M1", "trigger": true}"#.utf8), in: folder)
    #expect(emptied.code == .foundWrong, "\(emptied.output)")
  }

  @Test("--today is refused on a file of real records, and --as asks for a password there")
  func realClock() throws {
    let folder = try TemporaryFolder()
    #expect(try Run("init", in: folder).code == .done)
    let run = try Run(
      ["submit", "arrival", "--today", "2026-04-03"], input: Array("{}".utf8), in: folder)
    #expect(run.code == .usedWrongly)
    #expect(run.errors.contains("for demonstrations"))
    let other = try Run(["submit", "arrival", "--as", "SUP"], input: Array("{}".utf8), in: folder)
    #expect(other.code != .done)
    #expect(other.errors.contains("no terminal"))
  }
}
