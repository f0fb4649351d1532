import CaseRules
import SQLite

/// Times the intelligence queue of a large force: what waits, and a page of everything narrowed.
///
/// It is made in a new file of its own, whose rows nobody recorded and nobody seals.
package enum QueueBenchmark {
  private static let reports = 100_000
  /// So many of them still wait.
  private static let waiting = 40

  package static func run(
    in folder: String, rounds: Int, reports: Int = reports
  ) throws -> [BenchmarkFigure] {
    let path = "\(folder)/bench-\(try RandomBytes.hex(4)).db"
    let store = try StoreFile(creating: path, as: "bench")
    defer { store.close() }
    let worker = Worker(id: WorkerID(1), name: "Joan Sedgemoor", role: .dio)
    try store.write(try Attribution(by: worker.id, as: worker.role, at: now)) {
      _ = try $0.addWorker(worker)
    }
    let plain = try Connection(path: path, for: .writing)
    for sql in statements { try plain.execute(sql, reports) }
    try plain.execute(judged, waiting)
    let context = try store.read { try $0.practice() }.context(at: now, for: worker)
    return [
      try BenchmarkFigure.taken(
        "queue", "Intelligence queue of \(reports) reports", rounds: rounds
      ) {
        for state in ReportState.allCases {
          _ = try plain.query(bare, state.rawValue) { try $0.int64(0) }
        }
      } through: {
        try store.read { _ = try IntelligenceQueue.waiting(in: $0, context) }
      },
      try BenchmarkFigure.taken(
        "queue_narrowed", "Reports narrowed by a name", rounds: rounds
      ) {
        _ = try plain.query(
          "SELECT report FROM intelligence_word WHERE word >= ? AND word < ? LIMIT 50", "sub77",
          "sub78"
        ) { try $0.int64(0) }
      } through: {
        try store.read {
          _ = try IntelligenceQueue.page(
            narrow: "sub77", in: nil, .first, limit: 50, in: $0, context)
        }
      },
    ]
  }

  /// Sat 21/11/2026 22:40.
  private static let now = Moment(seconds: 1_795_300_800)

  private static let bare = """
    SELECT id FROM intelligence_report WHERE state = ? ORDER BY received_at, id LIMIT 100
    """

  private static let numbers = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
    """

  private static let statements = [
    """
    INSERT INTO intelligence_subject (id, family_name, given_names, other_names, description,
                                      recorded_by, recorded_at)
    \(numbers) SELECT i, 'Sub' || i, 'Jo', '', '', 1, '2026-01-01T09:00:00Z' FROM n
    """,
    """
    INSERT INTO intelligence_report (id, source, received_at, relates_to, text, drugs, place,
                                     offence_words, recorded_by)
    \(numbers) SELECT i, i, strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-21', '-' || i || ' minutes'),
                      '2026-01-01', 'Sells heroin behind the bus station', 'HER', 'Quay', '', 1
               FROM n
    """,
    """
    INSERT INTO intelligence_report_subject (report, subject, place)
    \(numbers) SELECT i, i, 1 FROM n
    """,
    """
    INSERT INTO intelligence_grade (id, report, number, source, source_words, information,
                                    information_words, handling, handling_words, conditions,
                                    recipients, reason, graded_by, graded_at)
    \(numbers) SELECT i, i, 1, 'B', 'mostly reliable', '2', 'known personally', '2', 'may go out',
                      '', '', '', 1, '2026-11-21T10:00:00Z' FROM n
    """,
    """
    INSERT INTO intelligence_judgement (id, report, grade, valid, note, judged_by, judged_at)
    \(numbers) SELECT i, i, i, i % 2, '', 1, '2026-11-21T10:00:00Z' FROM n
    """,
    "INSERT INTO intelligence_word (word, report) \(numbers) SELECT 'sub' || i, i FROM n",
  ]

  private static let judged = """
    UPDATE intelligence_report SET grade = id, judgement = id, valid = id % 2 WHERE id > ?
    """
}
