/// The agencies around a client, and who co-ordinates their care (PPL-013).
package enum AgencyForm {
  package static let id: FormID = "agency"
  package static let agencies: FieldCode = "agencies"
  package static let name: FieldCode = "name"
  package static let service: FieldCode = "service"
  package static let lead: FieldCode = "lead"
  package static let provides: FieldCode = "provides"
  package static let coordinator: FieldCode = "coordinator"
  package static let since: FieldCode = "since"
  package static let until: FieldCode = "until"

  package static let definition = FormDefinition(
    id, title: "Agencies involved",
    purpose: "Lists the agencies around a client, with lead and help given, and one co-ordinator",
    about: [.person], function: .personAndCaseload, keptIn: .person, requiredBy: "PPL-013",
    action: .behind(.carePlan, "n"),
    sections: [
      FormSection(
        "Agencies",
        [
          FormField(
            agencies, "Agencies",
            .rows(
              [
                FormField(name, "Agency", .text(max: 100)).required(),
                FormField(lead, "Lead", .text(max: 100)).required().help("Who leads there"),
                FormField(provides, "Provides", .text(max: 300)).required()
                  .help("What the client gets from them"),
                FormField(
                  coordinator, "Care co-ordinator", .yesNo(notKnown: false, refused: false)),
                FormField(since, "Since", .date(direction: .past)),
                FormField(until, "Until", .date(direction: .past))
                  .help("The day their part ended; empty while they are involved"),
                FormField(service, "Directory entry", .link(kinds: [.agency])),
              ], most: 20)
          ).help("A row is never removed: give it an end instead")
        ])
    ],
    rules: [oneCoordinator, notInFuture, endAfterStart, services])

  /// PPL-013: exactly one of those involved now co-ordinates the care.
  private static let oneCoordinator = FormRule { reading, _, _ in
    let rows = reading.rows[agencies] ?? []
    let current = rows.filter { !$0.isEnded }
    let coordinators = rows.filter { $0.isYes(coordinator) }
    if coordinators.count > 1 {
      return [
        Finding(
          "PPL-013", .blocks, field: agencies.text,
          "\(coordinators.count) agencies are marked as care co-ordinator. Leave one")
      ]
    }
    if let ended = coordinators.first(where: \.isEnded) {
      return [
        Finding(
          "PPL-013", .blocks, field: FieldPlace(agencies, row: ended.id, column: coordinator).path,
          "The care co-ordinator is no longer involved. Name another")
      ]
    }
    return coordinators.isEmpty && !current.isEmpty
      ? [
        Finding(
          "PPL-013", .shows, field: agencies.text, "Nobody is marked as care co-ordinator yet")
      ] : []
  }

  /// GEN-007.
  private static let notInFuture = FormRule { reading, _, context in
    (reading.rows[agencies] ?? []).flatMap { row in
      [since, until].flatMap { column in
        FactRules.notInFuture(row.date(column), field: column, today: context.today)
          .map { $0.on(field: FieldPlace(agencies, row: row.id, column: column).path) }
      }
    }
  }

  private static let endAfterStart = FormRule { reading, _, _ in
    (reading.rows[agencies] ?? []).compactMap { row in
      guard let start = row.date(since), let end = row.date(until), end < start else { return nil }
      return Finding(
        "GEN-007", .blocks, field: FieldPlace(agencies, row: row.id, column: until).path,
        "\(end.uk) is before the start on \(start.uk)")
    }
  }

  private static let services = FormRule { reading, facts, _ in
    (reading.rows[agencies] ?? []).compactMap { row in
      guard let ref = row.link(service), facts.names[ref] == nil else { return nil }
      return Finding(
        "PPL-013", .blocks, field: FieldPlace(agencies, row: row.id, column: service).path,
        "There is no directory entry \(ref.text). Choose the right one from the list")
    }
  }

  package static func draft(of list: [InvolvedAgency]) -> FormDraft {
    var draft = FormDraft()
    if list.isEmpty { return draft }
    draft.rows[agencies] = list.map { agency in
      FormDraft.Row(
        id: agency.id,
        texts: [
          name: agency.name, service: agency.service?.ref.text ?? "", lead: agency.lead,
          provides: agency.provides,
          coordinator: agency.isCoordinator ? YesNo.yes.rawValue : "",
          since: agency.since?.uk ?? "", until: agency.until?.uk ?? "",
        ])
    }
    return draft
  }

  package static func agencies(from reading: FormReading) -> [InvolvedAgency] {
    (reading.rows[agencies] ?? []).compactMap { row in
      guard let name = row.text(name), let lead = row.text(lead), let provides = row.text(provides)
      else { return nil }
      return InvolvedAgency(
        id: row.id, name: name, service: row.link(service).flatMap { AgencyID($0) }, lead: lead,
        provides: provides, isCoordinator: row.isYes(coordinator), since: row.date(since),
        until: row.date(until))
    }
  }
}

extension FormReading.RowReading {
  fileprivate var isEnded: Bool { date(AgencyForm.until) != nil }
}
