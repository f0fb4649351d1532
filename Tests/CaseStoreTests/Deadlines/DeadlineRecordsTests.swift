import CaseRules
import SQLite
import Testing

@testable import CaseStore

@Suite("Deadlines in the file")
struct DeadlineRecordsTests {
  private static let calendar = WorkingCalendar.englandAndWales
  private static let subject = RecordRef(.appointment, 7)

  private static func followUp(_ missed: String) -> Deadline {
    CaseloadDeadlines.missedFollowUp(missed: .on(missed), settings: Settings())
  }

  @discardableResult
  private static func start(
    _ deadline: Deadline, in transaction: WriteTransaction, owner: DeadlineOwner? = nil
  ) throws -> DeadlineRow {
    try DeadlineRecords.start(
      deadline, about: subject, person: nil, owner: owner ?? .worker(WorkerID(1)),
      metByForm: "contact-attempt", in: transaction, calendar: calendar)
  }

  /// Every save is put down to something.
  private static func note(in transaction: WriteTransaction) throws {
    try transaction.audit(AuditEvent(.changed))
  }

  @Test("PPL-022: a deadline comes back as it was started")
  func roundTrip() throws {
    let file = try TemporaryStore()
    let started = try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      return try Self.start(Self.followUp("2008-03-20"), in: transaction)
    }
    #expect(started.deadline == Self.followUp("2008-03-20"))
    #expect(started.due == .on("2008-03-25"))
    #expect(started.isOpen)
    #expect(started.owner == .worker(WorkerID(1)))
    #expect(started.metByForm == "contact-attempt")
  }

  @Test(
    "Every length is kept and read back",
    arguments: [
      DeadlineLength.workingDays(4), .calendarDays(84), .weeks(6), .months(3), .weeksBefore(6),
      .sameDay, .followingDay, .nextWorkingDay, .minutes(60), .immediately(withinMinutes: 60),
    ])
  func lengths(length: DeadlineLength) throws {
    let stored = length.stored
    #expect(DeadlineLength(unit: stored.unit, amount: stored.amount) == length)
    let file = try TemporaryStore()
    let start = Occasion.moment(.at("2008-03-20 10:00"))
    let deadline = Deadline(
      name: "Test", ruleID: "TIME-003", startFact: "start", start: start, length: length,
      owner: "worker", metBy: "something")
    let row = try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      return try Self.start(deadline, in: transaction)
    }
    #expect(row.deadline == deadline)
    #expect(row.due == deadline.due(in: Self.calendar))
    #expect(row.expires == deadline.dueMoment(in: Self.calendar))
  }

  @Test("Worked example 1: met on the day, and a second meeting changes nothing")
  func meeting() throws {
    let file = try TemporaryStore()
    let call = Moment.at("2007-10-08 10:00")
    try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      try Self.start(Self.followUp("2007-10-05"), in: transaction)
      try DeadlineRecords.meet(
        "Missed follow-up", about: Self.subject, on: .moment(call), in: transaction)
      try DeadlineRecords.meet(
        "Missed follow-up", about: Self.subject, on: .day(.on("2007-10-20")), in: transaction)
    }
    let rows = try file.store.read { try DeadlineRecords.all(about: Self.subject, in: $0) }
    #expect(rows.map(\.met) == [.moment(call)])
    let status = rows.first?.status(now: .at("2007-11-01 09:00"), in: Self.calendar)
    #expect(status == .met)
  }

  @Test("TIME-012: a corrected start fact moves the due date and keeps the old one")
  func correction() throws {
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      try Self.start(Self.followUp("2007-10-05"), in: transaction)
      try DeadlineRecords.correctStart(
        of: "Missed follow-up", about: Self.subject, to: .day(.on("2008-03-20")),
        in: transaction, calendar: Self.calendar)
    }
    let rows = try file.store.read { try DeadlineRecords.all(about: Self.subject, in: $0) }
    #expect(rows.map(\.due) == [.on("2008-03-25")])
    let kept = try file.store.read { records in
      try records.query("SELECT due FROM deadline WHERE superseded_by IS NOT NULL") {
        try $0.get(0, as: CalendarDate.self)
      }
    }
    #expect(kept == [.on("2007-10-08")])
    let entries = try file.store.read { records in
      try records.query("SELECT rule FROM audit WHERE kind = 'deadline.move'") { try $0.text(0) }
    }
    #expect(entries == ["TIME-012"])
  }

  @Test("TIME-012: without a start fact nothing runs; recorded later, it does")
  func waiting() throws {
    let file = try TemporaryStore()
    var waiting = Self.followUp("2007-10-05")
    waiting.start = nil
    let deadline = waiting
    let first = try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      return try Self.start(deadline, in: transaction)
    }
    #expect(first.status(now: .at("2030-01-01 00:00"), in: Self.calendar) == .noStartDate)
    try file.store.write(try file.attribution()) { transaction in
      try DeadlineRecords.correctStart(
        of: "Missed follow-up", about: Self.subject, to: .day(.on("2007-10-05")),
        in: transaction, calendar: Self.calendar)
    }
    let rows = try file.store.read { try DeadlineRecords.all(about: Self.subject, in: $0) }
    #expect(rows.map(\.due) == [.on("2007-10-08")])
  }

  @Test("TIME-012: a correction of a met deadline keeps it met, against the true date")
  func metLate() throws {
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) { transaction in
      try Self.start(Self.followUp("2007-10-05"), in: transaction)
      try DeadlineRecords.meet(
        "Missed follow-up", about: Self.subject, on: .day(.on("2007-10-08")), in: transaction)
      try DeadlineRecords.correctStart(
        of: "Missed follow-up", about: Self.subject, to: .day(.on("2007-10-04")),
        in: transaction, calendar: Self.calendar)
    }
    let rows = try file.store.read { try DeadlineRecords.all(about: Self.subject, in: $0) }
    #expect(rows.map { $0.status(now: .at("2007-10-09 09:00"), in: Self.calendar) } == [.metLate])
  }

  @Test("TIME-012: a new bank holiday moves open deadlines only, and only those it lies in")
  func holiday() throws {
    let file = try TemporaryStore()
    let proclaimed = CalendarDate.on("2007-10-08")
    let changed = WorkingCalendar(
      holidays: BankHolidays.englandAndWales() + [BankHoliday(date: proclaimed, name: "Feast")])
    let moved = try file.store.write(try file.attribution()) { transaction in
      for missed in ["2007-10-05", "2007-10-08", "2007-10-01"] {
        try Self.start(Self.followUp(missed), in: transaction)
      }
      let met = try Self.start(Self.followUp("2007-10-05"), in: transaction)
      try DeadlineRecords.meet([met], on: .day(.on("2007-10-05")), in: transaction)
      return try DeadlineRecords.recomputeOpen(
        afterChangeOf: [proclaimed], in: transaction, calendar: changed)
    }
    #expect(moved == 1)
    let dues = try file.store.read { records in
      try DeadlineRecords.all(about: Self.subject, in: records)
    }
    let open = dues.filter(\.isOpen).compactMap(\.due).sorted()
    #expect(open == [.on("2007-10-02"), .on("2007-10-09"), .on("2007-10-09")])
    #expect(dues.filter { $0.met != nil }.map(\.due) == [.on("2007-10-08")])
  }

  @Test("TIME-011: a deadline that does not apply says why")
  func setAside() throws {
    let file = try TemporaryStore()
    try file.store.write(try file.attribution()) { transaction in
      try Self.note(in: transaction)
      try Self.start(Self.followUp("2007-10-05"), in: transaction)
      try DeadlineRecords.setAside(
        about: Self.subject, because: "Client has died", in: transaction)
    }
    let rows = try file.store.read { try DeadlineRecords.all(about: Self.subject, in: $0) }
    let status = rows.map { $0.status(now: .at("2008-01-01 00:00"), in: Self.calendar) }
    #expect(status == [.notApplicable("Client has died")])
  }

  @Test("GEN-004: a deadline is never removed")
  func stays() throws {
    let file = try TemporaryStore()
    #expect(throws: SQLiteError.self) {
      try file.store.write(try file.attribution()) { transaction in
        try Self.start(Self.followUp("2007-10-05"), in: transaction)
        try transaction.connection.execute("DELETE FROM deadline")
      }
    }
  }
}

extension CalendarDate {
  /// A date of an example; the earliest day there is when the text is no date.
  static func on(_ iso: String) -> CalendarDate { CalendarDate(iso: iso) ?? .earliest }
}

extension Moment {
  /// A local date and time of an example: "2007-10-05 10:00".
  static func at(_ text: String) -> Moment {
    let halves = text.split(separator: " ")
    let time = halves.count > 1 ? ClockTime(text: halves[1]) : nil
    return Moment(local: .on(String(halves.first ?? "")), time ?? .midnight)
  }
}
