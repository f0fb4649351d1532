/// INT-005, INT-006: what in a text points at who said it without a family name.
///
/// Only a help to whoever writes: it warns, and what it does not know it does not see.
package enum SourceClues {
  private static let kin: Set<String> = [
    "mother", "mum", "father", "dad", "parents", "sister", "brother", "wife", "husband",
    "girlfriend", "boyfriend", "partner", "son", "daughter", "aunt", "uncle", "cousin",
    "grandmother", "grandfather", "neighbour", "cellmate", "landlord", "landlady", "worker",
  ]
  private static let telling: Set<String> = [
    "says", "said", "tells", "told", "worries", "thinks", "believes", "reports", "reported",
    "fears", "saw", "heard", "rang", "asks",
  ]

  /// "mother worries", "sister Jenna says"; nil where nobody is said to have told it.
  private static func teller(in text: String) -> String? {
    let words = text.split { !$0.isLetter && $0 != "'" }.map(String.init)
    for (place, word) in words.enumerated() where kin.contains(word.lowercased()) {
      let next = words.dropFirst(place + 1).prefix(2)
      guard let verb = next.firstIndex(where: { telling.contains($0.lowercased()) }) else {
        continue
      }
      return words[place...verb].joined(separator: " ")
    }
    return nil
  }

  /// Whether a text has a name that stands under who it is: a word with a capital there.
  private static func names(_ identity: String, in text: String) -> Bool {
    let names = identity.split { !$0.isLetter }.filter {
      $0.count > 2 && $0.first?.isUppercase == true
    }.flatMap { NameFolding.words($0) }.filter { !kin.contains($0) }
    return !Set(names).isDisjoint(with: NameFolding.typedWords(text))
  }

  /// For a text that is written beside who said it.
  static func rule(_ field: FieldCode) -> FormRule {
    FormRule { reading, _, _ in
      guard let text = reading.text(field) else { return [] }
      let identity = reading.text(IntelligenceReportForm.identity) ?? ""
      let isNamed = names(identity, in: text)
      return (teller(in: text).map { ["“\($0)” tells who said it"] } ?? []).map {
        Finding(
          "INT-006", .warns, field: field.text,
          $0 + ": a relative is known by the kind alone. Write what is said without whoever says it"
        )
      }
        + (isNamed
          ? [
            Finding(
              "INT-005", .blocks, field: field.text,
              "This has a name that stands under who it is. Write it without a clue to them")
          ] : [])
    }
  }
}
