/// Reads one JSON text (RFC 8259) strictly and says in words where it goes wrong.
///
/// A reader of our own keeps numbers as they were typed, refuses a name that stands twice, and can
/// name the line and column of what it does not understand.
package struct JSONReader {
  /// Where the text stops being JSON, and why.
  package struct Problem: Error, Equatable {
    package let line: Int
    package let column: Int
    package let words: String
  }

  private static let deepest = 64

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  /// - Throws: `Problem`
  package static func read(_ bytes: [UInt8]) throws -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    return try reader.document()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  private mutating func document() throws -> JSONValue {
    try checkUTF8()
    skipSpace()
    guard place < bytes.count else { throw problem("The input is empty; a JSON object is needed") }
    let value = try value()
    skipSpace()
    guard place == bytes.count else { throw problem("There is more after the end of the JSON") }
    return value
  }

  private func checkUTF8() throws {
    if case .failure(let offset) = UTF8Check.check(bytes) {
      throw problem("The input is not valid UTF-8 here", at: offset)
    }
  }

  private mutating func value() throws -> JSONValue {
    guard let byte = current else { throw problem("The input ends in the middle of the JSON") }
    switch byte {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      throw problem("A value is expected here: text in \" marks, a number, true, false, null")
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws -> JSONValue
  ) throws -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw problem("The JSON is nested too deeply") }
    place += 1
    return try body(&self)
  }

  private mutating func object() throws -> JSONValue {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return .object([]) }
    repeat {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw problem("A name in \" marks is expected") }
      let start = place
      let name = try string()
      guard names.insert(name).inserted else {
        throw problem("The name \"\(name)\" stands twice", at: start)
      }
      skipSpace()
      guard take(":") else { throw problem("A colon is expected after the name \"\(name)\"") }
      skipSpace()
      members.append(JSONValue.Member(name, try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw problem("A comma or } is expected") }
    return .object(members)
  }

  private mutating func array() throws -> JSONValue {
    var values: [JSONValue] = []
    skipSpace()
    if take("]") { return .array([]) }
    repeat {
      skipSpace()
      values.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw problem("A comma or ] is expected") }
    return .array(values)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else {
      throw problem("Only true, false and null are written without \" marks")
    }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws -> JSONValue {
    let start = place
    _ = take("-")
    let whole = digits()
    let isLong = bytes[place - whole..<place].count > 1
    if whole == 0 || (isLong && bytes[place - whole] == UInt8(ascii: "0")) {
      throw problem("This is not a number", at: start)
    }
    if take("."), digits() == 0 { throw problem("This is not a number", at: start) }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if digits() == 0 { throw problem("This is not a number", at: start) }
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place - start
  }

  // MARK: Places

  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard let byte = current, byte == character.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = current, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private func problem(_ words: String, at offset: Int? = nil) -> Problem {
    let before = bytes[..<min(offset ?? place, bytes.count)]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Problem(
      line: before.count { $0 == 0x0A } + 1, column: before.count - lineStart + 1, words: words)
  }
}

// MARK: - Texts

extension JSONReader {
  private mutating func string() throws -> String {
    let start = place
    place += 1
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        try escape(into: &text)
      case 0..<0x20: throw problem("A control character stands inside a text; write it as \\u00XX")
      default:
        text.append(byte)
        place += 1
      }
    }
    throw problem("This text has no closing \" mark", at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let byte = current else { throw problem("The input ends in the middle of a text") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += Array(String(Character(try scalar())).utf8)
    default: throw problem("\\ must be followed by one of \" \\ / b f n r t u", at: place - 1)
    }
  }

  private mutating func scalar() throws -> Unicode.Scalar {
    let first = try unit()
    var value = UInt32(first)
    if (0xD800..<0xDC00).contains(first) {
      guard bytes[place...].starts(with: "\\u".utf8) else { throw halfPair() }
      place += 2
      let second = try unit()
      guard (0xDC00..<0xE000).contains(second) else { throw halfPair() }
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw halfPair() }
    return scalar
  }

  private func halfPair() -> Problem { problem("\\u names half a character") }

  private mutating func unit() throws -> UInt16 {
    let digits = bytes[place...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16)
    else { throw problem("\\u needs four digits 0-9 or A-F") }
    place += 4
    return unit
  }
}
