package import CaseRules

/// To whom a change is put down: who, in which role, when, and why where a reason was asked for.
package struct Attribution: Equatable, Sendable {
  package let worker: WorkerID
  /// The role held when the worker decided; a save is refused when it is no longer theirs.
  package let role: Role
  package let at: Moment
  package let saveID: SaveID
  /// GEN-002: the warnings that were passed, each with its typed reason.
  package let overrides: [Override]
  /// Why a record was looked at or given out, where that was asked.
  package let purpose: String?

  /// A warning passed with a reason.
  package struct Override: Equatable, Sendable {
    package let rule: String
    package let reason: Reason

    package init(rule: String, reason: Reason) {
      self.rule = rule
      self.reason = reason
    }
  }

  /// Throws only when the kernel has no random bytes for the save id.
  package init(
    by worker: WorkerID, as role: Role, at moment: Moment, despite overrides: [Override] = [],
    purpose: String? = nil
  ) throws {
    self.worker = worker
    self.role = role
    at = moment
    saveID = try SaveID()
    self.overrides = overrides
    self.purpose = purpose
  }
}
