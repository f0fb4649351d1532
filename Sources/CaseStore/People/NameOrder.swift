import CaseRules
import SQLite

/// Where somebody stands in a list that is kept in the order of names.
package struct NameKey: Equatable, Sendable {
  let family: String
  let given: String
  let number: Int64

  /// From the names as they are shown, so that a list needs nothing else to go on from a row.
  package init(family: String, given: String, number: Int64) {
    self.family = NameFolding.key(family)
    self.given = NameFolding.key(given)
    self.number = number
  }

  init(familyKey: String, givenKey: String, number: Int64) {
    family = familyKey
    given = givenKey
    self.number = number
  }

  var values: [(any SQLBindable)?] { [family, given, number] }
}

extension NameKey: Comparable {
  /// As SQLite compares the columns: by bytes.
  package static func < (one: NameKey, other: NameKey) -> Bool {
    if one.family != other.family { return isBefore(one.family, other.family) }
    if one.given != other.given { return isBefore(one.given, other.given) }
    return one.number < other.number
  }

  private static func isBefore(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

/// Which part of a list is wanted.
package enum NamePlace: Equatable, Sendable {
  case first
  case after(NameKey)
  case before(NameKey)
  case last
}

/// Part of a list, with what there is beyond it.
package struct NamePage<Line: Equatable & Sendable>: Equatable, Sendable {
  package var lines: [Line]
  package var hasBefore: Bool
  package var hasAfter: Bool
  /// How many there are altogether, counted no further than `NamePages.countsTo`.
  package var total: Int
  /// Counting stopped there; there are more.
  package var isMore: Bool

  package init(lines: [Line], hasBefore: Bool, hasAfter: Bool, total: Int, isMore: Bool) {
    self.lines = lines
    self.hasBefore = hasBefore
    self.hasAfter = hasAfter
    self.total = total
    self.isMore = isMore
  }
}

/// A stretch of the order of names: everybody, or those whose family name starts with something.
struct NameRange: Equatable {
  let lower: NameKey
  let upper: NameKey

  /// After every text that starts alike.
  static let end = "\u{10FFFF}"

  /// Folded already; empty for everybody.
  init(startingWith prefix: String) {
    lower = NameKey(familyKey: prefix, givenKey: "", number: .min)
    upper = NameKey(familyKey: prefix + NameRange.end, givenKey: "", number: .max)
  }

  private init(_ lower: NameKey, _ upper: NameKey) {
    self.lower = lower
    self.upper = upper
  }

  /// What of the stretch lies after a key, or before it.
  func part(_ place: NamePlace) -> NameRange {
    switch place {
    case .first, .last: self
    case .after(let key): NameRange(max(lower, key), upper)
    case .before(let key): NameRange(lower, min(upper, key))
    }
  }

  func overlap(with other: NameRange) -> NameRange {
    NameRange(max(lower, other.lower), min(upper, other.upper))
  }

  /// Both ends left out: three bound values each.
  var values: [(any SQLBindable)?] { lower.values + upper.values }
}

/// Words in any order, asked of a list in the order of names: one of them starts the family name,
/// and each starts some word of the names.
struct NameWords {
  /// One stretch for each word, in the order of the list.
  private let stretches: [NameRange]
  /// What SQL looks for in the names with a space before them; always four.
  let filters: [String]

  /// More words than four tell no more people apart.
  static let most = 4

  /// `anywhere`: none of the words has to start the family name, so that the whole list is walked.
  init(_ words: [String], anywhere: Bool = false) {
    stretches =
      words.isEmpty || anywhere
      ? [NameRange(startingWith: "")]
      : words.sorted().map { NameRange(startingWith: $0) }
    var filters = words.prefix(NameWords.most).map { " " + $0 }
    while filters.count < NameWords.most { filters.append(filters.last ?? " ") }
    self.filters = filters
  }

  var values: [(any SQLBindable)?] { filters.map { $0 as (any SQLBindable)? } }

  /// Whether somebody of these names is among the rows; by bytes, as SQL compares them.
  func holds(_ key: NameKey) -> Bool {
    let names = " \(key.family) \(key.given)".utf8
    return stretches.contains { $0.lower < key && key < $0.upper }
      && filters.allSatisfy { names.contains($0.utf8) }
  }

  /// The rows of all stretches inside a part of the list, none twice.
  func rows<Line>(
    in part: NameRange, _ isBackwards: Bool, _ limit: Int,
    _ ask: (NameRange, Int) throws -> [(key: NameKey, line: Line)]
  ) rethrows -> [(key: NameKey, line: Line)] {
    var found: [(key: NameKey, line: Line)] = []
    for stretch in isBackwards ? stretches.reversed() : stretches {
      let overlap = stretch.overlap(with: part)
      guard overlap.lower < overlap.upper, found.count < limit else { continue }
      let last = found.last?.key
      // A word that starts like another has its stretch inside the other's.
      found += try ask(overlap, limit - found.count).filter { row in
        last.map { isBackwards ? row.key < $0 : row.key > $0 } ?? true
      }
    }
    return found
  }
}

/// Reading a window of a list in the order of names, whatever stands in its rows.
enum NamePages {
  /// Nobody needs the exact number of more rows than this.
  static let countsTo = 1000

  /// A window through two questions: rows in order inside a range, and how many there are.
  ///
  /// `rows` is given the range, whether to read it backwards, and how many rows are wanted.
  static func window<Line: Equatable & Sendable>(
    of range: NameRange, _ place: NamePlace, limit: Int,
    rows: (NameRange, Bool, Int) throws -> [(key: NameKey, line: Line)],
    count: (NameRange, Int) throws -> Int
  ) throws -> NamePage<Line> {
    try window(place, limit: limit) { place, limit in
      try rows(range.part(place), place.isBackwards, limit)
    } count: { limit in
      try count(range, limit)
    }
  }

  /// The same of whatever can be walked from a place on, forwards or backwards as the place says.
  static func window<Line: Equatable & Sendable>(
    _ place: NamePlace, limit: Int,
    walk: (NamePlace, Int) throws -> [(key: NameKey, line: Line)],
    count: (Int) throws -> Int
  ) throws -> NamePage<Line> {
    let backwards = place.isBackwards
    var found = try walk(place, limit + 1)
    let hasFurther = found.count > limit
    if hasFurther { found.removeLast() }
    if backwards { found.reverse() }
    let total = try count(countsTo + 1)
    let hasOther = try hasOtherSide(found, place, walk)
    return NamePage(
      lines: found.map(\.line), hasBefore: backwards ? hasFurther : hasOther,
      hasAfter: backwards ? hasOther : hasFurther, total: min(total, countsTo),
      isMore: total > countsTo)
  }

  /// Whether rows stand on the side the window came from.
  private static func hasOtherSide<Line>(
    _ found: [(key: NameKey, line: Line)], _ place: NamePlace,
    _ walk: (NamePlace, Int) throws -> [(key: NameKey, line: Line)]
  ) throws -> Bool {
    switch place {
    case .first, .last: false
    case .after(let key): try !walk(.before(found.first?.key ?? key), 1).isEmpty
    case .before(let key): try !walk(.after(found.last?.key ?? key), 1).isEmpty
    }
  }

  /// The same from rows that are all at hand.
  static func window<Line: Equatable & Sendable>(
    of sorted: [(key: NameKey, line: Line)], _ place: NamePlace, limit: Int
  ) -> NamePage<Line> {
    let bounds: Range<Int> =
      switch place {
      case .first: 0..<min(limit, sorted.count)
      case .last: max(0, sorted.count - limit)..<sorted.count
      case .after(let key): after(key, sorted, limit)
      case .before(let key): before(key, sorted, limit)
      }
    return NamePage(
      lines: sorted[bounds].map(\.line), hasBefore: bounds.lowerBound > 0,
      hasAfter: bounds.upperBound < sorted.count, total: sorted.count, isMore: false)
  }

  private static func after<Line>(
    _ key: NameKey, _ sorted: [(key: NameKey, line: Line)], _ limit: Int
  ) -> Range<Int> {
    let start = sorted.firstIndex { $0.key > key } ?? sorted.count
    return start..<min(start + limit, sorted.count)
  }

  private static func before<Line>(
    _ key: NameKey, _ sorted: [(key: NameKey, line: Line)], _ limit: Int
  ) -> Range<Int> {
    let end = sorted.firstIndex { $0.key >= key } ?? sorted.count
    return max(0, end - limit)..<end
  }
}

extension NamePlace {
  var isBackwards: Bool {
    switch self {
    case .before, .last: true
    case .first, .after: false
    }
  }
}
