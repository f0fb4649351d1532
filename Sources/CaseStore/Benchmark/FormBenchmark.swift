import CaseRules
import SQLite

/// Times what a save costs a worker: a whole form, checked, written, and flushed to the disk.
///
/// It is done in a new file of its own, because nobody's records may change for it. What SQLite alone
/// needs is timed in another new file beside it, on the same disk: in the same file each would find
/// the pages it keeps in memory changed by the other, and read them again, which no save of a worker
/// meets.
package enum FormBenchmark {
  private static let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: .arw)

  /// Saves arrivals in new files in the folder; they stay, the caller removes the folder.
  package static func run(in folder: String, rounds: Int = 100) throws -> [BenchmarkFigure] {
    let store = try newFile(in: folder)
    defer { store.close() }
    let context = try store.read { try $0.practice() }.context(at: now, for: worker)
    let plain = try plainFile(in: folder)
    var cell = 0
    return [
      try BenchmarkFigure.taken(
        "save", "Save a form", rounds: rounds, seconds: 5, between: rest
      ) {
        try plain.execute("UPDATE worker SET revision = revision + 1 WHERE id = ?", worker.id)
      } through: {
        cell += 1
        try save(cell, on: store, context)
      }
    ]
  }

  /// How many arrivals come in each second from a file, in another new file in the folder.
  package static func linesASecond(in folder: String, lines: Int = 5_000) throws -> Int {
    let store = try newFile(in: folder)
    defer { store.close() }
    let context = try store.read { try $0.practice() }.context(at: now, for: worker)
    let columns = [ArrivalForm.suite, ArrivalForm.cell, ArrivalForm.arrived, ArrivalForm.trigger]
    let plan = try store.beginImport(
      of: "bench", as: ArrivalForm.definition,
      header: try ImportHeader(columns.map(\.text), for: ArrivalForm.definition),
      by: try attribution(worker))
    let start = ContinuousClock.now
    var underWay: Lot?
    for lot in stride(from: 0, to: lines, by: lotSize) {
      let read = try (lot..<min(lines, lot + lotSize)).map { number in
        let arrived = now.adding(minutes: -number).uk
        let texts = ["MAIN", "M\(number % 20)", arrived, number % 3 == 0 ? "yes" : "no"]
        return try plan.read(FormImport.Line(number: number, texts: texts), in: context)
      }
      try underWay.map(settle)
      underWay = try send(read, plan, store, context)
    }
    try underWay.map(settle)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return Int(Double(lines) / seconds)
  }

  /// As many as an import saves together; while they are saved it reads the next.
  private static let lotSize = 1_000

  private typealias Lot = Guarded<Result<[FormImport.Outcome], any Error>?>

  private static func send(
    _ lines: [FormImport.ReadLine], _ plan: FormImport, _ store: StoreFile, _ context: RuleContext
  ) throws -> Lot {
    let lot = Lot(nil)
    store.bringIn(lines, of: plan, context: context, by: try attribution(context.worker)) {
      result in
      lot.withLock { $0 = result }
    }
    return lot
  }

  private static func settle(_ lot: Lot) throws {
    for outcome in try lot.wait(for: { $0 }).get() {
      if case .rejected(let why) = outcome {
        throw StoreError.refused(why.map { Finding("CUS-001", .blocks, $0) })
      }
    }
  }

  /// With a worker and a suite.
  private static func newFile(in folder: String) throws -> StoreFile {
    let store = try StoreFile(creating: "\(folder)/bench-\(try RandomBytes.hex(4)).db", as: "bench")
    do {
      try store.write(try attribution(worker)) {
        _ = try $0.addWorker(worker)
        _ = try SuiteRecords.add(code: "MAIN", name: "Main", testsOnArrest: false, in: $0)
      }
    } catch {
      store.close()
      throw error
    }
    return store
  }

  /// For SQLite alone, which copies its `-wal` file into the database when it is long enough by
  /// itself.
  private static func plainFile(in folder: String) throws -> Connection {
    let store = try newFile(in: folder)
    store.close()
    let plain = try Connection(path: store.path, for: .writing)
    try plain.executeScript("PRAGMA wal_autocheckpoint = 1000")
    return plain
  }

  /// Longer than a session lets the others go first after its own save: a worker never meets that
  /// pause, because nobody saves twice in a thousandth of a second.
  private static func rest() { Pause.milliseconds(1) }

  /// Sat 21/11/2026 22:40.
  private static let now = Moment(seconds: 1_795_300_800)

  private static func attribution(_ worker: Worker) throws -> Attribution {
    try Attribution(by: worker.id, as: worker.role, at: now)
  }

  private static func save(
    _ cell: Int, on store: StoreFile, _ context: RuleContext
  ) throws {
    let draft = FormDraft(texts: [
      ArrivalForm.suite: "MAIN", ArrivalForm.cell: "M\(cell)",
      ArrivalForm.arrived: now.adding(minutes: -cell).uk, ArrivalForm.trigger: "yes",
    ])
    let outcome = try store.save(
      FormSubmission(form: ArrivalForm.id, about: nil, draft: draft), in: context,
      by: try attribution(context.worker))
    switch outcome {
    case .saved: return
    case .refused(let findings): throw StoreError.refused(findings)
    case .changedElsewhere, .needsPassword: throw StoreError.notFound
    }
  }
}
