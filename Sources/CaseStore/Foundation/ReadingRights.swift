import CaseRules

extension RuleContext {
  /// The function matrix where records are read: throws `StoreError.refused` in words unless the
  /// worker's role may read this.
  ///
  /// `rule` is named in the refusal; most of the time it is the one about who looks at what (GEN-003).
  func mustRead(_ function: Function, rule: String = "GEN-003") throws {
    if let why = AccessMatrix.whyNotRead(worker, function) {
      throw StoreError.refused([Finding(rule, .blocks, why)])
    }
  }
}
