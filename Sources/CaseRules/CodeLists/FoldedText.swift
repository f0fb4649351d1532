/// Makes texts comparable for searching: case, accents, apostrophes and hyphens do not matter.
package enum FoldedText {
  /// Base letters of U+00C0 to U+024F in lower case; `?` keeps the letter, `*` is in `several`.
  private static let latin = Array(
    ("aaaaaa*ceeeeiiiidnooooo?ouuuuy**aaaaaa*ceeeeiiiidnooooo?ouuuuy*y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkklllllll"
      + "lllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "bbbb???cc?ddd????ffg???ikkl??nnooo??pp?????ttttuu?vyyzz?????????"
      + "????*d**l**n*aaiioouuuuuuuuuu?aaaa**ggggkkoooo??j*d*gg??nnaa**oo"
      + "aaaaeeeeiiiioooorrrruuuusstt??hhnd??zzaaeeooooooooyylnt???acclts"
      + "z??b??eejj?qrryy").utf8)

  /// The same for U+1E00 to U+1EFF.
  private static let additional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwya?????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy????yy").utf8)

  private static let several: [UInt32: String] = [
    0xC6: "ae", 0xE6: "ae", 0x1FC: "ae", 0x1FD: "ae", 0x1E2: "ae", 0x1E3: "ae", 0xDE: "th",
    0xFE: "th", 0xDF: "ss", 0x1E9E: "ss", 0x132: "ij", 0x133: "ij", 0x152: "oe", 0x153: "oe",
    0x1C4: "dz", 0x1C5: "dz", 0x1C6: "dz", 0x1F1: "dz", 0x1F2: "dz", 0x1F3: "dz", 0x1C7: "lj",
    0x1C8: "lj", 0x1C9: "lj", 0x1CA: "nj", 0x1CB: "nj", 0x1CC: "nj", 0xFB01: "fi", 0xFB02: "fl",
  ]

  /// Folds one scalar onto the end of the text.
  fileprivate static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    let value = scalar.value
    if let letters = several[value] {
      text += letters
      return
    }
    let base: UInt8? =
      switch value {
      case 0xC0...0x24F: latin[Int(value) - 0xC0]
      case 0x1E00...0x1EFF: additional[Int(value) - 0x1E00]
      default: nil
      }
    if let base, base != 63 {
      text.unicodeScalars.append(Unicode.Scalar(base))
    } else {
      text += scalar.properties.lowercaseMapping
    }
  }

  /// What a scalar counts as when two texts are compared.
  fileprivate enum Part {
    case letter, gap, hyphen, nothing
  }

  fileprivate static func part(_ scalar: Unicode.Scalar) -> Part {
    switch scalar.value {
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02BB, 0x02BC, 0x02B9, 0xFF07: .nothing
    case 0x2D, 0x2010...0x2015, 0x2212, 0xAD: .hyphen
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: .nothing
    default: scalar.properties.isWhitespace ? .gap : .letter
    }
  }

  /// The same as for any text, byte by byte.
  fileprivate static func ofASCII(_ bytes: some Sequence<UInt8>) -> String {
    var folded: [UInt8] = []
    var gap = false
    for byte in bytes {
      switch byte {
      case 0x27, 0x2D, 0x60: continue
      case 0x09...0x0D, 0x20: gap = !folded.isEmpty
      default:
        if gap { folded.append(0x20) }
        gap = false
        folded.append((65...90).contains(byte) ? byte + 32 : byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  /// The words of a text in ASCII; those with hyphens also `joined` in one.
  fileprivate static func wordsOfASCII(_ bytes: some Sequence<UInt8>, joined: Bool) -> [String] {
    var words: [String] = []
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    func endPiece() {
      if !piece.isEmpty { pieces.append(piece) }
      piece.removeAll(keepingCapacity: true)
    }
    func endWord() {
      endPiece()
      words += pieces.map { String(decoding: $0, as: UTF8.self) }
      if joined, pieces.count > 1 {
        words.append(String(decoding: pieces.joined(), as: UTF8.self))
      }
      pieces.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      switch byte {
      case 0x27, 0x60: continue
      case 0x2D: endPiece()
      case 0x09...0x0D, 0x20, 0x21, 0x22, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B,
        0x3F, 0x5B, 0x5D:
        endWord()
      default: piece.append((65...90).contains(byte) ? byte + 32 : byte)
      }
    }
    endWord()
    return words
  }

  fileprivate static func isPlain(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte)
  }
}

extension StringProtocol {
  /// Lower case, without accents, apostrophes and hyphens, one space between words.
  ///
  /// "O'Connor-Łukasz  Siân" becomes "oconnorlukasz sian". Folding twice changes nothing.
  package var foldedForSearch: String {
    if utf8.allSatisfy({ FoldedText.isPlain($0) }) { return String(self) }
    if utf8.allSatisfy({ $0 < 0x80 }) { return FoldedText.ofASCII(utf8) }
    var folded = ""
    var gap = false
    for scalar in unicodeScalars {
      switch FoldedText.part(scalar) {
      case .nothing, .hyphen: continue
      case .gap: gap = !folded.isEmpty
      case .letter:
        if gap { folded += " " }
        gap = false
        FoldedText.append(scalar, to: &folded)
      }
    }
    return folded
  }

  /// The folded words; hyphens, commas, slashes, full stops and brackets divide words here.
  ///
  /// A hyphenated word also counts joined: "Smith-Jones" gives smith, jones and smithjones.
  package var searchWords: [String] {
    if utf8.allSatisfy({ $0 < 0x80 }) { return FoldedText.wordsOfASCII(utf8, joined: true) }
    return split { $0.isWhitespace || $0.isWordDivider }.flatMap { chunk in
      let pieces = chunk.hyphenPieces
      return pieces.count > 1 ? pieces + [chunk.foldedForSearch] : pieces
    }
  }

  /// The folded words in their order, one space between them, hyphens taken as spaces.
  package var searchPhrase: String {
    if utf8.allSatisfy({ $0 < 0x80 }) {
      return FoldedText.wordsOfASCII(utf8, joined: false).joined(separator: " ")
    }
    return split { $0.isWhitespace || $0.isWordDivider }.flatMap(\.hyphenPieces).joined(
      separator: " ")
  }

  fileprivate var hyphenPieces: [String] {
    split(whereSeparator: \.isHyphen).map(\.foldedForSearch).filter { !$0.isEmpty }
  }
}

extension Character {
  fileprivate var isHyphen: Bool {
    unicodeScalars.count == 1
      && unicodeScalars.allSatisfy { FoldedText.part($0) == .hyphen }
  }

  fileprivate var isWordDivider: Bool {
    switch self {
    case ",", ".", "/", "(", ")", ";", ":", "&", "+", "\"", "[", "]", "!", "?": true
    default: false
    }
  }
}
