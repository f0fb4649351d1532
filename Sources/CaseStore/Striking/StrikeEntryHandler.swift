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

    init(_ about: RecordRef?, _ records: Connection) throws {
      guard let about, let entry = try Entry.found(about, records) else {
        throw StoreError.notFound
      }
      self = entry
    }

    private static func found(_ ref: RecordRef, _ records: Connection) throws -> Entry? {
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
      }
    }

    var revision: Int {
      switch self {
      case .contact(let attempt): attempt.revision
      case .appointment(let appointment): appointment.revision
      case .consent(let consent): consent.revision
      case .referral(let referral): referral.revision
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
      }
    }
  }

  static let handler = FormHandler(
    StrikeEntryForm.id,
    open: { records, about, context in
      let client = try PersonScope(about, records)
      let entry = try Entry(about, records)
      return OpenedForm(
        form: StrikeEntryForm.id, about: about,
        heading: "\(client.heading(context)): \(entry.words)",
        facts: try entry.facts(records, context), revision: entry.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, context in
      try Entry(about, records).facts(records, context)
    },
    save: { transaction, about, reading, _, context in
      let entry = try Entry(about, transaction.connection)
      guard let about, let text = reading.text(StrikeEntryForm.reason),
        let reason = Reason(text, settings: context.settings)
      else { throw StoreError.notFound }
      return SavedForm(
        about, notes: try entry.strike(because: reason, in: transaction, context))
    })
}
