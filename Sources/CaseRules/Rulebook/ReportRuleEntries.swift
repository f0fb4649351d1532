extension RuleEntries {
  /// Reports: sources, grades, validity, handling.
  static let reports = [
    RuleEntry("INT-001", .block, words: "A report has one of six kinds of source and a subject"),
    RuleEntry(
      "INT-002", .block,
      words: "All three grades are set before anything else; a regrade keeps the old"),
    RuleEntry(
      "INT-003", .auto, .warn, .block,
      words: "Source A to C and information 1 to 3 is valid; information 5 never is"),
    RuleEntry("INT-004", .block, words: "What is not valid is kept and feeds no letter"),
    RuleEntry(
      "INT-007", .block,
      words: "What a client says about others needs the disclosure record before it is a report"),
    RuleEntry(
      "INT-009", .block, words: "Nothing goes where its handling grade does not let it go"),
    RuleEntry(
      "INT-010", .record,
      words: "What police share with the programme: risks, police contact, company"),
  ]
}
