/// What a team leader says about a case before the superintendent decides.
package enum RecommendBronzeForm {
  package static let id: FormID = "bronze-recommend"
  package static let words: FieldCode = "recommendation"

  package static let definition = FormDefinition(
    id, title: "Recommend",
    purpose: "Says what a team leader recommends; the superintendent reads it and decides",
    about: [.bronzeAction], function: .bronzeDecision, requiredBy: "INT-024",
    action: .behind(.bronze, "e"),
    sections: [
      FormSection(
        "Recommendation",
        [
          FormField(words, "Recommendation", .longText(max: 1000)).required()
            .help("What you recommend and why; a later one takes its place")
        ])
    ],
    rules: [
      BronzeFields.stands(.granted),
      FormRule { _, _, context in
        context.worker.role == .sup
          ? []
          : [
            Finding(
              "INT-024", .blocks,
              "A team leader recommends; as \(context.worker.role.titleInSentence) you decide")
          ]
      },
      ReasonRules.said(words, rule: "INT-025"),
    ]
  ).openTo(.recommend)
}

/// The decision on a pending case: granted, refused or returned (INT-024, INT-025).
///
/// Everything that is needed to decide is in its first page, and is read to its end before anything
/// is granted.
package enum DecideBronzeForm {
  package static let id: FormID = "bronze-decide"
  package static let file: FieldCode = "case"
  package static let decision: FieldCode = "decision"
  package static let rank: FieldCode = "rank"
  package static let reason: FieldCode = "reason"
  package static let options: FieldCode = "options"
  package static let keyed: FieldCode = "keyed-for-another"
  package static let name: FieldCode = "decided-by"
  package static let on: FieldCode = "decided-on"
  package static let reference: FieldCode = "reference"

  package static let definition = FormDefinition(
    id, title: "Decide on the bronze action",
    purpose: "Grants, refuses or returns a pending bronze action; a grant freezes the letter",
    about: [.bronzeAction], function: .bronzeDecision, requiredBy: "INT-024",
    action: .behind(.bronze, "d"),
    sections: [
      FormSection(
        "The case",
        [
          FormField(file, "The whole case", .longText(max: 100_000))
            .forReading { $0.choice(decision) == BronzeDecisionKind.granted }
        ]),
      FormSection(
        "Decision",
        [
          FormField(
            decision, "Decision",
            .choice(
              BronzeDecisionKind.list("bronze-decision", title: "Decision", rule: "INT-024"))
          ).required(),
          FormField(
            rank, "Rank", .choice(PoliceRank.list("police-rank", title: "Rank", rule: "INT-024"))
          ).required(when: isFinal).applying(when: isFinal)
            .help("Of whoever decides: only a superintendent or above"),
          FormField(reason, "Reason", .longText(max: 1000)).required { !isGrant($0) }
            .needed(by: "INT-025").help("Needed for a refusal and a return; the officer reads it"),
          FormField(
            options, "Instead of a letter",
            .choices(FurtherOption.list("bronze-option", title: "Option", rule: "INT-023"))
          ).required(when: isRefusal).applying(when: isRefusal).needed(by: "INT-023")
            .help("What is done about the person now that no letter goes out"),
          FormField(keyed, "Keyed for another", .yesNo(notKnown: false, refused: false))
            .applying(when: isFinal)
            .help("y when a team leader keys what an absent superintendent has decided"),
          FormField(name, "Decided by", .name).required(when: isKeyed).applying(when: isKeyed),
          FormField(on, "Decided on", .date(direction: .past)).required(when: isKeyed)
            .applying(when: isKeyed),
          FormField(reference, "Written reference", .text(max: 100)).required(when: isKeyed)
            .applying(when: isKeyed).help("Of the mail or paper in which it is written"),
        ]),
    ],
    rules: [
      BronzeFields.stands(.granted),
      FormRule { reading, facts, context in
        guard let submission = facts.bronze?.record?.pending else { return [] }
        return BronzeDecisionRules.findings(
          taken(from: reading), by: context.worker, on: submission, context: context)
          + FactRules.notInFuture(reading.date(on), field: on, today: context.today)
      },
      FormRule { reading, facts, context in
        guard isGrant(reading), let record = facts.bronze?.record, let pending = record.pending
        else { return [] }
        return letter(pending.parts, today: context.today)
          + BronzeRules.unmet(record.action.test, of: record).map { $0.on(field: nil) }
          + [BronzeRules.oneAtATime(others: facts.bronze?.others ?? [])].compactMap(\.self)
      },
    ]
  ).openTo(.recommend).askingPassword { reading, _ in
    switch reading.choice(decision, as: BronzeDecisionKind.self) {
    case .granted: "Granting a bronze action needs your password"
    case .refused: "Refusing a bronze action needs your password"
    case .returned: "Returning a bronze action needs your password"
    case nil: nil
    }
  }

  /// Whoever decides cannot change the letter; only the officer can.
  private static func letter(_ parts: BronzeLetter.Parts, today: CalendarDate) -> [Finding] {
    BronzeLetter.findings(on: parts, today: today).map { finding in
      finding.field == LetterFields.replyBy.text
        ? Finding(
          finding.rule, .blocks,
          "The letter asks for an answer by \(parts.replyBy?.ukWithWeekday ?? "-"), which is over. "
            + "Return it: the officer gives a later day") : finding.on(field: nil)
    }
  }

  private static func isGrant(_ reading: FormReading) -> Bool {
    reading.choice(decision) == BronzeDecisionKind.granted
  }

  private static func isRefusal(_ reading: FormReading) -> Bool {
    reading.choice(decision) == BronzeDecisionKind.refused
  }

  /// What only a superintendent decides.
  private static func isFinal(_ reading: FormReading) -> Bool {
    switch reading.choice(decision, as: BronzeDecisionKind.self) {
    case .granted, .refused: true
    case .returned, nil: false
    }
  }

  private static func isKeyed(_ reading: FormReading) -> Bool {
    isFinal(reading) && reading.isYes(keyed)
  }

  package static func taken(from reading: FormReading) -> BronzeDecisionRules.Taken {
    let keyed = isKeyed(reading)
    return BronzeDecisionRules.Taken(
      kind: reading.choice(decision), isKeyed: keyed, name: keyed ? reading.text(name) : nil,
      rank: isFinal(reading) ? reading.choice(rank) : nil,
      on: keyed ? reading.date(on) : nil, reference: keyed ? reading.text(reference) : nil,
      reason: reading.text(reason),
      options: isRefusal(reading) ? reading.choices(options) : [])
  }
}

/// A granted letter that could not be served in time goes back, or the case is closed (INT-032).
package enum NotServedForm {
  package static let id: FormID = "bronze-not-served"
  package static let outcome: FieldCode = "outcome"
  package static let reason: FieldCode = "reason"

  package enum Outcome: String, CaseIterable, Hashable, Sendable {
    case again, close

    package var event: BronzeEvent {
      switch self {
      case .again: .notServedAgain
      case .close: .notServedClosed
      }
    }
  }

  package static let definition = FormDefinition(
    id, title: "Letter not served",
    purpose: "Puts an unserved letter before a superintendent anew, or closes the case",
    about: [.bronzeAction], function: .bronzeDecision, requiredBy: "INT-032",
    action: .behind(.bronze, "n"),
    sections: [
      FormSection(
        "Not served",
        [
          FormField(
            outcome, "What follows",
            .choice(Outcome.list("not-served", title: "What follows", rule: "INT-032"))
          ).required(),
          FormField(reason, "Reason", .longText(max: 1000)).required(),
        ])
    ],
    rules: [
      FormRule { reading, facts, context in
        guard let record = facts.bronze?.record else { return [] }
        let event = (reading.choice(outcome, as: Outcome.self) ?? .close).event
        return [
          BronzeMachine.refusal(event, in: record.state),
          BronzeMachine.refusal(event, by: context.worker),
        ].compactMap(\.self) + tooSoon(record, context) + replyIsOver(reading, record, context)
      }, ReasonRules.said(reason, rule: "INT-032"),
    ])

  /// INT-030: such a letter cannot be granted anew, only returned for a later day.
  private static func replyIsOver(
    _ reading: FormReading, _ record: BronzeRecord, _ context: RuleContext
  ) -> [Finding] {
    guard reading.choice(outcome) == Outcome.again,
      let day = record.granted?.parts.replyBy, day <= context.today
    else { return [] }
    return [
      Finding(
        "INT-030", .shows, field: outcome.text,
        "The letter asks for an answer by \(day.ukWithWeekday). It cannot be granted as it is: "
          + "return it to the officer then, for a later day")
    ]
  }

  /// While it may still be served nothing else is decided.
  static func tooSoon(_ record: BronzeRecord, _ context: RuleContext) -> [Finding] {
    guard record.state == .authorised, let granted = record.granted?.decision?.on else { return [] }
    let last = granted.adding(days: BronzeRules.serviceDays)
    guard context.today <= last else { return [] }
    return [
      Finding(
        "INT-032", .blocks,
        "Granted on \(granted.ukWithWeekday): it may be served until \(last.ukWithWeekday)")
    ]
  }
}

extension NotServedForm.Outcome: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .again: "Pending again: a new grant is needed"
    case .close: "Close the case"
    }
  }
}
