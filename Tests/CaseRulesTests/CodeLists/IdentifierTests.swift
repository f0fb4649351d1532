import Testing

@testable import CaseRules

@Suite("COD-006, COD-007: identifiers")
struct IdentifierTests {
  @Test(
    "COD-006: PNC numbers that are right, with their stored form",
    arguments: [
      ("04/1234567F", "2004/1234567F"), ("1979/163001B", "1979/0163001B"),
      ("79/163001B", "1979/0163001B"), ("02/73319Z", "2002/0073319Z"),
      ("81/34U", "1981/0000034U"), ("00/223R", "2000/0000223R"), ("03/3Y", "2003/0000003Y"),
      ("67/9893091D", "1967/9893091D"), ("07/1234X", "2007/0001234X"),
      ("05/99887Y", "2005/0099887Y"), ("98/345678C", "1998/0345678C"),
      ("99/1G", "1999/0000001G"), (" 2004 / 1234567 f ", "2004/1234567F"),
      ("20041234567f", "2004/1234567F"), ("041234567F", "2004/1234567F"),
    ])
  func pnc(typed: String, stored: String) {
    let read = PNCNumber.read(typed, currentYear: 2026)
    #expect(read.value?.text == stored)
    #expect(read.words == nil)
  }

  @Test(
    "COD-006: PNC numbers with a wrong letter are refused, and the right letter is told",
    arguments: [
      ("2003/0011985Z", "X"), ("2012/0052494O", "Q"), ("2023/0583843N", "L"),
      ("2001/0171310S", "W"), ("2004/1234567G", "F"),
    ])
  func pncLetter(typed: String, expected: String) {
    let read = PNCNumber.read(typed, currentYear: 2026)
    #expect(read.value == nil)
    #expect(read.words?.contains("should be \(expected),") == true)
  }

  @Test(
    "COD-006: what is no PNC number is refused in words",
    arguments: [
      "", "F", "04/F", "04/12345678F", "4/1234567F", "2004-1234567F", "2031/0000001A",
      "1899/0000001A", "04/1234567", "O4/1234567F", "٠٤/1234567F", "04/1234567É",
    ])
  func notPNC(typed: String) {
    let read = PNCNumber.read(typed, currentYear: 2026)
    #expect(read.value == nil)
    #expect(read.words?.isEmpty == false)
  }

  @Test("COD-006: a two-digit year after the current one belongs to the last century")
  func pncCentury() {
    #expect(PNCNumber.read("07/1234X", currentYear: 2007).value?.text == "2007/0001234X")
    #expect(PNCNumber.read("07/1234X", currentYear: 2006).value?.text == "1907/0001234X")
  }

  @Test(
    "COD-006: CRO numbers that are right, with their stored form",
    arguments: [
      ("265416/21G", "265416/21G"), ("65656/91H", "065656/91H"), ("65656/91h ", "065656/91H"),
      ("SF05/482703J", "SF05/482703J"), ("SF83/50058Z", "SF83/50058Z"),
      ("SF70/12345N", "SF70/12345N"), ("SF83/123A", "SF83/123A"), ("sf83/123x", "SF83/123X"),
    ])
  func cro(typed: String, stored: String) {
    #expect(CRONumber.read(typed).value?.text == stored)
    #expect(CRONumber.read(typed).words == nil)
  }

  @Test(
    "COD-006: CRO numbers with a wrong letter are refused, and the right letter is told",
    arguments: [("265416/21H", "G"), ("85227/65G", "L"), ("085227/65G", "L")])
  func croLetter(typed: String, expected: String) {
    let read = CRONumber.read(typed)
    #expect(read.value == nil)
    #expect(read.words?.contains("should be \(expected),") == true)
  }

  @Test("COD-006: a short-file letter that fits neither published rule is doubtful, not refused")
  func shortFile() {
    let read = CRONumber.read("SF83/123B")
    #expect(read.value?.text == "SF83/123B")
    #expect(read.words?.contains("A or X") == true)
  }

  @Test(
    "COD-006: what is no CRO number is refused in words",
    arguments: ["", "A", "1234567/21G", "/21G", "265416/2G", "SF5/1A", "SF05/A", "265416-21G"])
  func notCRO(typed: String) {
    #expect(CRONumber.read(typed).value == nil)
    #expect(CRONumber.read(typed).words?.isEmpty == false)
  }

  @Test(
    "COD-006: prison numbers by form",
    arguments: [
      ("G5555TT", "G5555TT"), ("g5555tt", "G5555TT"), ("AB1234", "AB1234"), ("A123BC", nil),
      ("AB12345", nil), ("1234567", nil), ("", nil), ("É5555TT", nil),
    ])
  func prison(typed: String, stored: String?) {
    #expect(PrisonNumber.read(typed).value?.text == stored)
  }

  @Test("COD-006: a local reference is any text of up to twenty characters")
  func local() {
    #expect(LocalReference.read(" IDAS 12/0042 ").value?.text == "IDAS 12/0042")
    #expect(LocalReference.read(String(repeating: "x", count: 20)).value != nil)
    #expect(LocalReference.read(String(repeating: "x", count: 21)).value == nil)
    #expect(LocalReference.read(" ").value == nil)
  }

  @Test(
    "COD-007: postcodes",
    arguments: [
      ("po33 2zz", "PO33 2ZZ"), ("PO332ZZ", "PO33 2ZZ"), ("m1 1aa", "M1 1AA"),
      ("M11 1AA", "M11 1AA"), ("CR2 6XH", "CR2 6XH"), ("DN55 1PT", "DN55 1PT"),
      ("W1A 1HQ", "W1A 1HQ"), ("EC1A 1BB", "EC1A 1BB"), ("gir0aa", "GIR 0AA"),
      ("ZZ99 3VZ", "ZZ99 3VZ"), ("zz993vz", "ZZ99 3VZ"), ("PO33 2CI", nil), ("PO33 2ZV", nil),
      ("PO33 ZZ2", nil), ("PO3 33 2ZZ", nil), ("", nil), ("P", nil), ("ÉO33 2ZZ", nil),
      ("GIR 0AB", nil), ("ZZ99 3VX", nil), ("AAA1 1AA", nil),
    ])
  func postcodes(typed: String, stored: String?) {
    let read = Postcode.read(typed)
    #expect(read.value?.text == stored)
    #expect((read.words == nil) == (stored != nil))
  }

  @Test("COD-007: the refused letters are named")
  func postcodeLetters() {
    #expect(Postcode.read("PO33 2CI").words?.contains("C, I, K, M, O or V") == true)
  }

  @Test(
    "NHS numbers carry a check digit",
    arguments: [
      ("943 476 5919", "943 476 5919"), ("4010232137", "401 023 2137"),
      ("943-476-5870", "943 476 5870"), ("9876543210", "987 654 3210"), ("485 777 3456", nil),
      ("94347659190", nil), ("", nil),
    ])
  func nhs(typed: String, stored: String?) {
    #expect(NHSNumber.read(typed).value?.text == stored)
  }

  @Test("the right check digit is told")
  func nhsDigit() {
    #expect(NHSNumber.read("485 777 3456").words?.contains("should be 7") == true)
  }
}
