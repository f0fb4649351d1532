import CaseRules
import SQLite
import Testing

@testable import CaseStore

extension CustodyOffice {
  /// A worker of another role.
  func worker(_ role: Role, _ name: String = "Somebody Else") throws -> Worker {
    try store.write(try temporary.attribution()) { transaction in
      var worker = Worker(id: WorkerID(0), name: name, role: role)
      worker.id = try transaction.addWorker(worker)
      return worker
    }
  }

  static let told: [FieldCode: String] = [
    ReportFields.received: "05/10/2007 09:10", ReportFields.relatesTo: "04/10/2007",
    ReportFields.text: "The subject sells crack from the rear stairwell on weekday evenings",
    IntelligenceReportForm.kind: "FAM", IntelligenceReportForm.family: "Pelham",
    IntelligenceReportForm.identity: "Jane, a neighbour",
  ]

  static func about(
    _ family: String = "Harrow", _ given: String = "Miles", born: String = "03/04/1985",
    known: RecordRef? = nil, description: String = ""
  ) -> FormDraft.Row {
    FormDraft.Row(
      id: 1,
      texts: known.map { [ReportFields.Subject.known: $0.text] } ?? [
        ReportFields.Subject.family: family, ReportFields.Subject.given: given,
        ReportFields.Subject.born: born, ReportFields.Subject.description: description,
      ])
  }

  /// A report that was taken in; answers with its number.
  @discardableResult
  func report(
    _ answers: [FieldCode: String] = [:], about row: FormDraft.Row = about(),
    by worker: Worker? = nil
  ) throws -> RecordRef {
    try save(
      IntelligenceReportForm.id, Self.told.merging(answers) { $1 },
      rows: [ReportFields.subjects: [row]], by: worker ?? intelligence)
  }

  func reportRefusals(
    _ answers: [FieldCode: String], about row: FormDraft.Row = about(), by worker: Worker? = nil
  ) throws -> [String] {
    try refusals(
      IntelligenceReportForm.id, Self.told.merging(answers) { $1 },
      rows: [ReportFields.subjects: [row]], by: worker ?? intelligence)
  }

  static func grades(
    _ text: String, _ more: [FieldCode: String] = [:]
  ) -> [FieldCode: String] {
    let codes = text.map { String($0) }
    return [
      GradeFields.source: codes[0], GradeFields.information: codes[1],
      GradeFields.handling: codes[2],
    ].merging(more) { $1 }
  }

  func grade(_ ref: RecordRef, _ text: String, _ more: [FieldCode: String] = [:]) throws {
    try save(
      GradeReportForm.id, about: ref, Self.grades(text, more), by: intelligence)
  }

  func judge(_ ref: RecordRef, _ verdict: String = "Y", because: String? = nil) throws {
    try save(
      JudgeReportForm.id, about: ref,
      [JudgeReportForm.verdict: verdict, JudgeReportForm.note: verdict == "N" ? "No use" : ""],
      by: intelligence, reasons: because.map { ["INT-003": $0] } ?? [:])
  }

  func report(_ ref: RecordRef) throws -> IntelligenceReport {
    try store.read { try IntelligenceReports.found(ref, in: $0) }
  }

  /// As one who has just typed their password.
  func confirmed(
    _ form: FormID, about ref: RecordRef, _ answers: [FieldCode: String], by worker: Worker
  ) throws -> SaveOutcome {
    let now = Self.nine.adding(minutes: 30)
    return try store.save(
      FormSubmission(form: form, about: ref, draft: FormDraft(texts: answers)),
      in: try context(at: now, as: worker),
      by: try Attribution(
        by: worker.id, as: worker.role, at: now,
        confirmed: Confirmation(worker: worker.id, session: "5e55", at: now)))
  }
}
