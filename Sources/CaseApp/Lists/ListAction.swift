/// What a hand on the keyboard can do to a list.
package enum ListAction: Equatable, Sendable {
  /// `rows`: how many lines the list has on the screen now.
  case moved(ListMove, rows: Int)
  case columnMoved(right: Bool)
  /// Letters typed to narrow it.
  case typed(String)
  case erased
  case narrowingCleared
  case ticked
  case tickedAll
  /// By the column the column mark stands on; the other way round the second time.
  case sorted
  /// Only rows that have the same as the one under the hand in the column of the mark.
  case onlyThisValue
  case held(HeldValue)
  case letGo(HeldValue)
  case allValues
  /// Brings in what others changed meanwhile.
  case broughtIn
}

package enum ListMove: Equatable, Sendable {
  case up, down, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom
}
