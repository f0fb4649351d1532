import SQLite

extension Migration {
  /// What people are found by besides the words of their names: sounds, slips, numbers.
  static let search = Migration("search") { connection in
    try connection.executeScript(SearchSchema.script)
    _ = try PersonSearchIndex.fill(in: connection)
  }
}

/// The tables of the search.
///
/// All of it can be made again from the people on file.
enum SearchSchema {
  static let script = """
    CREATE TABLE name_word (
      word TEXT PRIMARY KEY               -- folded; some name or alias on file has it
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE name_key (
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        -- 1: how it sounds; 2: with one letter left out; 3: its sound with one consonant left out
      key  TEXT NOT NULL,
      word TEXT NOT NULL,                 -- name_word.word
      PRIMARY KEY (kind, key, word)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE person_key (
      kind   INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
        -- 1: phone number; 2: its digits from the end; 3: reference of another system
      key    TEXT NOT NULL,
      person INTEGER NOT NULL,            -- person.id
      PRIMARY KEY (kind, key, person)
    ) STRICT, WITHOUT ROWID;
    """
}
