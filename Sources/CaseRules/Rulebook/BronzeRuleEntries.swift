extension RuleEntries {
  /// Bronze actions, from research to their end.
  static let bronze = [
    RuleEntry(
      "INT-008", .block,
      words: "Partners are told that action is intended, in a notice without a free text"),
    RuleEntry(
      "INT-020", .block,
      words: "Research asks partner agencies; one reply comes before the human-rights test"),
    RuleEntry(
      "INT-021", .block,
      words: "Five human-rights tests, each with a reason; one No, and the criteria are not met"),
    RuleEntry(
      "INT-022", .block,
      words: "Criteria: valid, researched, five times Yes, a link to drugs; for the young the YOT"),
    RuleEntry("INT-023", .block, words: "Criteria that are not met need another option"),
    RuleEntry(
      "INT-024", .block,
      words: "A bronze is decided by a superintendent who neither submitted nor drafted it"),
    RuleEntry(
      "INT-025", .block, words: "A refusal and a return say why; a grant says who and when"),
    RuleEntry(
      "INT-026", .show,
      words: "What is pending is listed oldest first, and marked after 5 working days"),
    RuleEntry(
      "INT-027", .block, words: "Letter A: the offence, earlier convictions, the invitation"),
    RuleEntry(
      "INT-028", .block, words: "Letter B: the drugs, the problem, the invitation, no offence"),
    RuleEntry("INT-029", .auto, words: "An offence that is suspected makes letter A, else B"),
    RuleEntry("INT-030", .block, words: "The invitation names a service, a contact and a day"),
    RuleEntry("INT-031", .block, words: "A letter is printed once it is granted, word for word"),
    RuleEntry("INT-032", .warn, words: "A letter that is not served in person needs a reason"),
    RuleEntry(
      "INT-033", .auto, words: "Silence is proposed to the team leader as declined"),
    RuleEntry("INT-034", .auto, words: "Treatment is monitored on each monthly anniversary"),
    RuleEntry("INT-035", .block, words: "Each monitoring answers three measures"),
    RuleEntry(
      "INT-036", .auto, words: "So many days without attendance are a drop-out"),
    RuleEntry("INT-037", .block, words: "Declined or dropped out: the RMS reference and its day"),
    RuleEntry(
      "INT-038", .block, .auto,
      words: "A drop-out: partners are told, and the risk is assessed under four headings"),
    RuleEntry(
      "INT-039", .auto, words: "New valid information on anyone ever bronzed raises further action"),
    RuleEntry(
      "INT-040", .block, .warn,
      words: "No second bronze while one is open; after it is closed its history is shown"),
    RuleEntry(
      "INT-041", .block, words: "A treatment agency tells three measures and retained or not"),
  ]
}
