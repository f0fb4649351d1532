import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// 00 section 4: each cell of the function matrix as real reads and real writes of the records.
///
/// What the rights are stands here once more, apart from the matrix the program works by, so that a
/// cell changed there turns a row red.
@Suite("The function matrix where records are read and written")
struct MatrixAtStoreTests {
  /// A role, also with a designation, and its cells in the order of the functions.
  struct Row: CustomTestStringConvertible, Sendable {
    let role: Role
    var designation = DesignatedOfficer.none
    let cells: String

    var testDescription: String { "\(role.code) \(designation.rawValue)" }

    func cell(_ function: Function) -> Character? {
      zip(MatrixAtStoreTests.functions, cells).first { $0.0 == function }?.1
    }
  }

  static let functions: [Function] = [
    .personAndCaseload, .custodyBoardAndDIR, .namedLists, .statistics, .settings, .trail,
    .proposals, .exceptionalAccess, .intelligence, .intelligenceSource, .intelligenceLink,
    .bronzeDecision,
  ]

  /// Rooms that are not there: nothing of theirs can be read or written by any door.
  static let withoutRoom: Set<Function> = [
    .ppoScore, .ppoSelection, .drugRehabilitation, .release, .informationRequest,
    .informationAnswer, .disclosureWithoutConsent,
  ]

  /// E edits, A approves, R reads, o reads own cases, r recommends, s submits, - nothing.
  static let rows = [
    Row(role: .arw, cells: "EEoRR-------"), Row(role: .cjit, cells: "EEoRR-------"),
    Row(role: .carat, cells: "ERoRR-------"), Row(role: .drrkw, cells: "ERoRR-------"),
    Row(role: .ppoc, cells: "RRoRR---R-E-"), Row(role: .dio, cells: "---RR---EE-s"),
    Row(role: .sup, cells: "ERRRRRAAR-Er"), Row(role: .supt, cells: "---RR-A-RR-A"),
    Row(role: .sm, cells: "---RR-AE----"), Row(role: .aud, cells: "---RRR-R----"),
    Row(role: .adm, cells: "----E-A-----"),
    Row(role: .sm, designation: .designated, cells: "R-RRR-AE----"),
    Row(role: .supt, designation: .primary, cells: "R-RRR-A-RR-A"),
    Row(role: .adm, designation: .designated, cells: "R-RRE-A-----"),
    Row(role: .ppoc, designation: .primary, cells: "RRRRR---R-E-"),
  ]

  @Test("every role, every function and every deed is tried: no cell is left out")
  func complete() {
    #expect(Set(Self.rows.map(\.role)) == Set(Role.allCases))
    #expect(Set(Self.functions).union(Self.withoutRoom) == Set(Function.allCases))
    for function in Self.functions {
      #expect(MatrixDeed.all.contains { $0.function == function }, "\(function)")
    }
    let doors = FormCatalogue.all.filter { Self.withoutRoom.contains($0.function) }.map(\.id)
    #expect(doors == [], "a room that is there has deeds to be tried")
  }

  @Test(
    "00 section 4: a role does what its cell says, and is refused the rest in words",
    arguments: rows)
  func deeds(row: Row) throws {
    let stage = try MatrixStage(for: row.role, row.designation)
    for deed in MatrixDeed.all {
      let cell = try #require(row.cell(deed.function))
      let refusal = try stage.refusal(of: deed)
      #expect((refusal == nil) == deed.cells.contains(cell), "\(deed.words): \(refusal as Any)")
      guard let refusal else { continue }
      #expect(
        ["GEN-003", "CUS-022", "INT-005", "INT-024", "PPL-004"].contains(refusal.rule),
        "\(deed.words): \(refusal.display)")
      let isOfRole =
        refusal.words.contains(row.role.titleInSentence) || refusal.rule == "CUS-022"
        || refusal.words.contains(stage.worker.initials)
      #expect(isOfRole || cell != "-", "\(deed.words): \(refusal.display)")
    }
    #expect(try stage.office.custody.temporary.verify().isGood)
  }

  @Test("somebody who has left reads and writes nothing")
  func left() throws {
    var stage = try MatrixStage(for: .sup, .none)
    stage.worker.active = false
    for deed in MatrixDeed.all { #expect(try stage.refusal(of: deed) != nil, "\(deed.words)") }
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
