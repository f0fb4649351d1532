/// The letter reached the person (INT-032).
package enum ServeBronzeForm {
  package static let id: FormID = "bronze-served"
  package static let at: FieldCode = "served-at"
  package static let method: FieldCode = "method"
  package static let server: FieldCode = "served-by"
  package static let place: FieldCode = "place"
  package static let handed: FieldCode = "handed-to-subject"

  package static let definition = FormDefinition(
    id, title: "Letter served",
    purpose:
      "Records when, how, where and by whom the letter was served; the answer is due from then",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-032",
    action: .behind(.bronze, "v"),
    sections: [
      FormSection(
        "Service",
        [
          FormField(at, "Served at", .dateTime(direction: .past)).required(),
          FormField(
            method, "How",
            .choice(ServiceMethod.list("service-method", title: "How", rule: "INT-032"))
          ).required(),
          FormField(server, "By whom", .text(max: 100)).required(),
          FormField(place, "Where", .text(max: 200)).required(),
          FormField(handed, "Handed to the person", .yesNo(notKnown: false, refused: false))
            .required(),
        ])
    ],
    rules: [BronzeFields.possible(.served), day, person])

  private static let day = FormRule { reading, facts, context in
    let decision = facts.bronze?.record?.granted?.decision
    let served = reading.moment(at)
    var findings =
      FactRules.notInFuture(served, field: at, now: context.now)
      + FactRules.notBefore(decision?.on, "the grant", served?.date, field: at)
    if let granted = decision?.on, let day = served?.date,
      day.days(since: granted) > BronzeRules.serviceDays
    {
      findings.append(
        Finding(
          "INT-032", .flags, field: at.text,
          "Served late: \(Digits.counted(day.days(since: granted), "day")) after the grant"))
    }
    return findings
  }

  private static let person = FormRule { reading, _, _ in
    guard let method = reading.choice(method, as: ServiceMethod.self) else { return [] }
    guard method == .inPerson, reading.tick(handed) != false else {
      return [
        Finding(
          "INT-032", .warns, field: Self.method.text,
          method == .inPerson
            ? "Not handed to the person. Say why, and how it is known to have reached them"
            : "Not served in person (\(method.words.lowercased())). Say why")
      ]
    }
    return []
  }

  /// nil while an answer is missing.
  package static func service(from reading: FormReading) -> BronzeService? {
    guard let moment = reading.moment(at), let how: ServiceMethod = reading.choice(method) else {
      return nil
    }
    return BronzeService(
      at: moment, method: how, server: reading.text(server) ?? "",
      place: reading.text(place) ?? "", toSubject: reading.isYes(handed))
  }
}

/// INT-037: where the police keep the record; asked for wherever a bronze action ends in retention.
package enum RetentionFields {
  package static let reference: FieldCode = "rms-reference"
  package static let on: FieldCode = "rms-on"

  static func fields(
    when condition: @escaping @Sendable (FormReading) -> Bool = { _ in true }
  ) -> [FormField] {
    [
      FormField(reference, "RMS reference", .identifier(max: 40)).required(when: condition)
        .applying(when: condition).needed(by: "INT-037")
        .help("Of the police record in which the case is retained"),
      FormField(on, "Retained on", .date(direction: .past)).required(when: condition)
        .applying(when: condition).needed(by: "INT-037"),
    ]
  }

  /// nil while an answer is missing.
  package static func retention(from reading: FormReading) -> RMSRetention? {
    guard let text = reading.text(reference), let day = reading.date(on) else { return nil }
    return RMSRetention(reference: text, on: day)
  }
}

/// The answer to the letter (INT-033, INT-034).
package enum BronzeResponseForm {
  package static let id: FormID = "bronze-response"
  package static let response: FieldCode = "response"
  package static let on: FieldCode = "responded-on"
  package static let agency: FieldCode = "treatment-agency"
  package static let first: FieldCode = "first-appointment"

  package static let definition = FormDefinition(
    id, title: "Response to the letter",
    purpose: "Records whether the person accepted or declined, or takes silence as declined",
    about: [.bronzeAction], function: .bronzeDecision, requiredBy: "INT-033",
    action: .behind(.bronze, "p"),
    sections: [
      FormSection(
        "Response",
        [
          FormField(
            response, "Response",
            .choice(BronzeResponse.list("bronze-response", title: "Response", rule: "INT-033"))
          ).required(),
          FormField(on, "On", .date(direction: .past)).required(),
          FormField(agency, "Treatment agency", .text(max: 200)).required(when: isAccepted)
            .applying(when: isAccepted).needed(by: "INT-034"),
          FormField(first, "First appointment", .dateTime(direction: .either))
            .required(when: isAccepted).applying(when: isAccepted).needed(by: "INT-034"),
        ] + RetentionFields.fields(when: isDeclined))
    ],
    rules: [
      FormRule { reading, facts, context in
        guard let record = facts.bronze?.record else { return [] }
        let event = isAccepted(reading) ? BronzeEvent.accepted : .declined
        return [
          BronzeMachine.refusal(event, in: record.state),
          BronzeMachine.refusal(event, by: context.worker),
        ].compactMap(\.self)
      },
      silence,
      FormRule { reading, facts, context in
        let served = facts.bronze?.record?.services.last?.at.date
        return BronzeFields.day(on, notBefore: served, "the service", reading, context)
          + BronzeFields.day(
            RetentionFields.on, notBefore: served, "the service", reading, context)
      },
    ]
  ).openTo(.ask)

  /// INT-033: silence is proposed to the team leader, who takes it as declined.
  private static let silence = FormRule { reading, facts, context in
    guard reading.choice(response) == BronzeResponse.none else { return [] }
    let who =
      context.worker.role == .sup
      ? []
      : [
        Finding(
          "INT-033", .blocks, field: response.text,
          "Whether silence is taken as declined is for the team leader to say")
      ]
    let served = facts.bronze?.record?.services.last?.at.date
    let from = served.map { BronzeRules.deemedFrom(served: $0, settings: context.settings) }
    return who
      + (BronzeRules.silence(served: served, today: context.today, settings: context.settings)
        .map { [$0] }
        ?? FactRules.notBefore(from, "the day silence counts", reading.date(on), field: on))
  }

  private static func isAccepted(_ reading: FormReading) -> Bool {
    reading.choice(response) == BronzeResponse.accepted
  }

  private static func isDeclined(_ reading: FormReading) -> Bool {
    switch reading.choice(response, as: BronzeResponse.self) {
    case .declined, .some(.none): true
    case .accepted, nil: false
    }
  }

  /// nil while an answer is missing.
  package static func reply(from reading: FormReading) -> BronzeReply? {
    guard let said: BronzeResponse = reading.choice(response), let day = reading.date(on) else {
      return nil
    }
    let accepted = said == .accepted
    return BronzeReply(
      response: said, on: day, agency: accepted ? reading.text(agency) ?? "" : "",
      firstAppointment: accepted ? reading.moment(first) : nil)
  }
}

/// INT-034 to INT-036, INT-041: what the treatment agency says of a month, and nothing more.
package enum MonitoringForm {
  package static let id: FormID = "bronze-monitoring"
  package static let on: FieldCode = "reported-on"
  package static let offending: FieldCode = "no-offending"
  package static let attendance: FieldCode = "attendance"
  package static let engagement: FieldCode = "engagement"
  package static let last: FieldCode = "last-attended"
  package static let result: FieldCode = "result"

  package static let definition = FormDefinition(
    id, title: "Record a monitoring",
    purpose:
      "Records the agency's monthly answer: three measures, and whether the person is retained",
    about: [.bronzeAction], function: .intelligence, requiredBy: "INT-035",
    action: .behind(.bronze, "m"),
    sections: [
      FormSection(
        "Retention monitoring",
        [
          FormField(on, "Reported on", .date(direction: .past)).required(),
          measure(offending, "Nothing further on offending"),
          measure(attendance, "Attendance at the centre"),
          measure(engagement, "Engagement at the centre"),
          FormField(last, "Last attended on", .date(direction: .past))
            .help(
              "INT-036: empty means the day of the report where attendance is yes, and not since the "
                + "last entry where it is no"),
          FormField(
            result, "Result",
            .choice(MonitoringResult.list("monitoring", title: "Result", rule: "INT-034"))
          ).required(),
          FormField(
            "confidential",
            "INT-041: the agency tells the three measures and whether the person is "
              + "retained, and nothing else. There is no field for more.", .explained),
        ])
    ],
    rules: [
      FormRule { reading, facts, context in
        guard let record = facts.bronze?.record else { return [] }
        let event = reading.choice(result, as: MonitoringResult.self)?.event ?? .retained
        return [
          BronzeMachine.refusal(event, in: record.state),
          BronzeMachine.refusal(event, by: context.worker),
        ].compactMap(\.self)
      }, days, outcome,
    ])

  private static func measure(_ code: FieldCode, _ label: String) -> FormField {
    FormField(code, label, .yesNo(notKnown: false, refused: false)).required()
  }

  private static let days = FormRule { reading, facts, context in
    let accepted = facts.bronze?.record?.accepted
    var findings = BronzeFields.day(
      on, notBefore: accepted, "the acceptance", reading, context)
    findings += BronzeFields.day(
      last, notBefore: accepted, "the acceptance", reading, context)
    if let day = reading.date(on), let attended = reading.date(last), attended > day {
      findings.append(
        Finding("GEN-007", .blocks, field: last.text, "That is after the day of the report"))
    }
    return findings + twice(reading, facts.bronze?.record, context)
  }

  /// INT-034: one entry for each month; a second one may be for a month that was missed.
  private static func twice(
    _ reading: FormReading, _ record: BronzeRecord?, _ context: RuleContext
  ) -> [Finding] {
    guard let day = reading.date(on), let accepted = record?.accepted,
      let last = record?.monitoring.last?.on, last <= day
    else { return [] }
    func month(_ day: CalendarDate) -> Int {
      BronzeDeadlines.nextMonitoring(after: day, accepted: accepted, settings: context.settings)
    }
    guard month(last) == month(day) else { return [] }
    return [
      Finding(
        "INT-034", .warns, field: on.text,
        "One was recorded on \(last.uk), in the same month of treatment. Say which month this one is "
          + "for")
    ]
  }

  /// INT-036: what the days say goes before what the agency says.
  private static let outcome = FormRule { reading, facts, context in
    guard let record = facts.bronze?.record,
      let entry = entry(from: reading, of: record, context.settings),
      let said: MonitoringResult = reading.choice(result), entry.result != said
    else { return [] }
    let last = record.lastSeen(attended: entry.lastAttended)
    let since =
      (last == record.accepted ? "acceptance" : "the last attendance") + " on "
      + (last?.uk ?? "-")
    return [
      Finding(
        "INT-036", .warns, field: result.text,
        "\(context.settings.count(.bronzeDropoutDays)) days or more since \(since): not retained, "
          + "a drop-out is recorded. Put the last attendance right, or say that this is known")
    ]
  }

  /// nil while an answer is missing.
  package static func entry(
    from reading: FormReading, of record: BronzeRecord, _ settings: Settings
  ) -> MonitoringEntry? {
    guard let day = reading.date(on), let said: MonitoringResult = reading.choice(result) else {
      return nil
    }
    let attended = reading.isYes(attendance)
    let lastAttended = reading.date(last) ?? (attended ? day : nil)
    return MonitoringEntry(
      number: (record.monitoring.map(\.number).max() ?? 0) + 1, on: day,
      noOffending: reading.isYes(offending), attendance: attended,
      engagement: reading.isYes(engagement), lastAttended: lastAttended,
      result: BronzeRules.result(
        said, on: day, lastSeen: record.lastSeen(attended: lastAttended), settings: settings))
  }
}
