import Testing

@testable import CaseRules

@Suite("Typing money, numbers, codes, links and identifiers")
struct OtherReadingTests {
  @Test(
    "money in pounds and pence",
    arguments: [
      ("12", 1200, "£12"), ("12.5", 1250, "£12.50"), ("£1,200", 120_000, "£1,200"),
      ("£ 12.05", 1205, "£12.05"), ("0", 0, "£0"), ("1234567.89", 123_456_789, "£1,234,567.89"),
    ])
  func money(typed: String, pence: Int, words: String) throws {
    let reading = try FieldReader.read(typed, as: .money(maxPence: .max), in: sunday())
    #expect(reading == .value(.money(pence), readBack: words))
  }

  @Test(
    "money a day or a week is turned into the field's period",
    arguments: [
      ("280", MoneyPeriod.week, 28_000, "£280 a week"),
      ("40/d", .week, 28_000, "£280 a week (from £40 a day)"),
      ("280/w", .week, 28_000, "£280 a week"),
      ("280/w", .day, 4000, "£40 a day (from £280 a week)"),
      ("40 / day", .day, 4000, "£40 a day"),
      ("100/wk", .day, 1429, "£14.29 a day (from £100 a week)"),
    ])
  func moneyPeriods(typed: String, period: MoneyPeriod, pence: Int, words: String) throws {
    let kind = FieldKind.money(maxPence: 200_000, per: period)
    let reading = try FieldReader.read(typed, as: kind, in: sunday())
    #expect(reading == .value(.money(pence), readBack: words))
  }

  @Test(
    "what is no amount",
    arguments: ["12.345", "12,00", "-5", "1.2.3", "ten", "£", "40/d", "/", "1e3", "2001"])
  func noMoney(typed: String) throws {
    let reading = try FieldReader.read(typed, as: .money(maxPence: 200_000), in: sunday())
    #expect(reading.problem != nil && reading.answer == nil)
  }

  @Test(
    "whole numbers, with their unit if it is typed",
    arguments: [("20", 20), ("20ml", 20), ("20 m", 20), ("007", 7), ("1,200", 1200), ("0", 0)])
  func numbers(typed: String, number: Int) throws {
    let reading = try FieldReader.read(typed, as: .number(0...2000, unit: "ml"), in: sunday())
    #expect(reading == .value(.number(number), readBack: "\(number) ml"))
  }

  @Test(
    "what is no such number",
    arguments: [
      ("8", "8 does not fit: type a number from 0 to 7 (days)"),
      ("-1", "-1 does not fit: type a number from 0 to 7 (days)"),
      ("2.5", "Type a whole number from 0 to 7 (days)"),
      ("seven", "This is counted in days. Type the number alone"),
      ("1,5", "Type a whole number from 0 to 7 (days)"),
      ("3 weeks", "This is counted in days. Type the number alone"),
      ("99999999999999999999", "Type a whole number from 0 to 7 (days)"),
    ])
  func noNumbers(typed: String, words: String) throws {
    let reading = try FieldReader.read(typed, as: .number(0...7, unit: "days"), in: sunday())
    #expect(reading == .problem(words))
  }

  @Test(
    "numbers with decimals",
    arguments: [
      ("0.5", 500, "0.5 g"), (".25g", 250, "0.25 g"), ("2", 2000, "2 g"),
      ("1.125 g", 1125, "1.125 g"),
    ])
  func decimals(typed: String, thousandths: Int, words: String) throws {
    let reading = try FieldReader.read(typed, as: .decimal(0...100_000, unit: "g"), in: sunday())
    #expect(reading == .value(.decimal(thousandths), readBack: words))
  }

  @Test(
    "decimals out of range or too fine are refused", arguments: ["100.001", "1.2345", "-1", "."])
  func noDecimals(typed: String) throws {
    #expect(
      try FieldReader.read(typed, as: .decimal(0...100_000, unit: "g"), in: sunday()).problem != nil
    )
  }

  @Test(
    "yes, no, not known and refused",
    arguments: [
      ("y", YesNo.yes), ("YES", .yes), ("n", .no), ("No", .no), ("dk", .notKnown),
      ("don't know", .notKnown), ("not known", .notKnown), ("r", .refused), ("refused", .refused),
      ("true", .yes), ("false", .no), ("ye", .yes), ("not k", .notKnown), ("ref", .refused),
    ])
  func yesNo(typed: String, answer: YesNo) throws {
    #expect(try FieldReader.read(typed, as: .yesNo(), in: sunday()).answer == .yesNo(answer))
  }

  @Test("an answer that the question does not allow is refused with those it allows")
  func onlyYesNo() throws {
    let kind = FieldKind.yesNo(notKnown: false, refused: false)
    #expect(
      try FieldReader.read("dk", as: kind, in: sunday()) == .problem("Answer with y (yes), n (no)"))
    #expect(
      try FieldReader.read("maybe", as: .yesNo(), in: sunday()).problem?.contains("dk") == true)
  }

  @Test("a letter that is no answer by itself is a slip", arguments: ["t", "f", "k", "a", "d"])
  func slip(letter: String) throws {
    #expect(try FieldReader.read(letter, as: .yesNo(), in: sunday()).problem != nil)
  }

  @Test("a code by code or words; several that fit are listed; none tells where to look")
  func codes() throws {
    let kind = FieldKind.code(.drugs)
    let context = try sunday()
    #expect(
      FieldReader.read("brown", as: kind, in: context)
        == .value(.code("HER"), readBack: "HER  Heroin"))
    guard case .choices(let choices) = FieldReader.read("methad", as: kind, in: context) else {
      Issue.record("no choices")
      return
    }
    #expect(choices.map(\.code) == ["MTD", "MTS"])
    #expect(
      FieldReader.read("zzz", as: kind, in: context)
        == .problem("“zzz” is not among the 23 of the list. Choose from the list"))
    #expect(FieldReader.read("a", as: .code("no list"), in: context).problem != nil)
  }

  @Test(
    "several codes, in the order of their list",
    arguments: [
      ("her, crk", ["HER", "CRK"]), ("crk;her", ["HER", "CRK"]), ("HER", ["HER"]),
      ("brown, brown", ["HER"]), ("methadone, prescribed", ["MTD"]), ("her,", ["HER"]),
    ])
  func severalCodes(typed: String, codes: [String]) throws {
    #expect(try FieldReader.read(typed, as: .codes(.drugs), in: sunday()).answer == .codes(codes))
  }

  @Test("one unclear code among several is named with what it fits")
  func severalUnclear() throws {
    let reading = try FieldReader.read("her, methad", as: .codes(.drugs), in: sunday())
    #expect(
      reading.problem
        == "“methad” fits MTD Methadone, prescribed, MTS Methadone, street. Type the code")
    #expect(try FieldReader.read("her, zzz", as: .codes(.drugs), in: sunday()).answer == nil)
    #expect(try FieldReader.read(",;", as: .codes(.drugs), in: sunday()) == .empty)
  }

  @Test("a retired code stays where it stands and is not picked anew")
  func retired() throws {
    var context = try sunday()
    #expect(FieldReader.read("O1", as: .code(.ethnicity), in: context).answer == nil)
    context.held = ["O1"]
    #expect(FieldReader.read("o1", as: .code(.ethnicity), in: context).answer == .code("O1"))
    context.held = ["O1", "W1"]
    #expect(
      FieldReader.read("O1, W1", as: .codes(.ethnicity), in: context).answer
        == .codes(["W1", "O1"]))
    #expect(
      FieldReader.read("O1", as: .codes(.ethnicity), in: context).answer == .codes(["O1"]))
  }

  @Test("answers that belong to the form itself")
  func choices() throws {
    let list = CodeList(
      "offer", title: "Offer", rule: "CUS-001",
      codes: [Code("accepted", "Accepted"), Code("refused", "Refused")])
    #expect(
      try FieldReader.read("acc", as: .choice(list), in: sunday()).answer == .code("accepted"))
    #expect(
      try FieldReader.read("ref, acc", as: .choices(list), in: sunday()).answer
        == .codes(["accepted", "refused"]))
  }

  @Test(
    "links to records of the right kind",
    arguments: [
      ("p1042", "P-1042"), ("P-1042", "P-1042"), ("1042", "P-1042"),
    ])
  func links(typed: String, ref: String) throws {
    let reading = try FieldReader.read(typed, as: .link(kinds: [.person]), in: sunday())
    #expect(reading.answer?.link?.text == ref)
  }

  @Test("links of the wrong kind and names are refused in words")
  func noLinks() throws {
    let kind = FieldKind.link(kinds: [.person, .worker])
    #expect(
      try FieldReader.read("c-311", as: kind, in: sunday())
        == .problem("C-0311 is a custody entry. This field asks for a person or worker"))
    #expect(try FieldReader.read("1042", as: kind, in: sunday()).problem != nil)
    #expect(
      try FieldReader.read("smith", as: kind, in: sunday()).problem?.contains("from the list")
        == true)
    #expect(try FieldReader.read("1", as: .link(kinds: []), in: sunday()).problem != nil)
  }

  @Test(
    "COD-006, COD-007: identifiers are stored in their tidy form",
    arguments: [
      (FieldKind.pnc, "04/1234567f", "2004/1234567F"), (.cro, "65656/91h", "065656/91H"),
      (.prisonNumber, "g5555tt", "G5555TT"), (.postcode, "po33 2zz", "PO33 2ZZ"),
      (.postcode, "nfa", "ZZ99 3VZ"), (.nhsNumber, "9434765919", "943 476 5919"),
      (.phone, "(01983) 555-012", "01983 555012"), (.phone, "+44 1983 555012", "+44 1983 555012"),
      (.phone, "01983 555012 ext 12", "01983 555012 x12"), (.phone, "999", "999"),
      (.identifier(max: 20), " IDAS  12/0042 ", "IDAS 12/0042"),
      (.name, "  Siân   O’Neill ", "Siân O’Neill"),
    ])
  func identifiers(kind: FieldKind, typed: String, stored: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()).answer == .text(stored))
  }

  @Test("COD-006: a doubtful short-file number is kept and the doubt is read back")
  func doubtful() throws {
    let reading = try FieldReader.read("SF83/123B", as: .cro, in: sunday())
    #expect(reading.answer == .text("SF83/123B"))
    #expect(reading.readBack?.contains("COD-006") == true)
  }

  @Test(
    "what is no identifier is refused in words",
    arguments: [
      (FieldKind.pnc, "2004/1234567G"), (.cro, "265416/21H"), (.postcode, "PO33 2CI"),
      (.phone, "call me"), (.phone, "12"), (.phone, "01983 555012 ext home"), (.phone, "+"),
      (.phone, "1-800-FLOWERS"), (.identifier(max: 3), "ABCD"), (.name, "A1"),
    ])
  func noIdentifiers(kind: FieldKind, typed: String) throws {
    #expect(try FieldReader.read(typed, as: kind, in: sunday()).problem != nil)
  }

  @Test("invisible characters are taken out of text, and the worker is told")
  func invisible() throws {
    #expect(
      try FieldReader.read("a\u{202E}b\u{1B}", as: .text(max: 10), in: sunday())
        == .value(.text("ab"), readBack: "2 invisible characters taken out"))
    #expect(
      try FieldReader.read("one\r\ntwo", as: .longText(max: 10), in: sunday()).answer
        == .text("one\ntwo"))
    #expect(try FieldReader.read("\u{200B}", as: .text(max: 10), in: sunday()) == .empty)
  }
}
