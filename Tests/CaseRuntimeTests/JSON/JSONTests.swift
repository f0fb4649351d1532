import CaseRuntime
import Testing

@Suite("JSON")
struct JSONTests {
  static func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  @Test(
    "Every kind of value is read, numbers as they were typed",
    arguments: [
      ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)),
      ("12.50", .number("12.50")), ("-0", .number("-0")), ("1e5", .number("1e5")),
      ("\"Siân \\u00e9 \\uD83D\\uDE00 \\\"q\\\" \\n\"", .string("Siân é 😀 \"q\" \n")),
      ("[1, [], {}]", .array([.number("1"), .array([]), .object([])])),
      ("{\"b\": 1, \"a\": \"x\"}", .object(["b": .number("1"), "a": .string("x")])),
      ("\u{FEFF}[]", .array([])),
    ])
  func values(text: String, value: JSONValue) throws {
    #expect(try Self.read(text) == value)
  }

  @Test(
    "What is not JSON is refused with line, column and words",
    arguments: [
      ("", 1, 1), ("{", 1, 2), ("{\"a\" 1}", 1, 6), ("{\"a\": 1,}", 1, 9), ("[1 2]", 1, 4),
      ("01", 1, 1), ("1.", 1, 1), ("+1", 1, 1), ("nul", 1, 1), ("'a'", 1, 1), ("\"abc", 1, 1),
      ("\"a\nb\"", 1, 3), ("{} x", 1, 4), ("{\n \"a\": 1,\n \"a\": 2}", 3, 2),
      ("\"\\ud800\"", 1, 8),
      ("\"\\x\"", 1, 3), ("[1,\n\n tru]", 3, 2),
    ])
  func problems(text: String, line: Int, column: Int) {
    let problem = #expect(throws: JSONReader.Problem.self) { try Self.read(text) }
    #expect(problem?.line == line)
    #expect(problem?.column == column)
    #expect(problem?.words.isEmpty == false)
  }

  @Test("Bytes that are not UTF-8 are refused where they stand")
  func notUTF8() {
    let bytes = Array("{\n\"a\": \"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
    let problem = #expect(throws: JSONReader.Problem.self) { try JSONReader.read(bytes) }
    #expect(problem?.line == 2)
    #expect(problem?.column == 7)
  }

  @Test("Nesting without end is refused, not followed")
  func deep() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Problem.self) { try Self.read(text) }
  }

  @Test("Every beginning of a good text is refused or read, never a crash")
  func beginnings() throws {
    let text = Array("{\"a\": [1.5e-3, \"\\u00e9\\uD83D\\uDE00\", null, true], \"b\": {}}".utf8)
    for length in 0..<text.count {
      #expect(throws: JSONReader.Problem.self) { try JSONReader.read(Array(text.prefix(length))) }
    }
    #expect(try JSONReader.read(text)["b"] == .object([]))
  }

  @Test("What is written reads back the same, and holds nothing that steers a terminal")
  func writer() throws {
    let value = JSONValue.object([
      "name": .string("O'Brien \"Bob\" \\ \u{1B}[2J \u{202E} 😀\n"), "n": .number("12.50"),
      "list": .array([.bool(true), .null, .object([])]),
    ])
    for text in [JSONWriter.text(of: value), JSONWriter.line(of: value)] {
      #expect(try Self.read(text) == value)
      #expect(!text.unicodeScalars.contains("\u{1B}"))
      #expect(!text.unicodeScalars.contains("\u{202E}"))
    }
    #expect(!JSONWriter.line(of: value).contains("\n"))
  }
}
