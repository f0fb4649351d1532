/// The name by which forms ask for a code list.
package struct CodeListID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(stringLiteral value: String) { rawValue = value }
}

/// Codes with their words, in the order in which people expect them.
package struct CodeList: Hashable, Sendable {
  package let id: CodeListID
  /// "Drugs".
  package let title: String
  /// The rule that sets it, for example "COD-003".
  package let rule: String
  /// Whether rules count on just these codes: only their words may change.
  package let isFixed: Bool
  package let codes: [Code]
  /// Where each code stands, by its folded spelling.
  private let places: [String: Int]

  package init(
    _ id: CodeListID, title: String, rule: String, isFixed: Bool = false, codes: [Code]
  ) {
    self.id = id
    self.title = title
    self.rule = rule
    self.isFixed = isFixed
    self.codes = codes
    places = Dictionary(codes.enumerated().map { ($1.code.foldedForSearch, $0) }) { first, _ in
      first
    }
  }

  /// The code exactly as stored, in any case; retired ones too.
  package subscript(_ code: String) -> Code? {
    places[code.foldedForSearch].map { codes[$0] }
  }

  /// The words of a stored code, or the code itself when the list no longer knows it.
  package func words(of code: String) -> String { self[code]?.words ?? code }

  /// The codes that may be picked on a day.
  package func pickable(on day: CalendarDate) -> [Code] {
    codes.filter { $0.isPickable(on: day) }
  }

  /// What the typed code or words stand for.
  ///
  /// An exact code wins; then a whole name or synonym; then the start of a code, and words from word
  /// starts in any order.
  package func match(_ typed: String, on day: CalendarDate? = nil) -> CodeMatch {
    guard typed.utf8.count <= CodeList.longestTyped else { return .none }
    if let exact = self[typed.trimmed] {
      return CodeList.mayPick(exact, on: day) ? .one(exact) : .retired(exact)
    }
    let fits = fits(typed, on: day)
    let whole = fits.filter { $0.fit == .wholePhrase }
    if whole.count == 1, let one = whole.first { return .one(one.code) }
    if fits.count == 1, let one = fits.first { return .one(one.code) }
    return fits.isEmpty ? .none : .several(fits.map(\.code))
  }

  /// What is left of the list for the typed code or words, the best first.
  ///
  /// Where `match` finds one, that one stands first: whoever narrows a list and takes its first answer
  /// has what leaving the field would have read.
  package func narrowed(by typed: String, on day: CalendarDate? = nil) -> [Code] {
    switch match(typed, on: day) {
    case .none, .retired: []
    case .one(let code): [code] + fits(typed, on: day).map(\.code).filter { $0 != code }
    case .several(let codes): codes
    }
  }

  private static let longestTyped = 200

  private static func mayPick(_ code: Code, on day: CalendarDate?) -> Bool {
    day.map(code.isPickable) ?? !code.retired
  }

  private typealias Fit = (code: Code, fit: CodeFit)

  /// Every word counts, the last of them begun at least, so that "no a" is "No answer".
  ///
  /// Only where nothing has them all are those left out that tell nothing.
  private func fits(_ typed: String, on day: CalendarDate?) -> [Fit] {
    let words = typed.searchWords
    let fits = fits(words, typed.searchPhrase, on: day)
    let telling = CodeList.telling(words)
    return fits.isEmpty && telling != words ? self.fits(telling, typed.searchPhrase, on: day) : fits
  }

  /// The best first.
  private func fits(_ words: [String], _ phrase: String, on day: CalendarDate?) -> [Fit] {
    if words.isEmpty { return [] }
    let fits = codes.compactMap { code -> Fit? in
      guard CodeList.mayPick(code, on: day) else { return nil }
      return code.fit(words: words, phrase: phrase).map { (code, $0) }
    }
    return CodeFit.allCases.flatMap { wanted in fits.filter { $0.fit == wanted } }
  }

  /// Words that tell nothing are left out, unless nothing else was typed.
  private static func telling(_ words: [String]) -> [String] {
    let left = words.filter { !["of", "the", "a", "an", "and", "or", "with", "to"].contains($0) }
    return left.isEmpty ? words : left
  }
}

/// What typed text fits in a code list.
package enum CodeMatch: Hashable, Sendable {
  case none
  case one(Code)
  /// Best first.
  case several([Code])
  /// The exact code of an entry that may no longer be picked.
  case retired(Code)
}
