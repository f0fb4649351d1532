import CaseStore
import TestSupport
import Testing
import torture

@Suite("Reading CSV")
struct CSVReaderTests {
  /// Reads a text in pieces of the given size, so that every place is once the end of a piece.
  static func read(_ bytes: [UInt8], piece: Int = 1_000) -> [CSVRecord] {
    var reader = CSVReader()
    var records: [CSVRecord] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      reader.append(Array(rest.prefix(piece)))
      rest = rest.dropFirst(piece)
      while let record = reader.next() { records.append(record) }
    }
    reader.finish()
    while let record = reader.next() { records.append(record) }
    return records
  }

  static func fields(_ text: String, piece: Int = 1_000) -> [[String]] {
    read(Array(text.utf8), piece: piece).map {
      if case .fields(let fields) = $0.content { fields } else { ["<broken>"] }
    }
  }

  @Test(
    "Lines and fields",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
      ("a;b;c\n1,5;2;3", [["a", "b", "c"], ["1,5", "2", "3"]]),
      ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n\n\r\n1,\n", [["a", "b"], ["1", ""]]),
      ("a,b\n\"x, y\",\"say \"\"hi\"\"\"\n", [["a", "b"], ["x, y", "say \"hi\""]]),
      ("a,b\n\"two\r\nlines\",2\n", [["a", "b"], ["two\r\nlines", "2"]]),
      ("a,b\n\"\",\"\"\"\"", [["a", "b"], ["", "\""]]),
      ("\"a;b\",c\n1,2", [["a;b", "c"], ["1", "2"]]),
      ("Siân,O’Connor\n", [["Siân", "O’Connor"]]),
      ("", []),
    ])
  func lines(text: String, expected: [[String]]) {
    for piece in 1...7 { #expect(Self.fields(text, piece: piece) == expected) }
  }

  @Test(
    "A broken line is named and costs no other line",
    arguments: [
      ("\"open,2", CSVProblem.openQuote), ("\"a\"b,2", .textAfterQuote), ("a\"b,2", .strayQuote),
    ])
  func broken(line: String, problem: CSVProblem) {
    let records = Self.read(Array("h,i\n\(line)\n3,4\n".utf8), piece: 3)
    #expect(records.map(\.line) == [1, 2, 3])
    #expect(records[1].content == .broken(problem))
    #expect(records[1].raw == Array(line.utf8))
    #expect(records[2].content == .fields(["3", "4"]))
  }

  @Test("A line that is not UTF-8 is refused by itself, its bytes kept")
  func notUTF8() {
    let records = Self.read(Array("a,b\n".utf8) + [0x53, 0xE2, 0x6E, 0x2C, 0x31, 0x0A] + [0x31])
    #expect(records[1].content == .broken(.notUTF8))
    #expect(records[1].raw == [0x53, 0xE2, 0x6E, 0x2C, 0x31])
    #expect(records[2].content == .fields(["1"]))
  }

  @Test("Line numbers count line ends inside quotation marks too")
  func lineNumbers() {
    let records = Self.read(Array("a\n\"1\n2\r\n3\"\n\nlast".utf8), piece: 2)
    #expect(records.map(\.line) == [1, 2, 6])
  }

  @Test("A line without end is given up before it fills the memory")
  func tooLong() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)
    let records = Self.read(Array("a,b\n".utf8) + long + Array("\n1,2\n".utf8))
    #expect(records.count == 3)
    #expect(records[1].content == .broken(.tooLong))
    #expect(records[2].content == .fields(["1", "2"]))
  }

  @Test("What is written can be read again, whatever it holds")
  func roundTrip() {
    let rows = [
      ["plain", "a,b"], ["say \"hi\"", "two\nlines"], ["semi;colon", ""], ["Zoë", "'x"],
    ]
    let text = rows.map(CSVWriter.line).joined()
    #expect(Self.fields(text) == rows)
  }

  @Test(
    "A spreadsheet is never handed a formula",
    arguments: [
      ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "\"'\tx\""),
      ("\r", "\"'\r\""), ("a=b", "a=b"), ("", ""),
    ])
  func formulas(text: String, written: String) {
    #expect(CSVWriter.field(text) == written)
  }

  @Test(
    "T8: 500 formulas: what a spreadsheet opens begins with an apostrophe, and reads back whole")
  func manyFormulas() {
    let starts = ["=", "+", "-", "@", "\t", "\r"]
    let seed = UInt64.random(in: 0...999_999)
    var chance = Chance(seed: seed)
    for number in 0..<500 {
      let rest = (0..<Int.random(in: 0...12, using: &chance)).map { _ in
        Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &chance)))
      }
      let text = starts[number % starts.count] + String(rest)
      let written = CSVWriter.field(text)
      #expect(written.drop { $0 == "\"" }.first == "'", "\(text.debugDescription), seed \(seed)")
      #expect(Self.fields(CSVWriter.line(["x", text])) == [["x", "'" + text]])
    }
  }

  @Test("a broken line that ends between the two halves of a CRLF is still one line")
  func brokenAtPieceEnd() {
    let bytes = Array("a,b\nx\"y,1\r\nz,2\n".utf8)
    for piece in 1...bytes.count {
      #expect(Self.read(bytes, piece: piece).map(\.line) == [1, 2, 3], "pieces of \(piece)")
    }
  }

  @Test("T9: 10,000 spoilt files come to an end, and are the same in pieces of any size")
  func spoilt() {
    let good = Array("suite,cell,name\nNPT,M1,Siân\r\n\"New\nport\",F2,\"O\"\"Neil\"\n".utf8)
    var dice = Dice(seed: 10)
    for number in 0..<10_000 {
      let bytes = dice.spoilt(good)
      let whole = Self.read(bytes)
      let piece = Int.random(in: 1...9, using: &dice)
      #expect(Self.read(bytes, piece: piece) == whole, "file \(number)")
      #expect(whole.map(\.line) == whole.map(\.line).sorted(), "file \(number)")
      #expect(whole.count <= bytes.count, "file \(number)")
    }
  }
}
