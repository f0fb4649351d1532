import CaseRules
import SQLite

@testable import CaseStore

/// An office with whoever works on bronze actions, and the door of their forms.
final class BronzeOffice: Sendable {
  let custody: CustodyOffice
  let officer: Worker
  let second: Worker
  let leader: Worker
  let superintendent: Worker
  let other: Worker

  var store: StoreFile { custody.store }

  /// Mon 01/10/2007 09:00.
  static let start = Moment.at(1, 10, 2007, 9, 0)

  init() throws {
    custody = try CustodyOffice()
    officer = custody.intelligence
    leader = custody.teamLeader
    superintendent = try custody.worker(.supt, "Una Marsh")
    other = try custody.worker(.supt, "Hal Bright")
    second = try custody.worker(.dio, "Ola Reed")
  }

  /// A subject on file.
  func subject(
    _ family: String = "HARROW", born: CalendarDate? = .on(3, 4, 1980)
  ) throws
    -> IntelligenceSubjectID
  {
    let officer = officer.id
    return try store.write(try by(self.officer, at: Self.start)) { transaction in
      try transaction.connection.execute(
        """
        INSERT INTO intelligence_subject (family_name, given_names, other_names, born, description,
                                          recorded_by, recorded_at)
        VALUES (?, 'Miles', '', ?, '', ?, ?)
        """, family, born, officer, Self.start)
      let id = IntelligenceSubjectID(transaction.connection.lastInsertRowID)
      if let made = try IntelligenceSubjects.one(id, in: transaction.connection) {
        try SubjectWords.index(made, as: id, in: transaction.connection)
      }
      try transaction.audit(AuditEvent(.created, record: AuditedRecord(id.ref), to: 1))
      return id
    }
  }

  /// A report that is valid, without the room that receives it.
  func report(
    on subject: IntelligenceSubjectID, and second: IntelligenceSubjectID? = nil,
    handling: String = "2", at now: Moment = start
  ) throws -> IntelligenceReportID {
    let officer = officer.id
    return try store.write(try by(self.officer, at: now)) { transaction in
      let records = transaction.connection
      try records.execute(
        """
        INSERT INTO intelligence_report (source, received_at, relates_to, text, drugs, place,
                                         offence_words, recorded_by)
        VALUES (1, ?, ?, 'Sells what he steals to pay for heroin', '', '', '', ?)
        """, now, now.date, officer)
      let id = IntelligenceReportID(records.lastInsertRowID)
      for (place, named) in [subject, second].compactMap({ $0 }).enumerated() {
        try records.execute(
          "INSERT INTO intelligence_report_subject (report, subject, place) VALUES (?, ?, ?)", id,
          named, place + 1)
      }
      try records.execute(
        """
        INSERT INTO intelligence_grade (report, number, source, source_words, information,
                                        information_words, handling, handling_words, conditions,
                                        recipients, reason, graded_by, graded_at)
        VALUES (?, 1, 'B', 'mostly reliable', '2', 'known personally', ?, 'as the list has it', '',
                '', '', ?, ?)
        """, id, handling, officer, now)
      let grade = records.lastInsertRowID
      try records.execute(
        """
        INSERT INTO intelligence_judgement (report, grade, valid, note, judged_by, judged_at)
        VALUES (?, ?, 1, '', ?, ?)
        """, id, grade, officer, now)
      try records.execute(
        "UPDATE intelligence_report SET grade = ?, judgement = ?, valid = 1 WHERE id = ?", grade,
        records.lastInsertRowID, id)
      if let made = try IntelligenceReports.one(id, in: records) {
        try SubjectWords.index(made, in: records)
      }
      try transaction.audit(AuditEvent(.created, record: AuditedRecord(id.ref), to: 1))
      return id
    }
  }

  func take(
    _ report: IntelligenceReportID, at now: Moment = start
  ) throws -> [BronzeOpening.Outcome] {
    let context = try custody.context(at: now, as: officer)
    return try store.write(try by(officer, at: now)) { transaction in
      let taken = try IntelligenceReports.found(report.ref, in: transaction.connection)
      try transaction.audit(AuditEvent(.changed, record: AuditedRecord(report.ref)))
      return try BronzeOpening.take(taken, in: transaction, context: context)
    }
  }

  /// A bronze action in research.
  func opened(
    _ family: String = "HARROW", born: CalendarDate? = .on(3, 4, 1980)
  ) throws
    -> RecordRef
  {
    let subject = try subject(family, born: born)
    return try openedOne(by: report(on: subject))
  }

  /// The one bronze action that a report opens.
  func openedOne(by report: IntelligenceReportID) throws -> RecordRef {
    guard case .opened(let ref)? = try take(report).first else { throw StoreError.notFound }
    return ref
  }

  private func by(_ worker: Worker, at now: Moment) throws -> Attribution {
    try Attribution(
      by: worker.id, as: worker.role, at: now,
      confirmed: Confirmation(worker: worker.id, session: "5e55", at: now))
  }

  // MARK: Forms

  func submit(
    _ form: FormID, _ about: RecordRef, _ answers: [FieldCode: String],
    at now: Moment = start.adding(minutes: 60), as worker: Worker? = nil,
    reasons: [String: String] = [:], password: Bool = true
  ) throws -> SaveOutcome {
    let worker = worker ?? officer
    return try store.save(
      FormSubmission(
        form: form, about: about, draft: FormDraft(texts: answers), reasons: reasons),
      in: try custody.context(at: now, as: worker),
      by: password
        ? try by(worker, at: now) : try Attribution(by: worker.id, as: worker.role, at: now))
  }

  @discardableResult
  func save(
    _ form: FormID, _ about: RecordRef, _ answers: [FieldCode: String],
    at now: Moment = start.adding(minutes: 60), as worker: Worker? = nil,
    reasons: [String: String] = [:]
  ) throws -> (ref: RecordRef, notes: [String]) {
    switch try submit(form, about, answers, at: now, as: worker, reasons: reasons) {
    case .saved(let ref, _, let notes): return (ref, notes)
    case .refused(let findings): throw CustodyOffice.NotSaved(words: findings.map(\.display))
    case .needsPassword(let why): throw CustodyOffice.NotSaved(words: [why])
    case .changedElsewhere: throw CustodyOffice.NotSaved(words: ["changed elsewhere"])
    }
  }

  /// What stands in the way: "INT-024 blocks: ...".
  func refusal(
    _ form: FormID, _ about: RecordRef, _ answers: [FieldCode: String],
    at now: Moment = start.adding(minutes: 60), as worker: Worker? = nil
  ) throws -> [String] {
    do {
      guard
        case .refused(let findings) = try submit(form, about, answers, at: now, as: worker)
      else { return [] }
      return findings.filter { $0.force == .blocks || $0.force == .warns }.map(\.display)
    } catch StoreError.refused(let findings) {
      return findings.map(\.display)
    }
  }

  // MARK: The way

  func researched(_ bronze: RecordRef, at now: Moment = start.adding(minutes: 60)) throws {
    try save(
      ResearchRequestForm.id, bronze,
      [
        ResearchFields.agency: "HOU", ResearchFields.asked: now.date.uk,
        ResearchFields.reply: "known", ResearchFields.replied: now.date.uk,
        ResearchFields.facts: "Rents a flat alone",
      ], at: now)
    try save(CompleteResearchForm.id, bronze, [:], at: now)
  }

  static let test: [FieldCode: String] = {
    var answers: [FieldCode: String] = [
      HumanRightsForm.drugLink: "yes", HumanRightsForm.met: "yes",
    ]
    for right in HumanRight.allCases {
      answers[HumanRightsForm.answer(right)] = "yes"
      answers[HumanRightsForm.reason(right)] = "For a reason of its own"
    }
    return answers
  }()

  static let letter: [FieldCode: String] = [
    LetterFields.suspected: "yes", LetterFields.offence: "Thefts from shops in Northfold",
    LetterFields.convictions: "none known", LetterFields.service: "Quay House",
    LetterFields.contact: "01632 960001", LetterFields.replyBy: "30/11/2007",
  ]

  func submitted(_ bronze: RecordRef, at now: Moment = start.adding(minutes: 90)) throws {
    try save(HumanRightsForm.id, bronze, Self.test, at: now)
    try save(BronzeLetterForm.id, bronze, Self.letter, at: now)
    try save(SubmitBronzeForm.id, bronze, [SubmitBronzeForm.young: "no"], at: now)
  }

  /// A bronze action that waits for a decision.
  func pending(_ family: String = "HARROW") throws -> RecordRef {
    let bronze = try opened(family)
    try researched(bronze)
    try submitted(bronze)
    return bronze
  }

  static let grant: [FieldCode: String] = [
    DecideBronzeForm.decision: "granted", DecideBronzeForm.rank: "superintendent",
  ]

  func granted(
    _ family: String = "HARROW", at now: Moment = start.adding(minutes: 120)
  ) throws
    -> RecordRef
  {
    let bronze = try pending(family)
    try save(DecideBronzeForm.id, bronze, Self.grant, at: now, as: superintendent)
    return bronze
  }

  /// Handed over by the officer on 05/10/2007.
  func serve(_ bronze: RecordRef) throws {
    try save(
      ServeBronzeForm.id, bronze,
      [
        ServeBronzeForm.at: "05/10/2007 09:00", ServeBronzeForm.method: "in_person",
        ServeBronzeForm.server: "Ian Frost", ServeBronzeForm.place: "Quay Road 4",
        ServeBronzeForm.handed: "yes",
      ], at: .at(5, 10, 2007, 10, 0))
  }

  func served() throws -> RecordRef {
    let bronze = try granted()
    try serve(bronze)
    return bronze
  }

  /// Treatment is accepted, with a first appointment two days later.
  func accept(_ bronze: RecordRef, on day: Moment = .at(10, 10, 2007, 10, 0)) throws {
    try save(
      BronzeResponseForm.id, bronze,
      [
        BronzeResponseForm.response: "accepted", BronzeResponseForm.on: day.date.uk,
        BronzeResponseForm.agency: "Quay House",
        BronzeResponseForm.first: "\(day.date.adding(days: 2).uk) 10:00",
      ], at: day)
  }

  /// Served and accepted.
  func treated(from day: Moment = .at(10, 10, 2007, 10, 0)) throws -> RecordRef {
    let bronze = try served()
    try accept(bronze, on: day)
    return bronze
  }

  func record(_ ref: RecordRef) throws -> BronzeRecord {
    try store.read { try BronzeRecords.found(ref, in: $0) }
  }

  func open(_ ref: RecordRef) throws -> [String] {
    try store.read { try DeadlineRecords.all(about: ref, in: $0) }.filter(\.isOpen)
      .map { "\($0.deadline.name) \($0.due?.uk ?? "-")" }
  }

  func print(_ ref: RecordRef, as worker: Worker) throws -> FrozenPaper {
    try print(.letter(ref), as: worker)
  }

  func print(_ paper: PaperRef, as worker: Worker) throws -> FrozenPaper {
    let now = Self.start.adding(minutes: 240)
    let context = try custody.context(at: now, as: worker)
    return try store.write(try by(worker, at: now)) {
      try $0.paperForPrint(paper, as: "text", to: "a file", in: context)
    }
  }
}

/// Tests that begin in the office of bronze actions.
protocol InBronzeOffice {
  var office: BronzeOffice { get }
}

extension InBronzeOffice {
  /// At ten in the year of the examples, unless it says otherwise.
  func at(_ day: Int, _ month: Int, _ year: Int = 2007, _ hour: Int = 10) -> Moment {
    .at(day, month, year, hour, 0)
  }
}
