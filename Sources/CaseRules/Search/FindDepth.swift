/// How far a search goes.
package enum FindDepth: Hashable, Sendable {
  /// What is certain and comes from an index at once: numbers, names as typed, the date of birth.
  case near
  /// Also what was likely meant: short forms, sounds, slips, dates that are nearly right.
  case far
}
