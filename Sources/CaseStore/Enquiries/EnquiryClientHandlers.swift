import CaseRules
import SQLite

/// How the forms reach the records that tie a referral or a call to a person.
enum EnquiryClientHandlers {
  static let all = [found, new]

  private static func facts(
    _ client: EnquiryClient, _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> FormFacts {
    var facts = FormFacts()
    try RecordNames.fill(&facts, from: reading, in: records, on: context.today)
    facts.enquiry = EnquiryFacts(client: client)
    return facts
  }

  // MARK: On file already

  static let found = FormHandler(
    ReferralClientForm.id,
    open: { records, about, context in
      let client = try EnquiryNaming.client(of: about, in: records, context)
      let known = knownOfFound(client)
      let reading = FormReading(known.draft, of: ReferralClientForm.definition, in: context.reading)
      return OpenedForm(
        form: ReferralClientForm.id, about: about, heading: client.heading, draft: known.draft,
        sources: known.sources, facts: try facts(client, reading, records, context),
        revision: try EnquiryNaming.revision(of: client.ref, in: records),
        lastChange: try LastChange.of(client.ref, in: records))
    },
    facts: { records, about, reading, context in
      try facts(
        EnquiryNaming.client(of: about, in: records, context), reading, records, context)
    },
    save: { transaction, about, reading, _, context in
      guard let about,
        let person = reading.link(ReferralClientForm.person).flatMap({ PersonID($0) })
      else { throw StoreError.notFound }
      let phone = reading.text(ReferralClientForm.phone)
      let kept = try phone.map { try EnquiryNaming.keep(phone: $0, of: person, in: transaction) }
      // A number they had before is theirs, whoever rang.
      let isNew = kept?.isEmpty == false
      let named = try EnquiryNaming.name(
        about, as: person, keeping: isNew ? phone : nil, in: transaction, context)
      return SavedForm(about, notes: named + (kept ?? []))
    })

  /// The name as it was given is what they are looked for by.
  private static func knownOfFound(_ client: EnquiryClient) -> KnownAnswers {
    var known = KnownAnswers()
    let source = "from \(client.ref.text)"
    if let person = client.person {
      known.set(ReferralClientForm.person, .link(person.ref))
    } else if let linked = client.linked {
      known.set(
        ReferralClientForm.person, .link(linked.person.ref), from: "from \(linked.ref.text)")
    } else {
      known.set(ReferralClientForm.person, text: client.name, from: source)
    }
    known.set(ReferralClientForm.phone, text: client.phone, from: source)
    return known
  }

  // MARK: New on file

  /// The person form's own way in, with what is known filled in before and linked after.
  static let new = FormHandler(
    ReferredPersonForm.id,
    open: { records, about, context in
      let client = try EnquiryNaming.client(of: about, in: records, context)
      var opened = try PersonHandlers.person.open(records, nil, context)
      fill(&opened, from: client)
      opened.form = ReferredPersonForm.id
      opened.about = about
      opened.heading = client.heading
      opened.facts.enquiry = EnquiryFacts(client: client)
      return opened
    },
    facts: { records, about, reading, context in
      var facts = try PersonHandlers.person.facts(records, nil, reading, context)
      facts.enquiry = EnquiryFacts(
        client: try EnquiryNaming.client(of: about, in: records, context))
      return facts
    },
    save: { transaction, about, reading, facts, context in
      guard let about else { throw StoreError.notFound }
      let saved = try PersonHandlers.person.save(transaction, nil, reading, facts, context)
      let followed = try EnquiryNaming.name(
        about, as: PersonID(saved.ref.number), in: transaction, context)
      return SavedForm(
        saved.ref, flags: saved.flags,
        notes: saved.notes + ["\(about.text) is linked"] + followed)
    })

  private static func fill(_ opened: inout OpenedForm, from client: EnquiryClient) {
    let (family, given) = ReferredPersonForm.names(in: client.name)
    for (field, text) in [(PersonForm.family, family), (PersonForm.given, given)]
    where !text.isEmpty {
      opened.draft[field] = text
      opened.sources[field] = "from \(client.ref.text)"
    }
    guard !client.phone.isEmpty else { return }
    opened.draft.rows[PersonForm.phones] = [
      FormDraft.Row(id: 1, texts: [PersonForm.number: client.phone])
    ]
  }
}
