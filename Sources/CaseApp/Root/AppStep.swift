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

extension ListPlace {
  var hand: ListHand {
    get { listing.hand }
    set { listing = listing.with(newValue) }
  }
}

extension AppState {
  /// Where the hand was in the list in front, if nothing else that is drawn of the list, of other
  /// panes or of what frames them is new; nil where anything else is.
  ///
  /// Nearly every key is such a step, and the next picture takes over what the last one had.
  package func handBeforeStep(from old: AppState) -> ListHand? {
    guard popup == nil, door == nil, !isFormOpen, !pages.isEmpty || canRead(pane),
      let place = frontPlace, !place.isEmpty, let before = old.frontPlace?.hand,
      now.startOfMinute == old.now.startOfMinute
    else { return nil }
    let hand = place.hand
    var moved = old
    moved.changeFront { $0.hand = hand }
    // What is said of the row, and what the program keeps for itself.
    moved.now = now
    moved.isHurrying = isHurrying
    moved.lastMove = lastMove
    moved.message = message
    moved.promised = promised
    moved.tickets = tickets
    return moved == self ? before : nil
  }

  private func canRead(_ pane: PaneID) -> Bool { pane.whyNot(session.worker) == nil }
}
