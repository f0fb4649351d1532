extension RuleEntries {
  /// Of the intelligence rooms, what the records keep to already.
  static let intelligence = [
    RuleEntry("INT-001", .block, words: "The kind of a source is one of six"),
    RuleEntry(
      "INT-002", .block,
      words: "All three 5x5x5 grades are set before a report goes on; graded anew it keeps the old"),
    RuleEntry(
      "INT-003", .auto, .warn, .block,
      words: "Valid is source A to C with information 1 to 3; else it is deemed so with a reason, "
        + "and information 5 is never valid"),
    RuleEntry(
      "INT-004", .block,
      words: "A report that is not valid is closed, kept for analysis, and feeds no letter"),
    RuleEntry(
      "INT-005", .block,
      words: "Who said it is seen by intelligence officers and, case by case, by superintendents; "
        + "no text names the source or the disclosing client"),
    RuleEntry(
      "INT-006", .block, .warn,
      words: "The kind of a source is hidden from everybody else as well"),
    RuleEntry(
      "INT-007", .block,
      words: "What a client tells about somebody else needs a disclosure record first"),
    RuleEntry(
      "INT-009", .block,
      words: "A report goes to agencies that are not police only under handling 2 or 5"),
    RuleEntry(
      "INT-010", .record,
      words: "Police share risks, contacts and company with the programme, which uses them for the "
        + "treatment plan, progress and engagement"),
  ]
}
