/// How the actions of one record are put into a menu, so that no letter has two meanings.
///
/// A few actions stand in one list. What comes from several parts of the work is grouped: the daily
/// actions stay one key away, the rest are behind the letter of their group.
package struct ActionOrder: Equatable, Sendable {
  package let offered: [OfferedForm]
  /// The groups behind a letter; empty where all actions stand in one list.
  package let groups: [ActionGroup]

  /// The form that meets what is due: it stands in front, before all others.
  private let due: FormID?

  package init(_ offered: [OfferedForm], due: FormID? = nil) {
    self.offered =
      due.map { form in
        offered.filter { $0.form == form } + offered.filter { $0.form != form }
      } ?? offered
    self.due = due
    let all = ActionGroup.allCases.filter { group in offered.contains { $0.group == group } }
    let isFlat = all.count < 3 && ActionOrder.haveLettersOfTheirOwn(offered)
    groups =
      isFlat
      ? [] : all.filter { group in offered.contains { $0.group == group && !$0.isNear } }
  }

  /// The list in front: every action, or the daily ones of a grouped menu.
  package var first: [OfferedForm] { offered.filter(isInFront) }

  /// Whether it is one key away, and not behind the letter of a group.
  package func isInFront(_ offered: OfferedForm) -> Bool {
    groups.isEmpty || offered.isNear || offered.group == nil || offered.form == due
  }

  /// Whether it stands in front only because it is due: its letter is that of its group's list.
  package func isOutOfItsGroup(_ offered: OfferedForm) -> Bool {
    !groups.isEmpty && !offered.isNear && offered.group != nil
  }

  /// All of them as a page lists them: the daily ones, then group by group.
  package var listed: [OfferedForm] {
    groups.isEmpty ? offered : first + groups.flatMap { behind($0).filter { !$0.isNear } }
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
      guard let key = form.action else { return nil }
      let letters =
        groups.isEmpty || key.isNear
        ? String(key.letter) : "\(key.group.rawValue) \(key.letter)"
      return taken.insert(letters).inserted ? letters : nil
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

  private static func haveLettersOfTheirOwn(_ offered: [OfferedForm]) -> Bool {
    var forms: [Character: FormID] = [:]
    for form in offered {
      guard let letter = form.action?.letter else { continue }
      if let other = forms.updateValue(form.form, forKey: letter), other != form.form {
        return false
      }
    }
    return true
  }
}

extension OfferedForm {
  var group: ActionGroup? { action?.group }
  var isNear: Bool { action?.isNear == true }
}
