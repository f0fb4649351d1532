package import SQLite

/// The name of one save, made before it is tried, so that an unclear outcome can be looked up.
package struct SaveID: Hashable, Sendable {
  /// 32 hexadecimal digits.
  package let text: String

  /// A new one from the kernel's generator.
  package init() throws { text = try RandomBytes.hex(16) }
}

extension SaveID: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}
