import CaseRules
import SQLite

/// The departure: recorded once, and corrected afterwards.
enum DepartureHandler {
  static let handler = EntryForms.changing(
    DepartureForm.definition,
    revision: { row in
      row.departureFact.map { VersionSeen(record: $0.ref, revision: $0.revision) }
    },
    known: { row, _, context in
      var known = KnownAnswers()
      guard let departure = row.entry.departure else {
        known.set(DepartureForm.at, at: context.now.startOfMinute, from: "now")
        return known
      }
      known.set(DepartureForm.how, code: departure.kind.code)
      known.set(DepartureForm.at, at: departure.at)
      known.set(DepartureForm.place, text: departure.next?.place)
      known.set(DepartureForm.nextAt, at: departure.next?.at)
      return known
    },
    save: { row, reading, _, transaction, context in
      let departure = try needed(DepartureForm.departure(in: reading))
      let head = try FactRecords.Head(row, at: departure.at)
      let old = row.entry.departure
      if let fact = row.departureFact, let old {
        try FactRecords.correct(fact, from: old, to: departure, head, in: transaction)
      } else {
        _ = try FactRecords.add(departure, head, in: transaction)
      }
      let entry = try EntrySummary.refresh(head.entry, in: transaction, now: context.now)
      try EntryDeadlines.departed(from: old, entry, in: transaction, context)
      return SavedForm(entry.ref, notes: notes(entry, context))
    })

  private static func notes(_ entry: CustodyEntry, _ context: RuleContext) -> [String] {
    var notes: [String] = []
    let days = BailAlerts.days(for: entry, in: context.calendar)
    if !days.isEmpty {
      notes.append("Workers are told on " + days.map(\.ukWithWeekday).joined(separator: ", "))
    }
    if let purge = BoardPurge.due(entry, hours: context.settings.boardPurgeHours) {
      notes.append("Without permission the entry turns into counts \(purge.ukWithWeekday)")
    }
    return notes
  }
}

extension EntryRow {
  /// The departure that stands.
  var departureFact: StoredFact? {
    facts.first { fact in
      guard case .departure = fact.content else { return false }
      return fact.struckBecause == nil
    }
  }
}
