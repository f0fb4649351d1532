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
    guard typed.utf8.count <= 200 else { return .none }
    let mayPick: (Code) -> Bool = { code in day.map(code.isPickable) ?? !code.retired }
    if let exact = self[typed.trimmed] { return mayPick(exact) ? .one(exact) : .retired(exact) }
    let words = CodeList.telling(typed.searchWords)
    if words.isEmpty { return .none }
    let phrase = typed.searchPhrase
    let fits = codes.compactMap { code in
      mayPick(code) ? code.fit(words: words, phrase: phrase).map { (code: code, fit: $0) } : nil
    }
    return CodeList.best(of: fits)
  }

  private static func best(of fits: [(code: Code, fit: CodeFit)]) -> CodeMatch {
    let whole = fits.filter { $0.fit == .wholePhrase }
    if whole.count == 1, let one = whole.first { return .one(one.code) }
    if fits.count == 1, let one = fits.first { return .one(one.code) }
    if fits.isEmpty { return .none }
    let ordered = CodeFit.allCases.flatMap { wanted in
      fits.filter { $0.fit == wanted }.map(\.code)
    }
    return .several(ordered)
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
