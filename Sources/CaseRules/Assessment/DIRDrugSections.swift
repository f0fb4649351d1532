extension DIRForm {
  package static let noDrugs: FieldCode = "no-drugs"
  package static let drugs: FieldCode = "drugs"
  package static let mainDrug: FieldCode = "main-drug"
  package static let weeklySpend: FieldCode = "weekly-spend"
  package static let funding: FieldCode = "funding"
  package static let injectedEver: FieldCode = "injected-ever"
  package static let injectsNow: FieldCode = "injects-now"
  package static let shared: FieldCode = "shared"

  /// The columns of a drug line.
  package enum DrugColumn {
    package static let drug: FieldCode = "drug"
    package static let route: FieldCode = "route"
    package static let days: FieldCode = "days"
    package static let amount: FieldCode = "amount"
    package static let unit: FieldCode = "unit"
    package static let spend: FieldCode = "spend"
    package static let firstUsed: FieldCode = "first-used"
    package static let lastUsed: FieldCode = "last-used"
  }

  /// The largest spend of a using day, in pence: £2,000.
  private static let mostSpendADay = 200_000

  private static let drugColumns = [
    FormField(DrugColumn.drug, "Drug", .code(.drugs)).forCompletion(),
    FormField(DrugColumn.route, "How taken", .code(.routes)).forCompletion(),
    FormField(DrugColumn.days, "Days a week", .number(0...7)).forCompletion()
      .help("Using days in a usual week, 0 to 7"),
    FormField(DrugColumn.amount, "Amount", .decimal(0...10_000_000))
      .help("On a using day: 0.5"),
    FormField(DrugColumn.unit, "Unit", .text(max: 12)).help("g, bags, rocks, ml ..."),
    FormField(DrugColumn.spend, "Pounds a day", .money(maxPence: mostSpendADay, per: .day))
      .forCompletion().help("Spent on a using day, £0 to £2,000; 210/w is turned into it"),
    FormField(DrugColumn.firstUsed, "First at age", .number(0...110)),
    FormField(DrugColumn.lastUsed, "Last used", .date(direction: .past)),
  ]

  static let drugSection = FormSection(
    "Drugs",
    [
      FormField(noDrugs, "No drugs used", .yesNo(notKnown: false, refused: false))
        .help("Yes when the client uses none; otherwise list one to five below"),
      FormField(drugs, "Drugs", .rows(drugColumns, most: 5))
        .applying { !$0.isYes(noDrugs) },
      FormField(mainDrug, "Main drug", .code(.drugs))
        .forCompletion { !drugLines(in: $0).isEmpty }.applying { !$0.isYes(noDrugs) }
        .help("Exactly one of the lines above"),
      FormField(
        weeklySpend, "Weekly spend",
        .computed { reading in
          let lines = drugLines(in: reading)
          return lines.isEmpty ? nil : Money.words(pence: WeeklySpend.pence(lines))
        }
      ).help("Days times spend of every line, added up"),
      FormField(
        funding, "Paid for by",
        .choices(DrugFunding.list("drug-funding", title: "How drugs are paid for", rule: "CUS-017"))
      ).forCompletion { !$0.isYes(noDrugs) }.applying { !$0.isYes(noDrugs) }
        .help("Space ticks; several are possible"),
      FormField(injectedEver, "Injected ever", .yesNo()).forCompletion(),
      FormField(injectsNow, "Injects now", .yesNo()).forCompletion(),
      FormField(shared, "Shared in last 4 weeks", .yesNo()).forCompletion()
        .help("Needles or other equipment"),
    ])

  package static let alcoholDays: FieldCode = "alcohol-days"
  package static let alcoholUnits: FieldCode = "alcohol-units"

  static let alcoholSection = FormSection(
    "Alcohol",
    [
      FormField(alcoholDays, "Drinking days a week", .number(0...7)).forCompletion(),
      FormField(alcoholUnits, "Units a drinking day", .number(0...100, unit: "units"))
        .forCompletion { $0.number(alcoholDays) != 0 }
        .applying { $0.number(alcoholDays) != 0 },
    ])

  /// The drug lines as answered; a line without its drug is not among them.
  package static func drugLines(in reading: FormReading) -> [DrugLine] {
    if reading.isYes(noDrugs) { return [] }
    let main = reading.code(mainDrug)
    return (reading.rows[drugs] ?? []).compactMap { row in
      guard let drug = row.code(DrugColumn.drug) else { return nil }
      return DrugLine(
        drug: drug, route: row.code(DrugColumn.route) ?? "",
        daysAWeek: row.number(DrugColumn.days) ?? 0, spendADay: row.pence(DrugColumn.spend) ?? 0,
        lastUsed: row.date(DrugColumn.lastUsed), isMain: drug == main)
    }
  }
}
