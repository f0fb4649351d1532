import CaseRules

/// INT-032 to INT-036: the letter served, its answer, and the months of treatment.
enum BronzeServiceHandlers {
  static let all: [FormHandler] = [served, response, monitoring]

  static let served = FormHandler(
    bronze: ServeBronzeForm.id,
    known: { _, context in
      var known = KnownAnswers()
      known.set(ServeBronzeForm.at, at: context.now.startOfMinute, from: "now")
      known.set(ServeBronzeForm.server, text: context.worker.name, from: "you")
      return known
    }
  ) { scribe, scope, reading, _ in
    let record = scope.record
    let service = try needed(ServeBronzeForm.service(from: reading))
    let said: [BronzeScribe.Column] = [
      .init("served_at", service.at), .init("method", service.method),
      .init("server", service.server), .init("place", service.place),
      .init("to_subject", service.toSubject),
    ]
    try scribe.add(said, to: "bronze_service", of: record)
    try scribe.take(.served, of: record, words: service.method.words, said: said)
    try scribe.meet(BronzeDeadlines.serviceName, of: record, on: .moment(service.at))
    let due = try scribe.start(
      BronzeDeadlines.response(served: service.at.date, settings: scribe.context.settings),
      of: record, owner: .outside, metBy: BronzeResponseForm.id)
    return SavedForm(record.action.ref, notes: [due])
  }

  static let response = FormHandler(
    bronze: BronzeResponseForm.id, known: BronzeHandlers.today(BronzeResponseForm.on)
  ) { scribe, scope, reading, _ in
    try scribe.answer(
      try needed(BronzeResponseForm.reply(from: reading)),
      retention: RetentionFields.retention(from: reading), scope.record)
  }

  static let monitoring = FormHandler(
    bronze: MonitoringForm.id, known: BronzeHandlers.today(MonitoringForm.on)
  ) { scribe, scope, reading, _ in
    let entry = try needed(
      MonitoringForm.entry(from: reading, of: scope.record, scribe.context.settings))
    return try scribe.monitor(entry, scope.record)
  }
}

extension BronzeScribe {
  func answer(
    _ reply: BronzeReply, retention: RMSRetention?, _ record: BronzeRecord
  ) throws -> SavedForm {
    let said: [Column] = [
      Column("response", reply.response), Column("responded_on", reply.on),
      Column("agency", reply.agency), Column("first_appointment", reply.firstAppointment),
    ]
    try add(said, to: "bronze_response", of: record)
    switch reply.response {
    case .accepted:
      try meet(BronzeDeadlines.responseName, of: record, on: .day(reply.on))
      try take(.accepted, of: record, words: reply.agency, said: said)
      let due = try startMonitoring(of: record, accepted: reply.on, after: reply.on)
      return SavedForm(record.action.ref, notes: [due])
    case .declined:
      try meet(BronzeDeadlines.responseName, of: record, on: .day(reply.on))
      return try decline(reply, said, retention, record)
    case .none:
      // Nobody answered, so nothing is met.
      try setAside(record, because: "No answer came: taken as declined")
      return try decline(reply, said, retention, record)
    }
  }

  private func decline(
    _ reply: BronzeReply, _ said: [Column], _ retention: RMSRetention?, _ record: BronzeRecord
  ) throws -> SavedForm {
    let kept = try retain(retention, record)
    try take(
      .declined, of: record, words: "\(reply.response.words), RMS \(kept.reference)", said: said)
    return SavedForm(record.action.ref)
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
      let accepted = try needed(record.accepted)
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
