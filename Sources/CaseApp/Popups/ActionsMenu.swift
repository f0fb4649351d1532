package import CaseRules

/// What can be done with the row or record in front, and why the rest cannot.
package struct ActionsMenu: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package enum Doing: Equatable, Sendable {
      case form(FormID, about: RecordRef?)
      /// One form about all the ticked rows.
      case formOfSeveral(FormID, FormDraft)
      case open(Opening)
      case command(Command)
      case discard(DraftID, title: String)
    }

    /// The letter that picks it; none where only the cursor does.
    package let key: Character?
    package let title: String
    package let whyNot: String?
    package let doing: Doing
  }

  /// Tells this menu's answer from that of an earlier one.
  package let serial: Int
  package let title: String
  package var items: [Item]
  package var at = 0
  /// True while the records are asked what the row allows.
  package var isAsking: Bool
  /// The records acted on, when rows are ticked.
  package let ticked: [RecordRef]

  package var current: Item? { items.indices.contains(at) ? items[at] : nil }

  /// Adds what the record allows; a letter that the list's own items have stays theirs.
  mutating func add(_ offered: [OfferedForm]) {
    isAsking = false
    let own = Set(items.compactMap(\.key))
    items =
      offered.map {
        Item(
          key: own.contains($0.key) ? nil : $0.key, title: $0.title, whyNot: $0.whyNot,
          doing: .form($0.form, about: $0.about))
      } + items
    at = 0
  }
}
