import CaseRules
import SQLite

/// What a save costs, next to what SQLite alone needs for one durable change on the same disk.
package struct StoreBenchmark: Equatable, Sendable {
  /// Median microseconds of a whole save: thread, gate, transaction, attribution, trail.
  package let save: Double
  /// Median microseconds of a single-row update by SQLite alone, flushed to the disk.
  package let plainUpdate: Double
  /// Median microseconds of reading a page of fifty rows on the store's reading thread.
  package let page: Double

  /// Median microseconds of opening the file: both connections, checks, schema; and none of closing.
  package let opening: Double

  /// How many times as long a save takes; the target is at most 2.
  package var ratio: Double { plainUpdate > 0 ? save / plainUpdate : 0 }

  /// Measures in a new file of its own in the folder, by turns, so that both meet the same disk.
  ///
  /// The file stays; the caller removes the folder.
  package static func run(in folder: String, rounds: Int = 200) throws -> StoreBenchmark {
    let path = "\(folder)/bench-\(try RandomBytes.hex(4)).db"
    let store = try StoreFile(opening: path, as: "bench")
    defer { store.close() }
    let worker = WorkerID(1)
    try store.write(try attribution()) {
      _ = try $0.addWorker(Worker(id: worker, name: "Amina Begum", role: .adm))
    }
    let plain = try Connection(path: path, for: .writing)
    let update = "UPDATE worker SET revision = revision + 1 WHERE id = ?"
    var times = (saves: [Double](), updates: [Double](), pages: [Double]())
    for _ in 0..<rounds {
      times.updates.append(try microseconds { try plain.execute(update, worker) })
      let by = try attribution()
      times.saves.append(
        try microseconds {
          try store.write(by) { transaction in
            try transaction.connection.execute(update, worker)
            try transaction.audit(
              AuditEvent(
                .workerChanged, record: AuditedRecord(worker.ref),
                changes: [FieldChange("team", from: "North", to: "South")]))
          }
        })
      // Several, so that the gate's pause after a turn, which no person's saves meet, has passed.
      for _ in 0..<10 { times.pages.append(try microseconds { _ = try page(of: store) }) }
    }
    return StoreBenchmark(
      save: median(times.saves), plainUpdate: median(times.updates), page: median(times.pages),
      opening: median(try openings(of: path)))
  }

  private static func openings(of path: String) throws -> [Double] {
    try (0..<20).map { _ in
      var session: StoreFile?
      let time = try microseconds {
        session = try StoreFile(opening: path, as: "bench", missing: .isRefused)
      }
      session?.close()
      return time
    }
  }

  private static func page(of store: StoreFile) throws -> Int {
    try store.read { connection in
      try connection.query("SELECT id, date, name FROM bank_holiday ORDER BY id LIMIT 50") {
        (try $0.int64(0), try $0.get(1, as: CalendarDate.self), try $0.text(2))
      }.count
    }
  }

  private static func attribution() throws -> Attribution {
    try Attribution(by: WorkerID(1), as: .adm, at: Moment(seconds: 1_795_338_000))
  }

  private static func microseconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try work()
    let (seconds, attoseconds) = (clock.now - start).components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
