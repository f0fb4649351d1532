extension RuleEntries {
  /// Of the intelligence rooms, what the records keep to already.
  static let intelligence = [
    RuleEntry(
      "INT-005", .block,
      words: "Who said it is seen by intelligence officers and, case by case, by superintendents")
  ]
}
