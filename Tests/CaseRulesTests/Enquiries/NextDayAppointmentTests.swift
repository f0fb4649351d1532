import CaseRules
import Testing

@Suite("The next-day appointment after a helpline call")
struct NextDayAppointmentTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let call: Moment
    let due: CalendarDate?
  }

  @Test(
    "CUS-015: the day owed",
    arguments: [
      Row(
        testDescription: "worked example 5: Mon 22:30, the next day",
        call: .at(1, 10, 2007, 22, 30), due: .on(2, 10, 2007)),
      Row(
        testDescription: "worked example 6: Tue 02:15, that same date",
        call: .at(2, 10, 2007, 2, 15), due: .on(2, 10, 2007)),
      Row(
        testDescription: "worked example 7: Fri 21:00, Saturday",
        call: .at(5, 10, 2007, 21, 0), due: .on(6, 10, 2007)),
      Row(
        testDescription: "the last minute before opening", call: .at(2, 10, 2007, 8, 59),
        due: .on(2, 10, 2007)),
      Row(testDescription: "opening time is staffed", call: .at(2, 10, 2007, 9, 0), due: nil),
      Row(testDescription: "the last staffed minute", call: .at(2, 10, 2007, 16, 59), due: nil),
      Row(
        testDescription: "closing time", call: .at(2, 10, 2007, 17, 0), due: .on(3, 10, 2007)),
      Row(
        testDescription: "Saturday before opening time", call: .at(6, 10, 2007, 8, 0),
        due: .on(6, 10, 2007)),
      Row(
        testDescription: "Saturday after opening time", call: .at(6, 10, 2007, 10, 0),
        due: .on(7, 10, 2007)),
      Row(
        testDescription: "a bank holiday at noon", call: .at(25, 12, 2007, 12, 0),
        due: .on(26, 12, 2007)),
    ])
  func due(_ row: Row) {
    #expect(
      NextDayAppointment.due(after: row.call, hours: .office, in: .englandAndWales) == row.due)
    let deadline = CustodyDeadlines.nextDayAppointment(
      call: row.call, hours: .office, in: .englandAndWales)
    #expect(deadline?.due(in: .englandAndWales) == row.due)
  }

  @Test("CUS-015, worked example 7: Saturday is owed; Monday is accepted with a reason")
  func nextWorkingDay() {
    let saturday = CalendarDate.on(6, 10, 2007)
    let finding = NextDayAppointment.finding(
      bookedFor: .on(8, 10, 2007), due: saturday, in: .englandAndWales)
    #expect(finding?.force == .warns)
    #expect(finding?.rule == "CUS-015")
    #expect(finding?.rule == "CUS-015")
    #expect(finding?.words.contains("the next working day, is accepted") == true)
    let later = NextDayAppointment.finding(
      bookedFor: .on(9, 10, 2007), due: saturday, in: .englandAndWales)
    #expect(later?.words.contains("Say why") == true)
    #expect(
      NextDayAppointment.finding(bookedFor: saturday, due: saturday, in: .englandAndWales) == nil)
  }

  @Test("CUS-015: another day, or no appointment at all, asks for a reason")
  func otherDay() {
    let due = CalendarDate.on(2, 10, 2007)
    let other = NextDayAppointment.finding(
      bookedFor: .on(4, 10, 2007), due: due, in: .englandAndWales)
    #expect(other?.force == .warns)
    #expect(NextDayAppointment.notOffered(due: due).force == .warns)
    #expect(NextDayAppointment.notOffered(due: due).words.contains("Tue 02/10/2007"))
  }
}
