/// A sample for the test that comes before the first dose (PPL-040).
package enum OpiateTestForm {
  package static let id: FormID = "opiate-test"
  package static let fluid: FieldCode = "test-type"
  package static let method: FieldCode = "method"
  package static let taken: FieldCode = "taken"
  package static let result: FieldCode = "result"
  package static let resultOn: FieldCode = "result-on"

  package static let definition = FormDefinition(
    id, title: "Opiate test",
    purpose: "Records a sample taken before prescribing, with its result if it is there",
    about: [.prescribing], function: .personAndCaseload, requiredBy: "PPL-040",
    action: .behind(.treatment, "2"),
    sections: [
      FormSection(
        "Sample",
        [
          FormField(
            fluid, "Test type",
            .choice(OpiateTest.Fluid.list("test-fluid", title: "Test type", rule: "PPL-040"))
          ).required(),
          FormField(
            method, "Method",
            .choice(OpiateTest.Method.list("test-method", title: "Method", rule: "PPL-046"))
          ).required(),
          FormField(taken, "Taken", .dateTime(direction: .past)).required(),
          OpiateResultField.result.help("Empty while it has not come; no dose before it has"),
          OpiateResultField.on.required { $0.isAnswered(result) }
            .applying { $0.isAnswered(result) },
        ])
    ],
    rules: [stands, dates, note])

  private static let stands = FormRule { _, facts, _ in
    guard facts.prescribing?.record?.state == .struck else { return [] }
    return [Finding("GEN-004", .blocks, "This episode is struck through and stays as it is")]
  }

  private static let dates = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(taken), field: taken, now: context.now)
      + OpiateResultField.dates(reading, taken: reading.moment(taken)?.date, context)
  }

  /// PPL-046: what the method means for the result.
  private static let note = FormRule { reading, _, context in
    guard let test = test(from: reading, number: 0),
      let note = OpiateTestRules.note(on: test, today: context.today)
    else { return [] }
    return [
      Finding(
        "PPL-046", .shows, field: method.text,
        test.method == .onSite ? "An on-site result is \(note)" : "The result is \(note)")
    ]
  }

  /// nil while an answer is missing.
  package static func test(from reading: FormReading, number: Int) -> OpiateTest? {
    guard let fluid: OpiateTest.Fluid = reading.choice(fluid),
      let method: OpiateTest.Method = reading.choice(method), let taken = reading.moment(taken)
    else { return nil }
    let result: OpiateTest.Result? = reading.choice(result)
    return OpiateTest(
      number: number, fluid: fluid, method: method, taken: taken, result: result,
      resultOn: result.flatMap { _ in reading.date(resultOn) })
  }
}

/// The result of a sample that was sent away.
package enum OpiateResultForm {
  package static let id: FormID = "opiate-result"
  package static let sample: FieldCode = "sample"

  package static let definition = FormDefinition(
    id, title: "Opiate test result",
    purpose: "Records the result of a sample that was waited for",
    about: [.prescribing], function: .personAndCaseload, requiredBy: "PPL-040",
    action: .behind(.treatment, "3"),
    sections: [
      FormSection(
        "Result",
        [
          FormField(sample, "Sample number", .number(1...999)).required()
            .help("As the list of samples counts them"),
          OpiateResultField.result.required(),
          OpiateResultField.on.required(),
        ])
    ],
    rules: [known, dates])

  package static func test(_ reading: FormReading, _ facts: FormFacts) -> OpiateTest? {
    facts.prescribing?.record?.tests.first { $0.number == reading.number(sample) }
  }

  /// Which sample it is, said before it is saved; one that has its result keeps it.
  private static let known = FormRule { reading, facts, _ in
    guard let number = reading.number(sample) else { return [] }
    guard let test = test(reading, facts) else {
      return [
        Finding("PPL-040", .blocks, field: sample.text, "There is no sample \(number)")
      ]
    }
    if test.struckBecause != nil || test.result != nil {
      let what = test.struckBecause == nil ? "has its result" : "is struck through"
      return [
        Finding(
          "PPL-040", .blocks, field: sample.text,
          "Sample \(number) \(what). Is the result wrong? Strike the sample through and record it "
            + "anew")
      ]
    }
    return [Finding("PPL-040", .shows, field: sample.text, test.words)]
  }

  private static let dates = FormRule { reading, facts, context in
    OpiateResultField.dates(reading, taken: test(reading, facts)?.taken.date, context)
  }
}

/// The two answers of a result, wherever it is asked for.
enum OpiateResultField {
  static let result = FormField(
    OpiateTestForm.result, "Result",
    .choice(OpiateTest.Result.list("test-result", title: "Result", rule: "PPL-040")))
  static let on = FormField(OpiateTestForm.resultOn, "Result on", .date(direction: .past))

  static func dates(
    _ reading: FormReading, taken: CalendarDate?, _ context: RuleContext
  ) -> [Finding] {
    let day = reading.date(OpiateTestForm.resultOn)
    return FactRules.notInFuture(day, field: OpiateTestForm.resultOn, today: context.today)
      + FactRules.notBefore(taken, "the sample", day, field: OpiateTestForm.resultOn)
  }
}
