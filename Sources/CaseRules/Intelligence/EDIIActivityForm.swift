/// An entry of the activity log of early drug intelligence intervention (INT-050, INT-052).
package enum EDIIActivityForm {
  package static let id: FormID = "edii-activity"
  package static let day: FieldCode = "day"
  package static let kind: FieldCode = "kind"
  package static let strand: FieldCode = "strand"
  package static let aim: FieldCode = "aim"
  package static let place: FieldCode = "place"
  package static let partners: FieldCode = "partners"
  package static let reached: FieldCode = "reached"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "EDII activity",
    purpose: "Logs what was done by strand and aim, with place and numbers; nobody is named in it",
    about: [.ediiActivity], standsAlone: true, function: .intelligence, keptIn: .ediiActivity,
    requiredBy: "INT-050", action: .behind(.edii, "a"),
    sections: [
      FormSection(
        "Activity",
        [
          FormField(day, "Date", .date(direction: .past)).required().carried(),
          FormField(
            kind, "Activity",
            .choice(
              EDIIKind.list(
                "edii-kind", title: "Activity", rule: "INT-050", only: EDIIKind.ordinary))
          ).required()
            .help(
              "Type a strand to see what it holds; a session for parents and teachers, and what "
                + "follows a warrant, have forms of their own"),
          FormField(strand, "Strand", .computed(strandWords)),
        ] + common)
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.date(day), field: day, today: context.today)
      },
      standsAsItIs,
    ])

  /// What every entry of the log has (INT-050).
  static let common = [
    aimField,
    FormField(place, "Place", .text(max: 100)).required().carried(),
    FormField(partners, "Partners", .text(max: 200)).carried()
      .help("Agencies, schools and groups that took part; no names of clients"),
    FormField(reached, "Numbers reached", .number(0...10_000_000))
      .help("How many people it reached; empty where nobody can know, as with a broadcast"),
    FormField(note, "Note", .longText(max: 500))
      .help("What was done; what is known of a person is an intelligence report"),
  ]

  static let aimField = FormField(
    aim, "Aim", .choice(EDIIAim.list("edii-aim", title: "Aim", rule: "INT-052"))
  ).required().needed(by: "INT-052").carried()

  private static let strandWords: @Sendable (FormReading) -> String? = { reading in
    (reading.choice(kind) as EDIIKind?)?.strand.words
  }

  /// A letter or visit after a warrant carries the warrant's place; another kind is another entry.
  static let standsAsItIs = FormRule { _, facts, _ in
    guard let activity = facts.edii?.activity else { return [] }
    if let why = activity.struckBecause {
      return [Finding("GEN-004", .blocks, "This entry is struck through: \(why)")]
    }
    guard activity.followUp != nil else { return [] }
    return [
      Finding(
        "GEN-004", .blocks,
        "What followed a warrant is not changed: strike it through and record it again")
    ]
  }

  package static func draft(of activity: EDIIActivity) -> FormDraft {
    var draft = FormDraft()
    draft[day] = activity.day.uk
    draft[kind] = activity.kind.code
    fill(&draft, from: activity)
    return draft
  }

  static func fill(_ draft: inout FormDraft, from activity: EDIIActivity) {
    draft[aim] = activity.aim.code
    draft[place] = activity.place
    draft[partners] = activity.partners
    draft[reached] = activity.reached.map { String($0) } ?? ""
    draft[note] = activity.note
  }
}

extension FormChoice {
  /// The same list with some of the cases only.
  package static func list(
    _ id: CodeListID, title: String, rule: String, only some: [Self]
  ) -> CodeList {
    CodeList(id, title: title, rule: rule, codes: some.map { Code($0.code, $0.words) })
  }
}
