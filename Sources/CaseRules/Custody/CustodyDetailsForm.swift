/// Who the detainee is, and what the custody record says: only with permission (CUS-010).
package enum CustodyDetailsForm {
  package static let id: FormID = "custody-details"
  package static let person: FieldCode = "person"
  package static let custodyNumber: FieldCode = "custody-number"
  package static let offence: FieldCode = "offence"
  package static let offenceText: FieldCode = "offence-text"
  package static let risks: FieldCode = "risks"
  package static let riskNote: FieldCode = "risk-note"
  package static let notes: FieldCode = "notes"

  private static let freeTexts = [offenceText, riskNote, notes]
  private static let all = [person, custodyNumber, offence, offenceText, risks, riskNote, notes]

  package static let definition = FormDefinition(
    id, title: "Custody details",
    purpose: "Links the detention to a person and keeps what the custody record says",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyEntry,
    requiredBy: "CUS-010",
    action: .behind(.custody, "d"),
    sections: [
      FormSection(
        "Details",
        [
          FormField(person, "Person", .link(kinds: [.person])).askingRecords()
            .help("Name, date of birth or number"),
          FormField(custodyNumber, "Custody number", .identifier(max: 30))
            .help("As printed on the custody record"),
          FormField(offence, "Offence", .code(.offences))
            .help("By code or words; it decides the trigger flag"),
          FormField(offenceText, "Offence in words", .text(max: 200)),
          FormField(
            risks, "Risk markers",
            .choices(DetaineeRisk.list("detainee-risk", title: "Risk markers", rule: "CUS-010"))),
          FormField(riskNote, "Risk note", .text(max: 300))
            .help("What staff need to know before they go into the cell"),
          FormField(notes, "Notes", .longText(max: 4000)),
        ])
    ],
    rules: [
      FactRules.recordsStand, LinkRules.known(person, rule: "CUS-010"), permissionFirst,
      somethingIsSaid, markersAgree, samePersonAsAssessed, DoubleEntryRules.inOneCell,
    ])

  /// CUS-010, CUS-011: nothing before permission, nothing before its time.
  private static let permissionFirst = FormRule { reading, facts, context in
    guard let permission = facts.custody?.entry?.permission else { return [] }
    let typed = all.filter(reading.isAnswered)
    let basic = PermissionRules.findings(permission, now: context.now)
    if typed.isEmpty { return basic }
    return typed.flatMap { field in
      freeTexts.contains(field)
        ? PermissionRules.findings(
          onFreeText: reading.text(field), field: field.text, permission, now: context.now)
        : basic.map { $0.on(field: field.text) }
    }
  }

  /// A form without an answer says nothing that could be kept; emptying what was kept does.
  private static let somethingIsSaid = FormRule { reading, facts, context in
    let entry = facts.custody?.entry
    guard !all.contains(where: reading.isAnswered), entry?.details?.isEmpty != false,
      PermissionRules.findings(entry?.permission ?? .notAsked, now: context.now).isEmpty
    else { return [] }
    return [
      Finding(
        "CUS-010", .blocks, field: person.text,
        "Nothing is filled in. Choose the person, or type what the custody record says")
    ]
  }

  /// The DIR of this detention is about one person; the link cannot move away from under it.
  private static let samePersonAsAssessed = FormRule { reading, facts, _ in
    guard let entry = facts.custody?.entry, entry.dirStarted != nil,
      let known = entry.details?.person, reading.link(person) != known
    else { return [] }
    return [
      Finding(
        "CUS-016", .blocks, field: person.text,
        "A DIR was taken with \(entry.details?.personName ?? known.text). "
          + "The detention stays linked to that person")
    ]
  }

  private static let markersAgree = FormRule { reading, _, _ in
    let markers: [DetaineeRisk] = reading.choices(risks)
    guard markers.contains(.noneKnown), markers.count > 1 else { return [] }
    return [
      Finding(
        "CUS-010", .blocks, field: risks.text, "None known cannot stand beside other markers")
    ]
  }
}
