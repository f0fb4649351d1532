package import CaseRules
import SQLite

/// Taking people on file and changing what is known of them.
///
/// The words they are found by and the sorting of lists change in the same transaction.
extension PersonRecords {
  /// Takes somebody on file; their number is given here, whatever the value says.
  package static func add(_ person: Person, in transaction: WriteTransaction) throws -> PersonID {
    let records = transaction.connection
    try records.execute(
      """
      INSERT INTO person (family_name, given_names, family_key, given_key, born, estimated_age,
                          estimated_on, sex, ethnicity, pnc, cro, prison_number, lrn, oasys_ref,
                          address, postcode, no_fixed_abode, accommodation, language, interpreter,
                          veteran, pregnant, children, children_live_with, safeguarding, employed,
                          settled_relationship, gp, risks, risk_note)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              ?, ?)
      """, values: values(of: person))
    var added = person
    added.id = PersonID(records.lastInsertRowID)
    added.revision = 1
    try writeAliases(of: added, was: [], records)
    try writePhones(of: added, was: [], records)
    try PersonSearchIndex.add(added, in: records)
    try transaction.audit(
      AuditEvent(
        .created, person: added.id, record: AuditedRecord(added.id.ref), to: 1,
        changes: FormDraft().changes(to: PersonForm.draft(of: added, on: transaction.today))))
    return added.id
  }

  /// Changes what is known of somebody; `person.revision` is the version the worker saw.
  ///
  /// Throws `ChangedElsewhere` or `StoreError.notFound`.
  package static func change(_ person: Person, in transaction: WriteTransaction) throws {
    let records = transaction.connection
    let before = try one(person.id, in: records).orNotFound()
    let record = AuditedRecord(person.id.ref)
    let next = try transaction.nextRevision(
      table: "person", id: person.id.rawValue, expected: person.revision, of: record)
    try records.execute(
      """
      UPDATE person
      SET family_name = ?, given_names = ?, family_key = ?, given_key = ?, born = ?,
          estimated_age = ?, estimated_on = ?, sex = ?, ethnicity = ?, pnc = ?, cro = ?,
          prison_number = ?, lrn = ?, oasys_ref = ?, address = ?, postcode = ?,
          no_fixed_abode = ?, accommodation = ?, language = ?, interpreter = ?, veteran = ?,
          pregnant = ?, children = ?, children_live_with = ?, safeguarding = ?, employed = ?,
          settled_relationship = ?, gp = ?, risks = ?, risk_note = ?
      WHERE id = ?
      """, values: values(of: person) + [person.id])
    try writeAliases(of: person, was: before.aliases, records)
    try writePhones(of: person, was: before.phones, records)
    if before.name != person.name { try sortEpisodes(of: person, records) }
    try PersonSearchIndex.replace(before, by: person, in: records)
    let day = transaction.today
    let after = try one(person.id, in: records).orNotFound()
    try transaction.audit(
      AuditEvent(
        .changed, person: person.id, record: record, from: person.revision, to: next,
        changes: PersonForm.draft(of: before, on: day)
          .changes(to: PersonForm.draft(of: after, on: day))))
  }

  /// In the order of the columns of both statements.
  private static func values(of person: Person) -> [(any SQLBindable)?] {
    let numbers = person.numbers
    let home = person.home
    let life = person.circumstances
    let estimate = estimate(person.birth)
    return [
      person.name.family, person.name.given, NameFolding.key(person.name.family),
      NameFolding.key(person.name.given), person.birth.date, estimate?.age, estimate?.noted,
      person.sex, person.ethnicity, numbers.pnc, numbers.cro, numbers.prison, numbers.lrn,
      numbers.oasys, home.address, home.postcode, home.noFixedAbode, home.accommodation,
      person.language, person.interpreter, life.veteran, life.pregnant, life.children,
      life.childrenLiveWith, life.safeguarding, life.employed, life.settledRelationship, person.gp,
      risks(person.risks), person.riskNote,
    ]
  }

  private static func estimate(_ birth: Birth) -> (age: Int, noted: CalendarDate)? {
    switch birth {
    case .on: nil
    case .estimated(let age, let noted): (age, noted)
    }
  }

  private static func risks(_ risks: [RiskMarker]) -> String {
    risks.isEmpty ? "none" : risks.map(\.rawValue).joined(separator: ",")
  }

  /// Rows keep their number while they stay in the form; the trail keeps what was taken out.
  private static func writeAliases(
    of person: Person, was before: [Person.Alias], _ records: Connection
  ) throws {
    let kept = Set(before.map(\.id))
    for alias in person.aliases {
      if kept.contains(alias.id) {
        try records.execute(
          "UPDATE person_alias SET name = ? WHERE id = ? AND person = ?", alias.name, alias.id,
          person.id)
      } else {
        try records.execute(
          "INSERT INTO person_alias (person, name) VALUES (?, ?)", person.id, alias.name)
      }
    }
    let left = Set(person.aliases.map(\.id))
    for alias in before where !left.contains(alias.id) {
      try records.execute("DELETE FROM person_alias WHERE id = ?", alias.id)
    }
  }

  private static func writePhones(
    of person: Person, was before: [Person.Phone], _ records: Connection
  ) throws {
    let kept = Set(before.map(\.id))
    for phone in person.phones {
      if kept.contains(phone.id) {
        try records.execute(
          """
          UPDATE person_phone SET number = ?, safe_to_ring = ?, safe_message = ?
          WHERE id = ? AND person = ?
          """, phone.number, phone.safeToRing, phone.safeToLeaveMessage, phone.id, person.id)
      } else {
        try records.execute(
          """
          INSERT INTO person_phone (person, number, safe_to_ring, safe_message)
          VALUES (?, ?, ?, ?)
          """, person.id, phone.number, phone.safeToRing, phone.safeToLeaveMessage)
      }
    }
    let left = Set(person.phones.map(\.id))
    for phone in before where !left.contains(phone.id) {
      try records.execute("DELETE FROM person_phone WHERE id = ?", phone.id)
    }
  }

  /// Episodes carry the person's sorting, so that caseloads come in order from an index.
  static func sortEpisodes(of person: Person, _ records: Connection) throws {
    try records.execute(
      "UPDATE episode SET family_key = ?, given_key = ? WHERE person = ?",
      NameFolding.key(person.name.family), NameFolding.key(person.name.given), person.id)
  }
}

extension WriteTransaction {
  /// The local day on which the change is made.
  var today: CalendarDate { attribution.at.date }
}

extension FormDraft {
  /// From and to of every answer that is not the same, under the names of the form.
  func changes(to after: FormDraft) -> [FieldChange] {
    after.places(differingFrom: self).map { place in
      FieldChange(place.path, from: filled(self[place]), to: filled(after[place]))
    }
  }

  private func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
