import CaseRules
@testable import CaseStore
import SQLite
import TestSupport
import Testing

/// A data file with workers of several roles, a suite and an officer, and the door of the forms.
final class CustodyOffice: Sendable {
  let temporary: TemporaryStore
  let arw: Worker
  let cjit: Worker
  let teamLeader: Worker
  let intelligence: Worker
  let suite: RecordRef
  let officer: RecordRef

  var store: StoreFile { temporary.store }

  /// Fri 05/10/2007 09:00, when most detainees of these tests arrive.
  static let nine = Moment.at(5, 10, 2007, 9, 0)

  convenience init(testsOnArrest: Bool = false) throws {
    let mould = try (testsOnArrest ? Self.testing : Self.usual).get()
    self.init(try TemporaryStore(as: mould), mould.facts)
  }

  private init(_ temporary: TemporaryStore, _ first: FirstRecords) {
    self.temporary = temporary
    (arw, cjit, teamLeader, intelligence) = (
      first.workers[0], first.workers[1], first.workers[2], first.workers[3]
    )
    (suite, officer) = (first.suite, first.officer)
  }

  /// What every such file begins with.
  private struct FirstRecords {
    let workers: [Worker]
    let suite: RecordRef
    let officer: RecordRef
  }

  private static let usual = Result { try mould(testsOnArrest: false) }
  private static let testing = Result { try mould(testsOnArrest: true) }

  private static func mould(testsOnArrest: Bool) throws -> Mould<FirstRecords> {
    try TemporaryStore.mould { temporary in
      let first = try temporary.store.write(try temporary.attribution()) { transaction in
        func add(_ name: String, _ role: Role) throws -> Worker {
          var worker = Worker(id: WorkerID(0), name: name, role: role)
          worker.id = try transaction.addWorker(worker)
          return worker
        }
        let suite = try SuiteRecords.add(
          code: "NPT", name: "Newport", testsOnArrest: testsOnArrest, in: transaction)
        let officer = try OfficerRecords.add(
          name: "PS Hale", collar: "41", trainedOn: .on(1, 2, 2007), in: transaction)
        return FirstRecords(
          workers: [
            try add("Ben Cole", .arw), try add("Cara Doyle", .cjit), try add("Sue Lane", .sup),
            try add("Ian Frost", .dio),
          ], suite: suite.ref, officer: officer.ref)
      }
      let office = CustodyOffice(temporary, first)
      for worker in first.workers.prefix(2) { try office.train(worker) }
      return first
    }
  }

  /// PPL-056: may answer the helpline without anybody having to say why.
  func train(_ worker: Worker, in subjects: [CallTaker.Subject] = CallTaker.Subject.allCases) throws
  {
    var answers: [FieldCode: String] = [:]
    for subject in subjects { answers[CallTakerForm.field(subject)] = "01/02/2007" }
    try save(CallTakerForm.id, about: worker.id.ref, answers, by: teamLeader)
  }

  func context(
    at now: Moment = nine.adding(minutes: 30), as worker: Worker? = nil
  ) throws
    -> RuleContext
  {
    try store.read { try $0.practice() }.context(at: now, for: worker ?? arw)
  }

  /// Sends a form through the one door, as `submit` and the screen do.
  func submit(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String],
    rows: [FieldCode: [FormDraft.Row]] = [:], at now: Moment = nine.adding(minutes: 30),
    by worker: Worker? = nil, revision: Int? = nil, reasons: [String: String] = [:]
  ) throws -> SaveOutcome {
    let worker = worker ?? arw
    let submission = FormSubmission(
      form: form, about: about, draft: FormDraft(texts: answers, rows: rows), revision: revision,
      reasons: reasons)
    return try store.save(
      submission, in: try context(at: now, as: worker),
      by: try Attribution(by: worker.id, as: worker.role, at: now))
  }

  /// Sends a form that has to be saved; answers with its record.
  @discardableResult
  func save(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String],
    rows: [FieldCode: [FormDraft.Row]] = [:], at now: Moment = nine.adding(minutes: 30),
    by worker: Worker? = nil, reasons: [String: String] = [:]
  ) throws -> RecordRef {
    switch try submit(
      form, about: about, answers, rows: rows, at: now, by: worker, reasons: reasons)
    {
    case .saved(let ref, _, _): return ref
    case .refused(let findings): throw NotSaved(words: findings.map(\.display))
    case .needsPassword(let why): throw NotSaved(words: [why])
    case .changedElsewhere: throw NotSaved(words: ["changed elsewhere"])
    }
  }

  struct NotSaved: Error { let words: [String] }

  /// The rules that stand in the way, each as "CUS-006 blocks".
  func refusals(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String],
    rows: [FieldCode: [FormDraft.Row]] = [:], at now: Moment = nine.adding(minutes: 30),
    by worker: Worker? = nil, reasons: [String: String] = [:]
  ) throws -> [String] {
    guard
      case .refused(let findings) = try submit(
        form, about: about, answers, rows: rows, at: now, by: worker, reasons: reasons)
    else { return [] }
    return findings.filter { $0.force == .blocks || $0.force == .warns }
      .map { "\($0.rule) \($0.force.rawValue)" }
  }

  /// A detainee on the board.
  func arrival(
    offence: String = "T01", cell: String = "M1", at arrived: Moment = nine,
    by worker: Worker? = nil
  ) throws -> RecordRef {
    try save(
      ArrivalForm.id,
      [
        ArrivalForm.suite: "NPT", ArrivalForm.cell: cell, ArrivalForm.arrived: arrived.uk,
        ArrivalForm.offence: offence,
      ], at: max(arrived, Self.nine.adding(minutes: 30)), by: worker,
      reasons: ["CUS-001": "Several share a cell here"])
  }

  func approach(
    _ entry: RecordRef, _ result: String = "SEE", reason: String = "",
    at moment: Moment = nine.adding(minutes: 40)
  ) throws {
    try save(
      ApproachForm.id, about: entry,
      [
        ApproachForm.result: result, ApproachForm.reason: reason, ApproachForm.at: moment.uk,
      ], at: moment)
  }

  func offer(
    _ entry: RecordRef, _ result: String = "ACC", at moment: Moment = nine.adding(minutes: 20)
  ) throws {
    try save(
      OfferForm.id, about: entry,
      [
        OfferForm.result: result, OfferForm.at: moment.uk, OfferForm.officer: officer.text,
        OfferForm.positively: "y", OfferForm.independence: "y",
      ], at: max(moment, Self.nine.adding(minutes: 30)))
  }

  func permit(
    _ entry: RecordRef, _ given: String = "y", at moment: Moment = nine.adding(minutes: 50)
  ) throws {
    try save(
      PermissionForm.id, about: entry,
      [PermissionForm.given: given, PermissionForm.at: moment.uk], at: moment)
  }

  func link(
    _ entry: RecordRef, to person: RecordRef, at moment: Moment = nine.adding(minutes: 55)
  ) throws {
    try save(
      CustodyDetailsForm.id, about: entry, [CustodyDetailsForm.person: person.text], at: moment,
      reasons: ["CUS-001": "Several entries of one person"])
  }

  func depart(
    _ entry: RecordRef, _ how: String, at moment: Moment, place: String = "", next: Moment? = nil,
    now: Moment? = nil
  ) throws {
    try save(
      DepartureForm.id, about: entry,
      [
        DepartureForm.how: how, DepartureForm.at: moment.uk, DepartureForm.place: place,
        DepartureForm.nextAt: next?.uk ?? "",
      ], at: now ?? moment)
  }

  /// Somebody on file, with an assessment consent unless said otherwise.
  func person(
    _ family: String = "Marsh", born: CalendarDate = .on(3, 4, 1975), consents: Bool = true
  ) throws -> RecordRef {
    let by = try Attribution(by: arw.id, as: arw.role, at: Self.nine)
    let worker = arw.name
    return try store.write(by) { transaction in
      let person = Person(
        id: PersonID(0), name: PersonName(family: family, given: "Robin"), birth: .on(born),
        sex: .male, ethnicity: "W1")
      let id = try PersonRecords.add(person, in: transaction)
      if consents {
        try ConsentRecords.record(
          Consent(
            id: ConsentID(0), person: id, type: .assessment, given: true, when: Self.nine,
            explainedBy: worker), in: transaction)
      }
      return id.ref
    }
  }

  func file(_ entry: RecordRef, at now: Moment = nine.adding(minutes: 30)) throws -> EntryFile {
    let context = try context(at: now)
    return try store.read { try EntryFiles.load(entry, in: $0, context) }
  }

  /// The deadlines about a record: "Offer met", with the due date where it is not counted by clock.
  func deadlines(
    about ref: RecordRef, at now: Moment = nine.adding(minutes: 30)
  ) throws -> [String] {
    let context = try context(at: now)
    return try store.read { try DeadlineRecords.all(about: ref, in: $0) }.map { row in
      let status = row.status(now: context.now, in: context.calendar)
      let day = row.deadline.length.minutesAllowed == nil ? " " + (row.due?.uk ?? "-") : ""
      return "\(row.deadline.name)\(day) \(status.code)"
    }
  }

  /// How many rows a statement without marks counts.
  func count(_ sql: String) throws -> Int {
    try store.read { try $0.first(sql) { try $0.int(0) } } ?? 0
  }
}

extension Moment {
  static func at(_ day: Int, _ month: Int, _ year: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(local: .on(day, month, year), ClockTime(minutesOfDay: hour * 60 + minute))
  }
}

extension CalendarDate {
  static func on(_ day: Int, _ month: Int, _ year: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .earliest
  }
}
