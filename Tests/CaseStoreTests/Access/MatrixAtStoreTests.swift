import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// 00 section 4: each cell of the function matrix as a real read and a real write of the records.
///
/// What the rights are stands here once more, apart from the matrix the program works by, so that a
/// cell changed there turns a row red. Rooms that are not there yet have nothing to read: their
/// cells are compared with the rulebook's text in `AccessMatrixTests`.
@Suite("The function matrix where records are read and written")
struct MatrixAtStoreTests {
  struct Cell: CustomTestStringConvertible, Sendable {
    let role: Role
    let designation: DesignatedOfficer
    let function: Function
    let mayRead: Bool
    /// Nil where nothing of the function is written by anybody.
    let mayWrite: Bool?

    var testDescription: String { "\(role) \(designation.rawValue) \(function)" }
  }

  private static let functions: [Function] = [
    .personAndCaseload, .custodyBoardAndDIR, .namedLists, .statistics, .settings, .trail,
    .proposals, .exceptionalAccess, .intelligence,
  ]

  /// In the order of the functions: E edits, R reads, - neither.
  private static let table: [(Role, DesignatedOfficer, String)] = [
    (.arw, .none, "EE-RR----"), (.cjit, .none, "EE-RR----"), (.carat, .none, "ER-RR----"),
    (.drrkw, .none, "ER-RR----"), (.ppoc, .none, "RR-RR---R"), (.dio, .none, "---RR---E"),
    (.sup, .none, "ERRRRREER"), (.supt, .none, "---RR-E-R"), (.sm, .none, "---RR-EE-"),
    (.aud, .none, "---RRR-R-"), (.adm, .none, "----E-E--"), (.sm, .designated, "R-RRR-EE-"),
    (.supt, .primary, "R-RRR-E-R"), (.adm, .designated, "R-RRE-E--"),
    (.ppoc, .primary, "RRRRR---R"),
  ]

  static let cells: [Cell] = table.flatMap { role, designation, rights in
    zip(functions, rights).map { function, right in
      Cell(
        role: role, designation: designation, function: function, mayRead: right != "-",
        mayWrite: [.namedLists, .statistics, .trail, .proposals, .exceptionalAccess].contains(
          function)
          ? nil : right == "E")
    }
  }

  private func worker(_ cell: Cell, in office: CustodyOffice) throws -> Worker {
    var worker = Worker(
      id: WorkerID(0), name: "Somebody Else", role: cell.role, designation: cell.designation)
    let asked = worker
    worker.id = try office.store.write(try office.temporary.attribution()) {
      try $0.addWorker(asked)
    }
    return worker
  }

  private func read(_ function: Function, _ context: RuleContext, _ store: StoreFile) throws {
    try store.read { records in
      switch function {
      case .personAndCaseload:
        _ = try PersonRecords.page(narrow: "", .first, limit: 5, in: records, context)
      case .custodyBoardAndDIR: _ = try CustodyBoard.lines(in: records, context)
      case .namedLists:
        _ = try DeadlineExport.open(of: .everyone, after: .start, in: records, context)
      case .statistics:
        let day = CustodyOffice.nine.local.date.firstOfMonth
        _ = try Attrition.lines(from: day, to: day, in: records, context)
      case .settings: try context.mustRead(.settings)
      case .exceptionalAccess:
        _ = try ExceptionalAccessRecords.lines(in: records, context)
      case .proposals: _ = try ProposalRecords.lines(in: records, context)
      case .trail:
        _ = try TrailRecords.page(of: TrailFilter(), .newest, limit: 5, in: records, context)
      case .intelligence: _ = try IntelligenceQueue.waiting(in: records, context)
      case .intelligenceSource, .intelligenceLink, .bronzeDecision, .ppoScore, .ppoSelection,
        .drugRehabilitation, .release, .informationRequest, .informationAnswer,
        .disclosureWithoutConsent:
        Issue.record("no room for \(function) yet")
      }
    }
  }

  private func write(
    _ function: Function, as worker: Worker, in office: CustodyOffice
  ) throws -> SaveOutcome {
    switch function {
    case .custodyBoardAndDIR:
      try office.submit(
        ArrivalForm.id,
        [
          ArrivalForm.suite: "NPT", ArrivalForm.cell: "M1",
          ArrivalForm.arrived: CustodyOffice.nine.uk, ArrivalForm.offence: "T01",
        ], by: worker)
    case .settings:
      try office.submit(
        HolidayForm.id,
        [
          HolidayForm.change: "add", HolidayForm.date: "10/12/2007",
          HolidayForm.name: "Island feast",
        ], by: worker)
    case .intelligence:
      try office.submit(
        IntelligenceReportForm.id, CustodyOffice.told,
        rows: [ReportFields.subjects: [CustodyOffice.about()]], by: worker)
    case .personAndCaseload, .intelligenceSource, .intelligenceLink, .bronzeDecision, .ppoScore,
      .ppoSelection, .drugRehabilitation, .release, .informationRequest, .informationAnswer,
      .disclosureWithoutConsent, .namedLists, .statistics, .trail, .proposals, .exceptionalAccess:
      try office.submit(
        PersonForm.id,
        [
          PersonForm.family: "Marsh", PersonForm.given: "Robin", PersonForm.born: "03/04/1975",
          PersonForm.sex: "M", PersonForm.ethnicity: "W1",
          PersonForm.address: "1 Quay Lane", PersonForm.language: "English",
          PersonForm.interpreter: "n", PersonForm.risks: "none",
        ], by: worker)
    }
  }

  @Test(
    "00 section 4: a role reads what its cell says, and is refused the rest in words",
    arguments: cells)
  func reads(cell: Cell) throws {
    let office = try CustodyOffice()
    let worker = try worker(cell, in: office)
    let context = try office.context(as: worker)
    do {
      try read(cell.function, context, office.store)
      #expect(cell.mayRead)
    } catch StoreError.refused(let findings) {
      #expect(!cell.mayRead)
      let expected =
        AccessMatrix.refusal(toRead: cell.function, by: worker)
        ?? AccessMatrix.whyNotRead(worker, cell.function).map { Finding("GEN-003", .blocks, $0) }
      #expect(findings.first?.words == expected?.words)
      let isPolice = cell.function == .custodyBoardAndDIR && cell.role.isPolice
      #expect(findings.map(\.rule) == [isPolice ? "CUS-022" : "GEN-003"])
    }
  }

  @Test(
    "00 section 4: a role writes what its cell says", arguments: cells.filter { $0.mayWrite != nil }
  )
  func writes(cell: Cell) throws {
    let office = try CustodyOffice()
    let worker = try worker(cell, in: office)
    switch try write(cell.function, as: worker, in: office) {
    case .saved: #expect(cell.mayWrite == true)
    case .refused(let findings):
      #expect(cell.mayWrite == false, "\(findings)")
      #expect(findings.count == 1)
      #expect(["GEN-003", "CUS-022"].contains(findings.first?.rule))
    case .needsPassword, .changedElsewhere: Issue.record("neither saved nor refused")
    }
  }

  @Test("somebody who has left reads and writes nothing", arguments: functions)
  func left(function: Function) throws {
    let office = try CustodyOffice()
    var worker = office.teamLeader
    worker.active = false
    let context = try office.context(as: worker)
    #expect(throws: StoreError.self) { try read(function, context, office.store) }
  }

  @Test("no list that is taken along holds more than the role's own, whatever is asked for")
  func exportScopes() throws {
    let office = try CustodyOffice()
    let context = try office.context(as: office.cjit)
    for scope in [ExportScope.everyone, .own(office.arw.id)] {
      #expect(throws: StoreError.self) {
        try office.store.read {
          _ = try CaseloadExport.page(of: scope, after: .first, in: $0, context)
        }
      }
      #expect(throws: StoreError.self) {
        try office.store.read {
          _ = try EnquiryExport.calls(of: scope, after: nil, in: $0, context)
        }
      }
    }
    _ = try office.store.read {
      try CaseloadExport.page(of: .own(office.cjit.id), after: .first, in: $0, context)
    }
  }

  @Test("what the records say beside a form is told only to whoever may save it")
  func facts() throws {
    let office = try CustodyOffice()
    let person = try office.person()
    let context = try office.context(as: office.intelligence)
    #expect(throws: FormDesk.Failure.self) {
      try office.store.read {
        try FormDesk.facts(
          for: AppointmentForm.id, about: person, draft: FormDraft(), on: $0, in: context)
      }
    }
    #expect(try office.store.read { try RecordNames.words(of: person, in: $0, context) } == nil)
  }
}
