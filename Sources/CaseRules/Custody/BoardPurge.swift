/// CUS-011: when an entry without permission turns into counts.
package enum BoardPurge {
  /// The setting's hours after the departure, or after the bail or court date if that is later.
  ///
  /// Nil with permission, and while the detainee is still there.
  package static func due(_ entry: CustodyEntry, hours: Int) -> Moment? {
    guard let departure = entry.departure else { return nil }
    switch entry.permission {
    case .given: return nil
    case .notAsked, .refused: return due(departure, hours: hours)
    }
  }

  private static func due(_ departure: Departure, hours: Int) -> Moment {
    let last = max(departure.at, departure.next?.at ?? departure.at)
    return last.adding(minutes: min(max(hours, 0), 1_000_000) * 60)
  }
}
