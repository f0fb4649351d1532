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
  /// That the worker typed their password for this, where a decision asks for it.
  package let confirmation: Confirmation?
  /// A try to sign in, which nobody is known to have made.
  let isNobodys: Bool
  /// By whoever owns a file that has no administrator yet.
  let isFounding: Bool

  /// A warning passed with a reason.
  package struct Override: Equatable, Sendable {
    package let rule: String
    package let reason: Reason
    /// What was said, where the rule may warn about several things and each has a reason of its own.
    package let warned: String?

    package init(rule: String, reason: Reason, warned: String? = nil) {
      self.rule = rule
      self.reason = reason
      self.warned = warned
    }

    var facts: [AuditEvent.Fact] { warned.map { [AuditEvent.Fact("warned", $0)] } ?? [] }
  }

  /// Throws only when the kernel has no random bytes for the save id.
  package init(
    by who: SignedIn, at moment: Moment, despite overrides: [Override] = [],
    purpose: String? = nil, confirmed confirmation: Confirmation? = nil
  ) throws {
    try self.init(
      by: who.worker.id, as: who.worker.role, at: moment, despite: overrides, purpose: purpose,
      confirmed: confirmation, isFounding: who.means == .founding)
  }

  /// Without anybody having signed in, as only the records themselves may: outside this module a
  /// change is always somebody's.
  init(
    by worker: WorkerID, as role: Role, at moment: Moment, despite overrides: [Override] = [],
    purpose: String? = nil, confirmed confirmation: Confirmation? = nil, isFounding: Bool = false
  ) throws {
    self.worker = worker
    self.isFounding = isFounding
    self.role = role
    at = moment
    saveID = try SaveID()
    self.overrides = overrides
    self.purpose = purpose
    self.confirmation = confirmation
    isNobodys = false
  }

  /// For a try to sign in: whoever made it has not shown who they are.
  init(ofNobodyAt moment: Moment) throws {
    worker = Worker.nobody.id
    role = Worker.nobody.role
    at = moment
    saveID = try SaveID()
    overrides = []
    purpose = nil
    confirmation = nil
    isNobodys = true
    isFounding = false
  }
}
