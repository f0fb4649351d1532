/// Whose client somebody was when a worker looked at them: what is asked first about a look.
package enum ClientRelation: String, CaseIterable, Sendable {
  case own = "own_client"
  /// Of a colleague whom the worker covered for that day.
  case covered = "covered_client"
  case colleagues = "client_of_a_colleague"
  case nobodys = "no_client_now"

  /// The worker had the client that day, or stood in for whoever had.
  package var isRelated: Bool {
    switch self {
    case .own, .covered: true
    case .colleagues, .nobodys: false
    }
  }

  /// For a list that is held to one or the other.
  package static func words(related: Bool) -> String {
    related ? "own client, or covered for" : "no relation to the client"
  }
}
