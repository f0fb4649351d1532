/// The fields of research (INT-020).
package enum ResearchFields {
  package static let agency: FieldCode = "agency"
  package static let office: FieldCode = "office"
  package static let asked: FieldCode = "asked"
  package static let reply: FieldCode = "reply"
  package static let replied: FieldCode = "replied"
  package static let facts: FieldCode = "facts"

  static let replyList = ResearchReply.list("research-reply", title: "Reply", rule: "INT-020")

  static func hasReplied(_ reading: FormReading) -> Bool {
    reading.choice(reply, as: ResearchReply.self).map { $0 != .noneYet } ?? false
  }

  static let answers: [FormField] = [
    FormField(replied, "Reply on", .date(direction: .past)).required(when: hasReplied)
      .applying(when: hasReplied),
    FormField(facts, "What they said", .longText(max: 2000)).applying(when: hasReplied)
      .help("The facts, as they were told; the superintendent reads them"),
  ]
}

/// A question to an agency of the blue box, with its answer where there is one already.
package enum ResearchRequestForm {
  package static let id: FormID = "bronze-research"

  package static let definition = FormDefinition(
    id, title: "Ask an agency",
    purpose: "Records a research request to a partner agency, and its reply once it has come",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-020",
    action: .behind(.bronze, "a"),
    sections: [
      FormSection(
        "Research request",
        [
          FormField(
            ResearchFields.agency, "Agency",
            .choice(BlueBoxAgency.list("blue-box", title: "Agency", rule: "INT-020"))
          ).required(),
          FormField(ResearchFields.office, "Which office", .text(max: 100))
            .help("Castlemere prison, the housing office in Northfold"),
          FormField(ResearchFields.asked, "Asked on", .date(direction: .past)).required(),
          FormField(ResearchFields.reply, "Reply", .choice(ResearchFields.replyList)).required()
            .help("none_yet until they answer; then Record a reply"),
        ] + ResearchFields.answers)
    ],
    rules: [
      BronzeFields.stands(.researchComplete),
      FormRule { reading, facts, context in
        let asked = reading.date(ResearchFields.asked)
        return
          (BronzeRules.mayAsk(
            reading.choice(ResearchFields.agency), about: facts.bronze?.record?.reports ?? []
          )
          .map { [$0] } ?? [])
          + FactRules.notInFuture(asked, field: ResearchFields.asked, today: context.today)
          + BronzeFields.reply(reading, asked: asked, context)
      },
    ])
}

/// What an agency answered.
package enum ResearchReplyForm {
  package static let id: FormID = "bronze-reply"
  package static let number: FieldCode = "request"

  package static let definition = FormDefinition(
    id, title: "Record an agency's reply",
    purpose: "Records what an agency answered to a research request",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-020",
    action: .behind(.bronze, "r"),
    sections: [
      FormSection(
        "Reply",
        [
          FormField(number, "Request", .number(1...999)).required()
            .help("Its number, as the page lists the requests"),
          FormField(ResearchFields.reply, "Reply", .choice(ResearchFields.replyList)).required(),
        ] + ResearchFields.answers)
    ],
    rules: [
      BronzeFields.stands(.researchComplete), asked,
      FormRule { reading, facts, context in
        BronzeFields.reply(reading, asked: request(reading, facts)?.asked, context)
      },
    ])

  package static func request(_ reading: FormReading, _ facts: FormFacts) -> ResearchRequest? {
    facts.bronze?.record?.research.first { $0.number == reading.number(number) }
  }

  /// Which question the number stands for is read back.
  private static let asked = FormRule { reading, facts, _ in
    guard let typed = reading.number(number) else { return [] }
    guard let request = request(reading, facts) else {
      return [
        Finding(
          "INT-020", .blocks, field: number.text, "There is no request \(typed) in this research")
      ]
    }
    return [
      Finding(
        "INT-020", .shows, field: number.text,
        "\(request.name), asked on \(request.asked.ukWithWeekday)")
    ]
  }
}

/// INT-020: the research is done, and the human-rights test comes.
package enum CompleteResearchForm {
  package static let id: FormID = "bronze-research-complete"
  package static let summary: FieldCode = "summary"

  package static let definition = FormDefinition(
    id, title: "Complete the research",
    purpose: "Ends the research, once an agency has answered; the human-rights test is next",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-020",
    action: .behind(.bronze, "c"),
    sections: [
      FormSection(
        "Research complete",
        [
          FormField(summary, "What it came to", .longText(max: 1000))
            .help("In short, for whoever decides; may stay empty")
        ])
    ],
    rules: [
      BronzeFields.possible(.researchComplete),
      FormRule { _, facts, _ in
        guard let record = facts.bronze?.record else { return [] }
        return BronzeRules.researchDone(record.research).map { [$0] } ?? []
      },
    ]
  ).leading { _, _, _ in HumanRightsForm.id }
}

/// What the forms of a bronze action share.
enum BronzeFields {
  /// The event is possible in this state, and this worker's to record.
  static func possible(_ event: BronzeEvent) -> FormRule {
    FormRule { _, facts, context in
      guard let record = facts.bronze?.record else { return [missing(event.rule)] }
      return [
        BronzeMachine.refusal(event, in: record.state),
        BronzeMachine.refusal(event, by: context.worker),
      ].compactMap(\.self)
    }
  }

  /// The action stands where the event would be possible, whoever may record it.
  static func stands(_ event: BronzeEvent) -> FormRule {
    FormRule { _, facts, _ in
      guard let record = facts.bronze?.record else { return [missing(event.rule)] }
      return BronzeMachine.refusal(event, in: record.state).map { [$0] } ?? []
    }
  }

  private static func missing(_ rule: String) -> Finding {
    Finding(rule, .blocks, "There is no such bronze action")
  }

  static func reply(
    _ reading: FormReading, asked: CalendarDate?, _ context: RuleContext
  ) -> [Finding] {
    FactRules.notInFuture(
      reading.date(ResearchFields.replied), field: ResearchFields.replied, today: context.today)
      + BronzeRules.reply(
        reading.choice(ResearchFields.reply), asked: asked,
        on: reading.date(ResearchFields.replied), facts: reading.text(ResearchFields.facts))
  }

  /// A day that has come, and not before what it follows.
  static func day(
    _ field: FieldCode, notBefore earlier: CalendarDate?, _ what: String, _ reading: FormReading,
    _ context: RuleContext
  ) -> [Finding] {
    let day = reading.date(field)
    return FactRules.notInFuture(day, field: field, today: context.today)
      + FactRules.notBefore(earlier, what, day, field: field)
  }
}
