/// INT-005: family names that no text of a report may have: of the source and the disclosing client.
///
/// Only what the words come to is kept, so that it can be held beside a form that somebody fills in
/// and still tells nobody whose names they are.
package struct ProtectedNames: Equatable, Sendable {
  private var ofSource: Set<UInt64> = []
  private var ofClient: Set<UInt64> = []

  package init() {}

  package init(source: String, client: String) {
    ofSource = Self.prints(ofName: source)
    ofClient = Self.prints(ofName: client)
  }

  /// Of several sources, where a text is about what all of them said.
  package mutating func formUnion(_ other: ProtectedNames) {
    ofSource.formUnion(other.ofSource)
    ofClient.formUnion(other.ofClient)
  }

  private var isEmpty: Bool { ofSource.isEmpty && ofClient.isEmpty }

  /// Why a text is refused; nil when it names neither.
  ///
  /// Whose name it has is not said: that a client told it would tell what kind of source it is
  /// (INT-006).
  ///
  /// Whole words count, in any case and with or without accents, the halves of a double-barrelled
  /// name and the possessive too; "Parker" does not name Park.
  package func refusal(of text: String, field: FieldCode) -> Finding? {
    named(in: text) == nil
      ? nil
      : Finding(
        "INT-005", .blocks, field: field.text,
        "A name in this could tell who said it. Write it without a clue to them")
  }

  /// Whose name a text has, for whoever has just typed both; nil when it names neither.
  func named(in text: String) -> Whose? {
    guard !isEmpty else { return nil }
    let words = Self.prints(ofText: text)
    if !words.isDisjoint(with: ofSource) { return .source }
    return words.isDisjoint(with: ofClient) ? nil : .client
  }

  enum Whose {
    case source, client

    var words: String {
      switch self {
      case .source: "the family name of the source"
      case .client: "the family name of the client who told it"
      }
    }
  }

  private static func prints(ofName name: String) -> Set<UInt64> {
    let words = NameFolding.words(name)
    // "van" stands before names, and in every other report.
    let telling = words.filter { $0.utf8.count > 1 && !NamePrefixes.all.contains($0) }
    return Set((telling.isEmpty ? words : telling).map(print))
  }

  private static func prints(ofText text: String) -> Set<UInt64> {
    var prints: Set<UInt64> = []
    var before = ""
    for word in text.split(whereSeparator: { $0.isWhitespace }) {
      let forms = NameFolding.words(word)
      for form in forms { prints.formUnion(stems(of: form).map(print)) }
      guard let whole = forms.last else { continue }
      // A name of two words, "van Dyck", is protected as one word as well.
      prints.formUnion(stems(of: before + whole).map(print))
      before = whole
    }
    return prints
  }

  /// "pelhams" may be "Pelham's" or "the Pelhams", "joneses" the family of that name.
  private static func stems(of word: String) -> [String] {
    [word] + (word.hasSuffix("s") ? [String(word.dropLast())] : [])
      + (word.hasSuffix("es") ? [String(word.dropLast(2))] : [])
  }

  /// FNV-1a: not a secret keeper, but no names lie about.
  private static func print(_ word: String) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension ProtectedNames: CustomStringConvertible, CustomReflectable {
  package var description: String { "protected names" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
