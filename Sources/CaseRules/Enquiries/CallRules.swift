/// What holds for every record that is made about a call.
enum CallRules {
  /// GEN-004: nothing follows from a call that is struck through.
  static func stands(struckBecause why: String?) -> [Finding] {
    why.map { [Finding("GEN-004", .blocks, "The call is struck through: \($0)")] } ?? []
  }
}
