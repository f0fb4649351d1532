import CaseRules
import SQLite

/// How the forms of referrals reach the records.
enum ReferralHandlers {
  static let all = [referral, action, take]

  private static func facts(
    _ referral: Referral?, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    facts.enquiry = EnquiryFacts(
      referral: referral,
      client: try referral.map { try EnquiryNaming.client(of: $0.ref, in: records, context) })
    return facts
  }

  /// A form about a referral that shows its version, so that two people who act on it meet.
  private static func opened(
    _ form: FormDefinition, _ referral: Referral, _ known: KnownAnswers, _ records: Connection,
    _ context: RuleContext
  ) throws -> OpenedForm {
    let reading = FormReading(known.draft, of: form, in: context.reading)
    return OpenedForm(
      form: form.id, about: referral.ref, heading: referral.heading, draft: known.draft,
      sources: known.sources, facts: try facts(referral, reading, records, context),
      revision: referral.revision, lastChange: try LastChange.of(referral.ref, in: records))
  }

  private static func handler(
    _ form: FormDefinition,
    known: @escaping @Sendable (Referral, RuleContext) -> KnownAnswers,
    save:
      @escaping @Sendable (Referral, FormReading, WriteTransaction, RuleContext) throws -> SavedForm
  ) -> FormHandler {
    FormHandler(
      form.id,
      open: { records, about, context in
        let referral = try IncomingReferralRecords.found(about, in: records)
        return try opened(form, referral, known(referral, context), records, context)
      },
      facts: { records, about, reading, context in
        try facts(IncomingReferralRecords.found(about, in: records), reading, records, context)
      },
      save: { transaction, about, reading, _, context in
        let referral = try IncomingReferralRecords.found(about, in: transaction.connection)
        return try save(referral, reading, transaction, context)
      })
  }

  // MARK: The referral

  static let referral = FormHandler(
    ReferralForm.id,
    open: { records, about, context in
      var known = KnownAnswers()
      if about != nil {
        let referral = try IncomingReferralRecords.found(about, in: records)
        known.draft = ReferralForm.draft(of: referral)
        return try opened(ReferralForm.definition, referral, known, records, context)
      }
      known.set(ReferralForm.received, at: context.now.startOfMinute, from: "now")
      known.set(ReferralForm.worker, .link(context.worker.id.ref), from: "you")
      let reading = FormReading(known.draft, of: ReferralForm.definition, in: context.reading)
      return OpenedForm(
        form: ReferralForm.id, about: nil, draft: known.draft, sources: known.sources,
        facts: try facts(nil, reading, records, context))
    },
    facts: { records, about, reading, context in
      try facts(
        try about.map { try IncomingReferralRecords.found($0, in: records) }, reading, records,
        context)
    },
    save: { transaction, about, reading, facts, context in
      let before = try about.map {
        try IncomingReferralRecords.found($0, in: transaction.connection)
      }
      var new = try needed(referral(from: reading, was: before, context))
      let ref: RecordRef
      var named: [String] = []
      if let before {
        named = try takeOffWrong(before, &new, facts, in: transaction, context)
        try IncomingReferralRecords.change(new, was: before, in: transaction, context)
        ref = before.ref
        if before.person == nil, let person = new.person {
          named = try name(before, as: person, in: transaction, context)
        }
      } else {
        ref = try IncomingReferralRecords.add(new, in: transaction, context).ref
      }
      try act(on: ref, reading, transaction)
      return SavedForm(ref, notes: before == nil ? try notes(about: ref, transaction) : named)
    })

  /// GEN-001: what a wrong client had from it goes back, and the number stands with the referral again
  /// while nobody else is named; whoever is named instead has it.
  private static func takeOffWrong(
    _ before: Referral, _ new: inout Referral, _ facts: FormFacts,
    in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    guard let wrong = before.person, wrong != new.person else { return [] }
    let taking = WrongClient(
      wrong: wrong, reason: try needed(facts.reasons["PPL-050"]), transaction: transaction,
      context: context)
    let number = try taking.keptNumber(of: before)
    if new.person == nil {
      new.cameAs = ""
      if new.clientPhone.isEmpty { new.clientPhone = before.keptPhone }
    }
    var kept: [String] = []
    if let right = new.person, !number.isEmpty {
      kept = try EnquiryNaming.keep(phone: number, of: right, in: transaction)
    }
    new.keptPhone = kept.isEmpty ? "" : number
    return try taking.takeOff(before, for: new.person, keeping: kept.isEmpty ? nil : number) + kept
  }

  /// Names the client in the referral's own form, which does not ask what becomes of the number
  /// that was given: whoever has it is told that it is not with the client.
  private static func name(
    _ before: Referral, as person: PersonID, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    let call = before.call.flatMap { HelplineCallID($0) }
    let given = try call.map { try HelplineCallRecords.phone(of: $0, in: transaction.connection) }
    let notes = try EnquiryNaming.name(before.ref, as: person, in: transaction, context)
    let left = try call.map { try HelplineCallRecords.phone(of: $0, in: transaction.connection) }
    let gone = [before.clientPhone] + (given == left ? [] : [given ?? ""])
    return try notes
      + EnquiryNaming.notKept(phones: gone, of: person, in: transaction.connection)
  }

  /// "Action due Mon 08/10/2007", while one is.
  private static func notes(
    about ref: RecordRef, _ transaction: WriteTransaction
  ) throws -> [String] {
    try DeadlineRecords.all(about: ref, in: transaction.connection).filter(\.isOpen)
      .compactMap { row in row.due.map { "Action due \($0.ukWithWeekday) (PPL-050)" } }
  }

  private static func act(
    on ref: RecordRef, _ reading: FormReading, _ transaction: WriteTransaction
  ) throws {
    guard let action: ReferralAction = reading.choice(ReferralForm.action),
      let at = reading.moment(ReferralForm.actedAt),
      let worker = reading.link(ReferralForm.worker).flatMap({ WorkerID($0) })
    else { return }
    let referral = try IncomingReferralRecords.found(ref, in: transaction.connection)
    try IncomingReferralRecords.act(
      action, at: at, by: worker, note: reading.text(ReferralForm.note) ?? "", about: referral,
      in: transaction)
  }

  private static func referral(
    from reading: FormReading, was before: Referral?, _ context: RuleContext
  ) -> Referral? {
    guard let received = reading.moment(ReferralForm.received),
      let route: Referral.Route = reading.choice(ReferralForm.route),
      let referrer = reading.text(ReferralForm.referrer),
      let agency: Referral.Agency = reading.choice(ReferralForm.agency)
    else { return nil }
    let person = reading.link(ReferralForm.person).flatMap { PersonID($0) }
    var referral = Referral(
      ref: before?.ref ?? RecordRef(.incomingReferral, 0), call: before?.call, received: received,
      isOutOfHours: IncomingReferralRecords.isOutOfHours(received, context), route: route,
      referrer: referrer, agency: agency, person: person,
      clientName: person == nil ? reading.text(ReferralForm.clientName) ?? "" : "",
      clientPhone: person == nil ? reading.text(ReferralForm.clientPhone) ?? "" : "",
      consent: reading.tick(ReferralForm.consent),
      documents: reading.choices(ReferralForm.documents),
      reason: reading.text(ReferralForm.reason) ?? "",
      worker: reading.link(ReferralForm.worker).flatMap { WorkerID($0) },
      revision: before?.revision ?? 1)
    guard let before, person != nil else { return referral }
    referral.cameAs = before.person == nil ? before.clientName : before.cameAs
    referral.keptPhone = before.keptPhone
    return referral
  }

  // MARK: What is done with it

  static let action = handler(ReferralActionForm.definition) { _, context in
    var known = KnownAnswers()
    known.set(ReferralActionForm.actedAt, at: context.now.startOfMinute, from: "now")
    known.set(ReferralActionForm.worker, .link(context.worker.id.ref), from: "you")
    return known
  } save: { referral, reading, transaction, _ in
    guard let action: ReferralAction = reading.choice(ReferralActionForm.action),
      let at = reading.moment(ReferralActionForm.actedAt),
      let worker = reading.link(ReferralActionForm.worker).flatMap({ WorkerID($0) })
    else { throw StoreError.notFound }
    try IncomingReferralRecords.act(
      action, at: at, by: worker, note: reading.text(ReferralActionForm.note) ?? "",
      about: referral, in: transaction)
    return SavedForm(referral.ref)
  }

  static let take = handler(TakeReferralForm.definition) { referral, context in
    var known = KnownAnswers()
    if referral.worker != context.worker.id {
      known.set(TakeReferralForm.worker, .link(context.worker.id.ref), from: "you")
    }
    return known
  } save: { referral, reading, transaction, _ in
    guard let worker = reading.link(TakeReferralForm.worker).flatMap({ WorkerID($0) }) else {
      throw StoreError.notFound
    }
    try IncomingReferralRecords.take(referral, by: worker, in: transaction)
    return SavedForm(referral.ref)
  }
}
