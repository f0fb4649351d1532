import CaseRules
@testable import CaseStore
import SQLite
import Testing

@Suite("The way from the cell to the caseload")
struct AttritionTests: InAssessment {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test("CUS-021: a month's way from the cell to the caseload, trigger and other apart")
  func attrition() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.offer(entry)
    try office.save(DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    _ = try office.arrival(offence: "N01", cell: "M2")
    let context = try office.context(at: ten)
    let lines = try office.store.read {
      try Attrition.lines(from: .on(15, 9, 2007), to: .on(20, 10, 2007), in: $0, context)
    }
    #expect(lines.map(\.month) == [.on(1, 9, 2007), .on(1, 10, 2007)])
    let zero = Dictionary(uniqueKeysWithValues: AttritionLine.Stage.allCases.map { ($0, 0) })
    #expect(lines.first?.trigger == zero)
    #expect(
      lines.last?.trigger == [
        .arrived: 1, .offered: 1, .accepted: 1, .seen: 1, .dir: 1, .referred: 1,
        .firstAppointmentKept: 0, .caseload: 0,
      ])
    #expect(lines.last?.other == zero.merging([.arrived: 1]) { $1 })
  }

  @Test("CUS-021: a first appointment kept counts, a later one after a missed first does not")
  func attritionToTheCaseload() throws {
    let person = try office.person()
    let entry = try seenEntry(person)
    try office.save(DIRForm.id, about: entry, DIRExamples.answers, rows: DIRExamples.rows, at: ten)
    func figures() throws -> [AttritionLine.Stage: Int]? {
      let context = try office.context(at: ten)
      return try office.store.read {
        try Attrition.lines(from: .on(1, 10, 2007), to: .on(31, 10, 2007), in: $0, context)
      }.first?.trigger
    }
    try book(person, on: 9, state: "attended")
    #expect(try figures()?[.firstAppointmentKept] == 1)
    try book(person, on: 8, state: "missed")
    #expect(try figures()?[.firstAppointmentKept] == 0)

    #expect(try figures()?[.caseload] == 0)
    try change("UPDATE episode SET joined = '2007-10-08', state = 'activeCommunity'")
    #expect(try figures()?[.caseload] == 1)
  }

  private func book(_ person: RecordRef, on day: Int, state: String) throws {
    let (id, worker) = (PersonID(person.number), office.cjit.id)
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    _ = try office.store.write(by) { transaction in
      try AppointmentRecords.book(
        Appointment(
          id: AppointmentID(0), person: id, worker: worker, starts: .at(day, 10, 2007, 10, 0),
          minutes: 30, place: "Quay House", kind: .oneToOne), in: transaction,
        calendar: .englandAndWales)
    }
    try change(
      "UPDATE appointment SET state = '\(state)' WHERE id = (SELECT max(id) FROM appointment)")
  }

  private func change(_ sql: String) throws {
    let by = try Attribution(by: office.arw.id, as: .arw, at: ten)
    try office.store.write(by) { transaction in
      try transaction.connection.execute(sql)
      try transaction.audit(AuditEvent(.changed))
    }
  }
}
