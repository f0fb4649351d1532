/// The parents' and teachers' session, which has a fixed form (INT-051).
///
/// A session that was shorter, by day or paid for was held all the same: it is kept, and flagged.
package enum EDIISessionForm {
  package static let id: FormID = "edii-session"
  package static let starts: FieldCode = "starts"
  package static let length: FieldCode = "length"
  package static let audience: FieldCode = "audience"
  package static let worker: FieldCode = "substance-misuse-worker"
  package static let free: FieldCode = "free"
  package static let topics: FieldCode = "topics"

  package static let definition = FormDefinition(
    id, title: "Parents' and teachers' session",
    purpose: "Logs a session for parents and teachers. It is two hours on an evening, free, with a "
      + "substance-misuse worker; what was otherwise is flagged",
    about: [.ediiActivity], standsAlone: true, function: .intelligence, keptIn: .ediiActivity,
    requiredBy: "INT-051", action: .behind(.edii, "s"),
    sections: [
      FormSection(
        "Session",
        [
          FormField(starts, "Began", .dateTime(direction: .past)).required()
            .help("An evening, so from 17:00; by day is kept and flagged"),
          FormField(length, "Lasted", .duration(maxMinutes: 24 * 60)).required()
            .help("Two hours as a rule: 2h"),
          FormField(
            audience, "For",
            .choices(
              EDIISession.Audience.list("edii-audience", title: "For whom", rule: "INT-051"))
          ).required(),
          FormField(worker, "Substance-misuse worker", .text(max: 100))
            .help("Who took part; empty where none did, which is flagged"),
          FormField(free, "Free to come", .yesNo(notKnown: false, refused: false)).required(),
          FormField(
            topics, "Topics",
            .choices(EDIISession.Topic.list("edii-topic", title: "Topics", rule: "INT-051"))
          ).help("Space ticks; what was left out is flagged"),
        ] + EDIIActivityForm.common)
    ],
    rules: [
      FormRule { reading, _, context in
        FactRules.notInFuture(reading.moment(starts), field: starts, now: context.now)
      },
      FormRule { reading, _, _ in session(from: reading)?.deviations ?? [] },
      EDIIActivityForm.standsAsItIs,
    ])

  /// nil while the time, the length or whether it was free is missing.
  package static func session(from reading: FormReading) -> EDIISession? {
    guard let starts = reading.moment(starts), let minutes = reading.minutes(length),
      let isFree = reading.tick(free)
    else { return nil }
    return EDIISession(
      starts: starts, minutes: minutes, audience: reading.choices(audience),
      worker: reading.text(worker) ?? "", isFree: isFree, topics: reading.choices(topics))
  }

  package static func draft(of activity: EDIIActivity, _ session: EDIISession) -> FormDraft {
    var draft = FormDraft()
    draft[starts] = Answer.dateTime(session.starts).raw
    draft[length] = Answer.minutes(session.minutes).raw
    draft[audience] = session.audience.map(\.code).joined(separator: ", ")
    draft[worker] = session.worker
    draft[free] = (session.isFree ? YesNo.yes : .no).rawValue
    draft[topics] = session.topics.map(\.code).joined(separator: ", ")
    EDIIActivityForm.fill(&draft, from: activity)
    return draft
  }
}
