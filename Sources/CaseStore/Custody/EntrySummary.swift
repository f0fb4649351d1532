import CaseRules
import SQLite

/// What lists and figures need of a detention, kept beside it.
///
/// Written here alone, from the facts, in the transaction that changed one of them.
enum EntrySummary {
  /// Works the summary out anew and writes it; answers with the detention as it is now.
  @discardableResult
  static func refresh(
    _ id: EntryID, in transaction: WriteTransaction, now: Moment
  ) throws -> CustodyEntry {
    let entry = try EntryRecords.entry(id, in: transaction.connection).orNotFound().entry
    try transaction.connection.execute(
      """
      UPDATE custody_entry
      SET state = ?, offer = ?, first_offer_at = ?, was_offered = ?, was_accepted = ?,
          offer_flags = ?, approach = ?, was_seen = ?, seen_in_custody = ?, permission_at = ?,
          departed_at = ?, next_kind = ?, next_at = ?, contacted_at = ?, purge_from = ?
      WHERE id = ?
      """, values: offerValues(entry, now) + approachValues(entry) + departureValues(entry) + [id])
    return entry
  }

  private static func offerValues(_ entry: CustodyEntry, _ now: Moment) -> [(any SQLBindable)?] {
    let made = entry.offers.contains { $0.result.wasMade }
    let accepted = entry.offers.contains { $0.result == .accepted }
    return [
      entry.state, entry.offer?.result, entry.offers.map(\.at).min(), made, accepted,
      flags(entry, now),
    ]
  }

  /// The rules the offers do not comply with, each once: "CUS-001 CUS-002"; CUS-004 stands for an
  /// officer without training.
  private static func flags(_ entry: CustodyEntry, _ now: Moment) -> String {
    let hasLeft = entry.departure != nil
    if entry.offers.isEmpty, !hasLeft { return "" }
    let rules =
      OfferRules.flags(
        entry.offers, arrived: entry.arrived, now: entry.departure?.at ?? now, closing: hasLeft
      ) + [OfferRules.untrained(entry.offers)].compactMap { $0 }
    return Set(rules.map(\.rule)).sorted().joined(separator: " ")
  }

  private static func approachValues(_ entry: CustodyEntry) -> [(any SQLBindable)?] {
    let since: Moment? =
      switch entry.permission {
      case .given(let since): since
      case .notAsked, .refused: nil
      }
    return [
      entry.approach?.result, entry.approaches.contains { $0.result == .seen },
      entry.wasSeenInCustody, since,
    ]
  }

  private static func departureValues(_ entry: CustodyEntry) -> [(any SQLBindable)?] {
    guard let departure = entry.departure else { return [nil, nil, nil, nil, nil] }
    let kind = departure.next == nil ? nil : departure.bailReturn == nil ? "court" : "return"
    return [
      departure.at, kind, departure.next?.at, entry.contactedOnReturn,
      BoardPurge.due(entry, hours: 0),
    ]
  }
}
