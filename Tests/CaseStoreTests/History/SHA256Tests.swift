import Testing

@testable import CaseStore

/// The published examples of FIPS 180-4 and of NIST's validation programme.
@Suite("SHA-256")
struct SHA256Tests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let message: [UInt8]
    let digest: String

    init(_ name: String, _ message: [UInt8], _ digest: String) {
      (self.name, self.message, self.digest) = (name, message, digest)
    }

    init(_ text: String, _ digest: String) { self.init(text, Array(text.utf8), digest) }

    init(_ byte: UInt8, times: Int, _ digest: String) {
      self.init("\(times) x \(byte)", Array(repeating: byte, count: times), digest)
    }

    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    Example("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    Example(
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    Example(
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrl"
        + "mnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"),
    Example(
      "one byte", [0xD3], "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
    Example(
      "two bytes", [0x11, 0xAF], "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
    // Around the length at which the padding needs a block of its own.
    Example(0, times: 55, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"),
    Example(0, times: 56, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"),
    Example(0, times: 57, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785"),
    Example(0, times: 64, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"),
    Example(0x41, times: 1000, "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4"),
    Example(0x55, times: 1005, "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0"),
    Example(
      0x61, times: 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test("short and long messages", arguments: examples)
  func published(example: Example) {
    #expect(SHA256.digest(of: example.message).hex == example.digest)
  }

  @Test("a message in portions is the same message")
  func portions() {
    let message = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = SHA256.digest(of: message)
    for size in [1, 3, 63, 64, 65, 127, 128, 129, 999] {
      var hash = SHA256()
      var place = 0
      while place < message.count {
        let portion = Array(message[place..<min(place + size, message.count)])
        portion.withUnsafeBytes { hash.add($0) }
        place += size
      }
      #expect(hash.finished() == whole, "portions of \(size)")
    }
  }

  @Test("the plain operations, for processors without instructions of their own", arguments: 1...9)
  func plainly(blocks: Int) {
    let message = (0..<(blocks * 64)).map { UInt8(truncatingIfNeeded: $0 * 11 + blocks) }
    var words = SHA256.start
    // The block that ends a message of whole blocks: one bit, zeros, and its length in bits.
    let length = UInt64(blocks * 512).bigEndian
    let end = [0x80] + Array(repeating: 0, count: 55) + withUnsafeBytes(of: length) { Array($0) }
    for bytes in [message, end] {
      bytes.withUnsafeBytes { bytes in
        guard let first = bytes.baseAddress else { return }
        SHA256.mixPlainly(first, blocks: bytes.count / 64, into: &words)
      }
    }
    #expect(SHA256.digest(of: message).words == words)
  }

  /// Each step feeds the next a thousand times, so that one wrong bit anywhere shows.
  @Test("the Monte Carlo run, its first three checkpoints")
  func monteCarlo() throws {
    var seed = try #require(
      Digest(hex: "6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691"))
    let checkpoints = [
      "e93c330ae5447738c8aa85d71a6c80f2a58381d05872d26bdd39f1fcd4f2b788",
      "2e78f8c8772ea7c9331d41ed3f9cdf27d8f514a99342ee766ee3b8b0d0b121c0",
      "d6a23dff1b7f2eddc1a212f8a218397523a799b07386a30692fd6fe9d2bf0944",
    ]
    for checkpoint in checkpoints {
      var (a, b, c) = (seed, seed, seed)
      for _ in 0..<1_000 {
        (a, b, c) = (b, c, SHA256.digest(of: a.bytes + b.bytes + c.bytes))
      }
      seed = c
      #expect(seed.hex == checkpoint)
    }
  }

  @Test("a digest is read back from its bytes and its digits, and nothing else is one")
  func reading() throws {
    let digest = SHA256.digest(of: Array("abc".utf8))
    #expect(Digest(digest.bytes) == digest)
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(hex: digest.hex.dropLast()) == nil)
    #expect(Digest(hex: String(repeating: "g", count: 64)) == nil)
    #expect(Digest([1, 2, 3]) == nil)
  }
}
