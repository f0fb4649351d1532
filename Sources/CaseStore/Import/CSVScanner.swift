/// Runs over the bytes of one record and remembers where its fields are.
struct CSVScanner {
  enum Outcome {
    case needsMore
    /// The record ends before `stop`; the next one begins at `end`.
    case whole(stop: Int, end: Int)
    case broken(CSVProblem)
  }

  private struct Field {
    let start: Int
    let stop: Int
    /// Between quotation marks, with marks inside written twice.
    let hasDoubledMarks: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let separator: UInt8
  private var fields: [Field] = []

  private static let quote = UInt8(ascii: "\"")

  init(bytes: UnsafeBufferPointer<UInt8>, start: Int, separator: UInt8) {
    self.bytes = bytes
    self.start = start
    self.separator = separator
    fields.reserveCapacity(16)
  }

  mutating func run(isFinished: Bool, limit: Int) -> Outcome {
    var place = start
    while true {
      guard let stop = field(at: place) else {
        return open(isFinished: isFinished, limit: limit)
      }
      switch stop {
      case .problem(let problem): return .broken(problem)
      case .at(let end):
        if end - start > limit { return .broken(.tooLong) }
        guard end < bytes.count else {
          return isFinished ? .whole(stop: end, end: end) : open(isFinished: false, limit: limit)
        }
        if bytes[end] == separator {
          place = end + 1
          continue
        }
        // A CR at the end of what has been read may be the first half of a line end.
        if end + 1 == bytes.count, !isFinished { return .needsMore }
        return .whole(stop: end, end: Self.afterLineEnd(end, in: bytes))
      }
    }
  }

  /// What to do when the bytes end before the record does.
  private func open(isFinished: Bool, limit: Int) -> Outcome {
    if isFinished { return .broken(.openQuote) }
    if bytes.count - start > limit { return .broken(isQuoteOpen ? .openQuote : .tooLong) }
    return .needsMore
  }

  private var isQuoteOpen: Bool {
    bytes[start...].count { $0 == Self.quote } % 2 == 1
  }

  private enum Stop {
    case at(Int)
    case problem(CSVProblem)
  }

  /// Takes one field in; nil when its quotation mark is not closed in these bytes.
  private mutating func field(at place: Int) -> Stop? {
    if place < bytes.count, bytes[place] == Self.quote { return quoted(at: place + 1) }
    var end = place
    var hasMark = false
    while end < bytes.count, bytes[end] != separator, !Self.isLineEnd(bytes[end]) {
      hasMark = hasMark || bytes[end] == Self.quote
      end += 1
    }
    if hasMark { return .problem(.strayQuote) }
    fields.append(Field(start: place, stop: end, hasDoubledMarks: false))
    return .at(end)
  }

  private mutating func quoted(at place: Int) -> Stop? {
    var end = place
    var hasDoubled = false
    while end < bytes.count {
      guard bytes[end] == Self.quote else {
        end += 1
        continue
      }
      if end + 1 < bytes.count, bytes[end + 1] == Self.quote {
        hasDoubled = true
        end += 2
        continue
      }
      fields.append(Field(start: place, stop: end, hasDoubledMarks: hasDoubled))
      let after = end + 1
      if after < bytes.count, bytes[after] != separator, !Self.isLineEnd(bytes[after]) {
        return .problem(.textAfterQuote)
      }
      return .at(after)
    }
    return nil
  }

  /// The fields as texts, or the one thing that only shows when they are decoded.
  func content() -> CSVRecord.Content {
    var texts: [String] = []
    texts.reserveCapacity(fields.count)
    for field in fields {
      guard let text = text(of: field) else { return .broken(.notUTF8) }
      texts.append(text)
    }
    return .fields(texts)
  }

  private func text(of field: Field) -> String? {
    let slice = UnsafeBufferPointer(rebasing: bytes[field.start..<field.stop])
    guard field.hasDoubledMarks else { return String(validating: slice, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(slice.count)
    var isSecond = false
    for byte in slice {
      isSecond = byte == Self.quote && !isSecond
      if byte != Self.quote || isSecond { plain.append(byte) }
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Where the next record begins, when this one ends at `stop`.
  static func afterLineEnd(_ stop: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard stop < bytes.count else { return stop }
    let isPair =
      bytes[stop] == UInt8(ascii: "\r") && stop + 1 < bytes.count
      && bytes[stop + 1] == UInt8(ascii: "\n")
    return stop + (isPair ? 2 : 1)
  }
}
