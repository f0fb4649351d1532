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
    var part = ""
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let content = LineFile.content(bytes)
      guard let first = content.utf8.first else { continue }
      if first == UInt8(ascii: "[") {
        guard content.utf8.last == UInt8(ascii: "]") else {
          problems.append(
            FileProblem(line: index + 1, "'\(shortened(content))' needs a closing ]")
          )
          continue
        }
        part = LineFile.trimmed(content.dropFirst().dropLast()).lowercased()
        parts.append((index + 1, part))
        continue
      }
      add(content, line: index + 1, part: part)
    }
  }

  private mutating func add(_ content: String, line: Int, part: String) {
    // The sign `=` may itself be bound: `pin = =`.
    guard let equals = content.utf8.dropFirst().firstIndex(of: UInt8(ascii: "=")) else {
      problems.append(
        FileProblem(
          line: line,
          "'\(shortened(content))' is not of the form name = value"
        ))
      return
    }
    entries.append(
      Entry(
        line: line, part: part, name: LineFile.trimmed(content[..<equals]).lowercased(),
        value: LineFile.trimmed(content[content.utf8.index(after: equals)...])))
  }

  /// The line without comment and blanks around it.
  private static func content(_ bytes: Substring.UTF8View) -> String {
    var end = bytes.endIndex
    var place = bytes.startIndex
    var afterBlank = true
    var lastSign: UInt8 = 0
    while place != bytes.endIndex {
      let byte = bytes[place]
      if byte == UInt8(ascii: "#"), afterBlank, !isColour(bytes[place...], after: lastSign) {
        end = place
        break
      }
      afterBlank = byte == 0x20 || byte == 0x09
      if !afterBlank { lastSign = byte }
      place = bytes.index(after: place)
    }
    return trimmed(Substring(bytes[..<end]))
  }

  /// Six digits are a colour; after a semicolon anything without a blank is meant to be one.
  private static func isColour(_ bytes: Substring.UTF8View, after sign: UInt8) -> Bool {
    let digits = bytes.dropFirst().prefix { !" \t;,\r".utf8.contains($0) }
    if sign == UInt8(ascii: ";"), !digits.isEmpty { return true }
    return digits.count == 6 && digits.allSatisfy { hexDigit($0) != nil }
  }

  static func trimmed(_ text: Substring) -> String {
    let bytes = text.utf8
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, isBlank(bytes[start]) { start = bytes.index(after: start) }
    while start < end, isBlank(bytes[bytes.index(before: end)]) { end = bytes.index(before: end) }
    return String(text[start..<end])
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
