import CaseRules
import SQLite

/// How referrals to early intervention reach the records, and become something else (INT-054).
enum EDIIReferralHandlers {
  static let all = [referral, change, report, treatment]

  static let referral = FormHandler(
    EDIIReferralForm.id,
    open: { _, _, context in
      var known = KnownAnswers()
      known.set(EDIIReferralForm.received, at: context.now.startOfMinute, from: "now")
      return OpenedForm(
        form: EDIIReferralForm.id, about: nil, draft: known.draft, sources: known.sources)
    },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, _, reading, _, context in
      guard let received = reading.moment(EDIIReferralForm.received),
        let reason = reading.text(EDIIReferralForm.reason),
        let source = IntelligenceReportForm.source(from: reading)
      else { throw StoreError.notFound }
      let number = try SealedSources.keep(source, in: transaction, context)
      var referral = EDIIReferral(
        ref: RecordRef(.ediiReferral, 0), received: received, source: number, family: "",
        reason: reason)
      fill(&referral, from: reading)
      return SavedForm(try EDIIReferralRecords.add(referral, in: transaction).ref)
    })

  private static func fill(_ referral: inout EDIIReferral, from reading: FormReading) {
    referral.family = reading.text(EDIIReferralForm.family) ?? ""
    referral.given = reading.text(EDIIReferralForm.given) ?? ""
    referral.description = reading.text(EDIIReferralForm.description) ?? ""
    referral.phone = reading.text(EDIIReferralForm.phone) ?? ""
    referral.consent = reading.tick(EDIIReferralForm.consent)
  }

  static let change = FormHandler(
    ChangeEDIIReferralForm.id,
    open: { records, about, _ in
      let referral = try EDIIReferralRecords.found(about, in: records)
      var known = KnownAnswers()
      known.draft = EDIIReferralForm.draft(of: referral)
      return try opened(
        ChangeEDIIReferralForm.definition, referral, known,
        facts: facts(referral, in: records), in: records)
    },
    facts: { records, about, _, _ in
      try facts(EDIIReferralRecords.found(about, in: records), in: records)
    },
    save: { transaction, about, reading, _, _ in
      let before = try EDIIReferralRecords.found(about, in: transaction.connection)
      guard let received = reading.moment(EDIIReferralForm.received),
        let reason = reading.text(EDIIReferralForm.reason)
      else { throw StoreError.notFound }
      var referral = before
      (referral.received, referral.reason) = (received, reason)
      fill(&referral, from: reading)
      try EDIIReferralRecords.change(referral, was: before, in: transaction)
      return SavedForm(before.ref)
    })

  private static func facts(
    _ referral: EDIIReferral, _ known: FormFacts = FormFacts(), in records: Connection
  ) throws -> FormFacts {
    var facts = known
    facts.edii = EDIIFacts(referral: referral)
    if facts.intelligence == nil { facts.intelligence = IntelligenceFacts() }
    facts.intelligence?.protected = try SealedSources.protectedNames(
      of: referral.source, in: records)
    return facts
  }

  private static func opened(
    _ form: FormDefinition, _ referral: EDIIReferral, _ known: KnownAnswers, facts: FormFacts,
    in records: Connection
  ) throws -> OpenedForm {
    OpenedForm(
      form: form.id, about: referral.ref, heading: referral.heading, draft: known.draft,
      sources: known.sources, facts: facts, revision: referral.revision,
      lastChange: try LastChange.of(referral.ref, in: records))
  }

  // MARK: It is intelligence

  static let report = FormHandler(
    EDIIReportForm.id,
    open: { records, about, context in
      let referral = try EDIIReferralRecords.found(about, in: records)
      let source = "from \(referral.ref.text)"
      var known = KnownAnswers()
      known.set(ReportFields.received, at: referral.received, from: source)
      known.set(ReportFields.text, text: referral.reason, from: source)
      known.draft.rows[ReportFields.subjects] = [
        FormDraft.Row(
          id: 1,
          texts: [
            ReportFields.Subject.family: referral.family,
            ReportFields.Subject.given: referral.given,
            ReportFields.Subject.description: referral.description,
          ])
      ]
      let reading = FormReading(known.draft, of: EDIIReportForm.definition, in: context.reading)
      let facts = try facts(
        referral, IntelligenceHandlers.facts(nil, reading, records, context), in: records)
      return try opened(EDIIReportForm.definition, referral, known, facts: facts, in: records)
    },
    facts: { records, about, reading, context in
      try facts(
        EDIIReferralRecords.found(about, in: records),
        IntelligenceHandlers.facts(nil, reading, records, context), in: records)
    },
    save: { transaction, about, reading, _, context in
      let referral = try EDIIReferralRecords.found(about, in: transaction.connection)
      let saved = try IntelligenceHandlers.take(
        reading, from: referral.source, in: transaction, context)
      try EDIIReferralRecords.answer(referral, with: .report(saved.ref), in: transaction)
      return SavedForm(
        saved.ref, flags: saved.flags, notes: saved.notes + ["\(referral.ref.text) is answered"])
    })

  // MARK: It is for treatment

  static let treatment = FormHandler(
    EDIITreatmentForm.id,
    open: { records, about, context in
      let referral = try EDIIReferralRecords.found(about, in: records)
      let source = "from \(referral.ref.text)"
      var known = KnownAnswers()
      known.set(EDIITreatmentForm.name, text: referral.subject, from: source)
      known.set(
        EDIITreatmentForm.phone, text: referral.phone.isEmpty ? nil : referral.phone, from: source)
      known.set(EDIITreatmentForm.consent, referral.consent, from: source)
      known.set(
        EDIITreatmentForm.referrer,
        text: "\(context.worker.name), \(context.worker.role.titleInSentence)", from: "you")
      known.set(
        EDIITreatmentForm.reason, text: String(referral.reason.prefix(500)), from: source)
      return try opened(
        EDIITreatmentForm.definition, referral, known, facts: facts(referral, in: records),
        in: records)
    },
    facts: { records, about, _, _ in
      try facts(EDIIReferralRecords.found(about, in: records), in: records)
    },
    save: { transaction, about, reading, _, context in
      let referral = try EDIIReferralRecords.found(about, in: transaction.connection)
      guard let name = reading.text(EDIITreatmentForm.name),
        let referrer = reading.text(EDIITreatmentForm.referrer)
      else { throw StoreError.notFound }
      let received = context.now.startOfMinute
      let id = try IncomingReferralRecords.add(
        Referral(
          ref: RecordRef(.incomingReferral, 0), received: received,
          isOutOfHours: IncomingReferralRecords.isOutOfHours(received, context), route: .phone,
          referrer: referrer, agency: .police, clientName: name,
          clientPhone: reading.text(EDIITreatmentForm.phone) ?? "",
          consent: reading.tick(EDIITreatmentForm.consent),
          reason: reading.text(EDIITreatmentForm.reason) ?? ""), in: transaction, context)
      try EDIIReferralRecords.answer(referral, with: .treatment(id.ref), in: transaction)
      return SavedForm(
        referral.ref, notes: ["\(id.ref.text) is in the queue of the treatment team (PPL-050)"])
    })
}
