package import CaseRules
package import SQLite

/// Care plans, version by version.
package enum CarePlanRecords {
  /// One version as it was made; nil when there is none of that number.
  package static func one(_ id: CarePlanID, in records: Connection) throws -> CarePlan? {
    try whole(records.first(columns + " WHERE care_plan.id = ?", id, row: plan(row:)), records)
  }

  /// The newest version of an episode.
  package static func current(of episode: EpisodeID, in records: Connection) throws -> CarePlan? {
    try whole(
      records.first(
        columns + " WHERE care_plan.episode = ? ORDER BY care_plan.version DESC LIMIT 1", episode,
        row: plan(row:)), records)
  }

  /// The version before this one, in the same episode.
  package static func before(_ plan: CarePlan, in records: Connection) throws -> CarePlan? {
    try whole(
      records.first(
        columns + " WHERE care_plan.episode = ? AND care_plan.version = ?", plan.episode,
        plan.version - 1, row: self.plan(row:)), records)
  }

  /// PPL-016: every version there is of a person's plans, the newest first.
  package static func versions(
    of person: PersonID, in records: Connection
  ) throws -> [CarePlanVersion] {
    try records.query(
      columns + " WHERE care_plan.person = ? ORDER BY care_plan.id DESC", person
    ) { row in
      let plan = try plan(row: row)
      return CarePlanVersion(
        ref: plan.id.ref, episode: plan.episode, version: plan.version, made: plan.made,
        agreement: plan.agreement, workerName: plan.workerName)
    }
  }

  /// PPL-031: the treatments that the current care plan of an open episode names, each with the
  /// client's agreement to the plan and to the attendance terms.
  private static func namedTreatments(
    of person: PersonID, in records: Connection
  ) throws -> [NamedTreatment] {
    guard let episode = try EpisodeRecords.open(of: person, in: records),
      let plan = try current(of: episode.id, in: records)
    else { return [] }
    return plan.treatments.map {
      NamedTreatment(
        plan: plan.id.ref, version: plan.version, treatment: $0, agreement: plan.agreement,
        termsAgreed: plan.termsAgreed)
    }
  }

  /// PPL-031: what the current care plan says of a treatment (COD-010); nil: it does not name it.
  package static func naming(
    _ modality: String, of person: PersonID, in records: Connection
  ) throws -> NamedTreatment? {
    try namedTreatments(of: person, in: records).first { $0.treatment.modality == modality }
  }
}

// MARK: - Reading

extension CarePlanRecords {
  private static let columns = """
    SELECT care_plan.id, care_plan.person, care_plan.episode, care_plan.version,
           care_plan.made_on, care_plan.worker, worker.name, care_plan.agreed_on,
           care_plan.not_agreed, care_plan.uncovered, care_plan.uncovered_why, care_plan.threats,
           care_plan.threat_reason, care_plan.terms, care_plan.terms_agreed_on, care_plan.note,
           care_plan.recorded, care_plan.revision
    FROM care_plan JOIN worker ON worker.id = care_plan.worker
    """

  private static func plan(row: Row) throws -> CarePlan {
    let agreed: CalendarDate? = try row.get(7)
    let reason = try row.text(8)
    return CarePlan(
      id: try row.get(0), person: try row.get(1), episode: try row.get(2),
      version: try row.int(3), made: try row.get(4), worker: try row.get(5),
      workerName: try row.text(6),
      agreement: agreed.map(PlanAgreement.agreed) ?? .notAgreed(because: reason),
      uncovered: try words(row, 9), uncoveredWhy: try row.text(10), threats: try words(row, 11),
      threatReason: try row.text(12), terms: try row.text(13), termsAgreed: try row.get(14),
      note: try row.text(15), recorded: try row.get(16), revision: try row.int(17))
  }

  /// Words with commas between them; one that the program does not know throws.
  private static func words<Word: RawRepresentable>(
    _ row: Row, _ column: Int
  ) throws -> [Word] where Word.RawValue == String {
    try row.text(column).split(separator: ",").map { text in
      guard let word = Word(rawValue: String(text)) else { throw row.unreadable(column) }
      return word
    }
  }

  private static func whole(_ plan: CarePlan?, _ records: Connection) throws -> CarePlan? {
    guard var plan else { return nil }
    let needs = try records.query(
      "SELECT need, words FROM care_plan_need WHERE plan = ?", plan.id
    ) { (try $0.get(0, as: PlanNeed.self), try $0.text(1)) }
    plan.needs = Dictionary(needs) { first, _ in first }
    plan.goals = try records.query(
      """
      SELECT line, domain, goal, action, lead_agency, target, status, tackles
      FROM care_plan_goal WHERE plan = ? ORDER BY line
      """, plan.id
    ) { row in
      PlanGoal(
        id: try row.int(0), domain: try row.get(1), goal: try row.text(2),
        action: try row.text(3), leadAgency: try row.text(4), target: try row.get(5),
        status: try row.get(6), tackles: try row.get(7))
    }
    plan.treatments = try records.query(
      "SELECT line, modality, provider, service FROM care_plan_treatment WHERE plan = ? ORDER BY line",
      plan.id
    ) { row in
      PlannedTreatment(
        id: try row.int(0), modality: try row.text(1), provider: try row.text(2),
        service: try row.get(3))
    }
    return plan
  }
}

extension PlanNeed: StoredWord {}
extension PlanDomain: StoredWord {}
extension GoalStatus: StoredWord {}
extension ProgressThreat: StoredWord {}
extension WraparoundKind: StoredWord {}
extension ReferralOutcome: StoredWord {}
