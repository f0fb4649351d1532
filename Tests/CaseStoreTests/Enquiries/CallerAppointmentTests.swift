import CaseRules
import Testing

@testable import CaseStore

@Suite("The appointment of a caller who is not on file")
struct CallerAppointmentTests: CallerStory {
  let office: CustodyOffice

  init() throws { office = try CustodyOffice() }

  @Test("PPL-055: it stands on Today of the team and in the diary, by the name that was given")
  func seen() throws {
    let call = try booked()
    for worker in [office.arw, office.cjit, office.teamLeader] {
      let line = try #require(try today(morning, as: worker).callAppointments.first)
      #expect(line.ref == call && line.name == "Robin Marsh" && line.person == nil)
      #expect(!line.isFromCustody && line.booked == call)
    }
    let mine = try #require(try diary(morning, as: office.cjit).first)
    #expect(mine.ref == call && mine.name == "Robin Marsh" && mine.person == nil)
    #expect(mine.starts == ten && mine.state == .booked)
    #expect(mine.due?.metByForm == CallerCameForm.id)
    #expect(try diary(morning, as: office.arw).isEmpty, "it is with the key worker")
    #expect(try diary(morning, as: office.arw, everyone: true).map(\.ref) == [call])
    #expect(try today(.at(1, 10, 2007, 23, 0), as: office.cjit).nextDays.first?.count == 1)
    #expect(try today(morning, as: office.intelligence).callAppointments.isEmpty, "CUS-022")
  }

  @Test("CUS-022: who may not know of calls is not told how many stand in the diary either")
  func counted() throws {
    _ = try booked()
    var officer = office.intelligence
    officer.designation = .designated
    for (worker, count) in [(office.teamLeader, 1), (officer, 0)] {
      let context = try office.context(at: morning, as: worker)
      let (lines, booked) = try office.store.read { records in
        (
          try Diary.lines(on: morning.date, of: nil, in: records, context).count,
          try Diary.booked(on: morning.date, nil, records, context)
        )
      }
      #expect(lines == count && booked == count, "\(worker.name)")
    }
  }

  @Test("PPL-022: the outcome is owed on its day by whoever they were to come to")
  func owed() throws {
    let call = try booked()
    #expect(
      try office.deadlines(about: call, at: morning) == ["Appointment outcome 02/10/2007 due_soon"])
    let due = try #require(try today(morning, as: office.cjit).due.first { $0.ref == call })
    #expect(due.personName == "Robin Marsh" && due.ownerID == office.cjit.id)
    #expect(due.metByForm == CallerCameForm.id)
    let late = try today(.at(3, 10, 2007, 9, 0), as: office.teamLeader).due
    #expect(late.first { $0.ref == call }?.status == .overdue)
  }

  @Test("PPL-050: a referral of somebody not on file is owed under the name given, and from where")
  func referralsDue() throws {
    let named = try booked([HelplineCallForm.purposes: "REF, APP"])
    let unnamed = try booked(
      [
        HelplineCallForm.purposes: "REF, APP", HelplineCallForm.clientName: "",
      ], time: "11:00")
    let due = try today(morning, as: office.cjit).due.filter { $0.ref.kind == .incomingReferral }
    #expect(
      due.map { [$0.personName, $0.origin] } == [
        ["Robin Marsh", "Call \(named.text)"], ["No name given", "Call \(unnamed.text)"],
      ])
  }
}
