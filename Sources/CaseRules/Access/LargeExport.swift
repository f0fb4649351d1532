/// Lists of more people than one worker takes out of the program alone.
package enum LargeExport {
  /// Nil while one worker is enough for so many people.
  package static func refusal(
    of list: ExportedList, naming people: Int, _ settings: Settings
  ) -> Finding? {
    guard people > settings.largeExportPeople else { return nil }
    return Finding(
      "GEN-003", .blocks,
      "\(list.words): more than \(Digits.counted(settings.largeExportPeople, "person", "people")), "
        + "which takes two. \(list.narrowing)Or ask with the form Large export (Ctrl+N g l; in the "
        + "shell --ask WHY): a team leader, superintendent, service manager or administrator confirms it; "
        + "then do this again. How many one takes out alone is the setting large_export_people, "
        + "which an administrator sets")
  }
}

/// Asks a second person for one list of more people than one worker takes out alone.
package enum LargeExportForm {
  package static let id: FormID = "large-export"
  package static let list: FieldCode = "list"
  package static let why: FieldCode = "why"

  /// Any role may ask; its rule holds each list to those who may read it.
  package static let definition = FormDefinition(
    id, title: "Large export",
    purpose: "Asks a second person for one list of more people than one worker takes out alone",
    standsAlone: true, function: .statistics, requiredBy: "GEN-003", action: .behind(.office, "l"),
    sections: [
      FormSection(
        "Large export",
        [
          FormField(list, "List", .choice(lists)).required()
            .help("Once confirmed it may leave the program once, within a day"),
          FormField(why, "What it is for, and where it goes", .text(max: 200)).required()
            .help("The second person reads it"),
        ])
    ],
    rules: [mayRead, ReasonRules.said(why, rule: "GEN-002")]
  ).openTo(.read)
    .askingPassword { _, _ in "Asking for a large export needs your password" }
    .needingSecond { _, _ in "A list of so many people leaves the program only by two" }

  private static let lists = CodeList(
    "exported-list", title: "Lists", rule: "GEN-003",
    codes: ExportedList.allCases.filter { $0.function != nil }.map { Code($0.rawValue, $0.words) })

  package static func list(in reading: FormReading) -> ExportedList? {
    reading.code(list).flatMap { ExportedList(rawValue: $0) }
  }

  private static let mayRead = FormRule { reading, _, context in
    guard let function = list(in: reading)?.function,
      AccessMatrix.right(of: context.worker, to: function) == .none
    else { return [] }
    return [AccessMatrix.refusal(toRead: function, by: context.worker)].compactMap(\.self)
  }
}
