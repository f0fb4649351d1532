package import CaseRules

/// What was done to a draft, burst by burst, so that it can be taken back and done again.
package struct FormHistory: Equatable, Sendable {
  /// One answer or one table, as it was and as it became.
  package enum Change: Equatable, Sendable {
    case text(FieldCode, from: String, to: String)
    case rows(FieldCode, from: [FormDraft.Row]?, to: [FormDraft.Row]?)
  }

  /// What one undo takes back.
  package struct Step: Equatable, Sendable {
    package let changes: [Change]
    /// Where it happened; the caret goes there.
    package let place: FieldPlace

    /// How much text it holds.
    var bytes: Int { changes.reduce(0) { $0 + $1.bytes } }
  }

  /// A burst of typing that is still going on: how its answer was before it.
  private struct Burst: Equatable, Sendable {
    let place: FieldPlace
    let before: Change
    var lastKey: Int64
  }

  private(set) var done: [Step] = []
  private(set) var undone: [Step] = []
  private var burst: Burst?

  /// A pause this long ends a burst, in milliseconds.
  private static let pause: Int64 = 1000
  /// The oldest steps go when there are more, or when they hold more text than this, in bytes: far
  /// beyond what anybody takes back by hand.
  private static let mostSteps = 2000
  private static let mostBytes = 4_194_304
  private var bytes = 0

  package init() {}

  package var canUndo: Bool { burst != nil || !done.isEmpty }
  package var canRedo: Bool { burst == nil && !undone.isEmpty }

  /// To be called before every change; a key shortly after another at the same place joins it.
  mutating func willChange(
    _ place: FieldPlace, in draft: FormDraft, at milliseconds: Int64, joins: Bool
  ) {
    if joins, var going = burst, going.place == place,
      milliseconds &- going.lastKey < FormHistory.pause
    {
      going.lastKey = milliseconds
      burst = going
      return
    }
    close(draft)
    burst = Burst(
      place: place, before: FormHistory.now(place, in: draft),
      lastKey: joins ? milliseconds : .min)
  }

  /// Ends the burst: what is typed next is taken back on its own.
  mutating func close(_ draft: FormDraft) {
    guard let burst else { return }
    self.burst = nil
    let change = FormHistory.completed(burst.before, with: draft)
    guard change.hasEffect else { return }
    add(Step(changes: [change], place: burst.place))
  }

  /// Something that changed several answers at once.
  mutating func add(_ step: Step) {
    undone = []
    done.append(step)
    bytes += step.bytes
    while done.count > 1, done.count > FormHistory.mostSteps || bytes > FormHistory.mostBytes {
      bytes -= done.removeFirst().bytes
    }
  }

  mutating func undo(_ draft: inout FormDraft) -> Step? {
    close(draft)
    guard let step = done.popLast() else { return nil }
    bytes -= step.bytes
    for change in step.changes.reversed() { change.takeBack(&draft) }
    undone.append(step)
    return step
  }

  mutating func redo(_ draft: inout FormDraft) -> Step? {
    close(draft)
    guard let step = undone.popLast() else { return nil }
    bytes += step.bytes
    for change in step.changes { change.doAgain(&draft) }
    done.append(step)
    return step
  }

  private static func now(_ place: FieldPlace, in draft: FormDraft) -> Change {
    place.column == nil
      ? .text(place.field, from: draft[place.field], to: "")
      : .rows(place.field, from: draft.rows[place.field], to: nil)
  }

  private static func completed(_ change: Change, with draft: FormDraft) -> Change {
    switch change {
    case .text(let field, let from, _): .text(field, from: from, to: draft[field])
    case .rows(let table, let from, _): .rows(table, from: from, to: draft.rows[table])
    }
  }
}

extension FormHistory.Change {
  var hasEffect: Bool {
    switch self {
    case .text(_, let from, let to): from != to
    case .rows(_, let from, let to):
      !(from ?? []).elementsEqual(to ?? []) { $0.id == $1.id && $0.filledTexts == $1.filledTexts }
    }
  }

  var bytes: Int {
    switch self {
    case .text(_, let from, let to): from.utf8.count + to.utf8.count
    case .rows(_, let from, let to):
      ((from ?? []) + (to ?? [])).reduce(0) { sum, row in
        row.texts.values.reduce(sum) { $0 + $1.utf8.count }
      }
    }
  }

  func takeBack(_ draft: inout FormDraft) {
    switch self {
    case .text(let field, let from, _): draft[field] = from
    case .rows(let table, let from, _): draft.rows[table] = from
    }
  }

  func doAgain(_ draft: inout FormDraft) {
    switch self {
    case .text(let field, _, let to): draft[field] = to
    case .rows(let table, _, let to): draft.rows[table] = to
    }
  }
}
