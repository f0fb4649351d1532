/// One letter without its accent and in lower case.
enum LetterFolding {
  /// "É" gives "e", "ß" gives "ss", "3" itself; nil for what is neither letter nor digit.
  static func fold(_ character: Character) -> String? {
    if let ascii = character.asciiValue { return fold(ascii: ascii) }
    if let plain = table[character] { return plain }
    return foldRest(character)
  }

  private static func fold(ascii: UInt8) -> String? {
    switch ascii {
    case 0x61...0x7A, 0x30...0x39: String(Unicode.Scalar(ascii))
    case 0x41...0x5A: String(Unicode.Scalar(ascii + 0x20))
    default: nil
    }
  }

  /// Letters that are not Latin keep their shape; marks on any letter are left out.
  private static func foldRest(_ character: Character) -> String? {
    var folded = ""
    for scalar in character.lowercased().unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: continue
      default:
        guard properties.isAlphabetic || properties.numericType != nil else { continue }
        folded += table[Character(scalar)] ?? String(Character(scalar))
      }
    }
    return folded.isEmpty ? nil : folded
  }

  /// Latin letters with marks, each line under the plain letters it is read as.
  private static let lines: [(plain: String, marked: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặªḁ"),
    ("ae", "æǣǽ"),
    ("b", "ḃḅḇƀ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďđðḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǥǧǵḡ"),
    ("h", "ĥħȟḣḥḧḩḫ"),
    ("i", "ìíîïĩīĭįıǐȉȋḭḯỉị"),
    ("ij", "ĳ"),
    ("j", "ĵǰ"),
    ("k", "ķĸǩḱḳḵ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋǹṅṇṉṋ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợºṍṏṑṓ"),
    ("oe", "œ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșſṡṣṥṧṩ"),
    ("ss", "ß"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳỳỵỷỹẏẙ"),
    ("z", "źżžƶẑẓẕ"),
  ]

  /// Both cases of each letter; a letter and its mark typed apart find the same entry.
  private static let table: [Character: String] = {
    var table: [Character: String] = [:]
    for line in lines {
      for letter in line.marked {
        table[letter] = line.plain
        let upper = letter.uppercased()
        if upper.count == 1, let capital = upper.first, !capital.isASCII {
          table[capital] = line.plain
        }
      }
    }
    return table
  }()
}
