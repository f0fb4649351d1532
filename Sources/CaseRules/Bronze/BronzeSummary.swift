/// A bronze action of a subject, in a line.
package struct BronzeSummary: Equatable, Sendable {
  package var ref: RecordRef
  package var state: BronzeState
  /// INT-039: what further action came upon.
  package var before: BronzeState?
  package var opened: CalendarDate
  package var since: CalendarDate
  package var kind: BronzeLetter.Kind?

  package init(
    ref: RecordRef, state: BronzeState, before: BronzeState? = nil, opened: CalendarDate,
    since: CalendarDate, kind: BronzeLetter.Kind? = nil
  ) {
    self.ref = ref
    self.state = state
    self.before = before
    self.opened = opened
    self.since = since
    self.kind = kind
  }

  package init(_ action: BronzeAction) {
    self.init(
      ref: action.ref, state: action.state, before: action.before, opened: action.opened.date,
      since: action.since.date, kind: action.letter?.parts.kind)
  }

  /// "BR-0003, letter A, opened 01/10/2007: RMS retained since 02/11/2007".
  package var words: String {
    let letter = kind.map { ", letter \($0.code)" } ?? ""
    let stands =
      before.map { "\($0.title), further action" } ?? state.title
    return "\(ref.text)\(letter), opened \(opened.uk): \(stands) since \(since.uk)"
  }
}
