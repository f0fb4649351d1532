import CaseRules

/// An answer that moved the caret on by itself, until something else happens.
///
/// The key that was to end the answer, whether it comes after the letter, after the word or after the
/// choice, moves nowhere: it would leave out a question that nobody has seen.
enum SpilledWord: Equatable, Sendable {
  /// One letter that is a whole answer.
  case letter(OneLetter)
  /// What was chosen from a list, a search or a calendar; Enter took it, so a second one is meant.
  case choice(before: FieldPlace?)

  /// Who types "yes" where "y" is enough goes on typing in the next field: there the rest is taken out
  /// again once the word is whole.
  struct OneLetter: Equatable, Sendable {
    /// Where the caret went, and the rest lands; nil on the save line, which takes no letters.
    let place: FieldPlace?
    /// "es"; empty for an answer whose words do not begin with the letter, or end with it.
    let rest: String
    /// What that field held before.
    let arrived: String
    /// What of the rest was typed so far.
    var typed = ""

    init(_ letter: String, answering words: String, into place: FieldPlace?, holding text: String) {
      // "H  High" begins with its code; the word is what somebody goes on typing.
      let word = words.lowercased().split { !$0.isLetter }.map(String.init).first { $0.count > 1 }
      let goesOn = word.flatMap { $0.hasPrefix(letter.lowercased()) ? $0 : nil }
      self.place = place
      rest = goesOn.map { String($0.dropFirst(letter.count)) } ?? ""
      arrived = text
    }

    var isWhole: Bool { typed == rest }

    /// Whether the answer stands as it is: the letter alone, or the whole word.
    var isEnded: Bool { typed.isEmpty || isWhole }
  }

  /// Whether a Tab at a place only ends the answer.
  func isEndedByTab(at place: FieldPlace?) -> Bool {
    switch self {
    case .letter(let letter): letter.isEnded && letter.place == place
    case .choice(let before): before == place
    }
  }

  /// The same of Enter.
  func isEndedByEnter(at place: FieldPlace?) -> Bool {
    switch self {
    case .letter: isEndedByTab(at: place)
    case .choice: false
    }
  }
}

extension FormFeature.State {
  /// After a letter: takes the rest of the word out of this field once all of it is there.
  mutating func followSpilledWord(in context: AppContext) {
    guard case .letter(var letter) = spilled else { return spilled = nil }
    let typed = box.text.lowercased()
    guard !letter.isWhole, letter.place == place, letter.rest.hasPrefix(typed) else {
      return spilled = nil
    }
    letter.typed = typed
    if letter.isWhole, let landed = letter.place { put(letter.arrived, at: landed, in: context) }
    spilled = .letter(letter)
  }

  /// Whether the key only ends an answer that moved on already.
  mutating func endsSpilledWord(_ action: FormFeature.Action) -> Bool {
    switch action {
    case .typed: return false
    case .moved(.next):
      defer { spilled = nil }
      return spilled?.isEndedByTab(at: place) ?? false
    case .moved(.enter):
      defer { spilled = nil }
      return spilled?.isEndedByEnter(at: place) ?? false
    case .moved, .edited, .chose, .pasted, .fieldChosen, .rested, .hungUp, .answered:
      spilled = nil
      return false
    }
  }
}
