/// The parts of the actions menu in the words of the work, each behind a letter of its own.
package enum ActionGroup: Character, CaseIterable, Hashable, Sendable {
  case contact = "n"
  case assessment = "c"
  case carePlan = "p"
  case treatment = "t"
  case caseload = "l"
  case custody = "u"
  case enquiries = "e"
  case bronze = "b"
  case record = "r"
  case edii = "d"
  case office = "g"
  case intelligence = "x"

  package var title: String {
    switch self {
    case .contact: "Contact"
    case .assessment: "Consent and assessment"
    case .carePlan: "Care plan"
    case .treatment: "Treatment and prescribing"
    case .caseload: "Caseload"
    case .custody: "Custody"
    case .enquiries: "Referrals, calls and services"
    case .bronze: "Bronze action"
    case .record: "Record"
    case .edii: "Early intervention (EDII)"
    case .office: "Lists of the office"
    case .intelligence: "Intelligence"
    }
  }
}

/// Where a form stands in the actions menu, declared with the form itself.
///
/// No other form of its group has its letter; a test holds the catalogue to that. Which groups are
/// open in the menu of a kind of record is a matter of its `ActionLayout`.
package struct ActionKey: Hashable, Sendable {
  package let group: ActionGroup
  package let letter: Character
  /// Whether the letter works at once, without the group's letter before it.
  package let isNear: Bool

  private init(_ group: ActionGroup, _ letter: Character, isNear: Bool) {
    self.group = group
    self.letter = letter
    self.isNear = isNear
  }

  /// For what is done every day: one key away.
  package static func near(_ group: ActionGroup, _ letter: Character) -> ActionKey {
    ActionKey(group, letter, isNear: true)
  }

  /// For everything else: behind the letter of its group.
  package static func behind(_ group: ActionGroup, _ letter: Character) -> ActionKey {
    ActionKey(group, letter, isNear: false)
  }
}
