extension RuleEntries {
  /// Early drug intelligence intervention.
  static let edii = [
    RuleEntry(
      "INT-050", .record,
      words: "Activities by strand: date, place, partners, how many they reached"),
    RuleEntry(
      "INT-051", .record,
      words: "The parents' and teachers' session; what was not as it is to be is flagged"),
    RuleEntry("INT-052", .record, words: "Each activity is tagged with one of the three aims"),
    RuleEntry(
      "INT-053", .auto,
      words: "A warrant executed is followed by a letter and a drug-agency visit, with results"),
    RuleEntry(
      "INT-054", .record, .block,
      words: "A referral from anybody becomes an intelligence report or a treatment referral"),
  ]
}
