/// What happens to a day of the bank-holiday table.
package enum HolidayChange: String, CaseIterable, Hashable, Sendable {
  case add, strike
}

extension HolidayChange: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .add: "Add a bank holiday"
    case .strike: "Strike one through"
    }
  }
}

/// A day that was proclaimed, or taken back, after the program was shipped (TIME-002).
package enum HolidayForm {
  package static let id: FormID = "holiday"
  package static let change: FieldCode = "change"
  package static let date: FieldCode = "date"
  package static let name: FieldCode = "name"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Bank holiday",
    purpose: "Adds a day to the bank-holiday table or strikes one through; open deadlines follow",
    function: .settings, requiredBy: "TIME-002",
    sections: [
      FormSection(
        "Bank holiday",
        [
          FormField(
            change, "Change",
            .choice(HolidayChange.list("holiday-change", title: "Change", rule: "TIME-002"))
          ).required(),
          FormField(date, "Date", .date(direction: .future)).required().askingRecords(),
          FormField(name, "Name", .text(max: 80)).required { isChange(.add, $0) }
            .applying { isChange(.add, $0) },
          FormField(reason, "Reason", .text(max: 200)).required { isChange(.strike, $0) }
            .applying { isChange(.strike, $0) },
        ])
    ],
    rules: [
      dayFits, weekend,
      ReasonRules.said(reason, rule: "GEN-002") { isChange(.strike, $0) },
    ])

  private static func isChange(_ wanted: HolidayChange, _ reading: FormReading) -> Bool {
    reading.choice(change, as: HolidayChange.self) == wanted
  }

  private static let dayFits = FormRule { reading, facts, _ in
    guard let day = reading.date(date), let change: HolidayChange = reading.choice(change)
    else { return [] }
    switch (change, facts.office?.holiday) {
    case (.add, let holiday?):
      return [
        Finding(
          "TIME-002", .blocks, field: date.text, "\(day.uk) is in the table: \(holiday.name)")
      ]
    case (.strike, nil):
      return [
        Finding("TIME-002", .blocks, field: date.text, "\(day.uk) is not in the table")
      ]
    case (.add, nil), (.strike, _?): return []
    }
  }

  private static let weekend = FormRule { reading, _, _ in
    guard isChange(.add, reading), let day = reading.date(date), day.weekday.isWeekend
    else { return [] }
    return [
      Finding(
        "TIME-002", .shows, field: date.text,
        "A \(day.weekday.name) is no working day anyway. Is the substitute day meant?")
    ]
  }
}
