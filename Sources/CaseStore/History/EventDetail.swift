import SQLite

/// What an entry says beyond its columns, as JSON: fields from and to, and facts.
enum EventDetail {
  /// Nil when there is nothing to say.
  static func json(of event: AuditEvent) -> String? {
    let changes = event.changes.filter(\.isChange)
    if changes.isEmpty, event.facts.isEmpty { return nil }
    var text = JSONBytes()
    if !changes.isEmpty {
      text.add("{\"fields\":[")
      for (place, change) in changes.enumerated() {
        text.add(place == 0 ? "{\"field\":" : ",{\"field\":")
        text.add(quoting: change.field)
        text.add(",\"from\":")
        text.add(change.from)
        text.add(",\"to\":")
        text.add(change.to)
        text.add("}")
      }
      text.add("]")
    }
    if !event.facts.isEmpty {
      text.add(changes.isEmpty ? "{\"facts\":{" : ",\"facts\":{")
      for (place, fact) in event.facts.enumerated() {
        if place > 0 { text.add(",") }
        text.add(quoting: fact.name)
        text.add(":")
        text.add(fact.value)
      }
      text.add("}")
    }
    text.add("}")
    return text.text
  }
}

/// JSON byte by byte: entries are made by the ten thousand, and a text for each part of each takes
/// longer than the rest.
private struct JSONBytes {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(512) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func add(_ value: SQLValue) {
    switch value {
    case .null: add("null")
    case .integer(let number): bytes += String(number).utf8
    case .real(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .text(let text): add(quoting: text)
    // JSON has no place for bytes; how many there were is enough for the trail.
    case .blob(let content): add(quoting: "(\(content.count) bytes)")
    }
  }

  mutating func add(quoting text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F: addEscaped(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func addEscaped(_ byte: UInt8) {
    switch byte {
    case 0x0A: add("\\n")
    case 0x0D: add("\\r")
    case 0x09: add("\\t")
    default:
      add("\\u00")
      bytes.append(JSONBytes.digits[Int(byte >> 4)])
      bytes.append(JSONBytes.digits[Int(byte & 15)])
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
