import CaseRules

// How the answers of the custody board are kept: by the names the schema checks.
extension OfferResult: StoredWord {}
extension DeferralReason: StoredWord {}
extension NotOfferedReason: StoredWord {}
extension ApproachResult: StoredWord {}
extension UnavailableReason: StoredWord {}
extension DepartureKind: StoredWord {}
extension ArrestTest.Outcome: StoredWord {}
extension BoardState: StoredWord {}

extension RawRepresentable where RawValue == String, Self: CaseIterable {
  /// Several answers in one column, in the order of the list.
  static func stored(_ answers: [Self]) -> String {
    answers.map(\.rawValue).joined(separator: ",")
  }

  /// The answers a column holds; nil when one of them is not known.
  static func restored(_ text: String) -> [Self]? {
    let words = text.split(separator: ",").map(String.init)
    let answers = words.compactMap { Self(rawValue: $0) }
    return answers.count == words.count ? answers : nil
  }
}
