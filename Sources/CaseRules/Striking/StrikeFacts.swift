/// What is known of a record that is to be struck through (GEN-004).
package struct StrikeFacts: Equatable, Sendable {
  /// Why it was struck through already; nil while it stands.
  package var struckBecause: String?
  /// What stands in the way, and what follows from it, said before it is done.
  package var follows: [Finding]

  package init(struckBecause: String? = nil, follows: [Finding] = []) {
    self.struckBecause = struckBecause
    self.follows = follows
  }
}
