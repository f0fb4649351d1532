import CaseRuntime
import Testing
import TestSupport

@Suite("The directory, people, calls and the calendar, without the screen")
struct EnquiryCommandTests {
  private func office() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Run("init", "--name", "Cara Doyle", "--role", "cjit", in: folder).code == .done)
    return folder
  }

  private static let services = """
    Organisation,Tier,Town,Ages,Telephone,Opening times,How to refer
    Harbour Advice,tier 2,Northfold,all,01632 960999,Mon 9-5,ring
    Odd One,tier 9,Northfold,all,01632 960998,,ring
    """

  @Test("PPL-054: services come in under other headings, once, and rejected lines with the reason")
  func directory() throws {
    let folder = try office()
    let file = try folder.write(Self.services, to: "services.csv")
    let missing = try Run("import", "directory", file, in: folder)
    #expect(missing.code == .foundWrong)
    #expect(missing.errors.contains("last-checked"))
    let words = ["import", "directory", file, "--set", "last-checked=today"]
    let first = try Run(words, input: [], in: folder)
    #expect(first.code == .foundWrong)
    #expect(first.output.contains("1 imported, 0 there already, 1 rejected"))
    #expect(try folder.text(of: "services.rejected.csv").contains("Odd One"))
    #expect(first.output.contains("The 1 rejected line is in"))
    #expect(first.output.contains("services.rejected.csv, each with what is wrong"))
    #expect(first.output.contains("import it, with the same options"))
    let again = try Run(words, input: [], in: folder)
    #expect(again.output.contains("0 imported, 1 there already, 1 rejected"))
    let list = try Run("export", "directory", in: folder)
    #expect(list.output.contains("Harbour Advice,tier-2,Northfold"))
    #expect(!list.output.contains("Odd One"))
  }

  @Test(
    "PPL-054: a service of the same name, type and area comes in once, whatever else a line says")
  func sameService() throws {
    let folder = try office()
    let head = "name,type,area,age-group,phone,referral-route,last-checked\n"
    let file = try folder.write(
      head + """
        Harbour Advice,tier-2,Northfold,all,01632 960999,ring,01/10/2007
        HARBOUR ADVICE,tier-2,northfold,18+,01632 960111,ring,02/10/2007
        Harbour Advice,tier-3,Northfold,all,01632 960999,ring,01/10/2007
        Harbour Advice,tier-2,Castlemere,all,01632 960999,ring,01/10/2007

        """, to: "services.csv")
    let first = try Run("import", "directory", file, in: folder)
    #expect(first.output.contains("3 imported, 1 there already, 0 rejected"), "\(first.output)")
    #expect(first.errors.contains("Line 3: already on file as G-0001"), "\(first.errors)")
    #expect(first.code == .done)
    let other = try folder.write(
      head + "Hárbour advice,tier-2,Northfold,all,01632 960222,form,03/10/2007\n", to: "more.csv")
    let again = try Run("import", "directory", other, in: folder)
    #expect(again.output.contains("0 imported, 1 there already, 0 rejected"))
    #expect(again.errors.contains("Line 2: already on file as G-0001"))
    #expect(try Run("export", "directory", in: folder).table.count == 4)
  }

  private static let people = """
    Surname,Forename,DOB,Gender,Ethnicity,NFA,Risk,Mobile,AKA
    Newman,Tess,03/04/1985,F,W1,yes,none,07700 900123,Tessie
    Newman,Teresa,03/04/1985,F,W1,yes,none,,
    Quill,Owen,,M,W1,yes,none,,
    """

  @Test("People come in under the codes of the person form as well")
  func codes() throws {
    let folder = try office()
    let file = try folder.write(
      """
      family,given,born,sex,ethnicity,nfa,risks,phones.number,aliases
      Newman,Tess,03/04/1985,F,W1,yes,none,07700 900123,Tessie
      """, to: "codes.csv")
    let run = try Run(
      [
        "import", "people", file, "--set", "language=English", "--set", "interpreter=no",
      ], input: [], in: folder)
    #expect(run.code == .done, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("not read"), "\(run.output)")
    #expect(try Run("find", "07700900123", in: folder).output.contains("Newman"))
  }

  @Test("PPL-004: a line that may be of somebody on file comes in, and the summary says so")
  func possible() throws {
    let folder = try office()
    let file = try folder.write(
      """
      Surname,Forename,DOB,Gender,Ethnicity,NFA,Risk
      Newman,Tess,03/04/1985,F,W1,yes,none
      Numan,Tess,03/04/1985,F,W1,yes,none
      Quill,Owen,01/02/1960,M,W1,yes,none
      """, to: "likely.csv")
    let words = [
      "import", "people", file, "--set", "language=English", "--set", "interpreter=no",
    ]
    let rehearsal = try Run(words + ["--dry-run"], input: [], in: folder)
    #expect(rehearsal.output.contains("3 would be imported (1 possible record), 0 there already"))
    #expect(!rehearsal.output.contains("Possible records may be"))
    let run = try Run(words, input: [], in: folder)
    #expect(run.output.contains("3 imported (1 possible record), 0 there already, 0 rejected"))
    #expect(run.output.contains("answer for them in Possible records"))
  }

  @Test("PPL-004: of two with one name and birth date the second stays out, and the first is named")
  func people() throws {
    let folder = try office()
    let file = try folder.write(Self.people, to: "people.csv")
    let words = [
      "import", "people", file, "--set", "language=English", "--set", "interpreter=no",
    ]
    let run = try Run(words, input: [], in: folder)
    #expect(run.output.contains("1 imported, 0 there already, 2 rejected"))
    #expect(run.errors.contains("Line 3: PPL-004"))
    #expect(run.errors.contains("NEWMAN Tess, born 03/04/1985"))
    #expect(run.errors.contains("P-0001"))
    #expect(run.errors.contains("Line 4: PPL-001"))
    let rejected = try folder.text(of: "people.rejected.csv")
    #expect(rejected.contains("Teresa"))
    #expect(!rejected.contains("Newman,Tess,"))
    #expect(
      try Run(words, input: [], in: folder).output
        .contains("0 imported, 1 there already, 2 rejected"))
    let all = try Run(
      words + ["--reason", "PPL-004=Every one of them was looked at"], input: [], in: folder)
    #expect(all.code == .usedWrongly)
  }

  @Test("PPL-050, PPL-053: calls and referrals come in by submit and go out as lists")
  func lists() throws {
    let folder = try office()
    let call = try Run(
      "submit", "helpline-call",
      input: """
        {"started": "01/10/2026 22:30", "ended": "01/10/2026 22:50", "taker": "W-0001",
         "caller": "client", "emergency": false, "from-custody": false,
         "client-name": "Robin Marsh", "purposes": ["referral"]}
        """, in: folder)
    #expect(call.output.contains("PPL-056"), "nobody is trained yet, and it says so")
    let passed = try Run(
      "submit", "helpline-call",
      input: """
        {"started": "01/10/2026 22:30", "ended": "01/10/2026 22:50", "taker": "W-0001",
         "caller": "CLI", "emergency": false, "from-custody": false,
         "client-name": "Robin Marsh", "purposes": "REF",
         "reasons": {"PPL-056": "Nobody else was there that night"}}
        """, in: folder)
    #expect(passed.code == .done, "\(passed.output)")
    let calls = try Run("export", "calls", "--format", "json", in: folder)
    #expect(calls.output.contains("\"referral\":\"S-0001\"") || calls.output.contains("S-0001"))
    let referrals = try Run("export", "referrals", in: folder)
    #expect(referrals.code == .done)
    let review = try Run(
      "export", "service-review", "--month", "15/10/2026", in: folder)
    #expect(review.output.contains("01/10/2026,calls,All,1"))
  }

  @Test("A calendar begins and ends as one, marked, and names go with the calendar alone")
  func calendar() throws {
    let folder = try office()
    let run = try Run("export", "appointments", "--format", "ics", in: folder)
    #expect(run.code == .done)
    #expect(run.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(run.output.hasSuffix("END:VCALENDAR\r\n"))
    #expect(run.output.contains("CONFIDENTIAL - PERSONAL DATA"))
    #expect(
      try Run("export", "appointments", "--names", in: folder).code == .usedWrongly)
  }
}
