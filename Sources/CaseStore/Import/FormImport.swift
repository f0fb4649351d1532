package import CaseRules
import SQLite

/// The lines of one file on their way into the records, each as one form.
///
/// Every line goes through the same door as a form from the screen: the same reading, the same
/// rules, the same trail. A thousand lines share one transaction.
package struct FormImport: Sendable {
  package let header: ImportHeader
  package let form: FormDefinition
  /// Reasons for warnings that all lines may pass with (GEN-002).
  package let reasons: [String: String]
  let run: Int64

  /// What the file's indexes may take of memory while lines come in, in kilobytes.
  fileprivate static let memory: UInt32 = 16_000

  /// One line that could be taken apart.
  package struct Line: Sendable {
    package let number: Int
    package let texts: [String]

    package init(number: Int, texts: [String]) {
      self.number = number
      self.texts = texts
    }
  }

  /// A line whose texts have been read; made before the transaction, to keep that short.
  package struct ReadLine: Sendable {
    fileprivate let number: Int
    fileprivate let content: Content

    fileprivate enum Content: Sendable {
      case ready(mark: String, FormDesk.Prepared)
      case wrong(String)
    }
  }

  /// What became of a line.
  package enum Outcome: Equatable, Sendable {
    /// In the records; `isPossible` where it may be somebody who was on file already (PPL-004).
    case saved(RecordRef, isPossible: Bool)
    /// It came in before, as this record.
    case already(String)
    /// What it says is on file as this record, whether or not it came from a file.
    case onFile(RecordRef)
    /// It is not in the records, for these reasons.
    case rejected([String])
  }
}

extension StoreFile {
  /// Notes that a file is being brought in, on the trail too.
  package func beginImport(
    of file: String, as form: FormDefinition, header: ImportHeader,
    reasons: [String: String] = [:], by attribution: Attribution
  ) throws -> FormImport {
    let run = try write(attribution) { transaction in
      try transaction.connection.keepInMemory(kilobytes: FormImport.memory)
      try transaction.connection.execute(
        "INSERT INTO import_run (form, file, worker, started_at) VALUES (?, ?, ?, ?)",
        form.id.text, file, attribution.worker, attribution.at)
      let run = transaction.connection.lastInsertRowID
      try transaction.audit(
        AuditEvent(
          .imported, record: AuditedRecord("import", run),
          facts: [.init("form", form.id.text), .init("file", file)]))
      return run
    }
    return FormImport(header: header, form: form, reasons: reasons, run: run)
  }

  /// Brings lines in, all in one transaction; answers on the writing thread, one outcome a line.
  ///
  /// In a rehearsal everything is checked and nothing is kept.
  package func bringIn(
    _ lines: [FormImport.ReadLine], of work: FormImport, context: RuleContext,
    by attribution: Attribution, isRehearsal: Bool = false,
    then: @escaping @Sendable (Result<[FormImport.Outcome], any Error>) -> Void
  ) {
    write(attribution) { transaction in
      transaction.isImport = true
      let outcomes = try work.bringIn(lines, in: transaction, context: context.ofFile)
      let savedNothing = !outcomes.contains { if case .saved = $0 { true } else { false } }
      if isRehearsal || savedNothing { throw NothingToKeep(outcomes: outcomes) }
      return outcomes
    } then: { result in
      then(FormImport.answer(result, to: lines))
    }
  }
}

/// Ends a transaction without keeping it, and carries its answer out.
private struct NothingToKeep: Error {
  let outcomes: [FormImport.Outcome]
}

extension FormImport {
  fileprivate static func answer(
    _ result: Result<[Outcome], any Error>, to lines: [ReadLine]
  ) -> Result<[Outcome], any Error> {
    result.flatMapError { error in
      if let nothing = error as? NothingToKeep { return .success(nothing.outcomes) }
      // Alone, so it is this line; among others the caller tries them one by one.
      if lines.count == 1, let words = FormImport.refusal(error) {
        return .success([.rejected([words])])
      }
      return .failure(error)
    }
  }

  /// Whether an error is about what a line says, and not about the file or the worker.
  package static func isAboutALine(_ error: any Error) -> Bool { refusal(error) != nil }

  private static func refusal(_ error: any Error) -> String? {
    if case .refused(let findings)? = error as? StoreError {
      return findings.map(\.display).joined(separator: " ")
    }
    guard let error = error as? SQLiteError, error.trouble == .constraint else { return nil }
    return error.explanation
  }

  /// Reads what a line says, without looking at the records.
  package func read(_ line: Line, in context: RuleContext) throws -> ReadLine {
    if let problem = header.problem(with: line.texts) {
      return ReadLine(number: line.number, content: .wrong(problem))
    }
    let draft = header.draft(line.texts)
    let prepared = try FormDesk.prepare(
      FormSubmission(form: form.id, about: nil, draft: draft, reasons: reasons), in: context)
    let mark = ImportMark.mark(
      of: header.reference(of: line.texts),
      prepared.reading ?? FormReading(draft, of: form, in: context.reading), draft, form)
    return ReadLine(number: line.number, content: .ready(mark: mark, prepared))
  }

  fileprivate func bringIn(
    _ lines: [ReadLine], in transaction: WriteTransaction, context: RuleContext
  ) throws -> [Outcome] {
    try lines.map { line in
      switch line.content {
      case .wrong(let words): return .rejected([words])
      case .ready(let mark, let prepared):
        return try bringIn(prepared, mark, line.number, in: transaction, context: context)
      }
    }
  }

  private func bringIn(
    _ prepared: FormDesk.Prepared, _ mark: String, _ number: Int,
    in transaction: WriteTransaction, context: RuleContext
  ) throws -> Outcome {
    if let before = try record(for: mark, in: transaction.connection) { return .already(before) }
    if let ref = try onFile(prepared, in: transaction.connection) { return .onFile(ref) }
    do {
      let outcome = try FormDesk.save(prepared, in: transaction, context: context)
      return try remember(outcome, mark, number, in: transaction.connection)
    } catch let refused as FormDesk.NotSaved {
      return try remember(refused.outcome, mark, number, in: transaction.connection)
    }
  }

  /// PPL-054: a service of the same name, type and area is that service; another line about it is no
  /// second one.
  private func onFile(
    _ prepared: FormDesk.Prepared, in records: Connection
  ) throws -> RecordRef? {
    guard form.id == ServiceForm.id, let reading = prepared.reading,
      let service = ServiceForm.service(from: reading, id: AgencyID(0), revision: 1)
    else { return nil }
    return try ServiceRecords.same(as: service, in: records)?.ref
  }

  private func record(for mark: String, in records: Connection) throws -> String? {
    try records.first(
      "SELECT record FROM import_line WHERE form = ? AND mark = ?", form.id.text, mark
    ) { try $0.text(0) }
  }

  private func remember(
    _ outcome: SaveOutcome, _ mark: String, _ line: Int, in records: Connection
  ) throws -> Outcome {
    switch outcome {
    case .saved(let ref, _, _):
      try records.execute(
        "INSERT INTO import_line (form, mark, run, line, record) VALUES (?, ?, ?, ?, ?)",
        storing: [.text(form.id.text), .text(mark), .integer(run), .of(line), .text(ref.text)])
      let isPossible =
        try ref.kind == .person
        && PossibleRecords.count(of: PersonID(ref.number), in: records) > 0
      return .saved(ref, isPossible: isPossible)
    case .refused(let findings):
      let standing = findings.filter { $0.force <= .warns }
      return .rejected(standing.map(\.display))
    case .needsPassword(let why): return .rejected([why])
    case .changedElsewhere:
      return .rejected(["Somebody has changed this record meanwhile"])
    }
  }
}
