/// Writes JSON that people can read as well: two spaces a level, one member a line.
package struct JSONWriter {
  private var text = ""

  package static func text(of value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, indent: 0)
    return writer.text + "\n"
  }

  /// Without a line break, for lists of many records.
  package static func line(of value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value, indent: nil)
    return writer.text
  }

  private mutating func write(_ value: JSONValue, indent: Int?) {
    switch value {
    case .null: text += "null"
    case .bool(let isTrue): text += isTrue ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): write(string)
    case .array(let values):
      list(values, "[", "]", indent: indent) { writer, value, inner in
        writer.write(value, indent: inner)
      }
    case .object(let members):
      list(members, "{", "}", indent: indent) { writer, member, inner in
        writer.write(member.name)
        writer.text += ": "
        writer.write(member.value, indent: inner)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], _ open: String, _ close: String, indent: Int?,
    write: (inout JSONWriter, Item, Int?) -> Void
  ) {
    if items.isEmpty {
      text += open + close
      return
    }
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += indent == nil ? ", " : "," }
      newLine(indent.map { $0 + 2 })
      write(&self, item, indent.map { $0 + 2 })
    }
    newLine(indent)
    text += close
  }

  private mutating func newLine(_ indent: Int?) {
    if let indent { text += "\n" + String(repeating: " ", count: indent) }
  }

  /// Control characters, and those that steer terminals or turn text round, are written as `\u`.
  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where Self.isUnsafe(scalar): escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
