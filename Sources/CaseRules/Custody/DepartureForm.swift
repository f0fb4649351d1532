/// How the detainee left, and where to next.
package enum DepartureForm {
  package static let id: FormID = "departure"
  package static let how: FieldCode = "how"
  package static let at: FieldCode = "at"
  package static let place: FieldCode = "place"
  package static let nextAt: FieldCode = "next-at"

  package static let definition = FormDefinition(
    id, title: "Departure",
    purpose: "Takes the detainee off the board, and notes the bail return or the court date",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyFact,
    requiredBy: "CUS-001",
    action: .behind(.custody, "l"),
    sections: [
      FormSection(
        "Departure",
        [
          FormField(
            how, "How",
            .choice(
              DepartureKind.list("departure", title: "How the detainee left", rule: "CUS-001"))
          ).required(),
          FormField(at, "Left", .dateTime(direction: .past)).required()
            .help("When the detainee left the suite"),
          FormField(place, "Court or station", .text(max: 60))
            .required { hasNext($0) }.applying { hasNext($0) || !$0.isAnswered(how) }.carried()
            .help("The court of the hearing, or the station of the bail return"),
          FormField(nextAt, "Date and time there", .dateTime(direction: .future))
            .required { hasNext($0) }.applying { hasNext($0) || !$0.isAnswered(how) }
            .help("Reminders of a bail return follow from this (CUS-012)"),
        ])
    ],
    rules: [FactRules.recordsStand, FactRules.inDetention(at), nextIsLater, whatFollows])

  /// GEN-007: the hearing or return comes after the departure.
  private static let nextIsLater = FormRule { reading, _, _ in
    guard hasNext(reading) else { return [] }
    return FactRules.notBefore(
      reading.moment(at), "the departure", reading.moment(nextAt), field: nextAt)
  }

  /// CUS-001, CUS-012: says what this departure leads to.
  private static let whatFollows = FormRule { reading, facts, context in
    guard let entry = facts.custody?.entry, let departure = departure(in: reading) else {
      return []
    }
    var shown: [Finding] = []
    if entry.offers.isEmpty {
      shown.append(
        Finding(
          "CUS-001", .shows, "No offer is recorded yet; without it the entry cannot be closed"))
    }
    var left = entry
    left.departure = departure
    let days = BailAlerts.days(for: left, in: context.calendar)
    if !days.isEmpty {
      let words = days.map(\.ukWithWeekday).joined(separator: ", ")
      shown.append(
        Finding("CUS-012", .shows, field: nextAt.text, "Workers are told on \(words)"))
    }
    return shown
  }

  private static func hasNext(_ reading: FormReading) -> Bool {
    reading.choice(how, as: DepartureKind.self)?.hasNext ?? false
  }

  /// The departure as answered; nil while something it needs is missing.
  package static func departure(in reading: FormReading) -> Departure? {
    guard let kind = reading.choice(how, as: DepartureKind.self), let at = reading.moment(at)
    else { return nil }
    guard kind.hasNext else { return Departure(kind: kind, at: at) }
    guard let place = reading.text(place), let nextAt = reading.moment(nextAt) else { return nil }
    return Departure(
      kind: kind, at: at, next: Departure.NextPlace(place: place, at: nextAt))
  }
}
