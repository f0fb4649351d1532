import Testing
import TextScreen

@Suite("Widths of letters")
struct WidthTests {
  @Test(
    "each letter takes the cells it is drawn in",
    arguments: [
      ("", 0), ("SMITH John", 10), ("Siân", 4), ("Sia\u{302}n", 4), ("NGUYỄN", 6),
      ("O’CONNOR", 8), ("Łukasz", 6), ("作業", 4), ("ａＢ", 4), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("ไทย", 3), ("ที่", 1), ("नम", 2), ("سلام", 4),
      ("😀", 2), ("👨‍👩‍👧", 2), ("🇬🇧", 2), ("👍🏽", 2), ("1️⃣", 2), ("❤️", 2), ("©", 1), ("™", 1),
      ("\u{301}", 1), ("a\tb", 3), ("a\nb", 3), ("a\r\nb", 3), ("\u{1B}[31m", 5), ("\u{200B}", 1),
      ("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}", 1),
    ])
  func width(text: String, cells: Int) {
    #expect(displayWidth(text) == cells)
  }

  @Test("the text as it is drawn has the width that was reckoned", arguments: HostileText.samples)
  func drawn(text: String) {
    let width = displayWidth(text)
    var end = -1
    let frame = Frame(Size(columns: width + 4, rows: 1)) { area in end = area.write(text) }
    #expect(end == width)
    #expect(frame.glyph(width, 0) == .scalar(" "))
    #expect(displayWidth(displaySafe(text, lines: .one)) == width)
  }
}

/// Texts that try to act on a terminal, hide in it or upset its columns.
enum HostileText {
  static let samples: [String] = [
    "\u{1B}[2J\u{1B}]0;title\u{07}", "\u{9B}31mred", "\u{0}\u{1}\u{7F}\u{80}\u{9F}",
    "John\u{202E}HTIMS", "\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "SM\u{200B}ITH\u{FEFF}",
    "soft\u{AD}hyphen", "a\u{2028}b\u{2029}c\u{85}d", "line\nbreak\r\nand\rmore\ttab",
    "\u{E000}\u{F8FF}\u{FFFF}\u{FFF9}", "\u{E0041}\u{E007F}",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}",
    "a\u{200D}b", "क\u{94D}\u{200D}ष", "👩‍💻 👩🏿‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇬🇧🇬", "❤️‍🔥", "\u{FE0F}\u{20E3}",
    "\u{115F}\u{1160}\u{3164}", "作\u{301}業", "\u{302}start", "e\u{301}\u{200B}e",
    "\u{FFFD}", "ﷺ", "𝒜𝔅", "\u{1F1E6}", "\u{1112}\u{1161}", "\u{1161}",
  ]
}

@Suite("Text made safe for display")
struct DisplaySafeTests {
  @Test(
    "what could act on a terminal becomes a mark",
    arguments: [
      ("plain", "plain"), ("Siân O'CONNOR", "Siân O'CONNOR"), ("\u{1B}[31m", "¿[31m"),
      ("a\u{7F}b", "a¿b"), ("\u{9B}2J", "¿2J"), ("a\u{202E}b", "a¿b"), ("a\u{200B}b", "a¿b"),
      ("\u{FEFF}a", "¿a"), ("a\tb", "a b"), ("a\nb", "a¶b"), ("a\r\nb", "a¶b"),
      ("\u{301}a", "¿a"), ("Sia\u{302}n", "Siân"), ("👨‍👩‍👧", "[]"), ("a\u{A0}b", "a b"),
      ("a\u{AD}b", "a¿b"), ("\u{E000}", "¿"),
    ])
  func marks(text: String, safe: String) {
    #expect(displaySafe(text, lines: .one) == safe)
  }

  @Test("line breaks stay where there are many lines")
  func lines() {
    #expect(displaySafe("a\r\nb\nc\u{2028}d", lines: .many) == "a\nb\nc\nd")
  }

  @Test("joiners stay in the scripts that need them")
  func joiners() {
    #expect(displaySafe("क\u{94D}\u{200D}ष", lines: .one).unicodeScalars.contains("\u{200D}"))
    #expect(displaySafe("a\u{200D}b", lines: .one) == "a¿b")
  }

  @Test(
    "nothing dangerous is left, and doing it twice changes nothing", arguments: HostileText.samples)
  func safe(text: String) {
    let safe = displaySafe(text, lines: .one)
    #expect(!safe.unicodeScalars.contains(where: isDangerous))
    #expect(displaySafe(safe, lines: .one) == safe)
  }

  @Test("T7: nothing dangerous is left of 2,000 mixtures either")
  func mixtures() {
    let scalars =
      HostileText.samples.flatMap { Array($0.unicodeScalars) } + "aé作\u{1B}[".unicodeScalars
    for _ in 0..<2_000 {
      let mixed = (0..<Int.random(in: 1...12)).compactMap { _ in scalars.randomElement() }
      let text = String(String.UnicodeScalarView(mixed))
      let safe = displaySafe(text, lines: .one)
      let hex = mixed.map { String($0.value, radix: 16) }.joined(separator: " ")
      #expect(!safe.unicodeScalars.contains(where: isDangerous), "\(hex)")
    }
  }

  private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xFEFF, 0xE0000...0x10FFFF:
      true
    default: false
    }
  }

  @Test("every single scalar is safe after it")
  func allScalars() {
    let values = Array(UInt32(0)...0x2FFFF) + Array(stride(from: 0x30000, to: 0x110000, by: 61))
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = displaySafe(String(scalar), lines: .one)
      let first = safe.unicodeScalars.first?.value ?? 0
      if first < 0x20 || (0x7F...0x9F).contains(first) || (0x202A...0x202E).contains(first) {
        Issue.record("U+\(String(value, radix: 16)) stays dangerous")
        return
      }
    }
  }
}
