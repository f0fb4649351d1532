/// Turns what a terminal sends into keys and pastes, byte by byte and by the clock.
///
/// All times are milliseconds of one clock that only goes forward. After `feed`, call `pass` when
/// `deadline` has come: an Esc is only an Esc when nothing follows it for a while.
package struct KeyDecoder: Sendable {
  /// How long to wait for the rest of a sequence.
  package var escapeWait: Int
  /// Sequences this terminal describes for itself, without the Esc.
  private let described: [[UInt8]: Key]

  private var bytes: [UInt8] = []
  private var lastByte = 0
  private var paste: [UInt8]?
  /// When an Esc was given out that may have been the start of a sequence that was torn apart.
  private var tornAt: Int?
  /// What of the torn sequence was already swallowed.
  private var tornStart: UInt8?
  /// When its last letter came; a longer pause begins another.
  private var burstEnd = 0
  private var burstCount = 0
  /// The first byte of the burst, and whether others followed: a key held down sends only one.
  private var burstFirst: UInt8 = 0
  private var isBurstMixed = false
  /// This terminal has marked a paste, so nothing needs to be guessed any more.
  private var marksPastes = false
  /// A paste without marks that may go on in the next reading.
  private var unmarked: [UInt8]?

  /// Sequences nobody knows, by their letters without numbers, for the log.
  package private(set) var unknown: [String] = []

  private static let tornWait = 500
  private static let burstWindow = 30
  /// Letters that come one by one belong to a paste only at a pace no fingers have.
  private static let singleWindow = 5
  private static let burstLetters = 8
  /// More than anybody types ahead while a line stands still.
  private static let typedAhead = 64
  private static let pasteWait = 1000
  /// A long paste comes in several readings.
  private static let unmarkedWait = 100
  private static let longestPaste = 4 << 20

  /// A decoder for a terminal; `described` are the terminal's own sequences, Esc included.
  package init(escapeWait: Int = 100, described: [[UInt8]: Key] = [:]) {
    self.escapeWait = escapeWait
    var table: [[UInt8]: Key] = [:]
    for (bytes, key) in described where bytes.count > 2 && bytes[0] == 0x1B {
      table[Array(bytes.dropFirst())] = key
    }
    self.described = table
  }

  /// When `pass` should be called; nil when nothing is waited for.
  package var deadline: Int? {
    if paste != nil { return lastByte + KeyDecoder.pasteWait }
    if unmarked != nil, bytes.isEmpty { return lastByte + KeyDecoder.unmarkedWait }
    return bytes.isEmpty ? nil : lastByte + escapeWait
  }

  /// Takes bytes that arrived together.
  package mutating func feed(_ arrived: [UInt8], at now: Int) -> [TerminalInput] {
    if arrived.isEmpty { return [] }
    let before = bytes.count
    bytes += arrived
    lastByte = now
    if before == 0, swallowTornRest(now) { return [] }
    return parse(now, isLate: false)
  }

  /// Says that time has passed.
  package mutating func pass(_ now: Int) -> [TerminalInput] {
    guard let deadline, now >= deadline else { return [] }
    if paste != nil, bytes.isEmpty { return endPaste() }
    return parse(now, isLate: true) + endUnmarked()
  }

  /// Forgets everything that has not become a key yet.
  package mutating func reset() {
    bytes = []
    paste = nil
    tornAt = nil
    tornStart = nil
    burstCount = 0
    unmarked = nil
  }

  // MARK: Parsing

  private enum Step {
    case input([TerminalInput], used: Int)
    /// The rest has not arrived.
    case wait
  }

  private mutating func parse(_ now: Int, isLate: Bool) -> [TerminalInput] {
    var found: [TerminalInput] = []
    var place = 0
    while place < bytes.count {
      if paste != nil {
        place = collectPaste(from: place, isLate: isLate, &found)
        if paste != nil { break }
        continue
      }
      if !KeyDecoder.isText(bytes[place]) { found += endUnmarked() }
      let step =
        bytes[place] == 0x1B
        ? escapeStep(place, now, isLate: isLate) : textStep(place, now, isLate: isLate)
      guard case .input(let inputs, let used) = step else { break }
      found += inputs
      place += max(1, used)
    }
    bytes.removeFirst(min(place, bytes.count))
    return found
  }

  // MARK: Text

  /// A run of letters: keys, or a paste when there are too many for fingers.
  private mutating func textStep(_ start: Int, _ now: Int, isLate: Bool) -> Step {
    if let key = KeyDecoder.controlKey(bytes[start]) {
      if !KeyDecoder.isText(bytes[start]) { return .input([.key(key)], used: 1) }
    }
    var end = start
    while end < bytes.count, KeyDecoder.isText(bytes[end]) { end += 1 }
    let whole = isLate || end < bytes.count ? end : end - KeyDecoder.unfinished(bytes[start..<end])
    if whole == start { return .wait }
    let text = bytes[start..<whole]
    if unmarked == nil, !isPaste(text, now) {
      return .input(KeyDecoder.keys(text), used: whole - start)
    }
    let room = KeyDecoder.longestPaste - (unmarked?.count ?? 0)
    unmarked = (unmarked ?? []) + text.prefix(max(0, room))
    return .input([], used: whole - start)
  }

  /// Whether there are too many different letters at once for fingers.
  ///
  /// A key that is held down while we are busy comes as a run of one letter. What was typed ahead on a
  /// line that stood still comes at once as well, with its Tabs and one Enter: only several lines that
  /// arrive together, or more than anybody types ahead, are a paste.
  private mutating func isPaste(_ text: ArraySlice<UInt8>, _ now: Int) -> Bool {
    guard !marksPastes else { return false }
    let letters = KeyDecoder.letterCount(text)
    let window = letters == 1 ? KeyDecoder.singleWindow : KeyDecoder.burstWindow
    if now - burstEnd > window || burstCount == 0 {
      burstCount = 0
      burstFirst = text.first ?? 0
      isBurstMixed = false
    }
    burstEnd = now
    burstCount += letters
    isBurstMixed = isBurstMixed || text.contains { $0 != burstFirst }
    guard burstCount > KeyDecoder.burstLetters, isBurstMixed else { return false }
    let lines = text.count { $0 == 0x0D || $0 == 0x0A }
    return lines > 1 || burstCount > KeyDecoder.typedAhead
  }

  /// The paste without marks, whole, once something else or nothing follows it.
  private mutating func endUnmarked() -> [TerminalInput] {
    guard let collected = unmarked else { return [] }
    unmarked = nil
    burstCount = 0
    let text = PastedText.clean(collected[...])
    return text.isEmpty ? [] : [.paste(text)]
  }

  /// Letters, and Enter and Tab, which belong to pasted text as well.
  private static func isText(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte != 0x7F) || byte == 0x0D || byte == 0x0A || byte == 0x09
  }

  private static func letterCount(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// How many bytes at the end are the start of a letter whose rest has not arrived.
  private static func unfinished(_ text: ArraySlice<UInt8>) -> Int {
    for back in 1...3 where back <= text.count {
      let byte = text[text.endIndex - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  private static func keys(_ text: ArraySlice<UInt8>) -> [TerminalInput] {
    var keys: [TerminalInput] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x20, let key = controlKey(UInt8(scalar.value)) {
        keys.append(.key(key))
      } else if PastedText.isWelcome(scalar) {
        keys.append(.key(.character(Character(scalar))))
      }
    }
    return keys
  }

  /// The key of a byte that is no letter.
  private static func controlKey(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x40)))
    case 0x00: .control("@")
    case 0x1C: .control("\\")
    case 0x1D: .control("]")
    case 0x1E: .control("^")
    case 0x1F: .control("_")
    default: nil
    }
  }

  // MARK: Sequences

  private mutating func escapeStep(_ start: Int, _ now: Int, isLate: Bool) -> Step {
    let rest = bytes[(start + 1)...]
    guard let next = rest.first else {
      if !isLate { return .wait }
      tornAt = now
      tornStart = nil
      return .input([.key(.escape)], used: 1)
    }
    if let (key, count) = describedKey(rest) { return .input([.key(key)], used: 1 + count) }
    switch next {
    case UInt8(ascii: "["): return sequence(start, rest, now, isLate: isLate)
    case UInt8(ascii: "O"): return letterO(start, rest, now, isLate: isLate)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      return answer(rest, isLate: isLate)
    case 0x09: return .input([.key(.shiftTab)], used: 2)
    default:
      // Alt with a key arrives as Esc and the key.
      return .input([.key(.escape)], used: 1)
    }
  }

  private func describedKey(_ rest: ArraySlice<UInt8>) -> (Key, Int)? {
    if described.isEmpty { return nil }
    for count in stride(from: min(rest.count, 8), to: 1, by: -1) {
      if let key = described[Array(rest.prefix(count))] { return (key, count) }
    }
    return nil
  }

  private mutating func letterO(
    _ start: Int, _ rest: ArraySlice<UInt8>, _ now: Int, isLate: Bool
  ) -> Step {
    var place = rest.startIndex + 1
    while place < rest.endIndex, (0x30...0x39).contains(rest[place]) { place += 1 }
    guard place < rest.endIndex else { return incomplete(start, now, isLate: isLate) }
    let used = place - start + 1
    if let key = KeySpellings.afterO(rest[place]) { return .input([.key(key)], used: used) }
    note("O", rest[place])
    return .input([], used: used)
  }

  private mutating func sequence(
    _ start: Int, _ rest: ArraySlice<UInt8>, _ now: Int, isLate: Bool
  ) -> Step {
    let body = rest.dropFirst()
    guard let first = body.first else { return incomplete(start, now, isLate: isLate) }
    if first == UInt8(ascii: "[") {
      guard body.count > 1 else { return incomplete(start, now, isLate: isLate) }
      let letter = body[body.startIndex + 1]
      guard let key = KeySpellings.doubleBracket(letter) else {
        note("[[", letter)
        return .input([], used: 4)
      }
      return .input([.key(key)], used: 4)
    }
    var place = body.startIndex
    while place < body.endIndex, (0x20...0x3F).contains(body[place]) { place += 1 }
    guard place < body.endIndex else { return incomplete(start, now, isLate: isLate) }
    let letter = body[place]
    let used = place - start + 1
    // A control character breaks a sequence off.
    if letter < 0x40 || letter > 0x7E { return .input([], used: used - 1) }
    return meaning(body[body.startIndex..<place], letter, used: used)
  }

  private mutating func meaning(
    _ parameters: ArraySlice<UInt8>, _ letter: UInt8, used: Int
  ) -> Step {
    guard let numbers = KeyDecoder.numbers(parameters) else {
      note("[", letter)
      return .input([], used: used)
    }
    if letter == UInt8(ascii: "~"), numbers.first == KeySpellings.pasteBegin {
      marksPastes = true
      paste = []
      return .input([], used: used)
    }
    if letter == UInt8(ascii: "~"), numbers.first == KeySpellings.pasteEnd {
      return .input([], used: used)
    }
    if let key = KeySpellings.bracket(numbers, letter) { return .input([.key(key)], used: used) }
    note("[", letter)
    return .input([], used: used)
  }

  /// Numbers parted by semicolons; nil for anything else.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
    if parameters.isEmpty { return [] }
    var numbers = [0]
    for byte in parameters {
      switch byte {
      case 0x30...0x39:
        numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(byte - 0x30), 9999)
      case UInt8(ascii: ";"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }

  /// A sequence whose end does not come: what of it looks like text must not become text.
  private mutating func incomplete(_ start: Int, _ now: Int, isLate: Bool) -> Step {
    if !isLate { return .wait }
    tornAt = now
    tornStart = bytes[start + 1]
    return .input([.key(.escape)], used: bytes.count - start)
  }

  /// Answers of the terminal to questions we never ask, swallowed up to their end.
  private mutating func answer(_ rest: ArraySlice<UInt8>, isLate: Bool) -> Step {
    if let bell = rest.firstIndex(of: 0x07) {
      return .input([], used: bell - rest.startIndex + 2)
    }
    for place in rest.indices.dropLast()
    where rest[place] == 0x1B && rest[place + 1] == UInt8(ascii: "\\") {
      return .input([], used: place - rest.startIndex + 3)
    }
    if rest.count == 1 { return isLate ? .input([.key(.escape)], used: 1) : .wait }
    return isLate ? .input([], used: rest.count + 1) : .wait
  }

  /// Whether these bytes are only the rest of a sequence whose Esc came long before.
  ///
  /// Fingers cannot type two letters into one reading, so `[D` alone right after an Esc is no text.
  private mutating func swallowTornRest(_ now: Int) -> Bool {
    guard let torn = tornAt else { return false }
    let start = tornStart
    tornAt = nil
    tornStart = nil
    guard now - torn <= KeyDecoder.tornWait else { return false }
    let rest = start.map { [$0] + bytes } ?? bytes
    guard rest.count >= 2, KeyDecoder.isSequenceRest(rest) else { return false }
    bytes = []
    return true
  }

  private static func isSequenceRest(_ rest: [UInt8]) -> Bool {
    switch rest[0] {
    case UInt8(ascii: "O"): rest.count == 2 && KeySpellings.afterO(rest[1]) != nil
    case UInt8(ascii: "["):
      rest.dropFirst().dropLast().allSatisfy { (0x20...0x3F).contains($0) || $0 == rest[0] }
        && (0x40...0x7E).contains(rest[rest.count - 1])
    default: false
    }
  }

  private mutating func note(_ kind: String, _ letter: UInt8) {
    if unknown.count < 20 { unknown.append(kind + String(Unicode.Scalar(letter))) }
  }

  // MARK: Paste

  /// Collects up to the end mark; answers with the place after what was used.
  private mutating func collectPaste(
    from start: Int, isLate: Bool, _ found: inout [TerminalInput]
  ) -> Int {
    let mark: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    // The last mark that arrived counts: those before it were part of the text.
    if let end = KeyDecoder.lastIndex(of: mark, in: bytes[start...]) {
      add(bytes[start..<end])
      found += endPaste()
      return end + mark.count
    }
    // A mark may be torn apart between two readings.
    let kept = isLate ? 0 : KeyDecoder.overlap(bytes[start...], mark)
    add(bytes[start..<(bytes.count - kept)])
    if isLate { found += endPaste() }
    return bytes.count - kept
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    let room = KeyDecoder.longestPaste - (paste?.count ?? 0)
    paste?.append(contentsOf: text.prefix(max(0, room)))
  }

  private mutating func endPaste() -> [TerminalInput] {
    let text = PastedText.clean((paste ?? [])[...])
    paste = nil
    return text.isEmpty ? [] : [.paste(text)]
  }

  private static func lastIndex(of mark: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= mark.count else { return nil }
    var place = text.endIndex - mark.count
    while place >= text.startIndex {
      if text[place] == mark[0], text[place..<(place + mark.count)].elementsEqual(mark) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// How many bytes at the end of the text begin the mark.
  private static func overlap(_ text: ArraySlice<UInt8>, _ mark: [UInt8]) -> Int {
    for count in stride(from: min(text.count, mark.count - 1), to: 0, by: -1)
    where text.suffix(count).elementsEqual(mark.prefix(count)) {
      return count
    }
    return 0
  }
}
