import Testing

@testable import CaseRules

@Suite("Whatever is typed")
struct AnythingTypedTests {
  static let kinds: [FieldKind] = [
    .text(max: 50), .longText(max: 500), .name, .identifier(max: 20), .past, .future, .either,
    .birth, .partial, .dateTime(direction: .past), .dateTime(direction: .future),
    .dateTime(direction: .either), .time, .duration(), .money(maxPence: .max),
    .money(maxPence: .max, per: .week), .money(maxPence: .max, per: .day),
    .number(.min ... .max, unit: "mg"), .number(0...7), .decimal(.min ... .max, unit: "g"),
    .yesNo(), .code(.drugs), .code(.offences), .codes(.drugs), .codes(.routes),
    .choice(.accommodation), .link(kinds: [.person]), .link(kinds: []), .pnc, .cro,
    .prisonNumber, .nhsNumber, .postcode, .phone,
  ]

  private static let pieces = [
    "", " ", "0", "1", "3", "9", "12", "24", "29", "31", "99", "0304", "2026", "2400", "999999999",
    "/", "-", ".", ",", ":", "+", "'", "£", "%", "\\", "\"", "\u{0}", "\u{1B}[31m", "\n", "\r\n",
    "\t", "\u{A0}", "\u{202E}", "\u{200D}", "\u{301}", "é", "É", "ß", "İ", "ǅ", "作", "٣", "½", "²",
    "🇬🇧", "👨‍👩‍👧", "apr", "may", "sep", "mon", "next", "last", "today", "now", "y", "n", "dk", "am",
    "pm", "bst", "gmt", "h", "m", "wd", "w", "d", "her", "possession", "SF", "P-", "T", "Z",
  ]

  private static let megabytes = [
    "3", "3/", "a ", "é", "👨‍👩‍👧", "\u{301}", "\u{202E}", "\u{0}", "+", "her,", "\n",
  ].map { String(repeating: $0, count: 1_048_576 / $0.utf8.count) }

  /// Texts from the pieces, always the same ones.
  private static func texts(_ count: Int) -> [String] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    return (0..<count).map { _ in
      (0...next(6)).map { _ in pieces[next(pieces.count)] }.joined()
    }
  }

  @Test("no text stops the reader, and every answer's own text reads back to it", arguments: kinds)
  func anything(kind: FieldKind) throws {
    let context = try sunday()
    let elsewhere = ReadingContext(now: try moment("2007-03-25T23:30:00Z"))
    for text in Self.pieces + Self.texts(1500) {
      let reading = FieldReader.read(text, as: kind, in: context)
      guard let answer = reading.answer else {
        #expect(reading == .empty || reading.problem?.isEmpty == false)
        continue
      }
      let again = FieldReader.read(answer.raw, as: kind, in: context).answer
      #expect(again == answer, "\(text.debugDescription): \(answer.raw)")
      if kind != .pnc, kind != .code(.offences) {
        let there = FieldReader.read(answer.raw, as: kind, in: elsewhere).answer
        #expect(there == answer, "\(text.debugDescription): \(answer.raw)")
      }
    }
  }

  @Test("a megabyte in any field is answered with words", arguments: kinds)
  func megabyte(kind: FieldKind) throws {
    let context = try sunday()
    for text in Self.megabytes {
      let reading = FieldReader.read(text, as: kind, in: context)
      #expect(reading.answer == nil)
      #expect(reading == .empty || reading.problem.map { $0.utf8.count < 200 } == true)
    }
  }

  @Test("bytes that are no text are read like any other", arguments: kinds)
  func invalidBytes(kind: FieldKind) throws {
    let context = try sunday()
    for bytes: [UInt8] in [
      [0xFF, 0xFE], [0xC3], [0x33, 0x2F, 0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
      let reading = FieldReader.read(text, as: kind, in: context)
      if let answer = reading.answer {
        #expect(FieldReader.read(answer.raw, as: kind, in: context).answer == answer)
      }
    }
  }

  @Test(
    "answers from elsewhere read back in any context",
    arguments: [
      (FieldKind.past, Answer.date(.earliest)), (.past, .date(.latest)),
      (.future, .date(.earliest)), (.birth, .date(.latest)),
      (.dateTime(direction: .past), .dateTime(Moment(seconds: .max))),
      (.dateTime(direction: .future), .dateTime(Moment(seconds: .min))),
      (.dateTime(direction: .past), .dateTime(Moment(seconds: 1_792_888_245))),
      (.dateTime(direction: .past), .dateTime(Moment(seconds: 1_792_891_845))),
      (.dateTime(direction: .past), .dateTime(Moment(seconds: 57_722_399))),
      (.duration(), .minutes(100_000)), (.money(maxPence: .max, per: .week), .money(5)),
      (.decimal(-5000...5000), .decimal(-500)), (.number(-5...5), .number(-5)),
      (.yesNo(), .yesNo(.notKnown)), (.yesNo(), .yesNo(.refused)),
      (.codes(.drugs), .codes(["HER", "ALC"])),
      (.link(kinds: [.suite]), .link(RecordRef(.suite, 7))),
      (.time, .time(ClockTime(minutesOfDay: 0))),
    ])
  func canonical(kind: FieldKind, answer: Answer) throws {
    for now in ["2026-11-22T10:04:30Z", "1999-02-28T00:00:00Z", "2007-10-28T00:30:00Z"] {
      let context = ReadingContext(now: try moment(now))
      #expect(FieldReader.read(answer.raw, as: kind, in: context).answer == answer, "\(answer.raw)")
    }
  }

  @Test("an empty field is empty, whatever it asks for", arguments: kinds)
  func empty(kind: FieldKind) throws {
    for text in ["", " ", "\t\n", "\u{200B}", "\u{A0}"] {
      #expect(try FieldReader.read(text, as: kind, in: sunday()) == .empty)
    }
  }
}
