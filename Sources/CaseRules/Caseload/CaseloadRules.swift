/// What must be so before somebody joins, leaves or is lost to the caseload.
package enum CaseloadRules {
  /// What the records say about somebody who is to join the caseload.
  package struct Joining: Equatable, Sendable {
    package var birth: Birth?
    package var hasAssessment: Bool
    /// A *caseload* consent is in force.
    package var hasConsent: Bool
    /// The role of the worker who is named; nil while nobody is.
    package var workerRole: Role?
    package var workerIsActive: Bool

    package init(
      birth: Birth?, hasAssessment: Bool, hasConsent: Bool, workerRole: Role?,
      workerIsActive: Bool = true
    ) {
      self.birth = birth
      self.hasAssessment = hasAssessment
      self.hasConsent = hasConsent
      self.workerRole = workerRole
      self.workerIsActive = workerIsActive
    }
  }

  package static func joining(_ facts: Joining, on day: CalendarDate) -> [Finding] {
    [
      AgeRules.adultCaseload(facts.birth, on: day),
      facts.hasAssessment
        ? nil : Finding("PPL-007", .blocks, "No assessment is complete. Finish the DIR first"),
      facts.hasConsent
        ? nil
        : Finding(
          "PPL-007", .blocks, "There is no consent to join the caseload. Record the consent first"),
      namedWorker(facts),
    ].compactMap { $0 }
  }

  /// PPL-007, PPL-009: one named worker, who works on the caseload side.
  private static func namedWorker(_ facts: Joining) -> Finding? {
    guard let role = facts.workerRole else {
      return Finding("PPL-007", .blocks, field: "worker", "Name the worker who takes the client")
    }
    return canTake(role, isActive: facts.workerIsActive)
  }

  /// Why this worker cannot be the named one; nil when they can.
  package static func canTake(_ worker: Worker) -> Finding? {
    canTake(worker.role, isActive: worker.active)
  }

  private static func canTake(_ role: Role, isActive: Bool) -> Finding? {
    guard isActive else {
      return Finding("PPL-009", .blocks, field: "worker", "This worker has left. Name another")
    }
    return takesClients(role)
      ? nil
      : Finding(
        "PPL-007", .blocks, field: "worker",
        "The named worker must be a CJIT, CARAT or DRR key worker; this is the role "
          + "\(role.title). Name another")
  }

  /// Who may be the named worker of a client.
  package static func takesClients(_ role: Role) -> Bool {
    switch role {
    case .cjit, .carat, .drrkw: true
    case .arw, .ppoc, .dio, .sup, .supt, .sm, .aud, .adm: false
    }
  }

  /// The state table: a CJIT or CARAT worker records that a client agrees to the caseload, and takes
  /// the client on.
  ///
  /// PPL-012: whoever else is to be responsible is asked first, by a handover; a team leader may
  /// assign. Nil when this worker may record it; `named` is nil while nobody is named.
  package static func mayJoin(
    _ named: Worker?, by worker: Worker, responsible: WorkerID?
  ) -> Finding? {
    if worker.role.leadsTeam { return nil }
    guard takesClients(worker.role) else {
      return Finding(
        "PPL-007", .blocks,
        "A CJIT or CARAT worker takes a client on. Hand the client over: they accept it and record "
          + "the joining")
    }
    guard let named, named.id != worker.id, named.id != responsible else { return nil }
    return Finding(
      "PPL-012", .blocks, field: "worker",
      "\(named.name) has not accepted this client. Hand over to them, or name yourself")
  }

  /// What a worker can do next with somebody who agreed to the caseload at the assessment.
  package static func nextAfterAssessment(for worker: Worker) -> String {
    mayJoin(nil, by: worker, responsible: nil) == nil
      ? "join the caseload with a named worker (PPL-007)"
      : "hand over to a key worker, who accepts and records the joining (PPL-012), and book the "
        + "first appointment"
  }

  /// PPL-009: a second episode cannot be opened beside one that is open.
  package static func oneOpenEpisode(_ open: Episode?) -> Finding? {
    open.map {
      Finding(
        "PPL-009", .blocks,
        "There is an open episode since \($0.opened.uk) (\($0.state.title), \($0.workerName)). "
          + "Work on that one")
    }
  }

  /// PPL-026: nobody is lost before so many recorded attempts to reach them.
  package static func triedEnough(attempts: Int, settings: Settings) -> Finding? {
    let needed = settings.contactAttempts
    guard attempts < needed else { return nil }
    return Finding(
      "PPL-026", .blocks,
      "\(attempts) of \(needed) attempts to make contact are recorded. Try again and record it")
  }

  /// PPL-012: nobody falls between two services: no close while a handover waits.
  package static func noHandoverPending(_ pending: Handover?) -> Finding? {
    pending.map {
      Finding(
        "PPL-012", .blocks,
        "The handover to \($0.receiver) has not been answered. Have it accepted or declined first")
    }
  }

  /// Only the team leader decides about lost clients.
  package static func isForTeamLeader(_ role: Role) -> Finding? {
    role.leadsTeam
      ? nil : Finding("PPL-026", .blocks, "A team leader decides this. Ask yours to record it")
  }

  /// The reasons that have ways of their own are not picked at an ordinary close.
  package static func closing(
    _ reason: ClosureReason, attempts: Int, settings: Settings
  )
    -> [Finding]
  {
    switch reason {
    case .lostContact:
      return [
        triedEnough(attempts: attempts, settings: settings)
          ?? Finding(
            "PPL-026", .blocks, field: "reason",
            "A lost client goes through the drop-out review. Ask the team leader to start it")
      ]
    case .transferred:
      return [
        Finding(
          "PPL-012", .blocks, field: "reason",
          "Record the transfer itself; the episode ends when the receiver accepts")
      ]
    case .carePlanCompleted, .declined, .movedAway, .deceased, .sentencedElsewhere, .other:
      return []
    }
  }
}
