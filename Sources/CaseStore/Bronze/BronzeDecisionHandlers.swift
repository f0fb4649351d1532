import CaseRules
import SQLite

/// INT-024, INT-025, INT-032: what a superintendent decides, with what is said to it.
enum BronzeDecisionHandlers {
  static let all: [FormHandler] = [recommend, decide, notServed]

  static let recommend = FormHandler(bronze: RecommendBronzeForm.id) {
    scribe, scope, reading, _ in
    let record = scope.record
    let pending = try needed(record.pending)
    let words = try needed(reading.text(RecommendBronzeForm.words))
    let attribution = scribe.transaction.attribution
    try scribe.setSubmission(
      [
        .init("recommended_by", attribution.worker), .init("recommended_at", attribution.at),
        .init("recommendation", words),
      ], pending, of: record)
    let before = pending.recommendation.map {
      [BronzeScribe.Column("recommendation", "\($0.by): \($0.words)")]
    }
    try scribe.note(
      [.init("recommendation", words)], of: record, rule: "INT-024", from: before ?? [])
    return SavedForm(record.action.ref)
  }

  static let decide = FormHandler(
    bronze: DecideBronzeForm.id,
    known: { scope, context in
      var known = KnownAnswers()
      let rank: PoliceRank? = context.worker.role == .supt ? .superintendent : nil
      known.draft[DecideBronzeForm.file] = BronzeCase.text(
        scope.record, others: scope.others,
        signed: .init(name: context.worker.name, rank: rank, on: context.today), context)
      known.set(DecideBronzeForm.rank, code: rank?.code, from: "your role")
      if context.worker.role == .sup {
        known.set(DecideBronzeForm.keyed, true, from: "a team leader keys it for another")
      }
      return known
    }
  ) { scribe, scope, reading, _ in
    try scribe.decide(DecideBronzeForm.taken(from: reading), scope.record)
  }

  static let notServed = FormHandler(bronze: NotServedForm.id) { scribe, scope, reading, _ in
    let record = scope.record
    let outcome: NotServedForm.Outcome = try needed(reading.choice(NotServedForm.outcome))
    let reason = try needed(reading.text(NotServedForm.reason))
    try scribe.setAside(record, because: "Not served: \(reason)")
    var notes: [String] = []
    switch outcome {
    case .close: break
    case .again:
      let last = try needed(record.submissions.last)
      try scribe.addSubmission(
        last.parts, drafter: last.drafter.id, submitter: last.submitter.id,
        [.init("yot", last.yot), .init("yot_on", last.yotOn)], to: record)
      notes = [
        try scribe.start(
          BronzeDeadlines.authorisation(submitted: scribe.context.today), of: record,
          owner: .role(.supt), metBy: DecideBronzeForm.id)
      ]
    }
    try scribe.take(outcome.event, of: record, words: reason, reason: reason)
    return SavedForm(record.action.ref, notes: notes)
  }
}

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
      ] + BronzeTestHandlers.columns(of: parts) + yot, into: "bronze_submission")
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
}
