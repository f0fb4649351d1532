extension RuleEntries {
  static let custody = [
    RuleEntry(
      "CUS-001", .block, .auto,
      words: "Every detainee is offered the service; without an offer result no entry is closed"),
    RuleEntry("CUS-002", .auto, words: "An offer long after arrival is flagged as late"),
    RuleEntry(
      "CUS-003", .auto,
      words: "An offer counts when made positively and with its independence explained"),
    RuleEntry(
      "CUS-004", .show, words: "Officers without the training are shown beside their offer"),
    RuleEntry("CUS-005", .auto, words: "A trigger offence alerts the workers at once"),
    RuleEntry(
      "CUS-006", .block,
      words: "No cell sweep before every trigger detainee of the suite was seen to"),
    RuleEntry("CUS-007", .auto, words: "Trigger offences first, then whoever came first"),
    RuleEntry("CUS-008", .record, words: "A worker may see any detainee, asked for or not"),
    RuleEntry("CUS-009", .warn, words: "A refusal needs no reason; asking once more does"),
    RuleEntry(
      "CUS-010", .block, words: "No name, number or other detail before permission, and its time"),
    RuleEntry(
      "CUS-011", .auto, words: "Without permission an entry keeps counts only, and soon just those"),
    RuleEntry(
      "CUS-012", .auto,
      words: "A trigger detainee's bail return is announced, at bail, before, on the day"
    ),
    RuleEntry(
      "CUS-013", .auto, .warn,
      words: "The court list holds those nobody has seen; missing court needs a reason"),
    RuleEntry("CUS-014", .record, words: "A helpline call from custody is linked to the detention"),
    RuleEntry(
      "CUS-015", .auto, .warn,
      words: "After such a call an appointment is due the following day; later needs a reason"),
    RuleEntry("CUS-016", .block, words: "A DIR needs consent to assessment and an adult"),
    RuleEntry("CUS-017", .block, words: "A DIR is complete when every needed answer is there"),
    RuleEntry("CUS-018", .block, words: "A complete DIR agrees at least one action"),
    RuleEntry("CUS-019", .show, words: "Charged and using drugs now: a possible DRR"),
    RuleEntry("CUS-020", .record, words: "Tests on arrest are recorded where a suite has them"),
    RuleEntry("CUS-021", .show, words: "Month by month: how many went how far, trigger and others"),
    RuleEntry("CUS-022", .block, words: "What a DIR says is not open to police users"),
  ]
}
