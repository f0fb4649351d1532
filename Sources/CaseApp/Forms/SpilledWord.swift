import CaseRules

/// An answer that moved the caret on by itself, until something else happens: one letter, or what was
/// chosen from a list of answers that had been opened for it.
///
/// Who types "yes" where "y" is enough goes on typing in the next field: there the rest is taken out
/// again once the word is whole. The key that was to end the answer, whether it comes after the letter
/// or after the word, moves nowhere: it would leave out a question that nobody has seen.
struct SpilledWord: Equatable, Sendable {
  /// Where the caret went, and the rest lands; nil on the save line, which takes no letters.
  let place: FieldPlace?
  /// "es"; empty for an answer whose words do not begin with the letter, or end with it.
  let rest: String
  /// What that field held before.
  let arrived: String
  /// What of the rest was typed so far.
  var typed = ""
  /// From a list Enter has taken the answer: a second Enter is meant.
  let isEndedByEnter: Bool

  init(after letter: String, answering words: String, into place: FieldPlace?, holding text: String)
  {
    // "H  High" begins with its code; the word is what somebody goes on typing.
    let word = words.lowercased().split { !$0.isLetter }.map(String.init).first { $0.count > 1 }
    let goesOn = word.flatMap { $0.hasPrefix(letter.lowercased()) ? $0 : nil }
    self.place = place
    rest = goesOn.map { String($0.dropFirst(letter.count)) } ?? ""
    arrived = text
    isEndedByEnter = true
  }

  init(chosenBefore place: FieldPlace?, holding text: String) {
    self.place = place
    rest = ""
    arrived = text
    isEndedByEnter = false
  }

  var isWhole: Bool { typed == rest }

  /// Whether the answer stands as it is: the letter alone, or the whole word.
  var isEnded: Bool { typed.isEmpty || isWhole }
}

extension FormFeature.State {
  /// After a letter: takes the rest of the word out of this field once all of it is there.
  mutating func followSpilledWord(in context: AppContext) {
    guard var spilled else { return }
    let typed = box.text.lowercased()
    guard !spilled.isWhole, spilled.place == place, spilled.rest.hasPrefix(typed) else {
      return self.spilled = nil
    }
    spilled.typed = typed
    if spilled.isWhole, let landed = spilled.place { put(spilled.arrived, at: landed, in: context) }
    self.spilled = spilled
  }

  /// Whether the key only ends an answer that moved on already.
  mutating func endsSpilledWord(_ action: FormFeature.Action) -> Bool {
    switch action {
    case .typed: return false
    case .moved(.next):
      defer { spilled = nil }
      return spilled.map { $0.isEnded && $0.place == place } ?? false
    case .moved(.enter):
      defer { spilled = nil }
      return spilled.map { $0.isEnded && $0.place == place && $0.isEndedByEnter } ?? false
    case .moved, .edited, .chose, .pasted, .fieldChosen, .rested, .hungUp, .answered:
      spilled = nil
      return false
    }
  }
}
