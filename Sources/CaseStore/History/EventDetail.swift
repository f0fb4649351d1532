import SQLite

/// What an entry says beyond its columns, as JSON: fields from and to, and facts.
enum EventDetail {
  /// Nil when there is nothing to say.
  static func json(of event: AuditEvent) -> String? {
    var parts: [String] = []
    let changes = event.changes.filter(\.isChange)
    if !changes.isEmpty {
      parts.append("\"fields\":[" + changes.map(json).joined(separator: ",") + "]")
    }
    if !event.facts.isEmpty {
      let facts = event.facts.map { quoted($0.name) + ":" + json($0.value) }
      parts.append("\"facts\":{" + facts.joined(separator: ",") + "}")
    }
    return parts.isEmpty ? nil : "{" + parts.joined(separator: ",") + "}"
  }

  private static func json(_ change: FieldChange) -> String {
    "{\"field\":\(quoted(change.field)),\"from\":\(json(change.from)),\"to\":\(json(change.to))}"
  }

  private static func json(_ value: SQLValue) -> String {
    switch value {
    case .null: "null"
    case .integer(let number): String(number)
    case .real(let number): number.isFinite ? "\(number)" : "null"
    case .text(let text): quoted(text)
    // JSON has no place for bytes; how many there were is enough for the trail.
    case .blob(let bytes): quoted("(\(bytes.count) bytes)")
    }
  }

  private static func quoted(_ text: String) -> String {
    var answer: [UInt8] = [UInt8(ascii: "\"")]
    answer.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): answer += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F: answer += escaped(byte)
      default: answer.append(byte)
      }
    }
    answer.append(UInt8(ascii: "\""))
    return String(decoding: answer, as: UTF8.self)
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case 0x0A: Array("\\n".utf8)
    case 0x0D: Array("\\r".utf8)
    case 0x09: Array("\\t".utf8)
    default:
      Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
