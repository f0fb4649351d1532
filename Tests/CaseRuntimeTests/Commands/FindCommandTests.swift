import CaseRules
import CaseRuntime
import CaseStore
import StoreTestSupport
import Testing
import TestSupport

@Suite("Finding people from the command line")
struct FindCommandTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Run("init", "--role", "arw", in: folder).code == .done)
    for (family, given, born) in [
      ("Hughes", "Megan", "02/03/1985"), ("Hughes", "Siân", "09/09/1979"),
      ("Okafor", "Ngozi", "11/12/1990"),
    ] {
      let person = """
        {"family": "\(family)", "given": "\(given)", "born": "\(born)", "sex": "F",
         "ethnicity": "W1", "nfa": true, "risks": "none"}
        """
      #expect(try Run("submit", "person", input: person, in: folder).code == .done)
    }
    return folder
  }

  @Test("Every hit says why it was found, in three formats")
  func find() throws {
    let folder = try Self.folder()
    let text = try Run("find", "okaffur", "3/12/90", in: folder)
    #expect(text.code == .done, "\(text.errors)")
    #expect(text.output.contains("Found by"))
    #expect(text.output.contains("sounds like Okaffur"))
    let json = try Run("find", "hughes", "3/2/85", "--format", "json", in: folder)
    guard case .array(let rows) = try json.json, let first = rows.first else {
      Issue.record("no list: \(json.output)")
      return
    }
    #expect(first["given_names"] == .string("Megan"))
    #expect(first["born"] == .string("1985-03-02"))
    #expect(first["found_by"] == .string("born 02/03/1985 with day and month swapped"))
    let csv = try Run("find", "sharn", "--format", "csv", "--limit", "1", in: folder)
    #expect(csv.output.hasPrefix("person,family_name,given_names,born,"))
    #expect(csv.output.contains("P-0002,Hughes,Siân,09/09/1979"))
    #expect(try Run("find", "quillfeather", "--format", "json", in: folder).output == "[]\n")
    #expect(try Run("find", in: folder).code == .usedWrongly)
  }

  @Test("The index is made anew, and finds as before")
  func reindex() throws {
    let folder = try Self.folder()
    let run = try Run("reindex", in: folder)
    #expect(run.code == .done, "\(run.errors)")
    #expect(run.output.contains("Indexed 3 people and 0 intelligence reports"))
    #expect(try Run("find", "okaffur", in: folder).output.contains("Okafor"))
  }

  @Test("PPL-012, GEN-003: submit takes the open episode of a person for a form about an episode")
  func submitAboutTheOpenOne() throws {
    let demo = try DemoFile()
    let store = try StoreFile(existing: demo.path, as: "T")
    let (client, stranger) = try store.read { records in
      let people = (1...60).map { PersonID(Int64($0)) }
      return (
        try people.first { person in
          let episode = try EpisodeRecords.open(of: person, in: records)
          guard let episode, episode.state == .activeCommunity else { return false }
          return try HandoverRecords.pending(of: episode.id, in: records) == nil
        }?.ref,
        try people.first { try EpisodeRecords.open(of: $0, in: records) == nil }?.ref
      )
    }
    store.close()
    let answers = #"{"to": "team", "team": "North", "reason": "Moves there next week"}"#
    let asked = try demo.run(
      as: .sup, ["submit", "handover", "--person", try #require(client).text, "--dry-run"],
      input: answers)
    #expect(asked.output.contains("would_save"), "\(asked.output) \(asked.errors)")
    let none = try demo.run(
      as: .sup, ["submit", "handover", "--person", try #require(stranger).text, "--dry-run"],
      input: answers)
    #expect(none.code == .foundWrong)
    #expect(none.errors.contains("has none that is open"))
    let look = try #require(try demo.trail(of: .sup).first)
    #expect(look.kind == "person.view" && look.person?.ref == stranger, "GEN-003: it was told")
    #expect(look.detail?.contains(#""form":"handover""#) == true)
  }

  @Test("submit takes a person by name when only one can be meant, and nobody by likeness")
  func submit() throws {
    let folder = try Self.folder()
    let one = try Run(
      "submit", "person", "--person", "ngozi okafor", "--dry-run", input: "{}", in: folder)
    #expect(one.output.contains("would_save"), "\(one.output) \(one.errors)")
    let several = try Run(
      "submit", "person", "--person", "hughes", "--dry-run", input: "{}", in: folder)
    #expect(several.code == .foundWrong)
    #expect(several.errors.contains("fits several: P-0001 (name), P-0002 (name)"))
    let like = try Run(
      "submit", "person", "--person", "okaffur", "--dry-run", input: "{}", in: folder)
    #expect(like.code == .foundWrong)
    #expect(like.errors.contains("Perhaps: P-0003 (sounds like Okaffur)"))
  }
}
