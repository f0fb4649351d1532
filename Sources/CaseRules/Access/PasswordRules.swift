/// GEN-006: what a password must be like to be worth asking for.
///
/// Length and being hard to guess count; no kinds of letters are demanded. Passwords come as bytes,
/// since their memory is wiped and a text's is not.
package enum PasswordRules {
  /// Letters that are enough by themselves.
  private static let shortest = 12
  /// Words that are enough by themselves, each of so many letters.
  private static let fewestWords = 3
  private static let shortestWord = 3
  /// In bytes; the hash reads no more than 511.
  package static let longest = 256

  /// What a worker reads before they choose.
  package static let advice =
    "At least \(shortest) characters, or three words that do not belong together"

  /// Everything that is wrong with a password for this worker.
  package static func findings(
    on password: some RandomAccessCollection<UInt8>, for names: [String]
  ) -> [Finding] {
    if let fault = fault(of: password, names) { return [Finding("GEN-006", .blocks, fault)] }
    return []
  }

  private static func fault(
    of password: some RandomAccessCollection<UInt8>, _ names: [String]
  ) -> String? {
    if password.count > longest { return "The password is longer than \(longest) bytes" }
    if password.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "The password holds a key that types no letter. Type it again"
    }
    guard letters(in: password) >= shortest || hasEnoughWords(password) else {
      return "The password is too short. \(advice)"
    }
    if isCommon(password, names) {
      return "Many people choose this, or it is made of your name, so it is guessed first. "
        + "Choose something else"
    }
    return nil
  }

  /// Letters, however many bytes each takes.
  private static func letters(in password: some Sequence<UInt8>) -> Int {
    password.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  private static func hasEnoughWords(_ password: some RandomAccessCollection<UInt8>) -> Bool {
    let divider: (UInt8) -> Bool = { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    let words = password.split(whereSeparator: divider).filter { letters(in: $0) >= shortestWord }
    return words.count >= fewestWords
  }

  // MARK: What is guessed first

  /// A common word, or one's own name, with figures and signs around it, is no better for them; nor
  /// is a row of the keyboard, nor the same again and again.
  private static func isCommon(
    _ password: some RandomAccessCollection<UInt8>, _ names: [String]
  ) -> Bool {
    let plain = password.lazy.map(fold)
    let core = plain.drop(while: isPadding).reversed().drop(while: isPadding)
    if core.isEmpty { return true }
    let word = core.reversed()
    let refused = CommonPasswords.words + names.map { $0.lowercased().filter { $0 != " " } }
    if refused.contains(where: { isMadeOf($0, word) }) { return true }
    return isRepeated(plain)
      || CommonPasswords.rows.contains { isRun(plain, along: $0) || isRun(word, along: $0) }
  }

  /// The word, once or several times over, whatever blanks lie between.
  private static func isMadeOf(_ word: String, _ letters: some Sequence<UInt8>) -> Bool {
    let wanted = Array(word.utf8).map(fold).filter { $0 != 0x20 && $0 != UInt8(ascii: ".") }
    guard wanted.count >= 3 else { return false }
    var place = 0
    for letter in letters where letter != 0x20 && letter != UInt8(ascii: ".") {
      guard stands(letter, for: wanted[place]) else { return false }
      place = (place + 1) % wanted.count
    }
    return place == 0
  }

  /// Figures and signs that people put for letters.
  private static func stands(_ letter: UInt8, for wanted: UInt8) -> Bool {
    if letter == wanted { return true }
    return switch letter {
    case UInt8(ascii: "0"): wanted == UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"):
      wanted == UInt8(ascii: "i") || wanted == UInt8(ascii: "l")
    case UInt8(ascii: "3"): wanted == UInt8(ascii: "e")
    case UInt8(ascii: "4"): wanted == UInt8(ascii: "a")
    case UInt8(ascii: "5"): wanted == UInt8(ascii: "s")
    default: false
    }
  }

  /// "abcabcabcabc": a few letters, again and again.
  private static func isRepeated(_ letters: some RandomAccessCollection<UInt8>) -> Bool {
    (1...4).contains { length in
      zip(letters, letters.dropFirst(length)).allSatisfy { $0 == $1 }
    }
  }

  /// Every letter stands beside the one before it in a row of the keyboard or of the alphabet.
  private static func isRun(_ letters: some Sequence<UInt8>, along row: [UInt8]) -> Bool {
    var before: Int?
    for letter in letters {
      guard let place = row.firstIndex(of: letter) else { return false }
      if let before, abs(place - before) > 1, abs(place - before) != row.count - 1 { return false }
      before = place
    }
    return true
  }

  private static func isPadding(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): false
    case 0x80...: false
    default: true
    }
  }

  /// Small letters.
  private static func fold(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter + 32
    case UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "$"): UInt8(ascii: "s")
    default: letter
    }
  }
}
