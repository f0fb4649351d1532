import CaseRules
import SQLite

/// How consents are given and taken back.
enum ConsentHandlers {
  static let given = FormHandler(
    ConsentGivenForm.id,
    open: { records, about, context in
      let scope = try PersonScope(about, records)
      var known = KnownAnswers()
      known.set(ConsentGivenForm.when, at: context.now.startOfMinute, from: "now")
      known.set(ConsentGivenForm.explainedBy, text: context.worker.name, from: "you")
      return OpenedForm(
        form: ConsentGivenForm.id, about: about, heading: scope.heading(context),
        draft: known.draft, sources: known.sources)
    },
    facts: { records, about, _, _ in
      var facts = FormFacts()
      let id = about.map { PersonID($0.number) } ?? PersonID(0)
      facts.person = PersonFacts(isUnknown: try !PersonRecords.exists(id, in: records))
      return facts
    },
    save: { transaction, about, reading, _, _ in
      let scope = try PersonScope(about, transaction.connection)
      let consent = try needed(consent(from: reading, of: scope.id))
      let id = try ConsentRecords.record(consent, in: transaction)
      return SavedForm(id.ref)
    })

  private static func consent(from reading: FormReading, of person: PersonID) -> Consent? {
    guard let type: ConsentType = reading.choice(ConsentGivenForm.type),
      let given = reading.tick(ConsentGivenForm.given),
      let form: ConsentForm = reading.choice(ConsentGivenForm.how),
      let when = reading.moment(ConsentGivenForm.when),
      let explainedBy = reading.text(ConsentGivenForm.explainedBy)
    else { return nil }
    let shares = type.isSharing
    func shared(_ field: FieldCode) -> String { shares ? reading.text(field) ?? "" : "" }
    return Consent(
      id: ConsentID(0), person: person, type: type, given: given, form: form, when: when,
      explainedBy: explainedBy, recipients: shared(ConsentGivenForm.recipients),
      amount: shared(ConsentGivenForm.data), rationale: shared(ConsentGivenForm.rationale),
      expires: reading.date(ConsentGivenForm.expiry))
  }

  static let withdrawn = FormHandler(
    WithdrawConsentForm.id,
    open: { records, about, context in
      let scope = try PersonScope(about, records)
      let consent = try consent(about, records)
      var known = KnownAnswers()
      known.set(WithdrawConsentForm.withdrawn, at: context.now.startOfMinute, from: "now")
      var facts = FormFacts()
      facts.person = PersonFacts(consent: consent)
      return OpenedForm(
        form: WithdrawConsentForm.id, about: about,
        heading: "\(scope.heading(context)): \(consent?.type.title ?? "")", draft: known.draft,
        sources: known.sources, facts: facts, revision: consent?.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, _ in
      var facts = FormFacts()
      facts.person = PersonFacts(consent: try consent(about, records))
      return facts
    },
    save: { transaction, about, reading, facts, _ in
      guard let consent = facts.person?.consent,
        let at = reading.moment(WithdrawConsentForm.withdrawn)
      else { throw StoreError.notFound }
      try ConsentRecords.withdraw(consent, at: at, in: transaction)
      return SavedForm(consent.id.ref, notes: try notes(consent, transaction.connection))
    })

  private static func consent(_ about: RecordRef?, _ records: Connection) throws -> Consent? {
    try about.flatMap { ConsentID($0) }.flatMap { try ConsentRecords.one($0, in: records) }
  }

  /// PPL-011: what stands on the consent does not end by itself.
  private static func notes(_ consent: Consent, _ records: Connection) throws -> [String] {
    guard consent.type == .caseload,
      let episode = try EpisodeRecords.open(of: consent.person, in: records), episode.joined != nil
    else { return [] }
    return ["The client is still on the caseload: close the episode with the reason"]
  }
}

/// The people rooms' way into the records.
enum PeopleHandlers {
  static let all: [FormHandler] = [
    PersonHandlers.person, PersonHandlers.agencies,
    ConsentHandlers.given, ConsentHandlers.withdrawn,
  ]
}
