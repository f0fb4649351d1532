import CCrypt

/// How long a hash takes, and how much memory: each step doubles both.
package struct PasswordCost: Equatable, Sendable {
  let value: UInt

  /// 68 ms and 64 MiB.
  package static let ordinary = PasswordCost(value: 7)
  /// For invented people and for tests, whose passwords guard nothing.
  package static let cheap = PasswordCost(value: 1)
}

/// Passwords as they are kept: yescrypt of the C library, and nothing else.
enum PasswordHash {
  struct Failed: Error {}

  /// A new hash with salt of its own.
  static func make(of secret: Secret, at cost: PasswordCost) throws -> String {
    guard let hash = hash(secret, as: try setting(cost)), isWellFormed(hash) else {
      throw Failed()
    }
    return hash
  }

  /// Whether the password is the one; takes as long whether it is or not.
  static func fits(_ secret: Secret, _ kept: String) -> Bool {
    guard isWellFormed(kept), let made = hash(secret, as: kept) else { return false }
    return ccrypt_same(made, kept) == 1
  }

  /// The same work for a name that nobody has.
  static func workInVain(_ secret: Secret, at cost: PasswordCost) throws {
    _ = hash(secret, as: try setting(cost))
  }

  /// No cheaper kind of hash is ever taken for ours, nor an error token.
  static func isWellFormed(_ hash: String) -> Bool {
    hash.hasPrefix("$y$") && hash.utf8.count > 40 && ccrypt_accepts(hash) == 1
  }

  private static let room = 384

  private static func setting(_ cost: PasswordCost) throws -> String {
    var out = [CChar](repeating: 0, count: room)
    guard ccrypt_setting(cost.value, &out, Int32(room)) == 0 else { throw Failed() }
    return text(out)
  }

  private static func hash(_ secret: Secret, as setting: String) -> String? {
    secret.withPhrase { phrase in
      var out = [CChar](repeating: 0, count: room)
      return ccrypt_hash(phrase, setting, &out, room) == 0 ? text(out) : nil
    } ?? nil
  }

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
