import CaseRules
import SQLite
import TestSupport

@testable import CaseStore

/// A data file with a team, and the door of the forms; times are local, "2007-10-05 10:00".
final class CaseloadOffice: Sendable {
  let file: TemporaryStore
  let arw: Worker
  let cjit: Worker
  let colleague: Worker
  let carat: Worker
  let leader: Worker
  let admin: Worker

  static let now = "2007-10-01 10:00"

  init() throws {
    let mould = try CaseloadOffice.team.get()
    file = try TemporaryStore(as: mould)
    (arw, cjit, colleague, carat, leader) = mould.facts
    admin = Worker(id: WorkerID(1), name: "Amina Begum", role: .adm)
  }

  private static let team = Result {
    try TemporaryStore.mould { file in
      (
        try file.worker("Ben Cole", .arw), try file.worker("Cara Doyle", .cjit, team: "Island"),
        try file.worker("Tom Osei", .cjit, team: "Ferry"), try file.worker("Kit Ward", .carat),
        try file.worker("Sue Lane", .sup)
      )
    }
  }

  func context(_ now: String = now, as worker: Worker? = nil) throws -> RuleContext {
    try file.read { try $0.practice() }.context(at: .at(now), for: worker ?? cjit)
  }

  func open(
    _ form: FormID, about: RecordRef? = nil, _ now: String = now, as worker: Worker? = nil
  )
    throws -> OpenedForm
  {
    let context = try context(now, as: worker)
    return try file.read { try FormDesk.open(form, about: about, on: $0, in: context) }
  }

  /// What the form opens with, the answers over it, sent through the one door.
  func submit(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String] = [:],
    rows: [FieldCode: [FormDraft.Row]] = [:], _ now: String = now, as worker: Worker? = nil,
    reasons: [String: String] = [:]
  ) throws -> SaveOutcome {
    let worker = worker ?? cjit
    let opened = try open(form, about: about, now, as: worker)
    var draft = opened.draft
    draft.texts.merge(answers) { _, answer in answer }
    draft.rows.merge(rows) { _, rows in rows }
    return try send(
      FormSubmission(
        form: form, about: about, draft: draft, revision: opened.revision, reasons: reasons),
      now, as: worker)
  }

  func send(
    _ submission: FormSubmission, _ now: String = now, as worker: Worker? = nil
  ) throws
    -> SaveOutcome
  {
    let worker = worker ?? cjit
    return try file.store.save(
      submission, in: try context(now, as: worker),
      by: try Attribution(by: worker.id, as: worker.role, at: .at(now)))
  }

  struct NotSaved: Error { let words: [String] }

  /// A form that has to be saved; its record, flags and notes.
  @discardableResult
  func save(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String] = [:],
    rows: [FieldCode: [FormDraft.Row]] = [:], _ now: String = now, as worker: Worker? = nil,
    reasons: [String: String] = [:]
  ) throws -> SavedForm {
    switch try submit(
      form, about: about, answers, rows: rows, now, as: worker, reasons: reasons)
    {
    case .saved(let ref, let flags, let notes): return SavedForm(ref, flags: flags, notes: notes)
    case .refused(let findings): throw NotSaved(words: findings.map(\.display))
    case .needsPassword(let why): throw NotSaved(words: [why])
    case .changedElsewhere: throw NotSaved(words: ["changed elsewhere"])
    }
  }

  /// What stands in the way: "PPL-007 blocks", each once.
  func refusals(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String] = [:],
    rows: [FieldCode: [FormDraft.Row]] = [:], _ now: String = now, as worker: Worker? = nil,
    reasons: [String: String] = [:]
  ) throws -> Set<String> {
    guard
      case .refused(let findings) = try submit(
        form, about: about, answers, rows: rows, now, as: worker, reasons: reasons)
    else { return [] }
    return Set(
      findings.filter { $0.force == .blocks || $0.force == .warns }
        .map { "\($0.rule) \($0.force.rawValue)" })
  }

  // MARK: People on their way

  func person(_ family: String = "Marsh", born: String = "1975-04-03") throws -> RecordRef {
    try file.add(.example(family: family, born: born)).ref
  }

  func consent(
    _ person: RecordRef, _ type: ConsentType, given: String = "y", _ now: String = now
  ) throws -> RecordRef {
    try save(
      ConsentGivenForm.id, about: person,
      [
        ConsentGivenForm.type: type.code, ConsentGivenForm.given: given,
        ConsentGivenForm.how: ConsentForm.written.code, ConsentGivenForm.explained: "y",
      ], now
    ).ref
  }

  /// Assessed, as a completed DIR leaves somebody.
  func assessed(
    _ person: RecordRef, on day: String = "2007-10-01", by worker: Worker? = nil
  ) throws {
    let worker = worker ?? cjit
    let by = try Attribution(by: worker.id, as: worker.role, at: .at(day + " 09:00"))
    try file.store.write(by) {
      _ = try EpisodeRecords.assessmentDone(
        with: PersonID(person.number), on: .on(day), entryPoint: .arrest, statements: .both,
        in: $0)
    }
  }

  /// On the caseload of the worker, with all that it takes.
  func client(
    _ family: String = "Marsh", joined: String = "2007-10-01", with worker: Worker? = nil,
    whereabouts: Whereabouts = .community
  ) throws -> (person: RecordRef, episode: RecordRef) {
    let person = try person(family)
    _ = try consent(person, .caseload, joined + " 08:00")
    try assessed(person, on: joined)
    let saved = try save(
      JoinCaseloadForm.id, about: person,
      [
        JoinCaseloadForm.worker: (worker ?? cjit).id.ref.text,
        JoinCaseloadForm.whereabouts: whereabouts.code,
        JoinCaseloadForm.prison: whereabouts == .custody ? "Albany" : "",
      ], joined + " 10:00", as: worker)
    return (person, saved.ref)
  }

  /// The open episode of a person.
  func standing(_ person: RecordRef) throws -> Episode? {
    try file.read { try EpisodeRecords.open(of: PersonID(person.number), in: $0) }
  }

  func episode(_ ref: RecordRef) throws -> Episode {
    let found = try file.read { try EpisodeRecords.one(EpisodeID(ref.number), in: $0) }
    guard let found else { throw NotSaved(words: ["no such episode"]) }
    return found
  }

  func appointment(
    _ about: RecordRef, _ date: String, _ start: String = "10:00",
    kind: AppointmentKind = .oneToOne,
    worker: Worker? = nil, now: String = now, reasons: [String: String] = [:]
  ) throws -> RecordRef {
    try save(
      AppointmentForm.id, about: about,
      [
        AppointmentForm.date: date, AppointmentForm.start: start,
        AppointmentForm.place: "Quay House",
        AppointmentForm.kind: kind.code, AppointmentForm.worker: (worker ?? cjit).id.ref.text,
      ], now, reasons: reasons
    ).ref
  }

  func outcome(
    _ appointment: RecordRef, _ outcome: AppointmentOutcome, _ now: String
  ) throws
    -> SavedForm
  {
    try save(
      AppointmentOutcomeForm.id, about: appointment,
      [
        AppointmentOutcomeForm.outcome: outcome.code, AppointmentOutcomeForm.minutesLate: "20",
        AppointmentOutcomeForm.cancelledBy: Appointment.Canceller.client.code,
        AppointmentOutcomeForm.reason: "The reason that was given",
      ], now)
  }

  @discardableResult
  func attempt(_ about: RecordRef, _ result: ContactResult, _ now: String) throws -> SavedForm {
    try save(
      ContactAttemptForm.id, about: about,
      [
        ContactAttemptForm.method: ContactMethod.phone.code,
        ContactAttemptForm.result: result.code,
      ], now)
  }

  /// What is owed for a person: "Missed follow-up 08/10/2007 met", by due date.
  func deadlines(_ person: RecordRef, _ now: String) throws -> [String] {
    let context = try context(now)
    let rows = try file.read {
      try DeadlineRecords.all(of: PersonID(person.number), in: $0)
    }
    return rows.reversed().map { row in
      let status = row.status(now: context.now, in: context.calendar)
      return "\(row.deadline.name) \(row.due?.uk ?? "-") \(status.code)"
    }
  }
}
