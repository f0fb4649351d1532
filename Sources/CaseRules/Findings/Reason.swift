/// GEN-002: a typed reason that is long enough to be read later.
package struct Reason: Hashable, Sendable {
  /// The reason as typed, trimmed.
  package let text: String

  /// Nil when the text has fewer non-space characters than the setting `override_reason_min`.
  package init?(_ text: String, minimum: Int) {
    guard Reason.shortfall(text, minimum: minimum) == 0 else { return nil }
    self.text = text.trimmed
  }

  /// Nil when the text is too short under these settings.
  package init?(_ text: String, settings: Settings) {
    self.init(text, minimum: settings.overrideReasonMin)
  }

  /// How many non-space characters are still missing.
  package static func shortfall(_ text: String, minimum: Int) -> Int {
    max(0, minimum - text.lazy.filter { !$0.isWhitespace }.count)
  }

  /// What to tell somebody whose reason is too short; nil when it is long enough.
  package static func problem(_ text: String, minimum: Int) -> String? {
    let missing = shortfall(text, minimum: minimum)
    if missing == 0 { return nil }
    return "GEN-002: Give a reason of at least \(minimum) characters, spaces not counted: "
      + "\(missing) more"
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    // Most of what is trimmed is a word or a code already.
    if utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return String(self) }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
