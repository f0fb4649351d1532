package import CaseRules

/// What can be done with the row or record in front, and why the rest cannot.
package struct ActionsMenu: Equatable, Sendable {
  package struct Item: Equatable, Sendable {
    package enum Doing: Equatable, Sendable {
      case form(FormID, about: RecordRef?)
      /// One form about all the ticked rows.
      case formOfSeveral(FormID, FormDraft)
      /// Opens one part of the menu.
      case group(ActionGroup)
      case open(Opening)
      case command(Command)
      case discard(DraftID, title: String)
      /// Only says why several actions are switched off.
      case nothing
    }

    /// The letter that picks it; none where only the cursor does.
    package let key: Character?
    package let title: String
    /// What is behind it, where the title cannot say it.
    package var note = ""
    package let whyNot: String?
    package let doing: Doing
  }

  /// Tells this menu's answer from that of an earlier one.
  package let serial: Int
  package let title: String
  /// What the list itself offers, whatever the record allows.
  private var own: [Item]
  /// The form that meets what is due about the row.
  private let due: FormID?
  /// Where everything stands, whatever the record allows now.
  private let layout: ActionLayout
  /// What the record allows and what it does not.
  private var order: ActionOrder
  /// The part that is open; nil in front of the groups.
  package private(set) var group: ActionGroup?
  package private(set) var items: [Item]
  package var at = 0
  /// True while the records are asked what the row allows.
  package private(set) var isAsking: Bool
  /// What each form is filled in about, one after the other, when rows are ticked.
  package private(set) var abouts: [FormID: [RecordRef]] = [:]
  /// The records of the ticked rows, in their order.
  private let ticked: [RecordRef]

  package init(
    serial: Int, title: String, items: [Item], isAsking: Bool, layout: ActionLayout,
    due: FormID? = nil, ticked: [RecordRef] = []
  ) {
    self.ticked = ticked
    self.layout = layout
    order = ActionOrder([], in: layout)
    self.due = due
    self.serial = serial
    self.title = title
    own = items
    self.items = items
    self.isAsking = isAsking
  }

  package var current: Item? { items.indices.contains(at) ? items[at] : nil }

  mutating func take(_ reply: Reply) {
    switch reply {
    case .read(.actions(let offered)): add(offered)
    case .read(.actionsOfEach(let each)): add(each)
    case .read, .formOpened, .facts, .lookedUp, .saved, .draftKept, .draftDiscarded, .draftResumed,
      .failed:
      add(nil)
    }
  }

  /// Adds what the record allows; nil when it could not be read.
  mutating func add(_ offered: [OfferedForm]?) {
    isAsking = false
    order = ActionOrder(offered ?? order.offered, in: layout, due: due)
    show(nil)
  }

  /// Adds what every ticked record allows.
  private mutating func add(_ each: ActionsOfEach) {
    abouts = each.abouts
    own = own.map { $0.leavingOut(each.refusals[HandoverForm.id] ?? [:], of: ticked) }
    // Where one form takes them together, the same for each is not worth a line.
    add(each.offered.filter { offered in !own.contains { $0.standsFor(offered.form) } })
  }

  mutating func open(_ group: ActionGroup) { show(group) }

  /// Back in front of the groups, with the hand on the one that was open; false in front of them.
  mutating func closeGroup() -> Bool {
    guard let group else { return false }
    show(nil)
    at = items.firstIndex { $0.doing == .group(group) } ?? 0
    return true
  }

  /// All of it in one list, with the letters that lead to each: what can be done, then what cannot.
  ///
  /// What is behind a group stands for itself, and commands are left to the list of commands.
  var spread: [(item: Item, keys: String?)] {
    let itsOwn = own.filter { !$0.isCommand }.map { ($0, $0.key.map(String.init)) }
    let all = spreadForms + itsOwn
    return all.filter { $0.0.whyNot == nil } + all.filter { $0.0.whyNot != nil }
  }

  private var spreadForms: [(Item, String?)] {
    let listed = ActionOrder(order.listed, in: layout)
    // As in front: a letter of the list's own or of a group is not that of a form.
    let taken = Set((own.compactMap(\.key) + listed.groups.map(\.rawValue)).map(String.init))
    return zip(listed.offered, listed.keys).map { form, keys in
      let isReached = form.whyNot == nil && keys.map(taken.contains) == false
      return (ActionItems.item(form), isReached ? keys : nil)
    }
  }

  private mutating func show(_ group: ActionGroup?) {
    self.group = group
    at = 0
    items = group.map { ActionItems.possibleFirst(ActionItems.lettered(order.behind($0))) } ?? front
  }

  /// The list in front, what can be done before what cannot; a refusal that most of the actions share is said once.
  private var front: [Item] {
    let refusal = order.sharedRefusal
    let groups = order.groups.filter { group in
      order.behind(group).contains { !$0.isRefused(by: refusal) }
    }
    // A letter that the list's own items have stays theirs, and a group's letter its own.
    let taken = own.compactMap(\.key) + groups.map(\.rawValue)
    let offered = ActionItems.lettered(
      order.first.filter { !$0.isRefused(by: refusal) }, but: Set(taken),
      by: order.frontLetter)
    let shared = refusal.map { [ActionItems.refused(order, $0)] } ?? []
    return offered.filter { $0.whyNot == nil }
      + groups.map { ActionItems.group($0, order.behind($0)) } + own
      + offered.filter { $0.whyNot != nil } + shared
  }
}

/// The lines of the actions menu.
private enum ActionItems {
  /// Where a form is offered twice, as about a row and about its page, the first has the letter.
  static func lettered(
    _ offered: [OfferedForm], but taken: Set<Character> = [],
    by letter: (OfferedForm) -> Character? = { $0.action?.letter }
  ) -> [ActionsMenu.Item] {
    var taken = taken
    return offered.map { form in
      item(form, key: letter(form).flatMap { taken.insert($0).inserted ? $0 : nil })
    }
  }

  static func item(_ form: OfferedForm, key: Character? = nil) -> ActionsMenu.Item {
    ActionsMenu.Item(
      key: key, title: form.title, whyNot: form.whyNot,
      doing: .form(form.form, about: form.about))
  }

  static func possibleFirst(_ items: [ActionsMenu.Item]) -> [ActionsMenu.Item] {
    items.filter { $0.whyNot == nil } + items.filter { $0.whyNot != nil }
  }

  static func group(_ group: ActionGroup, _ offered: [OfferedForm]) -> ActionsMenu.Item {
    let titles = offered.filter { $0.whyNot == nil && $0.action?.isNear == false }.map(
      \.title.lowercasedFirst)
    return ActionsMenu.Item(
      key: group.rawValue, title: "\(group.title) ...",
      note: titles.isEmpty ? "nothing now" : titles.joined(separator: ", "), whyNot: nil,
      doing: .group(group))
  }

  static func refused(_ order: ActionOrder, _ why: String) -> ActionsMenu.Item {
    let count = order.refusedCount
    let others = count == order.offered.count ? "All \(count) actions" : "\(count) other actions"
    return ActionsMenu.Item(key: nil, title: others, whyNot: why, doing: .nothing)
  }
}

extension ActionsMenu.Item {
  /// What it is found by: its title, and the name its form has in `forms` and `submit`,
  /// and what people call it.
  var words: [String] {
    form.map { [title, $0.text, PaletteWords.words(for: $0)] } ?? [title]
  }

  /// The form it begins.
  var form: FormID? {
    switch doing {
    case .form(let form, _), .formOfSeveral(let form, _): form
    case .group, .open, .command, .discard, .nothing: nil
    }
  }

  /// Whether it takes all the ticked records together, in place of a form for each.
  fileprivate func standsFor(_ form: FormID) -> Bool {
    switch doing {
    case .formOfSeveral(HandOverSeveralForm.id, _): form == HandoverForm.id
    case .form, .formOfSeveral, .group, .open, .command, .discard, .nothing: false
    }
  }

  /// PPL-012: a client whom the worker cannot hand over does not keep the others back.
  fileprivate func leavingOut(_ refusals: [Int: String], of ticked: [RecordRef]) -> Self {
    guard !refusals.isEmpty, whyNot == nil,
      case .formOfSeveral(HandOverSeveralForm.id, var draft) = doing
    else { return self }
    let refused = Set(refusals.keys.filter(ticked.indices.contains).map { ticked[$0].text })
    let all = draft.rows[HandOverSeveralForm.clients] ?? []
    let kept = all.filter { !refused.contains($0.texts[HandOverSeveralForm.client] ?? "") }
    draft.rows[HandOverSeveralForm.clients] = kept
    let first = refusals.min { $0.key < $1.key }?.value ?? ""
    return Self(
      key: key,
      title: kept.isEmpty ? title : "Hand over \(kept.count) of these \(all.count) clients",
      note: kept.isEmpty ? "" : first, whyNot: kept.isEmpty ? first : nil,
      doing: .formOfSeveral(HandOverSeveralForm.id, draft))
  }

  fileprivate var isCommand: Bool {
    switch doing {
    case .command: true
    case .form, .formOfSeveral, .group, .open, .discard, .nothing: false
    }
  }
}

extension OfferedForm {
  fileprivate func isRefused(by refusal: String?) -> Bool {
    refusal != nil && whyNot == refusal
  }
}
