import Testing
import TextScreen

/// What arrives at the decoder: bytes together, or time that passes.
enum Arrival: Sendable {
  case bytes(String)
  case raw([UInt8])
  case milliseconds(Int)
}

@Suite("From bytes to keys")
struct KeyDecoderTests {
  static func decode(_ arrivals: [Arrival], wait: Int = 100) -> [TerminalInput] {
    var decoder = KeyDecoder(escapeWait: wait)
    var now = 1000
    var found: [TerminalInput] = []
    func pass(_ milliseconds: Int) {
      let end = now + milliseconds
      while let due = decoder.deadline, due <= end {
        now = max(now, due)
        found += decoder.pass(now)
      }
      now = end
    }
    for arrival in arrivals {
      switch arrival {
      case .bytes(let text): found += decoder.feed(Array(text.utf8), at: now)
      case .raw(let bytes): found += decoder.feed(bytes, at: now)
      case .milliseconds(let count): pass(count)
      }
    }
    pass(5000)
    return found
  }

  @Test(
    "every spelling of a key is known on every terminal",
    arguments: [
      ("\u{1B}OP", Key.function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
      ("\u{1B}[P", .function(1)), ("\u{1B}[1P", .function(1)), ("\u{1B}OQ", .function(2)),
      ("\u{1B}[12~", .function(2)), ("\u{1B}[[B", .function(2)), ("\u{1B}OR", .function(3)),
      ("\u{1B}[13~", .function(3)), ("\u{1B}[[C", .function(3)), ("\u{1B}OS", .function(4)),
      ("\u{1B}[14~", .function(4)), ("\u{1B}[[D", .function(4)), ("\u{1B}[15~", .function(5)),
      ("\u{1B}[[E", .function(5)), ("\u{1B}Ot", .function(5)), ("\u{1B}[17~", .function(6)),
      ("\u{1B}Ou", .function(6)), ("\u{1B}[18~", .function(7)), ("\u{1B}Ov", .function(7)),
      ("\u{1B}[19~", .function(8)), ("\u{1B}Ol", .function(8)), ("\u{1B}[20~", .function(9)),
      ("\u{1B}Ow", .function(9)), ("\u{1B}[21~", .function(10)), ("\u{1B}Ox", .function(10)),
      ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[25~", .function(13)),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
      ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
      ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}[2~", .insert), ("\u{1B}[Z", .shiftTab), ("\u{1B}\t", .shiftTab),
      ("\u{1B}OM", .enter), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
      ("\u{8}", .backspace), ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;5C", .wordRight),
      ("\u{1B}Od", .wordLeft), ("\u{1B}Oc", .wordRight), ("\u{1B}[1;2P", .other("Shift+F1")),
      ("\u{1B}[1;2A", .other("Shift+Up")), ("\u{1B}[5;5~", .other("Ctrl+PgUp")),
      ("\u{1B}[1;1A", .up), ("\u{1}", .control("A")), ("\u{13}", .control("S")),
      ("\u{1A}", .control("Z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
      ("\u{0}", .control("@")), ("\u{1B}", .escape), ("a", .character("a")), ("é", .character("é")),
      ("作", .character("作")), ("😀", .character("😀")), (" ", .character(" ")),
    ])
  func spellings(text: String, key: Key) {
    #expect(Self.decode([.bytes(text)]) == [.key(key)])
    // The same when the bytes come one by one, as they do over a slow line.
    let torn = text.utf8.flatMap { [Arrival.raw([$0]), .milliseconds(5)] }
    #expect(Self.decode(torn) == [.key(key)])
  }

  @Test("keys that arrive together come one after the other")
  func together() {
    #expect(
      Self.decode([.bytes("\u{1B}[A\u{1B}[Aj\u{1B}OP\u{1B}")])
        == [.key(.up), .key(.up), .key(.character("j")), .key(.function(1)), .key(.escape)])
    #expect(Self.decode([.bytes("\u{1B}\u{1B}[A")]) == [.key(.escape), .key(.up)])
    #expect(Self.decode([.bytes("\u{1B}x")]) == [.key(.escape), .key(.character("x"))])
  }

  @Test(
    "an arrow that is torn apart is never text",
    arguments: [
      ([Arrival.bytes("\u{1B}"), .milliseconds(60), .bytes("[D")], [Key.left]),
      ([.bytes("\u{1B}"), .milliseconds(90), .bytes("OD")], [.left]),
      ([.bytes("\u{1B}["), .milliseconds(90), .bytes("D")], [.left]),
      ([.bytes("\u{1B}"), .milliseconds(200), .bytes("[D")], [.escape]),
      ([.bytes("\u{1B}"), .milliseconds(200), .bytes("OD")], [.escape]),
      ([.bytes("\u{1B}"), .milliseconds(400), .bytes("[1;5D")], [.escape]),
      ([.bytes("\u{1B}["), .milliseconds(200), .bytes("D")], [.escape]),
      ([.bytes("\u{1B}O"), .milliseconds(200), .bytes("D")], [.escape]),
      ([.bytes("\u{1B}[1"), .milliseconds(200), .bytes("1~")], [.escape]),
      (
        [.bytes("\u{1B}"), .milliseconds(800), .bytes("[D")],
        [.escape, .character("["), .character("D")]
      ),
      ([.bytes("\u{1B}"), .milliseconds(200), .bytes("a")], [.escape, .character("a")]),
      (
        [.bytes("\u{1B}"), .milliseconds(200), .bytes("O"), .milliseconds(80), .bytes("D")],
        [.escape, .character("O"), .character("D")]
      ),
      (
        [.bytes("\u{1B}"), .milliseconds(200), .bytes("Ok")],
        [.escape, .character("O"), .character("k")]
      ),
    ])
  func torn(arrivals: [Arrival], keys: [Key]) {
    let found = Self.decode(arrivals)
    if case .bytes("\u{1B}[1") = arrivals[0] {
      // What is left of it may be text, but the letters before the gap are gone.
      #expect(found.first == .key(.escape))
    } else {
      #expect(found == keys.map(TerminalInput.key))
    }
  }

  @Test("over a network there is more patience")
  func patience() {
    let arrivals: [Arrival] = [.bytes("\u{1B}"), .milliseconds(200), .bytes("[D")]
    #expect(Self.decode(arrivals, wait: 300) == [.key(.left)])
  }

  @Test(
    "what no key sends is swallowed whole",
    arguments: [
      "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}]11;rgb:0000/0000/0000\u{7}",
      "\u{1B}]0;title\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[<0;10;10M", "\u{1B}[I", "\u{1B}[O",
      "\u{1B}[27;5;9~", "\u{1B}[99~", "\u{1B}[201~", "\u{1B}[97;5u", "\u{1B}[[Z", "\u{1B}Oz",
    ])
  func unknown(text: String) {
    #expect(Self.decode([.bytes(text + "z")]) == [.key(.character("z"))])
  }

  @Test("unknown sequences are noted by their letters only")
  func noted() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[123;45R".utf8), at: 0)
    #expect(decoder.unknown == ["[R"])
  }

  @Test("letters of several bytes wait for their rest, and broken ones show as such")
  func letters() {
    #expect(
      Self.decode([.raw([0xC3]), .milliseconds(50), .raw([0xA9])]) == [.key(.character("é"))])
    #expect(Self.decode([.raw([0xC3])]) == [.key(.character("\u{FFFD}"))])
    #expect(
      Self.decode([.raw([0xFF, 0x61])]) == [.key(.character("\u{FFFD}")), .key(.character("a"))])
    #expect(
      Self.decode([.bytes("a\u{202E}\u{200B}\u{9B}b")]) == [
        .key(.character("a")), .key(.character("b")),
      ])
  }

  @Test("the terminal's own sequences are known, too")
  func described() {
    var decoder = KeyDecoder(described: [Array("\u{1B}[99~".utf8): .home])
    #expect(decoder.feed(Array("\u{1B}[99~".utf8), at: 0) == [.key(.home)])
  }

  @Test("what is typed ahead can be forgotten")
  func reset() {
    var decoder = KeyDecoder()
    _ = decoder.feed([0x1B], at: 0)
    decoder.reset()
    #expect(decoder.deadline == nil)
    #expect(decoder.pass(1000) == [])
  }

  @Test("no bytes in any order stop it, and it always comes to rest")
  func anything() {
    var random = Chance(seed: 11)
    let pieces: [[UInt8]] = [
      [0x1B], Array("[".utf8), Array("O".utf8), Array("200~".utf8), Array("201~".utf8), [0xC3],
      [0xFF],
      [0x0D], Array(";5".utf8), Array("A".utf8), [0x07], Array("]".utf8), [0x00], [0x7F],
      Array("text".utf8),
    ]
    for _ in 0..<300 {
      var decoder = KeyDecoder()
      var now = 0
      for _ in 0..<40 {
        _ = decoder.feed(pieces[random.next(pieces.count)], at: now)
        now += random.next(3) == 0 ? random.next(400) : 0
        _ = decoder.pass(now)
      }
      for _ in 0..<5 {
        now += 2000
        _ = decoder.pass(now)
      }
      #expect(decoder.deadline == nil)
    }
  }
}
