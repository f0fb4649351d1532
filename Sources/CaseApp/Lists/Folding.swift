/// Text made alike for matching: accents, capitals and apostrophes make no difference.
package enum Folding {
  /// Lower-case letters without accents; apostrophes are left out, other signs stay.
  package static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x27, 0x60, 0x2018, 0x2019, 0x02BC, 0xB4: return
    case 0x300...0x36F: return
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 32)
    case 0...0x7F: bytes.append(UInt8(scalar.value))
    default:
      if let plain = plainLetters[scalar.value] {
        bytes.append(contentsOf: plain.utf8)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// Whether a folded byte belongs to a word; letters of other alphabets do.
  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7A)
  }

  /// Latin letters with marks, capitals and small ones alike.
  private static let plainLetters: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for (plain, marked) in latin {
      for scalar in marked.unicodeScalars { table[scalar.value] = plain }
    }
    return table
  }()

  private static let latin: [(String, String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("ae", "ÆæǢǣǼǽ"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ÐðĎďĐđ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệ"), ("g", "ĜĝĞğĠġĢģ"), ("h", "ĤĥĦħ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıỈỉỊị"), ("j", "Ĵĵ"), ("k", "Ķķ"), ("l", "ĹĺĻļĽľĿŀŁł"),
    ("n", "ÑñŃńŅņŇň"), ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"), ("oe", "Œœ"),
    ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠšȘș"), ("ss", "ßẞ"), ("t", "ŢţŤťŦŧȚț"), ("th", "Þþ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưỤụỦủỨứỪừỬửỮữỰự"), ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽž"),
  ]
}
