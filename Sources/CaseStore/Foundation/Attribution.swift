package import CaseRules

/// To whom a change is put down: who, in which role, when, and why where a reason was asked for.
package struct Attribution: Equatable, Sendable {
  package let worker: WorkerID
  /// The role held when the worker decided; a save is refused when it is no longer theirs.
  package let role: Role
  package let at: Moment
  package let saveID: SaveID
  /// Why a record was looked at or given out, where that was asked.
  package let purpose: String?
  /// That the worker typed their password for this, where a decision asks for it.
  package let confirmation: Confirmation?
  /// A try to sign in, which nobody is known to have made.
  let isNobodys: Bool
  /// By whoever owns a file that has no administrator yet.
  let isFounding: Bool

  /// Throws only when the kernel has no random bytes for the save id.
  package init(
    by who: SignedIn, at moment: Moment, purpose: String? = nil,
    confirmed confirmation: Confirmation? = nil
  ) throws {
    try self.init(
      by: who.worker.id, as: who.worker.role, at: moment, purpose: purpose,
      confirmed: confirmation, isFounding: who.means == .founding)
  }

  /// Without anybody having signed in, as only the records themselves may: outside this module a
  /// change is always somebody's.
  init(
    by worker: WorkerID, as role: Role, at moment: Moment, purpose: String? = nil,
    confirmed confirmation: Confirmation? = nil, isFounding: Bool = false
  ) throws {
    self.worker = worker
    self.isFounding = isFounding
    self.role = role
    at = moment
    saveID = try SaveID()
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
    purpose = nil
    confirmation = nil
    isNobodys = true
    isFounding = false
  }
}
