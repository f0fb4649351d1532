/// One figure of the partnership is changed, with the reason.
package enum SettingForm {
  package static let id: FormID = "setting"
  package static let key: FieldCode = "key"
  package static let value: FieldCode = "value"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Setting", purpose: "Changes one of the partnership's figures from now on",
    function: .settings, requiredBy: "GEN-003",
    sections: [
      FormSection(
        "Setting",
        [
          FormField(key, "Setting", .choice(keys)).required().askingRecords(),
          FormField("explanation", "What it decides", .computed(explanation)),
          FormField(value, "Value", .text(max: 100)).required(),
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Kept with the change, for whoever asks later"),
        ])
    ],
    rules: [fits, ReasonRules.said(reason, rule: "GEN-002")]
  ).askingPassword { reading, _ in
    movesLimit(reading) ? "Changing what one worker may take out needs your password" : nil
  }.needingSecond { reading, _ in
    movesLimit(reading) ? "What one worker may take out alone is changed by two people" : nil
  }

  private static func movesLimit(_ reading: FormReading) -> Bool {
    reading.code(key) == SettingKey.largeExportPeople.rawValue
  }

  private static let keys = CodeList(
    "setting-key", title: "Settings", rule: "GEN-003",
    codes: SettingKey.allCases.map { Code($0.rawValue, $0.row.explanation) })

  private static let explanation: @Sendable (FormReading) -> String? = { reading in
    reading.code(key).flatMap { SettingKey(rawValue: $0) }
      .map { "\($0.row.explanation). \($0.row.kind.words). Default \($0.row.defaultText)" }
  }

  private static let fits = FormRule { reading, _, context in
    guard let key = reading.code(key).flatMap({ SettingKey(rawValue: $0) }),
      let text = reading.text(value)
    else { return [] }
    var settings = context.settings
    return settings.set(key, to: text).map {
      [Finding("GEN-003", .blocks, field: value.text, $0)]
    } ?? []
  }
}
