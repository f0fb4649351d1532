package import CaseRules

extension RuleContext {
  /// The function matrix where records are read: throws `StoreError.refused` with the matrix's own
  /// finding unless the worker's role may read this (GEN-003, CUS-022).
  func mustRead(_ function: Function) throws {
    if let refusal = AccessMatrix.refusal(toRead: function, by: worker) {
      throw StoreError.refused([refusal])
    }
  }

  /// The same for a kind of record.
  package func mustKnow(_ kind: RecordRef.Kind) throws {
    if let why = RecordRights.whyNotKnow(kind, worker) {
      throw StoreError.refused([Finding("GEN-003", .blocks, why)])
    }
  }
}
