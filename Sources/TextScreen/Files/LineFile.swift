/// A file of `name = value` lines in `[parts]`, as keymaps and themes are written.
///
/// `#` starts a comment, blank lines do not matter, capitals in names do not matter. `#rrggbb` is a
/// colour and no comment.
struct LineFile {
  struct Entry {
    let line: Int
    /// The part it stands in, in small letters; empty before the first.
    let part: String
    /// In small letters.
    let name: String
    /// Without blanks around it.
    let value: String
  }

  private(set) var entries: [Entry] = []
  /// Each `[part]` line.
  private(set) var parts: [(line: Int, name: String)] = []
  private(set) var problems: [FileProblem] = []

  init(text: String) {
    // Every start reads two such files: bytes are looked at, and strings made of what is kept.
    Array(text.utf8).withUnsafeBufferPointer { read($0) }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var part = ""
    var (start, line) = (0, 1)
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let content = LineFile.content(bytes[start..<end])
      if content.first == UInt8(ascii: "[") {
        part = readPart(content, line: line) ?? part
      } else if !content.isEmpty {
        add(content, line: line, part: part)
      }
      (start, line) = (end + 1, line + 1)
    }
  }

  private mutating func readPart(_ content: Bytes, line: Int) -> String? {
    guard content.last == UInt8(ascii: "]") else {
      problems.append(
        FileProblem(line: line, "'\(shortened(LineFile.text(content)))' needs a closing ]"))
      return nil
    }
    let name = LineFile.name(LineFile.trimmed(content.dropFirst().dropLast()))
    parts.append((line, name))
    return name
  }

  private mutating func add(_ content: Bytes, line: Int, part: String) {
    // The sign `=` may itself be bound: `pin = =`.
    guard let equals = content.dropFirst().firstIndex(of: UInt8(ascii: "=")) else {
      problems.append(
        FileProblem(
          line: line,
          "'\(shortened(LineFile.text(content)))' is not of the form name = value"
        ))
      return
    }
    entries.append(
      Entry(
        line: line, part: part, name: LineFile.name(LineFile.trimmed(content[..<equals])),
        value: LineFile.text(LineFile.trimmed(content[(equals + 1)...]))))
  }

  /// The line without comment and blanks around it.
  private static func content(_ bytes: Bytes) -> Bytes {
    var afterBlank = true
    var lastSign: UInt8 = 0
    for place in bytes.startIndex..<bytes.endIndex {
      let byte = bytes[place]
      if byte == UInt8(ascii: "#"), afterBlank, !isColour(bytes[place...], after: lastSign) {
        return trimmed(bytes[..<place])
      }
      afterBlank = byte == 0x20 || byte == 0x09
      if !afterBlank { lastSign = byte }
    }
    return trimmed(bytes)
  }

  /// Six digits are a colour; after a semicolon anything without a blank is meant to be one.
  private static func isColour(_ bytes: Bytes, after sign: UInt8) -> Bool {
    let digits = bytes.dropFirst().prefix { !" \t;,\r".utf8.contains($0) }
    if sign == UInt8(ascii: ";"), !digits.isEmpty { return true }
    return digits.count == 6 && digits.allSatisfy { hexDigit($0) != nil }
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end]
  }

  private static func text(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

  /// In small letters; nearly every name is already.
  private static func name(_ bytes: Bytes) -> String {
    let isSmall = bytes.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
    return isSmall ? text(bytes) : text(bytes).lowercased()
  }

  /// The pieces of a value between signs, each without blanks around it.
  ///
  /// Two signs side by side have an empty piece between them only when it is kept.
  static func pieces(
    of text: String, at sign: Unicode.Scalar, keepingEmpty: Bool = false
  ) -> [String] {
    var text = text
    let sign = UInt8(truncatingIfNeeded: sign.value)
    return text.withUTF8 { bytes in
      var pieces: [String] = []
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == sign {
        if keepingEmpty || end > start {
          pieces.append(LineFile.text(trimmed(bytes[start..<end])))
        }
        start = end + 1
      }
      return pieces
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}

/// Somebody's own words, made safe and short enough to be quoted.
func shortened(_ text: String) -> String {
  truncated(displaySafe(String(text.prefix(200)), lines: .one), to: 30)
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// The known name nearest to a mistyped one, when it is near enough to be meant.
package func nearest(to name: String, among known: some Sequence<String>) -> String? {
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(name, candidate)
    if distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  guard let best, best.distance <= max(1, min(3, name.count / 2)) else { return nil }
  return best.name
}

/// How many letters must be added, dropped, changed or swapped with their neighbour.
func editDistance(_ left: String, _ right: String) -> Int {
  let (left, right) = (Array(left.prefix(64)), Array(right.prefix(64)))
  var before: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var next = [row + 1]
    for (column, other) in right.enumerated() {
      var cost = min(
        last[column + 1] + 1, next[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, before[column - 1] + 1)
      }
      next.append(cost)
    }
    (before, last) = (last, next)
  }
  return last[right.count]
}
