import CaseRules
import SQLite

/// GEN-004: an entry made by mistake is struck through, and what hung on it is put right.
enum StrikeEntryHandler {
  /// An entry that can be struck through, whatever room it is from.
  private enum Entry {
    case contact(ContactAttempt)
    case appointment(Appointment)
    case consent(Consent)
    case referral(WraparoundReferral)
    case call(CallFile, revision: Int)
    case service(Service)

    init(_ about: RecordRef?, _ records: Connection, _ context: RuleContext) throws {
      guard let about, let entry = try Entry.found(about, records, context) else {
        throw StoreError.notFound
      }
      self = entry
    }

    private static func found(
      _ ref: RecordRef, _ records: Connection, _ context: RuleContext
    ) throws -> Entry? {
      if let id = HelplineCallID(ref) {
        return try HelplineCallRecords.revision(of: id, in: records).map {
          .call(try CallFiles.load(ref, in: records, context), revision: $0)
        }
      }
      if let id = AgencyID(ref) {
        return try ServiceRecords.one(id, in: records).map(Entry.service)
      }
      if let id = ContactID(ref) {
        return try ContactRecords.one(id, in: records).map(Entry.contact)
      }
      if let id = AppointmentID(ref) {
        return try AppointmentRecords.one(id, in: records).map(Entry.appointment)
      }
      if let id = ConsentID(ref) {
        return try ConsentRecords.one(id, in: records).map(Entry.consent)
      }
      return try ReferralID(ref).flatMap { try ReferralRecords.one($0, in: records) }
        .map(Entry.referral)
    }

    var words: String {
      switch self {
      case .contact(let attempt): attempt.words
      case .appointment(let appointment): "\(appointment.words), \(appointment.state.title)"
      case .consent(let consent): "\(consent.type.title), \(consent.when.uk)"
      case .referral(let referral):
        "\(referral.kind.words): \(referral.agency), \(referral.referred.uk)"
      case .call(let file, _): file.heading
      case .service(let service): "\(service.name), \(service.ref.text)"
      }
    }

    /// Whose entry it is, where it is a client's.
    func heading(
      _ about: RecordRef?, _ records: Connection, _ context: RuleContext
    ) throws -> String {
      switch self {
      case .contact, .appointment, .consent, .referral:
        "\(try PersonScope(about, records).heading(context)): \(words)"
      case .call, .service: words
      }
    }

    var revision: Int {
      switch self {
      case .contact(let attempt): attempt.revision
      case .appointment(let appointment): appointment.revision
      case .consent(let consent): consent.revision
      case .referral(let referral): referral.revision
      case .call(_, let revision): revision
      case .service(let service): service.revision
      }
    }

    func facts(_ records: Connection, _ context: RuleContext) throws -> FormFacts {
      var facts = FormFacts()
      switch self {
      case .contact(let attempt):
        facts.strike = StrikeFacts(
          struckBecause: attempt.struckBecause,
          follows: try ContactStrike.follows(from: attempt, in: records, context))
      case .appointment(let appointment):
        facts.strike = StrikeFacts(
          struckBecause: appointment.struckBecause,
          follows: try AppointmentStrike.follows(from: appointment, in: records))
      case .consent(let consent):
        facts.strike = StrikeFacts(
          struckBecause: consent.struckBecause,
          follows: try ConsentStrike.follows(from: consent, in: records, context))
      case .referral(let referral):
        facts.strike = StrikeFacts(struckBecause: referral.struckBecause)
      case .call(let file, _):
        facts.strike = StrikeFacts(
          struckBecause: file.call.struckBecause, follows: CallStrike.follows(from: file, context))
      case .service(let service):
        facts.strike = StrikeFacts(struckBecause: service.struckBecause)
      }
      return facts
    }

    /// Answers with notes for the worker.
    func strike(
      because reason: Reason, in transaction: WriteTransaction, _ context: RuleContext
    ) throws -> [String] {
      switch self {
      case .contact(let attempt):
        return try ContactStrike(transaction: transaction, context: context)
          .strike(attempt, because: reason)
      case .appointment(let appointment):
        return try AppointmentStrike(transaction: transaction, context: context)
          .strike(appointment, because: reason)
      case .consent(let consent):
        return try ConsentStrike.strike(consent, because: reason, in: transaction, context)
      case .referral(let referral):
        // PPL-018: nothing is owed on a referral; it just counts for no duty any more.
        try ReferralRecords.strike(referral, because: reason, in: transaction)
        return []
      case .call(let file, _):
        try HelplineCallRecords.strike(file.call, because: reason, in: transaction)
        return CallStrike.notes(from: file)
      case .service(let service):
        try ServiceRecords.strike(service, because: reason, in: transaction)
        return ["The directory does not offer it any more; where it was given out it stays"]
      }
    }
  }

  static let handler = FormHandler(
    StrikeEntryForm.id,
    open: { records, about, context in
      let entry = try Entry(about, records, context)
      return OpenedForm(
        form: StrikeEntryForm.id, about: about,
        heading: try entry.heading(about, records, context),
        facts: try entry.facts(records, context), revision: entry.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, context in
      try Entry(about, records, context).facts(records, context)
    },
    save: { transaction, about, reading, _, context in
      let entry = try Entry(about, transaction.connection, context)
      guard let about, let text = reading.text(StrikeEntryForm.reason),
        let reason = Reason(text, settings: context.settings)
      else { throw StoreError.notFound }
      return SavedForm(
        about, notes: try entry.strike(because: reason, in: transaction, context))
    })
}
