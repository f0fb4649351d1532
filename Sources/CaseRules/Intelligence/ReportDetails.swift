extension IntelligenceReport {
  /// What it says of drugs, spend, place and offence, each with its label; only what was answered.
  package func details(in codes: CodeBook) -> [(label: String, words: String)] {
    let offences = [offence.map { codes.words(of: $0, in: .offences) } ?? "", offenceWords]
    return [
      ("Drugs", drugs.map { codes.words(of: $0, in: .drugs) }.joined(separator: ", ")),
      ("Spend", spendPence.map { "\(Money.words(pence: $0)) a week" } ?? ""),
      ("Place", place),
      ("Offence", offences.filter { !$0.isEmpty }.joined(separator: "; ")),
    ].filter { !$0.words.isEmpty }
  }
}
