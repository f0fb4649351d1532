import CaseRules
import SQLite

/// Times what a save costs a worker: a whole form, checked, written, and flushed to the disk.
///
/// It is done in a new file of its own, because nobody's records may change for it.
package enum FormBenchmark {
  /// Saves arrivals in a new file in the folder; the file stays, the caller removes the folder.
  package static func run(in folder: String, rounds: Int = 100) throws -> [BenchmarkFigure] {
    let path = "\(folder)/bench-\(try RandomBytes.hex(4)).db"
    let store = try StoreFile(creating: path, as: "bench")
    defer { store.close() }
    let worker = Worker(id: WorkerID(1), name: "Amina Begum", role: .arw)
    try store.write(try attribution(worker)) {
      _ = try $0.addWorker(worker)
      _ = try SuiteRecords.add(code: "MAIN", name: "Main", testsOnArrest: false, in: $0)
    }
    let context = try store.read { try $0.practice() }.context(at: now, for: worker)
    let plain = try Connection(path: path, for: .writing)
    var cell = 0
    return [
      try BenchmarkFigure.taken("save", "Save a form", rounds: rounds, seconds: 5) {
        try plain.execute("UPDATE worker SET revision = revision + 1 WHERE id = ?", worker.id)
      } through: {
        cell += 1
        try save(cell, on: store, context)
      }
    ]
  }

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
    case .changedElsewhere: throw StoreError.notFound
    }
  }
}
