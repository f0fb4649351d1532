/// One line of a CSV file, or what is wrong with it.
package struct CSVRecord: Equatable, Sendable {
  /// The line of the file it begins on; the first is 1.
  package let line: Int
  package let content: Content
  /// The bytes as they stood, without the line end.
  package let raw: [UInt8]

  package enum Content: Equatable, Sendable {
    case fields([String])
    case broken(CSVProblem)
  }
}

/// Why a line is not CSV.
package enum CSVProblem: Equatable, Sendable {
  case notUTF8
  case openQuote
  case textAfterQuote
  case strayQuote
  case tooLong

  package var words: String {
    switch self {
    case .notUTF8: "The line is not valid UTF-8: save the file as UTF-8 and feed it again"
    case .openQuote: "A quotation mark is opened and never closed"
    case .textAfterQuote:
      "There is text after a closing quotation mark; a mark inside a value is written twice"
    case .strayQuote:
      "A quotation mark stands inside a value that does not begin with one"
    case .tooLong: "The line is longer than \(CSVReader.longestRecord) bytes"
    }
  }
}

/// Takes a CSV file (RFC 4180) apart, piece by piece, without ever holding more than one line.
///
/// Comma, semicolon or tab: whichever the first line has most of. Line ends may be LF, CRLF or CR,
/// and stand inside quotation marks. A line that makes no sense is handed out as broken, and the
/// reading goes on with the next line of the file.
package struct CSVReader {
  /// In bytes; anything longer is a mistake, most often a quotation mark that is never closed.
  fileprivate static let longestRecord = 65_536

  private var buffer: [UInt8] = []
  private var start = 0
  private var line = 1
  private var isFinished = false
  private var isFirst = true
  package private(set) var separator: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameter separator: nil to find out from the first line.
  package init(separator: UInt8? = nil) {
    self.separator = separator ?? 0
  }

  /// Hands in the next bytes of the file.
  package mutating func append(_ bytes: [UInt8]) {
    if start > 0 {
      buffer.removeSubrange(..<start)
      start = 0
    }
    buffer += bytes
  }

  /// Says that there are no more bytes.
  package mutating func finish() { isFinished = true }

  /// The next line that has anything in it; nil when more bytes are needed or the file has ended.
  package mutating func next() -> CSVRecord? {
    guard prepare() else { return nil }
    while start < buffer.count {
      switch scan() {
      case .needsMore: return nil
      case .empty(let end): skip(to: end)
      case .record(let record, let end):
        skip(to: end)
        return record
      }
    }
    return nil
  }

  // MARK: The beginning of the file

  /// Waits for the whole first line, drops the byte order mark, and chooses the separator.
  private mutating func prepare() -> Bool {
    guard isFirst else { return true }
    let firstLine = buffer.prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
    let isWhole = firstLine.count < buffer.count || isFinished
    guard isWhole || buffer.count > Self.longestRecord else { return false }
    isFirst = false
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    if separator == 0 { separator = Self.separator(of: firstLine) }
    return true
  }

  private static func separator(of line: some Sequence<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let best = candidates.map { counts[$0] ?? 0 }.max() ?? 0
    return candidates.first { counts[$0] ?? 0 == best } ?? candidates[0]
  }

  // MARK: One line

  private enum Scan {
    case needsMore
    case empty(end: Int)
    case record(CSVRecord, end: Int)
  }

  private func scan() -> Scan {
    buffer.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes: bytes, start: start, separator: separator)
      switch scanner.run(isFinished: isFinished, limit: Self.longestRecord) {
      case .needsMore: return .needsMore
      case .whole(let stop, let end):
        if stop == start { return .empty(end: end) }
        return .record(record(scanner.content(), stop: stop, bytes), end: end)
      case .broken(let problem):
        return broken(problem, in: bytes)
      }
    }
  }

  /// Only the one line of the file is given up, not all that an open mark would swallow.
  private func broken(_ problem: CSVProblem, in bytes: UnsafeBufferPointer<UInt8>) -> Scan {
    var stop = start
    while stop < bytes.count, bytes[stop] != Self.lineFeed, bytes[stop] != Self.carriageReturn {
      stop += 1
    }
    // The second half of a CRLF may still have to come.
    let isOpen =
      stop == bytes.count || stop + 1 == bytes.count && bytes[stop] == Self.carriageReturn
    if isOpen, !isFinished, stop - start <= 2 * Self.longestRecord { return .needsMore }
    let end = CSVScanner.afterLineEnd(stop, in: bytes)
    return .record(record(.broken(problem), stop: stop, bytes), end: end)
  }

  private func record(
    _ content: CSVRecord.Content, stop: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> CSVRecord {
    CSVRecord(line: line, content: content, raw: Array(bytes[start..<stop]))
  }

  private mutating func skip(to end: Int) {
    buffer.withUnsafeBufferPointer { bytes in
      var place = start
      while place < end {
        if bytes[place] == Self.lineFeed
          || bytes[place] == Self.carriageReturn
            && !(place + 1 < end && bytes[place + 1] == Self.lineFeed)
        {
          line += 1
        }
        place += 1
      }
    }
    start = end
  }
}
