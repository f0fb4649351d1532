/// PPL-044: the team leader has seen the alert and says what was done.
package enum AcknowledgeAlertForm {
  package static let id: FormID = "acknowledge-alert"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Acknowledge the safety alert",
    purpose: "Takes a red safety alert off the screens, with a note of what was done",
    about: [.prescribing], function: .personAndCaseload, requiredBy: "PPL-044",
    action: .behind(.treatment, "9"),
    sections: [
      FormSection(
        "Safety alert",
        [
          FormField(note, "What was done", .longText(max: 1000)).required()
            .help("Who was rung, who saw the client, what was decided about the next dose")
        ])
    ],
    rules: [
      FormRule { _, _, context in
        PrescribingRules.mayAcknowledge(context.worker).map { [$0] } ?? []
      },
      FormRule { _, facts, _ in
        facts.prescribing?.record?.openAlerts.isEmpty == false
          ? facts.prescribing?.record?.openAlerts.map { Finding("PPL-044", .shows, $0.words) } ?? []
          : [Finding("PPL-044", .blocks, "No safety alert waits to be acknowledged")]
      },
      ReasonRules.said(note, rule: "PPL-044"),
    ])
}

/// A prescribing episode ends; its clocks end with it.
package enum EndPrescribingForm {
  package static let id: FormID = "end-prescribing"
  package static let ended: FieldCode = "ended"
  package static let reason: FieldCode = "exit-reason"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "End the prescribing episode",
    purpose: "Ends a prescribing episode with the reason; clocks that still run end with it",
    about: [.prescribing], function: .personAndCaseload, keptIn: .prescribing,
    requiredBy: "PPL-041",
    action: .behind(.treatment, "7"),
    sections: [
      FormSection(
        "End",
        [
          FormField(ended, "Ended on", .date(direction: .past)).required(),
          FormField(
            reason, "Exit reason",
            .choice(TreatmentExit.list("treatment-exit", title: "Exit reason", rule: "PPL-041"))
          ).required(),
          FormField(note, "Note", .longText(max: 500)),
        ])
    ],
    rules: [
      DoseFields.possible(.ended),
      FormRule { reading, facts, context in
        let day = reading.date(ended)
        let record = facts.prescribing?.record
        let last = record?.log.standing.map(\.on).max()
        return FactRules.notInFuture(day, field: ended, today: context.today)
          + FactRules.notBefore(
            last ?? record?.episode.referred, last == nil ? "the referral" : "the last dose", day,
            field: ended)
      },
    ])
}

/// GEN-004: a wrong dose, sample or whole episode is struck through and stays to be seen.
package enum StrikePrescribingForm {
  package static let id: FormID = "strike-prescribing"
  package static let what: FieldCode = "what"
  package static let number: FieldCode = "number"
  package static let reason: FieldCode = "reason"

  package enum Subject: String, CaseIterable, Hashable, Sendable {
    case dose, sample, episode
  }

  package static let definition = FormDefinition(
    id, title: "Strike through",
    purpose: "Marks a dose, a sample or the whole episode as wrong; it stays on file",
    about: [.prescribing], function: .personAndCaseload, requiredBy: "GEN-004",
    action: .behind(.treatment, "8"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(
            what, "What is wrong",
            .choice(Subject.list("strike-subject", title: "What is wrong", rule: "GEN-004"))
          ).required(),
          FormField(number, "Its number", .number(1...9999)).required { !isEpisode($0) }
            .applying { !isEpisode($0) }.help("As the dose log or the list of samples counts it"),
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why the record is wrong: another client's, typed twice, wrong amount"),
        ])
    ],
    rules: [stands, subject, StrikeReason.rule(reason)])

  private static func isEpisode(_ reading: FormReading) -> Bool {
    reading.choice(what, as: Subject.self) == .episode
  }

  private static let stands = DoseFields.possible(.struck)

  /// What the number stands for is read back, so that the right row is struck.
  private static let subject = FormRule { reading, facts, _ in
    guard let record = facts.prescribing?.record, let what: Subject = reading.choice(what)
    else { return [] }
    let number = reading.number(number)
    switch what {
    case .episode: return []
    case .dose:
      return number.map { number in
        let dose = record.log.rows.first { $0.number == number }
        return told(
          dose.map { "\($0.on.ukWithWeekday), \($0.medicine.title.lowercased()) \($0.mg) mg" },
          struck: dose?.struckBecause, "dose \(number)")
      } ?? []
    case .sample:
      return number.map { number in
        let test = record.tests.first { $0.number == number }
        return told(test?.words, struck: test?.struckBecause, "sample \(number)")
      } ?? []
    }
  }

  private static func told(_ words: String?, struck: String?, _ name: String) -> [Finding] {
    guard let words else {
      return [
        Finding("GEN-004", .blocks, field: number.text, "There is no \(name) in this episode")
      ]
    }
    if struck != nil {
      return [
        Finding("GEN-004", .blocks, field: number.text, "\(words): is struck through already")
      ]
    }
    return [Finding("GEN-004", .shows, field: number.text, words)]
  }
}

extension StrikePrescribingForm.Subject: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .dose: "A dose of the log"
    case .sample: "A sample"
    case .episode: "The whole episode"
    }
  }
}
