import CaseRules

/// The rest of a word whose first letter was a whole answer and moved the caret on.
///
/// Who types "yes" where "y" is enough goes on typing in the next field. There the rest is taken out
/// again once the word is whole, and the key that was to end the word moves nowhere.
struct SpilledWord: Equatable, Sendable {
  /// Where the rest lands.
  let place: FieldPlace
  /// "es".
  let rest: String
  /// What that field held before.
  let arrived: String
  var isWhole = false

  /// Nil for an answer whose words do not begin with the letter, or end with it.
  init?(after letter: String, answering words: String, into place: FieldPlace, holding text: String)
  {
    // "H  High" begins with its code; the word is what somebody goes on typing.
    let word = words.lowercased().split { !$0.isLetter }.map(String.init).first { $0.count > 1 }
    guard let word, word.hasPrefix(letter.lowercased()) else { return nil }
    self.place = place
    rest = String(word.dropFirst(letter.count))
    arrived = text
  }
}

extension FormFeature.State {
  /// After a letter: takes the rest of the word out of this field once all of it is there.
  mutating func followSpilledWord(in context: AppContext) {
    guard var spilled else { return }
    let typed = box.text.lowercased()
    guard !spilled.isWhole, spilled.place == place, spilled.rest.hasPrefix(typed) else {
      return self.spilled = nil
    }
    guard typed == spilled.rest else { return }
    put(spilled.arrived, at: spilled.place, in: context)
    spilled.isWhole = true
    self.spilled = spilled
  }

  /// Whether the key only ends a word that was an answer already.
  mutating func endsSpilledWord(_ action: FormFeature.Action) -> Bool {
    switch action {
    case .typed: return false
    case .moved(.next), .moved(.enter):
      defer { spilled = nil }
      return spilled?.isWhole == true && spilled?.place == place
    case .moved, .edited, .chose, .pasted, .fieldChosen, .rested, .hungUp, .answered:
      spilled = nil
      return false
    }
  }
}
