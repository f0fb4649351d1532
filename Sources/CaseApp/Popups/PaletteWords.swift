import CaseRules

/// What people call things that have another name here: found in the box of all commands, never shown.
enum PaletteWords {
  static func words(for command: Command) -> String { commands[command] ?? "" }
  static func words(for form: FormID) -> String { forms[form] ?? "" }

  private static let commands: [Command: String] = [
    .print: "client's papers summary care plan letter export csv json html file list",
    .caseload: "risk at losing contact clients",
    .people: "timeline contacts",
    .overdoseCard: "emergency naloxone",
    .newLargeExport: "csv json list",
    .workloads: "allocate absence away leave",
    .referrals: "allocate spoc",
    .newHelplineCall: "phone telephone ring overdose caller night",
    .recordCall: "phone telephone ring rang",
    .newContact: "visit text attempt timeline",
    .signOut: "log off out",
    .quit: "exit close",
    .find: "search client look up",
    .missedAppointments: "dna did not attend",
  ]

  private static let forms: [FormID: String] = [
    DoseForm.id: "methadone buprenorphine medicine given",
    FirstDoseForm.id: "methadone buprenorphine medicine",
    PrescribingForm.id: "methadone buprenorphine script dose medicine",
    CoverForm.id: "absence away leave holiday sickness while",
    TakeReferralForm.id: "allocate assign pass colleague",
    HandoverForm.id: "handover transfer allocate pass colleague",
    HandOverSeveralForm.id: "handover transfer allocate share out",
  ]
}

extension Palette {
  /// A form that is begun from its record alone, and what it is found by.
  struct FormElsewhere {
    let form: FormDefinition
    let haystack: [UInt8]
  }

  /// Forms that need a record in front; those with a command of their own are among the commands.
  static let formsElsewhere: [FormElsewhere] = {
    let begun = Set(
      commands.compactMap { info -> FormID? in
        if case .begins(let form) = info.command.meaning { form } else { nil }
      })
    var titles: Set<String> = []
    return FormCatalogue.all
      .filter { !$0.standsAlone && !begun.contains($0.id) && titles.insert($0.title).inserted }
      .map {
        FormElsewhere(
          form: $0, haystack: Narrowing.haystack([$0.title, PaletteWords.words(for: $0.id)]))
      }
  }()
}
