/// Whether the offer was made, in time and properly (CUS-001 to CUS-004).
package enum OfferRules {
  /// CUS-002: how long after arrival the offer may come.
  package static let minutesAllowed = 60

  /// CUS-002: no offer, and none put off, within the hour after arrival.
  ///
  /// An offer put off within the hour stops the flag: making it later is then no lateness.
  package static func isLate(_ offers: [Offer], arrived: Moment, now: Moment) -> Bool {
    isLate(first: offers.map(\.at).min(), arrived: arrived, now: now)
  }

  /// The same of the first of them alone; nil while nobody has made one.
  package static func isLate(first: Moment?, arrived: Moment, now: Moment) -> Bool {
    (first ?? now) > arrived.adding(minutes: minutesAllowed)
  }

  /// CUS-001 to CUS-004: what lists say of the offer now, of what is kept and what time alone brings:
  /// nobody has made an offer, and it is late by now.
  ///
  /// What is kept of somebody who has left was judged by when they left.
  package static func flags(
    kept: [OfferFlag], first: Moment?, arrived: Moment, departed: Moment?, now: Moment
  ) -> [OfferFlag] {
    guard first == nil, departed == nil, !kept.contains(.late),
      isLate(first: nil, arrived: arrived, now: now)
    else { return kept }
    return OfferFlag.allCases.filter { $0 == .late || kept.contains($0) }
  }

  /// CUS-001, CUS-002, CUS-003: what is kept and flagged about the offers of a detention.
  ///
  /// `closing` is true when nothing more can come, so that a deferred offer was never made again.
  package static func flags(
    _ offers: [Offer], arrived: Moment, now: Moment, closing: Bool
  ) -> [Finding] {
    let newest = offers.max { ($0.at, $0.ref) < ($1.at, $1.ref) }
    var flags: [Finding] = []
    if isLate(offers, arrived: arrived, now: now) { flags.append(late(offers, arrived)) }
    switch newest?.result {
    case .accepted, .refused:
      if let newest, !newest.isProperlyMade { flags.append(notProperlyMade(newest)) }
    case .notOffered:
      flags.append(
        Finding("CUS-001", .flags, field: "result", "Not compliant: the service was not offered"))
    case .deferred:
      if closing {
        flags.append(
          Finding(
            "CUS-001", .flags, "Not compliant: the offer was put off and never made again"))
      }
    case nil: break
    }
    return flags
  }

  /// CUS-004: the officer of the newest offer had no training by then; shown, and held against nobody.
  package static func untrained(_ offers: [Offer]) -> Finding? {
    guard let newest = offers.max(by: { ($0.at, $0.ref) < ($1.at, $1.ref) }),
      let note = newest.officer?.trainingNote(on: newest.at.date)
    else { return nil }
    return Finding("CUS-004", .shows, note)
  }

  private static func late(_ offers: [Offer], _ arrived: Moment) -> Finding {
    guard let first = offers.map(\.at).min() else {
      return Finding(
        "CUS-002", .flags, "Late: no offer within \(minutesAllowed) minutes of the arrival")
    }
    let minutes = first.minutes(since: arrived)
    return Finding(
      "CUS-002", .flags, field: "at",
      "Late: offered \(minutes) minutes after the arrival, \(minutesAllowed) are allowed")
  }

  /// CUS-003: says what was left out, and nothing of what was done.
  private static func notProperlyMade(_ offer: Offer) -> Finding {
    let owed = [
      offer.madePositively == true ? nil : "it has to be put positively",
      offer.independenceExplained == true ? nil : "the independence has to be explained",
    ].compactMap(\.self)
    return Finding("CUS-003", .flags, "Not properly made: " + owed.joined(separator: ", and "))
  }
}
