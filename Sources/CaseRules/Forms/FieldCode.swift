/// The stable name of a form's field, the same on screen, in drafts and in `submit`.
package struct FieldCode: Hashable, Sendable, Comparable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }

  package static func < (left: FieldCode, right: FieldCode) -> Bool { left.text < right.text }
}

/// The stable name of a form, as in `throughcare forms` and `throughcare submit`.
package struct FormID: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral value: String) { text = value }
}
