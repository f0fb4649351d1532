import TextScreen
import Testing

@testable import NcursesTerminal

/// Screens 6.1 and 6.2: terminals announce descriptions that do not fit them.
@Suite("What descriptions of terminals say", .serialized)
struct CapabilitiesTests {
  /// Every terminal of the list that this system describes; an unknown one is used as another.
  static let names = [
    "xterm-256color", "xterm", "putty", "putty-256color", "screen", "screen-256color",
    "tmux-256color", "linux", "vt100", "vt220", "rxvt", "konsole", "gnome",
  ]

  static let spellings: [(key: Key, sent: [String])] = [
    (.function(1), ["OP", "[11~", "[[A", "[P", "[1P"]),
    (.function(2), ["OQ", "[12~", "[[B", "[Q", "[1Q"]),
    (.function(3), ["OR", "[13~", "[[C", "[1R"]),
    (.function(4), ["OS", "[14~", "[[D", "[S", "[1S"]),
    (.function(5), ["[15~", "[[E", "Ot"]),
    (.function(6), ["[17~", "Ou"]), (.function(7), ["[18~", "Ov"]), (.function(8), ["[19~", "Ol"]),
    (.function(9), ["[20~", "Ow"]), (.function(10), ["[21~", "Ox"]),
    (.home, ["[H", "OH", "[1~", "[7~"]), (.end, ["[F", "OF", "[4~", "[8~"]),
    (.up, ["[A", "OA"]), (.down, ["[B", "OB"]), (.right, ["[C", "OC"]), (.left, ["[D", "OD"]),
    (.delete, ["[3~"]), (.pageUp, ["[5~"]), (.pageDown, ["[6~"]), (.shiftTab, ["[Z", "\t"]),
    (.enter, ["OM"]),
  ]

  @Test(
    "6.2: every spelling of a key is that key, whatever the terminal calls itself", arguments: names
  )
  func spellings(name: String) {
    guard let capabilities = known(name) else { return }
    for (key, sent) in Self.spellings {
      for rest in sent {
        var decoder = KeyDecoder(described: capabilities.keys)
        let bytes = Array("\u{1B}\(rest)".utf8)
        let found = decoder.feed(bytes, at: 0) + decoder.pass(1_000)
        #expect(found == [.key(key)], "Esc \(rest) under \(name)")
      }
    }
  }

  @Test(
    "7.5: the last bytes to a terminal leave its other screen, blank it and show the cursor",
    arguments: names)
  func farewell(name: String) {
    guard let capabilities = known(name) else { return }
    let text = String(decoding: capabilities.farewell, as: UTF8.self)
    #expect(text.hasPrefix("\u{1B}[?2004l"))
    #expect(text.contains("\u{1B}[J") || text.contains("\u{1B}[2J"))
    // Padding marks are for ncurses, not for the terminal.
    #expect(!text.contains("$<"))
    #expect(capabilities.farewell.count < 200)
    #expect(capabilities.canPlaceCursor)
  }

  @Test("a terminal that cannot place its cursor is told apart, and so is one nobody knows")
  func poor() {
    #expect(Capabilities(of: "dumb")?.canPlaceCursor != true)
    #expect(Capabilities(of: "no-such-terminal") == nil)
  }

  private func known(_ name: String) -> Capabilities? {
    TerminalName.candidates(for: name).lazy.compactMap { Capabilities(of: $0) }.first
  }
}
