import CaseRules

/// What a line is known by, so that it comes in once.
enum ImportMark {
  /// The source's own reference, or a fingerprint of what the line says.
  ///
  /// Dates and times count as read: "08:30" is another line tomorrow.
  static func mark(
    of reference: String?, _ draft: FormDraft, _ form: FormDefinition, in context: ReadingContext
  ) -> String {
    if let reference { return "r " + reference }
    var print = Fingerprint()
    for field in form.fields {
      guard case .typed(let kind) = field.content, let text = draft.texts[field.code],
        !text.isEmpty
      else { continue }
      print.add(field.code.text)
      print.add(canonical(text, kind, in: context))
    }
    return "f " + print.text
  }

  private static func canonical(
    _ text: String, _ kind: FieldKind, in context: ReadingContext
  ) -> String {
    switch kind {
    case .date, .dateTime:
      FieldReader.read(text, as: kind, in: context).answer?.raw ?? text
    case .text, .name, .longText, .time, .duration, .money, .number, .decimal, .yesNo, .code,
      .codes, .choice, .choices, .link, .pnc, .cro, .prisonNumber, .nhsNumber, .postcode, .phone,
      .identifier:
      text
    }
  }
}

/// 128 bits of what was added; made to notice the same line again, not to withstand anybody.
private struct Fingerprint {
  private var low: UInt64 = 0xCBF2_9CE4_8422_2325
  private var high: UInt64 = 0x9AE1_6A3B_2F90_404F

  mutating func add(_ text: String) {
    for byte in text.utf8 { mix(byte) }
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) {
    low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    high = (high ^ (UInt64(byte) &+ (low >> 56))) &* 0xC6A4_A793_5BD1_E995
    high ^= high >> 47
  }

  var text: String { String(low, radix: 36) + "." + String(high, radix: 36) }
}
