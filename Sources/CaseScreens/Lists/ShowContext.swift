import CaseApp
package import CaseRules

/// What drawing rows needs to know besides the rows.
package struct ShowContext: Sendable {
  /// To the minute, as the title shows it.
  package let now: Moment
  /// Initials and numbers instead of names.
  package let hidesNames: Bool
  package let worker: Worker
  private let keys: LiveKeys
  /// Rows go by under a held key: what belongs to one of them waits until the hand rests.
  let isHurrying: Bool
  /// What the row holds besides its columns is shown under the list.
  let hasPreview: Bool

  init(
    now: Moment, hidesNames: Bool, worker: Worker, keys: LiveKeys, isHurrying: Bool,
    hasPreview: Bool
  ) {
    self.now = now
    self.hidesNames = hidesNames
    self.worker = worker
    self.keys = keys
    self.isHurrying = isHurrying
    self.hasPreview = hasPreview
  }

  /// The key that opens the menu of actions.
  var actionsKey: String { keys.name(.actionsMenu) }

  /// The key that prints papers.
  var printKey: String { keys.name(.print) }

  /// The key that opens the row.
  var openKey: String { keys.name(.open) }

  package var today: CalendarDate { now.date }

  /// A person's name as it may be shown here, or what stands in its place.
  func name(_ name: String?, _ ref: RecordRef?, without: String = "-") -> String {
    guard let name, !name.isEmpty else { return without }
    return hidesNames ? NameWording.initials(name, ref) : name
  }

  /// Why somebody was found; where names are hidden it does not give another name away.
  func reason(_ because: String?) -> String {
    let because = because ?? "name"
    guard hidesNames, because.hasPrefix("alias ") || because.contains(" for ") else {
      return because
    }
    return "another name"
  }
}

/// Names for desks the public can see.
enum NameWording {
  /// Initials with the number.
  static func initials(_ name: String, _ ref: RecordRef?) -> String {
    let letters = name.split { $0.isWhitespace || $0 == "-" }.compactMap(\.first)
    let short = letters.prefix(3).map { $0.uppercased() + "." }.joined()
    return ref.map { "\(short) \($0.text)" } ?? short
  }
}
