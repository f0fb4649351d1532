/// What one look at the whole file found.
package struct Verification: Equatable, Sendable {
  /// What is looked at, in this order.
  package enum Check: Int, CaseIterable, Comparable, Sendable {
    case file, schema, references, trail, anchors, saves, records, search, drafts

    package static func < (one: Check, other: Check) -> Bool { one.rawValue < other.rawValue }

    /// What stands in front of the number of breaks.
    package var words: String {
      switch self {
      case .file: "pages and indexes of the file"
      case .schema: "tables, indexes and triggers"
      case .references: "references between records"
      case .trail: "entries of the trail"
      case .anchors: "heads kept elsewhere"
      case .saves: "saves and their entries"
      case .records: "records and their seals"
      case .search: "what people are found by"
      case .drafts: "drafts and their owners"
      }
    }
  }

  /// One place that is not as it should be.
  package struct Break: Equatable, Sendable {
    package let check: Check
    /// The number of the entry on the trail, where it is about one.
    package var entry: Int64?
    package var table: String?
    package var row: Int64?
    package let words: String

    /// In words, with the place: how `verify`, `backup` and `restore` tell of it.
    package var display: String {
      // The entry that sealed a record is not what is broken, and stands in the words.
      let entry = check == .records ? nil : entry
      let place = [
        entry.map { "entry \($0)" }, table.map { "table \($0)" }, row.map { "row \($0)" },
      ].compactMap(\.self)
      return words + (place.isEmpty ? "" : " (" + place.joined(separator: ", ") + ")")
    }
  }

  /// The first places found by each check.
  package private(set) var breaks: [Break] = []
  /// How many there are in all.
  package private(set) var counts: [Check: Int] = [:]
  /// What is not wrong but should be known.
  package internal(set) var notes: [String] = []
  /// Entries of the trail that were looked at.
  package internal(set) var entries = 0
  /// Sealed records that were compared.
  package internal(set) var records = 0
  package internal(set) var people = 0
  /// Where the trail ends.
  package internal(set) var head: TrailHead?

  package init() {}

  package var isGood: Bool { counts.isEmpty }

  package var total: Int { counts.values.reduce(0, +) }

  /// So many places of each check are named; the rest is counted.
  private static let named = 10

  mutating func add(_ found: Break) {
    counts[found.check, default: 0] += 1
    if counts[found.check, default: 0] <= Verification.named { breaks.append(found) }
  }
}

extension WriteTransaction {
  /// Puts on the trail that the whole file was looked at, and what was found.
  package func noteVerification(_ look: Verification) throws {
    let places = look.breaks.first.map { [$0.table, $0.row.map(String.init)] } ?? []
    try audit(
      AuditEvent(
        look.isGood ? .verified : .integrityFailed,
        facts: [
          .init("entries", look.entries), .init("records", look.records),
          .init("breaks", look.total), .init("head", look.head?.text),
          .init("first", places.compactMap(\.self).joined(separator: " ")),
        ]))
  }
}

extension AuditKind {
  /// The whole file was looked at, and found good.
  package static let verified = AuditKind("verify")
  /// It was found broken.
  package static let integrityFailed = AuditKind("integrity.failed")
}
