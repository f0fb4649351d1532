/// A JSON text as a value; members keep the order in which they stand.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As written, so that 12.50 stays twelve pounds fifty and no digit is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Equatable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// A text, or null.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  package static func int(_ number: Int) -> JSONValue { .number(String(number)) }

  /// The member of that name, when this is an object that has one.
  package subscript(_ name: String) -> JSONValue? {
    if case .object(let members) = self { members.first { $0.name == name }?.value } else { nil }
  }

  /// "a text", "a list": what this is, for messages.
  package var kindInWords: String {
    switch self {
    case .null: "nothing (null)"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
