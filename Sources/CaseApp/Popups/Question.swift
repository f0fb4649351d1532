package import CaseRules

/// A question with buttons; the safe one is marked at first.
package struct Question: Equatable, Sendable {
  /// What a button does.
  package enum Doing: Equatable, Sendable {
    case nothing
    /// Whether what the form makes is for a field of the form in front.
    case resume(DraftID, forField: Bool)
    case open(WorkListID)
    case discard(DraftID)
    case begin(FormID, about: RecordRef?, saying: FormDraft, forField: Bool)
    case print(RecordRef, PaperFormat)
    case printPaper(PaperRef, LetterOutput)
    case exportTrail(TrailAsk, String, ListFormat)
    case exportList(ShownRows, ListFormat)
  }

  package struct Button: Equatable, Sendable {
    package let label: String
    package let isSafe: Bool
    package let doing: Doing

    package init(_ label: String, isSafe: Bool = false, _ doing: Doing) {
      self.label = label
      self.isSafe = isSafe
      self.doing = doing
    }
  }

  package let title: String
  package let body: [String]
  package let buttons: [Button]
  package var focus: Int
  /// When it opened, on the steady clock: keys typed before it could be read do not answer it.
  package let opened: Int64
  /// When it opened, or a key was pressed since.
  private var quietSince: Int64

  /// How long keys are ignored, in milliseconds.
  ///
  /// Whoever goes on typing meant something else, and is ignored until there is a pause; at most as
  /// long as a name takes.
  package static let deafFor: Int64 = 250
  private static let deafAtMost: Int64 = 2000

  package init(title: String, body: [String], buttons: [Button], at milliseconds: Int64) {
    self.title = title
    self.body = body
    self.buttons = buttons
    focus = buttons.firstIndex(where: \.isSafe) ?? 0
    opened = milliseconds
    quietSince = milliseconds
  }

  /// Whether a key pressed now answers.
  private func hears(at milliseconds: Int64) -> Bool {
    milliseconds - quietSince >= Question.deafFor || milliseconds - opened >= Question.deafAtMost
  }

  /// Whether a key pressed now answers; whether it does or not, whoever types goes on typing.
  mutating func hearsKey(at milliseconds: Int64) -> Bool {
    defer { quietSince = milliseconds }
    return hears(at: milliseconds)
  }

  var safe: Button? { buttons.first(where: \.isSafe) }

  mutating func move(forward: Bool) {
    guard !buttons.isEmpty else { return }
    focus = (focus + (forward ? 1 : buttons.count - 1)) % buttons.count
  }

  /// The button a letter presses: the first letter of its label.
  func button(for letter: String) -> Button? {
    let folded = Folding.fold(letter)
    guard folded.count == 1 else { return nil }
    return buttons.first { Folding.fold($0.label).first == folded.first }
  }
}
