import CaseRules

/// An act that waits for a second person, and one that was answered.
enum ProposalExamples {
  static let waiting = Proposal(
    ref: RecordRef(.proposal, 2), form: WorkerForm.id, about: Examples.worker.id.ref,
    text: "Amina Begum; Role Administrator, was Arrest referral worker",
    why: "The role of administrator is given by two people", proposer: proposer,
    proposed: Examples.now.adding(minutes: -90), state: .waiting, decision: nil, revision: 1)

  static let refused = Proposal(
    ref: RecordRef(.proposal, 1), form: ResetPasswordForm.id, about: RecordRef(.worker, 9),
    text: "Ann Audley; Why Forgotten", why: "A password for the auditor is given out by two people",
    proposer: proposer, proposed: Examples.now.adding(minutes: -3_000), state: .refused,
    decision: Proposal.Decision(
      by: "S.LANE", at: Examples.now.adding(minutes: -2_900), note: "She is on leave"),
    revision: 2)

  static let lines = [waiting, refused].map { ProposalLine($0, at: Examples.now) }

  private static let proposer = Worker(id: WorkerID(11), name: "Jo Field", role: .adm)

  /// Opened an hour ago, and not looked into yet.
  static let access = ExceptionalAccess(
    ref: RecordRef(.exceptionalAccess, 1), person: PersonID(42), personName: "HARROW Miles",
    worker: Worker(id: WorkerID(12), name: "Gita Moss", role: .sm),
    reason: "The hospital rang about an overdose and the team leader is in court",
    opened: Examples.now.adding(minutes: -20), until: Examples.now.adding(minutes: 40), looks: 2,
    review: nil, revision: 1)

  static let accesses = [ExceptionalAccessLine(access, at: Examples.now)]
}
