package import CaseRules
package import SQLite

/// Treatments and prescribing episodes as a list, each kind in the order of entry.
package enum TreatmentExport {
  /// After which record a page begins; treatments come first.
  package enum Place: Equatable, Sendable {
    case treatment(after: Int64)
    case prescribing(after: Int64)

    package static let start = Place.treatment(after: 0)
  }

  package enum Entry: Equatable, Sendable {
    case treatment(ModalityEpisode)
    case prescribing(PrescribingFile)
  }

  /// The next records of the clients in the scope.
  package static func page(
    of scope: ExportScope, after place: Place, limit: Int = 200, in records: Connection,
    _ context: RuleContext
  ) throws -> ExportPage<Entry, Place> {
    try context.mustRead(.personAndCaseload)
    try scope.check(context)
    switch place {
    case .treatment(let id):
      let found = try treatments(scope, id, limit, records)
      // The prescribing episodes follow on the last page of the treatments.
      return ExportPage(
        found.map(Entry.treatment),
        next: found.count < limit
          ? .prescribing(after: 0) : found.last.map { .treatment(after: $0.id.rawValue) })
    case .prescribing(let id):
      let found = try prescribing(scope, id, limit, records)
      return ExportPage(
        try found.map {
          Entry.prescribing(try PrescribingFiles.load($0.ref, in: records, context))
        },
        next: found.count < limit ? nil : found.last.map { .prescribing(after: $0.rawValue) })
    }
  }

  private static func treatments(
    _ scope: ExportScope, _ id: Int64, _ limit: Int, _ records: Connection
  ) throws -> [ModalityEpisode] {
    switch scope {
    case .everyone:
      try records.query(
        treatmentsOfEveryone, id, limit, row: TreatmentRecords.episode(row:))
    case .own(let worker):
      try records.query(
        treatmentsOfWorker, id, worker, limit, row: TreatmentRecords.episode(row:))
    }
  }

  private static func prescribing(
    _ scope: ExportScope, _ id: Int64, _ limit: Int, _ records: Connection
  ) throws -> [PrescribingID] {
    switch scope {
    case .everyone: try records.query(prescribingOfEveryone, id, limit) { try $0.get(0) }
    case .own(let worker):
      try records.query(prescribingOfWorker, id, worker, limit) { try $0.get(0) }
    }
  }

  private static let treatmentColumns = TreatmentRecords.columns
  static let treatmentsOfEveryone = """
    \(treatmentColumns) WHERE modality_episode.id > ? ORDER BY modality_episode.id LIMIT ?
    """
  static let treatmentsOfWorker = """
    \(treatmentColumns)
    WHERE modality_episode.id > ?
      AND EXISTS (SELECT 1 FROM episode WHERE episode.person = modality_episode.person
                    AND episode.closed IS NULL AND episode.worker = ?)
    ORDER BY modality_episode.id LIMIT ?
    """
  static let prescribingOfEveryone = "SELECT id FROM prescribing WHERE id > ? ORDER BY id LIMIT ?"
  static let prescribingOfWorker = """
    SELECT id FROM prescribing
    WHERE id > ?
      AND EXISTS (SELECT 1 FROM episode WHERE episode.person = prescribing.person
                    AND episode.closed IS NULL AND episode.worker = ?)
    ORDER BY id LIMIT ?
    """
}
