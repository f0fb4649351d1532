import CaseRules
import SQLite

/// How the forms of early intervention reach the records.
enum EDIIHandlers {
  static let all =
    [activity, session, warrant, letter, visit] + EDIIReferralHandlers.all + [strike]

  private static func facts(
    activity: EDIIActivity? = nil, warrant: Warrant? = nil, referral: EDIIReferral? = nil
  ) -> FormFacts {
    var facts = FormFacts()
    facts.edii = EDIIFacts(activity: activity, warrant: warrant, referral: referral)
    return facts
  }

  // MARK: The log

  private static func opened(
    _ form: FormID, _ activity: EDIIActivity, _ draft: FormDraft, _ records: Connection
  ) throws -> OpenedForm {
    OpenedForm(
      form: form, about: activity.ref, heading: activity.heading, draft: draft,
      facts: facts(activity: activity), revision: activity.revision,
      lastChange: try LastChange.of(activity.ref, in: records))
  }

  /// A handler of one of the two forms the log is written with.
  private static func entry(
    _ form: FormID, new: @escaping @Sendable (RuleContext) -> KnownAnswers,
    draft: @escaping @Sendable (EDIIActivity) -> FormDraft?,
    read: @escaping @Sendable (FormReading, RecordRef?) -> EDIIActivity?
  ) -> FormHandler {
    FormHandler(
      form,
      open: { records, about, context in
        guard about != nil else {
          let known = new(context)
          return OpenedForm(form: form, about: nil, draft: known.draft, sources: known.sources)
        }
        let activity = try EDIIRecords.found(about, in: records)
        // The other form's entries have answers that this one does not ask.
        let draft = try needed(draft(activity))
        return try opened(form, activity, draft, records)
      },
      facts: { records, about, _, _ in
        facts(activity: try about.map { try EDIIRecords.found($0, in: records) })
      },
      save: { transaction, about, reading, _, _ in
        let new = try needed(read(reading, about))
        guard about != nil else {
          return SavedForm(try EDIIRecords.add(new, in: transaction).ref)
        }
        let before = try EDIIRecords.found(about, in: transaction.connection)
        try EDIIRecords.change(new, was: before, in: transaction)
        return SavedForm(before.ref)
      })
  }

  static let activity = entry(EDIIActivityForm.id) { context in
    var known = KnownAnswers()
    known.set(EDIIActivityForm.day, .date(context.today), from: "today")
    return known
  } draft: { activity in
    activity.session == nil ? EDIIActivityForm.draft(of: activity) : nil
  } read: { reading, about in
    guard let day = reading.date(EDIIActivityForm.day),
      let kind: EDIIKind = reading.choice(EDIIActivityForm.kind)
    else { return nil }
    return common(reading, about, day: day, kind: kind)
  }

  static let session = entry(EDIISessionForm.id) { _ in
    var known = KnownAnswers()
    known.set(EDIIActivityForm.aim, code: EDIIAim.publicEducation.code, from: "as a rule")
    return known
  } draft: { activity in
    activity.session.map { EDIISessionForm.draft(of: activity, $0) }
  } read: { reading, about in
    guard let session = EDIISessionForm.session(from: reading) else { return nil }
    return common(
      reading, about, day: session.starts.date, kind: .session, session: session)
  }

  private static func common(
    _ reading: FormReading, _ about: RecordRef?, day: CalendarDate, kind: EDIIKind,
    session: EDIISession? = nil
  ) -> EDIIActivity? {
    guard let aim: EDIIAim = reading.choice(EDIIActivityForm.aim),
      let place = reading.text(EDIIActivityForm.place)
    else { return nil }
    return EDIIActivity(
      ref: about ?? RecordRef(.ediiActivity, 0), day: day, kind: kind, aim: aim, place: place,
      partners: reading.text(EDIIActivityForm.partners) ?? "",
      reached: reading.number(EDIIActivityForm.reached),
      note: reading.text(EDIIActivityForm.note) ?? "", session: session)
  }

  // MARK: Warrants

  static let warrant = FormHandler(
    WarrantForm.id,
    open: { records, about, context in
      guard about != nil else {
        var known = KnownAnswers()
        known.set(WarrantForm.executed, .date(context.today), from: "today")
        return OpenedForm(
          form: WarrantForm.id, about: nil, draft: known.draft, sources: known.sources)
      }
      let warrant = try WarrantRecords.found(about, in: records)
      return try opened(WarrantForm.id, warrant, WarrantForm.draft(of: warrant), records)
    },
    facts: { records, about, _, _ in
      facts(warrant: try about.map { try WarrantRecords.found($0, in: records) })
    },
    save: { transaction, about, reading, _, _ in
      guard let executed = reading.date(WarrantForm.executed),
        let place = reading.text(WarrantForm.place)
      else { throw StoreError.notFound }
      let new = Warrant(
        ref: about ?? RecordRef(.warrant, 0), executed: executed, place: place,
        reference: reading.text(WarrantForm.reference) ?? "",
        agency: reading.text(WarrantForm.agency) ?? "")
      guard about != nil else {
        return SavedForm(
          try WarrantRecords.add(new, in: transaction).ref,
          notes: ["A letter and a drug-agency visit are to follow (INT-053)"])
      }
      let before = try WarrantRecords.found(about, in: transaction.connection)
      try WarrantRecords.change(new, was: before, in: transaction)
      return SavedForm(before.ref)
    })

  private static func opened(
    _ form: FormID, _ warrant: Warrant, _ draft: FormDraft, _ records: Connection,
    sources: [FieldCode: String] = [:]
  ) throws -> OpenedForm {
    OpenedForm(
      form: form, about: warrant.ref, heading: warrant.heading, draft: draft, sources: sources,
      facts: facts(warrant: warrant), revision: warrant.revision,
      lastChange: try LastChange.of(warrant.ref, in: records))
  }

  static let letter = step(WarrantLetterForm.id) { _ in nil }
  static let visit = step(WarrantVisitForm.id) { $0.agency.isEmpty ? nil : $0.agency }

  /// A letter or a visit: an entry of the log with the warrant's place, typed once.
  private static func step(
    _ form: FormID, agency: @escaping @Sendable (Warrant) -> String?
  ) -> FormHandler {
    FormHandler(
      form,
      open: { records, about, context in
        let warrant = try WarrantRecords.found(about, in: records)
        var known = KnownAnswers()
        known.set(WarrantRules.day, .date(context.today), from: "today")
        known.set(EDIIActivityForm.aim, code: EDIIAim.earlyHelp.code, from: "as a rule")
        known.set(WarrantForm.agency, text: agency(warrant), from: "the warrant")
        return try opened(form, warrant, known.draft, records, sources: known.sources)
      },
      facts: { records, about, _, _ in
        facts(warrant: try WarrantRecords.found(about, in: records))
      },
      save: { transaction, about, reading, _, _ in
        let before = try WarrantRecords.found(about, in: transaction.connection)
        guard let day = reading.date(WarrantRules.day),
          let result: WarrantStep.Result = reading.choice(WarrantRules.result),
          let aim: EDIIAim = reading.choice(EDIIActivityForm.aim),
          let id = WarrantID(before.ref)
        else { throw StoreError.notFound }
        let added = try EDIIRecords.add(
          EDIIActivity(
            ref: RecordRef(.ediiActivity, 0), day: day, kind: result.kind.activity, aim: aim,
            place: before.place,
            partners: reading.text(WarrantForm.agency) ?? "",
            reached: reading.number(EDIIActivityForm.reached),
            note: reading.text(EDIIActivityForm.note) ?? "",
            followUp: WarrantStep(warrant: before.ref, result: result)), in: transaction)
        try WarrantRecords.bringUpToDate(id, in: transaction)
        let after = try WarrantRecords.found(about, in: transaction.connection)
        return SavedForm(
          before.ref,
          notes: [
            "\(added.ref.text) is in the log", "\(after.ref.text): \(after.stateWords) (INT-053)",
          ])
      })
  }

  // MARK: Mistakes

  static let strike = FormHandler(
    EDIIStrikeForm.id,
    open: { records, about, _ in
      let entry = try Entry(about, records)
      return OpenedForm(
        form: EDIIStrikeForm.id, about: about, heading: entry.heading,
        facts: try entry.facts(records),
        revision: entry.revision,
        lastChange: try about.flatMap { try LastChange.of($0, in: records) })
    },
    facts: { records, about, _, _ in try Entry(about, records).facts(records) },
    save: { transaction, about, reading, _, context in
      guard let about, let text = reading.text(EDIIStrikeForm.reason),
        let reason = Reason(text, settings: context.settings)
      else { throw StoreError.notFound }
      switch try Entry(about, transaction.connection) {
      case .activity(let activity):
        try EDIIRecords.strike(activity, because: reason, in: transaction)
      case .referral(let referral):
        try EDIIReferralRecords.strike(referral, because: reason, in: transaction)
      case .warrant(let warrant):
        try WarrantRecords.strike(warrant, because: reason, in: transaction)
      }
      return SavedForm(about)
    })

  /// What can be struck through in this room.
  private enum Entry {
    case activity(EDIIActivity)
    case referral(EDIIReferral)
    case warrant(Warrant)

    init(_ about: RecordRef?, _ records: Connection) throws {
      if let id = about.flatMap({ WarrantID($0) }) {
        self = .warrant(try WarrantRecords.found(id.ref, in: records))
      } else if let id = about.flatMap({ EDIIReferralID($0) }) {
        self = .referral(try EDIIReferralRecords.found(id.ref, in: records))
      } else {
        self = .activity(try EDIIRecords.found(about, in: records))
      }
    }

    var heading: String {
      switch self {
      case .activity(let activity): activity.heading
      case .referral(let referral): referral.heading
      case .warrant(let warrant): warrant.heading
      }
    }

    var revision: Int {
      switch self {
      case .activity(let activity): activity.revision
      case .referral(let referral): referral.revision
      case .warrant(let warrant): warrant.revision
      }
    }

    func facts(_ records: Connection) throws -> FormFacts {
      switch self {
      case .activity(let activity): return EDIIHandlers.facts(activity: activity)
      case .warrant(let warrant): return EDIIHandlers.facts(warrant: warrant)
      case .referral(let referral):
        var facts = EDIIHandlers.facts(referral: referral)
        facts.intelligence = IntelligenceFacts(
          protected: try SealedSources.protectedNames(of: referral.source, in: records))
        return facts
      }
    }
  }
}
