import CaseRules
import SQLite

/// The longer events of a bronze action.
extension BronzeScribe {
  // MARK: Submissions

  func addSubmission(
    _ parts: BronzeLetter.Parts, drafter: WorkerID, submitter: WorkerID, _ yot: [Column],
    to record: BronzeRecord
  ) throws {
    try insert(
      [
        Column("bronze", record.action.id),
        Column("number", (record.submissions.map(\.number).max() ?? 0) + 1),
        Column("drafted_by", drafter), Column("submitted_by", submitter),
        Column("submitted_at", transaction.attribution.at),
      ] + BronzeHandlers.columns(of: parts) + yot, into: "bronze_submission")
  }

  func setSubmission(
    _ columns: [Column], _ submission: BronzeSubmission, of record: BronzeRecord
  ) throws {
    let sets = columns.map { $0.name.description + " = ?" }
    try transaction.connection.execute(
      "UPDATE bronze_submission SET " + sets.joined(separator: ", ")
        + " WHERE bronze = ? AND number = ?",
      values: columns.map(\.value) + [record.action.id, submission.number])
  }

  // MARK: The decision

  /// INT-024, INT-025, INT-031: granted with the letter frozen, refused, or sent back.
  func decide(_ taken: BronzeDecisionRules.Taken, _ record: BronzeRecord) throws -> SavedForm {
    guard let kind = taken.kind, let pending = record.pending else { throw StoreError.notFound }
    let day = taken.on ?? context.today
    let name = taken.name ?? context.worker.name
    let letter =
      kind == .granted
      ? BronzeLetter.text(
        of: pending.parts, to: record.action,
        signed: .init(name: name, rank: taken.rank, on: day)) : nil
    let said: [Column] = [
      Column("decision", kind), Column("decided_name", name), Column("decided_rank", taken.rank),
      Column("decided_on", day), Column("reference", taken.reference ?? ""),
      Column("decision_reason", taken.reason ?? ""),
      Column("decided_by", transaction.attribution.worker),
      Column("decided_at", transaction.attribution.at), Column("letter", letter),
    ]
    try setSubmission(said, pending, of: record)
    try take(
      kind.event, of: record, words: stepWords(taken, name),
      said: said.filter { $0.name.description != "letter" } + options(taken),
      reason: taken.reason)
    try meet(BronzeDeadlines.authorisationName, of: record, on: .day(day))
    guard kind == .granted else { return SavedForm(record.action.ref) }
    let due = try start(
      BronzeDeadlines.service(granted: day), of: record, owner: .role(.dio),
      metBy: ServeBronzeForm.id)
    return SavedForm(record.action.ref, notes: ["The letter may be printed now", due])
  }

  /// INT-023: what is done instead of the letter that was refused.
  private func options(_ taken: BronzeDecisionRules.Taken) -> [Column] {
    taken.options.isEmpty
      ? [] : [Column("options", taken.options.map(\.code).joined(separator: ","))]
  }

  /// "Superintendent Una Marsh, keyed by J.FIELD (memo 14): the reason" and what is done instead.
  private func stepWords(_ taken: BronzeDecisionRules.Taken, _ name: String) -> String {
    let who = [taken.rank?.words, name].compactMap(\.self).joined(separator: " ")
    let keyed =
      taken.isKeyed ? ", keyed by \(context.worker.initials) (\(taken.reference ?? ""))" : ""
    let reason = taken.reason.map { ": \($0)" } ?? ""
    let instead =
      taken.options.isEmpty
      ? "" : ". Instead: " + taken.options.map(\.words).joined(separator: ", ")
    return who + keyed + reason + instead
  }

  // MARK: The answer

  func answer(
    _ reply: BronzeReply, retention: RMSRetention?, _ record: BronzeRecord
  ) throws -> SavedForm {
    let said: [Column] = [
      Column("response", reply.response), Column("responded_on", reply.on),
      Column("agency", reply.agency), Column("first_appointment", reply.firstAppointment),
    ]
    try add(said, to: "bronze_response", of: record)
    switch reply.response {
    case .accepted, .declined:
      try meet(BronzeDeadlines.responseName, of: record, on: .day(reply.on))
    // Nobody answered, so nothing is met.
    case .none: try setAside(record, because: "No answer came: taken as declined")
    }
    switch reply.response {
    case .accepted:
      try take(.accepted, of: record, words: reply.agency, said: said)
      let due = try startMonitoring(of: record, accepted: reply.on, after: reply.on)
      return SavedForm(record.action.ref, notes: [due])
    case .declined, .none:
      let kept = try retain(retention, record)
      try take(
        .declined, of: record, words: "\(reply.response.words), RMS \(kept.reference)",
        said: said)
      return SavedForm(record.action.ref)
    }
  }

  /// INT-037: no bronze action is retained without its reference.
  func retain(_ retention: RMSRetention?, _ record: BronzeRecord) throws -> RMSRetention {
    guard let retention else {
      throw StoreError.refused([
        Finding(
          "INT-037", .blocks, "The RMS reference and its day are needed before it is retained")
      ])
    }
    try set(
      [Column("rms_reference", retention.reference), Column("rms_on", retention.on)], of: record)
    return retention
  }

  // MARK: Monitoring

  func monitor(_ entry: MonitoringEntry, _ record: BronzeRecord) throws -> SavedForm {
    let said: [Column] = [
      Column("number", entry.number), Column("reported_on", entry.on),
      Column("no_offending", entry.noOffending), Column("attendance", entry.attendance),
      Column("engagement", entry.engagement), Column("last_attended", entry.lastAttended),
      Column("result", entry.result),
    ]
    try add(said, to: "bronze_monitoring", of: record)
    let counted = try meetMonitoring(of: record, on: entry.on)
    try take(entry.result.event, of: record, words: entry.measures, said: said)
    switch entry.result {
    case .completed: return SavedForm(record.action.ref)
    case .retained:
      guard let accepted = record.accepted else { throw StoreError.notFound }
      let due = try startMonitoring(of: record, accepted: accepted, after: counted)
      return SavedForm(record.action.ref, notes: [due])
    case .notRetained:
      let due = try start(
        BronzeDeadlines.risk(dropOut: context.today, settings: context.settings), of: record,
        owner: .role(.dio), metBy: RiskAssessmentForm.id)
      return SavedForm(record.action.ref, notes: ["A drop-out is recorded (INT-036)", due])
    }
  }
}
