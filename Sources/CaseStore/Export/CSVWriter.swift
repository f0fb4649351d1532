/// Writes CSV (RFC 4180, CRLF line ends) that a spreadsheet opens as text and never as a formula.
package enum CSVWriter {
  package static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A value as it stands in the file: an apostrophe before what would be a formula, quotation
  /// marks where they are needed.
  package static func field(_ text: String) -> String {
    marked(isFormula(text) ? "'" + text : text)
  }

  /// A value with quotation marks where they are needed, and otherwise as it is.
  package static func marked(_ text: String) -> String {
    guard text.utf8.contains(where: needsMarks) else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  private static func needsMarks(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t")
  }
}
