import CaseRules
import SQLite

/// Every word that occurs in a name on file, found by how it sounds and by slips of the hand.
struct NameVocabulary {
  /// By what a word is found.
  private enum Kind: Int, SQLBindable {
    case sound = 1
    case cut = 2
    case soundCut = 3

    var sqlValue: SQLValue { rawValue.sqlValue }
  }

  /// Words known to be there; saves asking again while many people are taken in.
  private var known: Set<String> = []

  // MARK: Keeping it

  mutating func add(_ words: some Sequence<String>, in records: Connection) throws {
    for word in words where known.insert(word).inserted {
      guard try !NameVocabulary.holds(word, in: records) else { continue }
      try records.execute("INSERT INTO name_word (word) VALUES (?)", word)
      try NameVocabulary.eachKey(of: word) { kind, key in
        try records.execute(
          "INSERT OR IGNORE INTO name_key (kind, key, word) VALUES (?, ?, ?)", kind, key, word)
      }
    }
  }

  /// Takes out the words that nobody's name has any more.
  static func removeUnused(_ words: some Sequence<String>, in records: Connection) throws {
    for word in words {
      let isUsed = try records.exists(
        "SELECT 1 FROM person_words WHERE person_words MATCH ? LIMIT 1", FullText.same(word))
      guard !isUsed else { continue }
      try records.execute("DELETE FROM name_word WHERE word = ?", word)
      try eachKey(of: word) { kind, key in
        try records.execute(
          "DELETE FROM name_key WHERE kind = ? AND key = ? AND word = ?", kind, key, word)
      }
    }
  }

  static func removeAll(in records: Connection) throws {
    try records.execute("DELETE FROM name_word")
    try records.execute("DELETE FROM name_key")
  }

  private static func eachKey(of word: String, _ body: (Kind, String) throws -> Void) throws {
    let sounds = SoundKey.keys(of: word)
    for sound in sounds { try body(.sound, sound) }
    if word.utf8.count >= shortest, word.utf8.count <= longest {
      try body(.cut, word)
      for cut in EditDistance.cuts(of: word) { try body(.cut, cut) }
    }
    if let sound = sounds.first, sound.utf8.count >= SoughtWord.longSound {
      try body(.soundCut, sound)
      for cut in EditDistance.cuts(of: sound) { try body(.soundCut, cut) }
    }
  }

  /// How many rows of `name_key` a word has.
  static func countKeys(of word: String) throws -> Int {
    var keys: Set<String> = []
    try eachKey(of: word) { keys.insert("\($0.rawValue) \($1)") }
    return keys.count
  }

  private static let shortest = 3
  /// Nobody types longer words with one slip only.
  private static let longest = 24

  // MARK: Asking it

  /// A word on file and how well it fits.
  struct Fitting {
    let word: String
    let likeness: WordLikeness
  }

  /// So many other words stand in for one that was typed.
  private static let most = 40
  /// So many are looked at under one key.
  private static let mostPerKey = 300

  /// The words on file that may be meant by the one typed, the likeliest first; those that start
  /// with it are left to the index of names.
  static func words(
    like sought: inout SoughtWord, in records: Connection
  ) throws -> [Fitting] {
    var candidates: Set<String> = []
    let namesakes = sought.spellings.union(sought.nicknames).union(sought.alternatives)
    for word in namesakes where try holds(word, in: records) { candidates.insert(word) }
    if sought.word.utf8.count >= shortest {
      for (kind, key) in keys(of: sought) {
        let found = try records.query(byKey, kind, key, mostPerKey) { try $0.text(0) }
        candidates.formUnion(found)
      }
    }
    var fitting: [Fitting] = []
    for word in candidates where word != sought.word {
      if let likeness = sought.likeness(to: word) {
        fitting.append(Fitting(word: word, likeness: likeness))
      }
    }
    return Array(
      fitting.sorted { ($0.likeness.cost, $0.word) < ($1.likeness.cost, $1.word) }.prefix(most))
  }

  private static func keys(of sought: SoughtWord) -> [(Kind, String)] {
    var keys: [(Kind, String)] = sought.sounds.map { (.sound, $0) }
    keys += ([sought.word] + EditDistance.cuts(of: sought.word)).map { (.cut, $0) }
    if let sound = sought.sounds.first, sound.utf8.count >= SoughtWord.longSound {
      keys += ([sound] + EditDistance.cuts(of: sound)).map { (.soundCut, $0) }
    }
    return keys
  }

  static let byKey = "SELECT word FROM name_key WHERE kind = ? AND key = ? LIMIT ?"

  static func holds(_ word: String, in records: Connection) throws -> Bool {
    try records.exists("SELECT 1 FROM name_word WHERE word = ?", word)
  }
}

/// Questions to the full-text index of names.
enum FullText {
  /// Folded words hold letters and digits only; the quotes keep OR and NOT words like any other.
  static func same(_ word: String) -> String { "\"\(word)\"" }

  static func starting(_ word: String) -> String { "\"\(word)\" *" }

  static func any(of parts: [String]) -> String {
    parts.count == 1 ? parts[0] : "(\(parts.joined(separator: " OR ")))"
  }

  static func all(of parts: [String]) -> String { parts.joined(separator: " AND ") }
}
