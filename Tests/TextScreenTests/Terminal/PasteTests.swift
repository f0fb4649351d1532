import TestSupport
import Testing
import TextScreen

@Suite("Pasted text")
struct PasteTests {
  private func decode(_ arrivals: Arrival...) -> [TerminalInput] {
    KeyDecoderTests.decode(arrivals)
  }

  @Test(
    "a marked paste is one piece of clean text",
    arguments: [
      ("abc", "abc"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\tb", "a b"), ("x\u{1B}[31my", "x[31my"),
      ("a\u{0}\u{7}b\u{7F}", "ab"), ("a\u{202E}b\u{200B}c\u{FEFF}", "abc"),
      ("Sia\u{302}n", "Siân"), ("\u{1B}[200~twice", "twice"), ("a\u{2028}b", "a\nb"),
    ])
  func clean(text: String, kept: String) {
    let found = decode(.bytes("\u{1B}[200~\(text)\u{1B}[201~"))
    #expect(found == [.paste(kept)])
  }

  @Test("a paste that holds the end mark does not escape as keys")
  func embedded() {
    #expect(decode(.bytes("\u{1B}[200~a\u{1B}[201~\r\u{1B}[201~")) == [.paste("a\n")])
    #expect(
      decode(.bytes("\u{1B}[200~abc\u{1B}[201~"), .milliseconds(1), .bytes("\r"))
        == [.paste("abc"), .key(.enter)])
  }

  @Test("a paste may come in many pieces, its end mark torn apart")
  func pieces() {
    #expect(
      decode(
        .bytes("\u{1B}[20"), .bytes("0~one "), .milliseconds(20), .bytes("two\u{1B}[2"),
        .milliseconds(20), .bytes("01~\u{1B}[A")) == [.paste("one two"), .key(.up)])
    #expect(decode(.bytes("\u{1B}[200~never ends")) == [.paste("never ends")])
    #expect(decode(.bytes("\u{1B}[200~\u{1B}[201~")) == [])
  }

  @Test("invalid bytes in a paste are shown as such")
  func invalid() {
    #expect(
      decode(.raw(Array("\u{1B}[200~a".utf8) + [0xFF, 0xC3] + Array("b\u{1B}[201~".utf8)))
        == [.paste("a\u{FFFD}\u{FFFD}b")])
  }

  @Test("letters faster than fingers are a paste, so that Enter and Tab press nothing")
  func burst() {
    #expect(decode(.bytes("one\ttwo\rthree\r")) == [.paste("one two\nthree\n")])
    #expect(decode(.bytes("12345678")).count == 8)
    let slow = decode(.bytes("12345"), .milliseconds(40), .bytes("67890"))
    #expect(slow.count == 10)
    #expect(
      decode(.bytes("123456"), .milliseconds(10), .bytes("7\r8\r90"))
        == "123456".map { .key(.character($0)) } + [.paste("7\n8\n90")])
  }

  @Test("what was typed ahead while the line stood still comes as keys, its Tabs and Enter too")
  func typedAhead() {
    #expect(
      decode(.bytes("Okonjo-Bright\tZofia\t12/3/81\r"))
        == "Okonjo-Bright".map { .key(.character($0)) } + [.key(.tab)]
        + "Zofia".map { .key(.character($0)) } + [.key(.tab)]
        + "12/3/81".map { .key(.character($0)) } + [.key(.enter)])
    let longer = String(repeating: "words ", count: 11)
    #expect(decode(.bytes(longer)) == [.paste(longer)])
  }

  @Test("a long sentence at the pace of fast fingers is typed, and the Enter behind it is a key")
  func fastFingers() {
    let sentence =
      "The client asked for this day, and the room is free from nine until ten o'clock."
    for pace in [6, 20] {
      let arrivals = (sentence + "\r").flatMap { [Arrival.bytes(String($0)), .milliseconds(pace)] }
      #expect(
        KeyDecoderTests.decode(arrivals)
          == sentence.map { .key(.character($0)) } + [.key(.enter)], "\(pace) ms")
    }
  }

  @Test("a paste without marks that comes letter by letter is one beyond what anybody types ahead")
  func letterByLetter() {
    let arrivals =
      "one\rtwo\rthree and many more words, so that nobody can have typed them ahead, and on"
      .flatMap { [Arrival.bytes(String($0)), .milliseconds(1)] }
    let found = KeyDecoderTests.decode(arrivals)
    #expect(found.count < 80)
    guard case .paste? = found.last else {
      Issue.record("\(found.suffix(3))")
      return
    }
  }

  @Test("a terminal that marks its pastes has everything else from fingers")
  func marksAreTrusted() {
    #expect(
      decode(.bytes("\u{1B}[200~a\u{1B}[201~"), .milliseconds(50), .bytes("one\rtwo\rthree\r"))
        .count == 15)
  }

  @Test("a paste without marks is one piece, however the line cuts it up")
  func unmarkedInPieces() {
    let text = "Siân O'Connor\tborn 3/4\rSaltmarsh Quay\rno fixed abode"
    let whole = "Siân O'Connor born 3/4\nSaltmarsh Quay\nno fixed abode"
    #expect(decode(.bytes(text)) == [.paste(whole)])
    let large = String(repeating: "word ", count: 200_000)
    var chunks: [Arrival] = []
    for start in stride(from: 0, to: large.utf8.count, by: 4_095) {
      chunks += [.raw(Array(large.utf8.dropFirst(start).prefix(4_095))), .milliseconds(2)]
    }
    #expect(KeyDecoderTests.decode(chunks) == [.paste(large)])
  }

  @Test("what follows a paste without marks comes after it, as keys")
  func afterUnmarked() {
    #expect(
      decode(.bytes("one\rtwo\rthree\u{1B}OP")) == [.paste("one\ntwo\nthree"), .key(.function(1))])
    #expect(
      decode(.bytes("one\rtwo\rthree"), .milliseconds(200), .bytes("\r"))
        == [.paste("one\ntwo\nthree"), .key(.enter)])
    #expect(
      decode(.bytes("one\rtwo\rthree\u{3}"))
        == [.paste("one\ntwo\nthree"), .key(.control("C"))])
  }

  @Test("keys without letters are never taken for a paste")
  func held() {
    #expect(decode(.bytes(String(repeating: "\u{1B}[B", count: 50))).count == 50)
    #expect(decode(.bytes(String(repeating: "\u{7F}", count: 20))).count == 20)
    #expect(decode(.bytes(String(repeating: "j", count: 20))).count == 20)
  }

  @Test("a megabyte is one paste")
  func large() {
    let text = String(repeating: "word ", count: 200_000)
    let found = decode(.bytes("\u{1B}[200~" + text + "\u{1B}[201~"))
    #expect(found == [.paste(text)])
  }
}

@Suite("The terminal made of memory")
struct FakeTerminalTests {
  @Test("plays keys, keeps pictures and ends when all is played")
  func plays() {
    let terminal = FakeTerminal(size: Size(columns: 20, rows: 2))
    terminal.take()
    #expect(terminal.press("Ctrl+G f"))
    #expect(!terminal.press("NoKey"))
    terminal.type("a\n")
    terminal.play(.resize(Size(columns: 30, rows: 3)), .wake)
    var events: [TerminalInput] = []
    while events.last != .terminate { events += terminal.wait(milliseconds: nil, wake: -1) }
    #expect(
      events == [
        .key(.control("G")), .key(.character("f")), .key(.character("a")), .key(.enter),
        .resize(Size(columns: 30, rows: 3)), .wake, .terminate,
      ])
    #expect(terminal.size == Size(columns: 30, rows: 3))
    terminal.show(Frame(terminal.size) { $0.write("hello") })
    #expect(terminal.text.hasPrefix("hello"))
  }

  @Test("typed-ahead keys can be dropped, other events stay")
  func discards() {
    let terminal = FakeTerminal()
    terminal.press("y Enter")
    terminal.play(.wake)
    terminal.discardPendingInput()
    #expect(terminal.wait(milliseconds: nil, wake: -1) == [.wake])
  }
}
