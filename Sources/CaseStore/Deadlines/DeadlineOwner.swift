package import CaseRules

/// Who owes a deadline, and so in whose work list it stands (GEN-008).
package enum DeadlineOwner: Equatable, Sendable {
  case worker(WorkerID)
  /// Any worker of the role.
  case role(Role)
  /// Somebody who does not use the program; the team leader sees it once it is overdue.
  case outside
}
