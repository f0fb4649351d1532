import CaseRules

/// Where the hand is in a list, and which line stands first on the screen.
package struct ListHand: Equatable, Sendable {
  package let cursor: Int
  package let top: Int
}

extension Listing {
  package var hand: ListHand { ListHand(cursor: cursor, top: top) }

  /// The same list with the hand elsewhere.
  package func with(_ hand: ListHand) -> Listing {
    var listing = self
    listing.cursor = hand.cursor
    listing.top = hand.top
    return listing
  }
}

/// How the hand moved last.
package struct HandMove: Equatable, Sendable {
  let move: ListMove
  /// How many rows the list showed.
  let rows: Int
  /// Milliseconds of the steady clock.
  let at: Int64
}

extension ListPlace {
  var hand: ListHand {
    get { listing.hand }
    set { listing = listing.with(newValue) }
  }
}

/// How a state came about, so that the next picture can take over what stays of the last one.
///
/// It is no part of what the state is: states that look alike are alike, whatever led to them.
package struct Course: Sendable {
  private var changes = 0
  /// The changes, up to the last, that only moved the hand.
  private var steps: ClosedRange<Int>?

  /// Something is about to change.
  mutating func goOn() { changes += 1 }

  /// It was only the hand that moved, or came to rest, in the list in front.
  mutating func noteStep() {
    let follows = steps?.upperBound == changes - 1
    steps = (follows ? steps?.lowerBound ?? changes : changes)...changes
  }

  /// Whether the last change was a step.
  var endsWithStep: Bool { steps?.upperBound == changes }

  /// Whether there was nothing but steps since then.
  func isOnlySteps(since earlier: Course) -> Bool {
    guard let steps, steps.upperBound == changes else { return false }
    return earlier.changes < changes && steps.lowerBound <= earlier.changes + 1
  }
}

extension Course: Equatable {
  package static func == (_: Course, _: Course) -> Bool { true }
}

extension AppState {
  /// Where the hand was in the list in front, if nothing else that is drawn of the list, of other
  /// panes or of what frames them is new; nil where anything else is.
  ///
  /// Nearly every key is such a step, and the next picture takes over what the last one had.
  package func handBeforeStep(from old: AppState) -> ListHand? {
    guard course.isOnlySteps(since: old.course), popup == nil, old.popup == nil, door == nil,
      old.door == nil,
      !isFormOpen, now.startOfMinute == old.now.startOfMinute, !pages.isEmpty || canRead(pane),
      let place = frontPlace, !place.isEmpty, let before = old.frontPlace?.hand
    else { return nil }
    assert(isAlike(old, but: place.hand), "a step that changed more than where the hand is")
    return before
  }

  /// The state if the hand moves once more as it did last, which is what comes next while a key is
  /// held; nil where none is, or the hand cannot move on.
  package func afterSameMove() -> AppState? {
    guard isHurrying, course.endsWithStep, popup == nil, let last = lastMove,
      let hand = frontPlace?.hand
    else {
      return nil
    }
    var next = self
    next.course.goOn()
    next.forgetReadMessage()
    next.changeFront { $0.reduce(.moved(last.move, rows: last.rows)) }
    guard next.frontPlace?.hand != hand else { return nil }
    next.course.noteStep()
    return next
  }

  /// Whether this step looks as one that was expected, both from the same state.
  package func isAsExpected(_ expected: AppState) -> Bool {
    guard let hand = frontPlace?.hand, hand == expected.frontPlace?.hand,
      rowWords == expected.rowWords, now.startOfMinute == expected.now.startOfMinute
    else { return false }
    assert(isAlike(expected, but: hand), "a step that changed more than was expected")
    return true
  }

  private func isAlike(_ old: AppState, but hand: ListHand) -> Bool {
    var moved = old
    moved.changeFront { $0.hand = hand }
    moved.rowWords = rowWords
    // What the program keeps for itself.
    moved.now = now
    moved.lastMove = lastMove
    moved.sought = sought
    moved.tickets = tickets
    return moved == self
  }

  /// What the rows below say of the row in front, or of the keys: a step may change it too.
  private struct RowWords: Equatable {
    var message: Message?
    var promised: Message.Row?
    var pendingKeys: [String]
    var isHurrying: Bool
  }

  private var rowWords: RowWords {
    get {
      RowWords(
        message: message, promised: promised, pendingKeys: pendingKeys, isHurrying: isHurrying)
    }
    set {
      message = newValue.message
      promised = newValue.promised
      pendingKeys = newValue.pendingKeys
      isHurrying = newValue.isHurrying
    }
  }

  private func canRead(_ pane: PaneID) -> Bool { pane.whyNot(session.worker) == nil }
}
