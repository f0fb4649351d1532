import CaseRules
import SQLite

@testable import CaseStore

/// One office with something of every kind to read, change and decide, and one worker who tries.
struct MatrixStage {
  let office: BronzeOffice
  var worker: Worker
  let person: RecordRef
  let subject: IntelligenceSubjectID
  let source: SourceNumber
  let proposal: RecordRef
  /// Opened exceptionally by somebody else.
  let access: RecordRef
  /// A bronze action that can be submitted, and one for each who has a say in it.
  let ready: RecordRef
  let toRecommend: RecordRef
  let toDecide: RecordRef

  static let now = BronzeOffice.start.adding(minutes: 60 * 24 * 5)

  init(for role: Role, _ designation: DesignatedOfficer) throws {
    office = try BronzeOffice()
    let custody = office.custody
    let added = try custody.store.write(try custody.temporary.attribution()) { transaction in
      func add(_ name: String, _ role: Role, _ designation: DesignatedOfficer) throws -> Worker {
        var worker = Worker(id: WorkerID(0), name: name, role: role, designation: designation)
        worker.id = try transaction.addWorker(worker)
        return worker
      }
      return [
        try add("Somebody Else", role, designation), try add("Max Hart", .sm, .none),
        try add("Nora Finch", .cjit, .none),
      ]
    }
    worker = added[0]
    let (manager, target) = (added[1], added[2])
    person = try custody.person()
    subject = try office.subject()
    ready = try office.opened("LISTER")
    try office.researched(ready)
    try office.save(HumanRightsForm.id, ready, BronzeOffice.test)
    try office.save(BronzeLetterForm.id, ready, BronzeOffice.letter)
    toRecommend = try office.pending("MARLOW")
    toDecide = try office.pending("NETTLE")
    source = try custody.store.keepSource(
      SealedSourceTests.source, in: try custody.context(at: Self.now, as: office.officer),
      by: try Self.by(office.officer))
    proposal = try Self.saved(
      WorkerForm.id, target.id.ref, [WorkerForm.role: Role.aud.code],
      Worker(id: WorkerID(1), name: "Amina Begum", role: .adm), custody)
    access = try Self.saved(
      OpenRecordForm.id, nil,
      [
        OpenRecordForm.person: person.text,
        OpenRecordForm.reason: "The hospital rang about an overdose",
      ], manager, custody)
  }

  private static func by(_ worker: Worker) throws -> Attribution {
    try Attribution(
      by: worker.id, as: worker.role, at: now,
      confirmed: Confirmation(worker: worker.id, session: "5e55", at: now))
  }

  private static func saved(
    _ form: FormID, _ about: RecordRef?, _ answers: [FieldCode: String], _ worker: Worker,
    _ office: CustodyOffice
  ) throws -> RecordRef {
    let outcome = try save(form, about, answers, [:], worker, office)
    guard case .saved(let ref, _, _) = outcome else { throw StoreError.notFound }
    return ref
  }

  /// By the one door of all forms, beginning with what the record holds.
  private static func save(
    _ form: FormID, _ about: RecordRef?, _ answers: [FieldCode: String],
    _ rows: [FieldCode: [FormDraft.Row]], _ worker: Worker, _ office: CustodyOffice
  ) throws -> SaveOutcome {
    let context = try office.context(at: now, as: worker)
    let opened = try office.store.read {
      try FormDesk.open(form, about: about, on: $0, in: context)
    }
    var draft = opened.draft
    draft.texts.merge(answers) { _, new in new }
    draft.rows.merge(rows) { _, new in new }
    return try office.store.save(
      FormSubmission(form: form, about: about, draft: draft, revision: opened.revision),
      in: context, by: try by(worker), cost: .cheap)
  }

  // MARK: Trying

  func context() throws -> RuleContext { try office.custody.context(at: Self.now, as: worker) }
  func attribution() throws -> Attribution { try Self.by(worker) }

  func save(
    _ form: FormID, about: RecordRef? = nil, _ answers: [FieldCode: String],
    rows: [FieldCode: [FormDraft.Row]] = [:]
  ) throws {
    switch try Self.save(form, about, answers, rows, worker, office.custody) {
    case .saved: return
    case .refused(let findings):
      throw StoreError.refused(findings.filter { $0.force == .blocks || $0.force == .warns })
    case .needsPassword, .changedElsewhere: throw StoreError.notFound
    }
  }

  /// Nil when it is done.
  func refusal(of deed: MatrixDeed) throws -> Finding? {
    do {
      try deed.tried(self)
      return nil
    } catch StoreError.notAtWork {
      return Finding("GEN-003", .blocks, "\(worker.initials) no longer works here")
    } catch {
      guard let finding = Viewing.refusal(error) else { throw error }
      return finding
    }
  }
}

/// Something that is read, written or decided, and the cells of the matrix that allow it.
struct MatrixDeed: Sendable {
  let function: Function
  let words: String
  let cells: String
  let tried: @Sendable (MatrixStage) throws -> Void

  init(
    _ function: Function, _ words: String, _ cells: String,
    _ tried: @escaping @Sendable (MatrixStage) throws -> Void
  ) {
    (self.function, self.words, self.cells, self.tried) = (function, words, cells, tried)
  }

  /// A question to the records.
  private static func reads(
    _ function: Function, _ words: String, _ cells: String,
    _ body: @escaping @Sendable (MatrixStage, Records, RuleContext) throws -> Void
  ) -> MatrixDeed {
    MatrixDeed(function, words, cells) { stage in
      let context = try stage.context()
      try stage.office.store.read { try body(stage, $0, context) }
    }
  }

  static let all = people + lists + office + intelligence + bronze

  private static let people = [
    reads(.personAndCaseload, "lists people", "ER") {
      _ = try PersonRecords.page(narrow: "", .first, limit: 5, in: $1, $2)
    },
    MatrixDeed(.personAndCaseload, "opens a person", "ER") { stage in
      let (context, person) = (try stage.context(), PersonID(stage.person.number))
      _ = try stage.office.store.write(try stage.attribution()) {
        try PersonFiles.view(person, in: $0, context)
      }
    },
    MatrixDeed(.personAndCaseload, "puts a person on file", "E") { stage in
      try stage.save(
        PersonForm.id,
        [
          PersonForm.family: "Ostler", PersonForm.given: "Robin", PersonForm.born: "03/04/1971",
          PersonForm.sex: "M", PersonForm.ethnicity: "W1", PersonForm.address: "1 Quay Lane",
          PersonForm.language: "English", PersonForm.interpreter: "n", PersonForm.risks: "none",
        ])
    },
    reads(.custodyBoardAndDIR, "reads the custody board", "ER") {
      _ = try CustodyBoard.lines(in: $1, $2)
    },
    MatrixDeed(.custodyBoardAndDIR, "enters an arrival", "E") { stage in
      try stage.save(
        ArrivalForm.id,
        [
          ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1",
          ArrivalForm.arrived: CustodyOffice.nine.uk, ArrivalForm.offence: "T01",
        ])
    },
  ]

  private static let lists = [
    reads(.namedLists, "takes the list of their own clients along", "oR") { _, records, context in
      let scope = try ExportScope.allowed(to: context.worker)
      _ = try CaseloadExport.page(of: scope, after: .first, in: records, context)
    },
    reads(.namedLists, "takes everybody's deadlines along", "R") {
      _ = try DeadlineExport.open(of: .everyone, after: .start, in: $1, $2)
    },
    reads(.statistics, "reads figures", "R") {
      let month = MatrixStage.now.local.date.firstOfMonth
      _ = try Attrition.lines(from: month, to: month, in: $1, $2)
    },
  ]

  private static let office = [
    reads(.settings, "reads the settings", "ER") {
      try $2.mustRead(.settings)
      _ = try $1.settings()
    },
    MatrixDeed(.settings, "changes a bank holiday", "E") { stage in
      try stage.save(
        HolidayForm.id,
        [
          HolidayForm.change: "add", HolidayForm.date: "10/12/2007",
          HolidayForm.name: "Island feast",
        ])
    },
    reads(.trail, "reads the trail", "R") {
      _ = try TrailRecords.page(of: TrailFilter(), .newest, limit: 5, in: $1, $2)
    },
    reads(.proposals, "lists what waits for a second person", "A") {
      _ = try ProposalRecords.lines(in: $1, $2)
    },
    MatrixDeed(.proposals, "confirms as the second person", "A") { stage in
      try stage.save(
        ConfirmProposalForm.id, about: stage.proposal, [ConfirmProposalForm.read: "y"])
    },
    reads(.exceptionalAccess, "lists what was opened exceptionally", "EAR") {
      _ = try ExceptionalAccessRecords.lines(in: $1, $2)
    },
    MatrixDeed(.exceptionalAccess, "opens a record exceptionally", "E") { stage in
      try stage.save(
        OpenRecordForm.id,
        [
          OpenRecordForm.person: stage.person.text,
          OpenRecordForm.reason: "The ward asks what was prescribed",
        ])
    },
    MatrixDeed(.exceptionalAccess, "looks into an exceptional access", "A") { stage in
      try stage.save(
        ReviewAccessForm.id, about: stage.access,
        [ReviewAccessForm.right: "y", ReviewAccessForm.note: "The ward confirmed it"])
    },
  ]

  private static let intelligence = [
    reads(.intelligence, "reads the queue of reports", "ER") {
      _ = try IntelligenceQueue.waiting(in: $1, $2)
    },
    MatrixDeed(.intelligence, "takes a report in", "E") { stage in
      try stage.save(
        IntelligenceReportForm.id, CustodyOffice.told,
        rows: [ReportFields.subjects: [CustodyOffice.about()]])
    },
    MatrixDeed(.intelligenceSource, "is shown who a source is", "ER") { stage in
      _ = try stage.office.store.source(
        stage.source, because: Reason("Deciding on the bronze of today", minimum: 10),
        in: try stage.context(), by: try stage.attribution())
    },
    MatrixDeed(.intelligenceSource, "keeps a source", "E") { stage in
      _ = try stage.office.store.keepSource(
        SealedSourceTests.source, in: try stage.context(), by: try stage.attribution())
    },
    reads(.intelligenceLink, "reads who on file a subject may be", "E") {
      _ = try SubjectLikenesses.people(of: $0.subject, in: $1, $2)
    },
    MatrixDeed(.intelligenceLink, "says who on file a subject is", "E") { stage in
      try stage.save(
        LinkSubjectForm.id, about: stage.subject.ref,
        [
          SameSubjectForm.other: stage.person.text, SameSubjectForm.answer: "SAME",
          SameSubjectForm.reason: "The date of birth and the address",
        ])
    },
  ]

  private static let bronze = [
    MatrixDeed(.bronzeDecision, "submits a bronze action", "s") { stage in
      try stage.save(
        SubmitBronzeForm.id, about: stage.ready, [SubmitBronzeForm.young: "no"])
    },
    MatrixDeed(.bronzeDecision, "recommends", "r") { stage in
      try stage.save(
        RecommendBronzeForm.id, about: stage.toRecommend,
        [RecommendBronzeForm.words: "Two reports agree; I would grant it"])
    },
    MatrixDeed(.bronzeDecision, "grants", "A") { stage in
      try stage.save(DecideBronzeForm.id, about: stage.toDecide, BronzeOffice.grant)
    },
  ]
}
