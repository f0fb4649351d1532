/// The first dose as it is decided: refused until it is known to be safe (PPL-040, PPL-044).
package enum FirstDoseForm {
  package static let id: FormID = "first-dose"
  package static let on: FieldCode = "planned-on"
  package static let medicine: FieldCode = "medicine"
  package static let mg: FieldCode = "mg"
  package static let prescriber: FieldCode = "prescriber"
  package static let reason: FieldCode = "prescriber-reason"

  package static let definition = FormDefinition(
    id, title: "Plan the first dose",
    purpose: "Plans the first dose, once dependence, risk and a test result are on record",
    about: [.prescribing], function: .personAndCaseload, keptIn: .prescribing,
    requiredBy: "PPL-040",
    action: .behind(.treatment, "4"),
    sections: [
      FormSection(
        "First dose",
        [
          FormField(on, "First dose on", .date(direction: .future)).required(),
          DoseFields.medicine(medicine), DoseFields.mg(mg),
          FormField(prescriber, "Prescriber", .text(max: 100))
            .help("PPL-040: has to be named when the result is opioid negative"),
          FormField(reason, "Prescriber's reason", .longText(max: 500))
            .help("PPL-040: why in spite of an opioid-negative result"),
        ])
    ],
    rules: [possible, checks, negative, amount, day])

  private static let possible = DoseFields.possible(.firstDosePlanned)

  private static let checks = FormRule { _, facts, _ in
    facts.prescribing?.record.map { PrescribingRules.missing(for: $0, force: .blocks) } ?? []
  }

  private static let negative = FormRule { reading, facts, _ in
    guard let record = facts.prescribing?.record else { return [] }
    return PrescribingRules.negative(
      record, prescriber: reading.text(prescriber), reason: reading.text(reason))
  }

  private static let amount = FormRule { reading, _, context in
    guard let amount = reading.number(mg), let medicine: Medicine = reading.choice(medicine) else {
      return []
    }
    return DoseRules.planned(amount, of: medicine, field: mg.text, settings: context.settings)
      .map { [$0] } ?? []
  }

  private static let day = FormRule { reading, _, context in
    guard let day = reading.date(on), day < context.today else { return [] }
    return [
      Finding(
        "PPL-040", .blocks, field: on.text,
        "\(day.ukWithWeekday) has gone by. Was it given then? Use Record a dose")
    ]
  }

  /// nil while an answer is missing.
  package static func plan(from reading: FormReading) -> FirstDosePlan? {
    guard let day = reading.date(on), let medicine: Medicine = reading.choice(medicine),
      let amount = reading.number(mg)
    else { return nil }
    return FirstDosePlan(
      on: day, medicine: medicine, mg: amount, prescriber: reading.text(prescriber) ?? "",
      reason: reading.text(reason) ?? "")
  }
}

/// A dose that was given: a fact, always kept; one row of the log.
package enum DoseForm {
  package static let id: FormID = "dose"
  package static let on: FieldCode = "given-on"
  package static let medicine: FieldCode = "medicine"
  package static let mg: FieldCode = "mg"
  package static let supervised: FieldCode = "supervised"

  package static let definition = FormDefinition(
    id, title: "Record a dose",
    purpose: "Adds a dose that was given to the log; a wrong one is struck through",
    about: [.prescribing], function: .personAndCaseload, requiredBy: "PPL-045",
    action: .behind(.treatment, "5"),
    sections: [
      FormSection(
        "Dose given",
        [
          FormField(
            "given-note",
            "For a dose that was taken already; one that is still to come is planned, not recorded",
            .explained),
          FormField(on, "Given on", .date(direction: .past)).required(),
          DoseFields.medicine(medicine), DoseFields.mg(mg),
          FormField(supervised, "Supervised", .yesNo(notKnown: false, refused: false)).required()
            .help("y when somebody watched the client take it"),
        ])
    ],
    rules: [possible, besidePlan, sinceLast, day, afterEnd, first, rises, sameDay])

  private static let possible = DoseFields.possible(.doseGiven)

  /// PPL-040: the first dose stands beside what was planned; a slip of the hand is seen at once.
  private static let besidePlan = FormRule { reading, facts, _ in
    guard let record = facts.prescribing?.record, record.log.firstDose == nil,
      let plan = record.episode.plan
    else { return [] }
    let differences = [amount(reading, plan), otherDay(reading, plan)].compactMap(\.self)
    let words =
      differences.isEmpty
      ? sameWords(reading) : ". Typed: " + differences.joined(separator: "; ")
    return [Finding("PPL-040", .shows, "Planned: \(plan.words)" + words)]
  }

  /// "60 mg, which is 30 mg more"; nil where it is as planned, or not typed yet.
  private static func amount(_ reading: FormReading, _ plan: FirstDosePlan) -> String? {
    guard let typed: Medicine = reading.choice(medicine) else { return nil }
    if typed != plan.medicine { return "\(typed.title), another medicine" }
    guard let amount = reading.number(mg), amount != plan.mg else { return nil }
    let by = abs(amount - plan.mg)
    return "\(amount) mg, which is \(by) mg \(amount > plan.mg ? "more" : "less")"
  }

  /// "Thu 04/10/2007, 2 days after the day planned"; nil on that day.
  private static func otherDay(_ reading: FormReading, _ plan: FirstDosePlan) -> String? {
    guard let day = reading.date(on), day != plan.on else { return nil }
    let by = day.days(since: plan.on)
    return "\(day.ukWithWeekday), \(Digits.counted(abs(by), "day")) "
      + "\(by > 0 ? "after" : "before") the day planned"
  }

  private static func sameWords(_ reading: FormReading) -> String {
    reading.isAnswered(medicine) && reading.isAnswered(mg) ? ", and the same is typed" : ""
  }

  /// PPL-045: days that were missed stand beside the dose that is written down after them.
  private static let sinceLast = FormRule { reading, facts, _ in
    guard let log = facts.prescribing?.record?.log, let day = reading.date(on) else { return [] }
    return DoseRules.gap(log, before: day, field: on.text)
  }

  private static let day = FormRule { reading, facts, context in
    FactRules.notInFuture(reading.date(on), field: on, today: context.today)
      + FactRules.notBefore(
        facts.prescribing?.record?.episode.referred, "the referral", reading.date(on), field: on)
  }

  /// GEN-001: a dose that was given after the end is a fact all the same.
  private static let afterEnd = FormRule { reading, facts, _ in
    guard let end = facts.prescribing?.record?.episode.ending, let day = reading.date(on),
      day > end.on
    else { return [] }
    return [
      Finding(
        "GEN-001", .flags, field: on.text,
        "The episode ended on \(end.on.ukWithWeekday). The dose is kept, and marked")
    ]
  }

  /// The answers as a row of the log; nil while one is missing.
  package static func dose(from reading: FormReading, number: Int) -> Dose? {
    guard let day = reading.date(on), let medicine: Medicine = reading.choice(medicine),
      let amount = reading.number(mg)
    else { return nil }
    return Dose(
      number: number, on: day, medicine: medicine, mg: amount,
      isSupervised: reading.isYes(supervised))
  }

  /// PPL-040, PPL-044, PPL-045: whatever is dosed on the first day is the first dose, however it
  /// was divided; an amount the plan was already questioned for is not questioned twice.
  private static let first = FormRule { reading, facts, context in
    guard let record = facts.prescribing?.record, let dose = dose(from: reading, number: 0),
      let first = record.log.adding(dose).first(of: dose.medicine), first.on == dose.on
    else { return [] }
    let missing =
      record.log.firstDay.map { $0 >= dose.on } ?? true
      ? PrescribingRules.missing(for: record, force: .flags) : []
    guard
      let finding = DoseRules.given(
        first.mg, of: dose.medicine, field: mg.text, settings: context.settings)
    else { return missing }
    return missing + [asPlanned(first, dose.medicine, record, finding) ?? finding]
  }

  private static func asPlanned(
    _ first: DoseLog.Day, _ medicine: Medicine, _ record: PrescribingRecord, _ finding: Finding
  ) -> Finding? {
    guard finding.rule == "PPL-045", let plan = record.episode.plan, plan.medicine == medicine,
      first.mg <= plan.mg
    else { return nil }
    return Finding(
      finding.rule, .shows, field: finding.field,
      "\(first.mg) mg is as planned; the reason for it stands with the plan")
  }

  private static let rises = FormRule { reading, facts, _ in
    guard let record = facts.prescribing?.record, let dose = dose(from: reading, number: 0) else {
      return []
    }
    return DoseRules.rises(record.log, with: dose, field: mg.text)
  }

  /// A dose typed twice is the most likely slip; the day's total says so.
  private static let sameDay = FormRule { reading, facts, _ in
    guard let record = facts.prescribing?.record, let dose = dose(from: reading, number: 0),
      let known = record.log.days(of: dose.medicine).first(where: { $0.on == dose.on })
    else { return [] }
    return [
      Finding(
        "PPL-045", .shows, field: on.text,
        "\(known.mg) mg is on the log for this day already; with this one it is "
          + "\(known.mg + dose.mg) mg. Was it given twice?")
    ]
  }
}

/// The day the dose was found that the client stays on (PPL-042).
package enum OptimalDoseForm {
  package static let id: FormID = "optimal-dose"
  package static let reached: FieldCode = "reached"

  package static let definition = FormDefinition(
    id, title: "Optimal dose reached",
    purpose: "Records the day the optimal dose was reached; meets the clock of PPL-042",
    about: [.prescribing], function: .personAndCaseload, keptIn: .prescribing,
    requiredBy: "PPL-042",
    action: .behind(.treatment, "6"),
    sections: [
      FormSection(
        "Optimal dose",
        [FormField(reached, "Reached on", .date(direction: .past)).required()])
    ],
    rules: [
      DoseFields.possible(.optimalReached),
      FormRule { reading, facts, context in
        let day = reading.date(reached)
        let first = facts.prescribing?.record?.log.firstDay
        return FactRules.notInFuture(day, field: reached, today: context.today)
          + FactRules.notBefore(first, "the first dose", day, field: reached)
          + (PrescribingRules.optimal(reached: day, after: first, settings: context.settings)
            .map { [$0] } ?? [])
      },
    ])
}

/// What the forms about doses share.
enum DoseFields {
  static func medicine(_ code: FieldCode) -> FormField {
    FormField(
      code, "Medicine", .choice(Medicine.list("medicine", title: "Medicine", rule: "PPL-044"))
    ).required()
  }

  static func mg(_ code: FieldCode) -> FormField {
    FormField(code, "Milligrams", .number(Dose.range, unit: "mg")).required()
      .help("Whole milligrams, as on the prescription; not millilitres")
  }

  static func possible(_ event: PrescribingEvent) -> FormRule {
    FormRule { _, facts, _ in
      guard let record = facts.prescribing?.record else {
        return [Finding("PPL-040", .blocks, "There is no such prescribing episode")]
      }
      return PrescribingMachine.refusal(event, of: record).map { [$0] } ?? []
    }
  }
}
