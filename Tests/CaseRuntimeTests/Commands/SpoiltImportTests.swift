import CaseRuntime
import Testing
import TestSupport

@Suite("Import of spoilt files")
struct SpoiltImportTests {
  private static let good = """
    suite,cell,arrived,offence,reference
    NPT,M1,03/04/2024 09:30,T01,A-1
    Newport,F2,2024-04-03 10:15,common assault,A-2
    NPT,"M 3",3 apr 2024 11:00,T02,"A-3"

    """

  @Test("T9: 200 spoilt files: no crash; what is refused changes nothing; the records stay good")
  func many() throws {
    let folder = try TemporaryFolder()
    let made = try Run(
      "init", "--name", "Jo Field", "--role", "ARW", "--suite", "NPT=Newport", in: folder)
    #expect(made.code == .done)
    var chance = Dice(seed: 9)
    var entries = 0
    for number in 0..<200 {
      let bytes = chance.spoilt(Array(Self.good.utf8))
      let path = try folder.write(bytes: bytes, to: "spoilt.csv")
      let run = try Run("import", "custody", path, in: folder)
      let words = "file \(number): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      #expect(run.code == .done || !(run.errors + run.output).isEmpty, "\(words)")
      let now = try Run("export", "custody", in: folder).table.count
      if run.code == .usedWrongly { #expect(now == max(entries, 1), "\(words)") }
      #expect(now >= entries, "\(words)")
      entries = now
    }
    #expect(try Run("verify", in: folder).code == .done)
  }
}
