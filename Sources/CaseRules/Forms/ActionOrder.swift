/// How the actions of one record are put into a menu, so that no letter has two meanings.
///
/// The layout of the kind of record says what is one key away and what is behind the letter of its
/// group, whatever else is offered.
package struct ActionOrder: Equatable, Sendable {
  package let offered: [OfferedForm]
  /// The groups behind a letter; empty where all actions stand in one list.
  package let groups: [ActionGroup]

  private let layout: ActionLayout
  /// The form that meets what is due: it stands in front, before all others.
  private let due: FormID?

  package init(_ offered: [OfferedForm], in layout: ActionLayout, due: FormID? = nil) {
    self.offered =
      due.map { form in
        offered.filter { $0.form == form } + offered.filter { $0.form != form }
      } ?? offered
    self.layout = layout
    self.due = due
    groups = ActionGroup.allCases.filter { group in
      offered.contains { $0.group == group && layout.frontLetter(of: $0) == nil }
    }
  }

  /// The list in front: what is one key away, and what is due.
  package var first: [OfferedForm] { offered.filter(isInFront) }

  /// Whether it is one key away, and not behind the letter of a group.
  package func isInFront(_ offered: OfferedForm) -> Bool {
    frontLetter(of: offered) != nil || offered.group == nil || offered.form == due
  }

  package func frontLetter(of offered: OfferedForm) -> Character? {
    layout.frontLetter(of: offered)
  }

  /// All of them as a page lists them: what stands in front, then group by group.
  package var listed: [OfferedForm] {
    groups.isEmpty ? offered : first + groups.flatMap { behind($0).filter { !isInFront($0) } }
  }

  package func behind(_ group: ActionGroup) -> [OfferedForm] {
    offered.filter { $0.group == group }
  }

  /// The letters that lead to each of the offered forms: `k`, or `l t` behind a group.
  ///
  /// Where one form is offered twice, as about a row and about its page, the first has the letter.
  package var keys: [String?] {
    var taken: Set<String> = []
    return offered.map { form in
      layout.keys(of: form).flatMap { taken.insert($0).inserted ? $0 : nil }
    }
  }

  /// The reason that most of the actions are switched off for, as for somebody who may only read.
  package var sharedRefusal: String? {
    let reasons = Dictionary(grouping: offered.compactMap(\.whyNot), by: \.self)
    return reasons.first { $0.value.count > max(2, offered.count / 2) }?.key
  }

  /// How many are switched off for it.
  package var refusedCount: Int {
    let refusal = sharedRefusal
    return offered.count { $0.whyNot != nil && $0.whyNot == refusal }
  }
}

extension OfferedForm {
  var group: ActionGroup? { action?.group }
}
