import Testing

@testable import CaseRules

@Suite("Contacts and attempts, worked out anew")
struct ContactHistoryTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let contacts: [String]
    let failures: [String]
    let last: String?
    let count: Int
    var testDescription: String { "\(contacts) \(failures) -> \(last ?? "none"), \(count)" }
  }

  @Test(
    "PPL-024, PPL-026: attempts count from the last contact, to the minute",
    arguments: [
      Row(contacts: [], failures: [], last: nil, count: 0),
      Row(contacts: [], failures: ["2007-10-05 10:00"], last: nil, count: 1),
      Row(
        contacts: ["2007-10-05 12:00"], failures: ["2007-10-05 10:00", "2007-10-05 14:00"],
        last: "2007-10-05 12:00", count: 1),
      Row(
        contacts: ["2007-10-05 12:00"], failures: ["2007-10-05 12:00"], last: "2007-10-05 12:00",
        count: 0),
      Row(
        contacts: ["2007-10-09 12:00", "2007-10-01 12:00"],
        failures: ["2007-10-05 10:00", "2007-10-10 10:00", "2007-10-11 10:00"],
        last: "2007-10-09 12:00", count: 2),
    ])
  func counts(row: Row) {
    let history = ContactHistory(
      contacts: row.contacts.map { Moment.example($0) },
      failures: row.failures.map { Moment.example($0) })
    #expect(history.lastContact == row.last.map { Moment.example($0) })
    #expect(history.failedAttempts == row.count)
  }

  @Test(
    "PPL-025: the second miss is the first that came within 14 days of another",
    arguments: [
      ([], nil), (["2007-10-05"], nil), (["2007-10-05", "2007-10-19"], "2007-10-19"),
      (["2007-10-05", "2007-10-20"], nil),
      (["2007-10-25", "2007-10-05", "2007-10-20"], "2007-10-25"),
      (["2007-10-05", "2007-10-05"], "2007-10-05"),
    ] as [([String], String?)])
  func secondMiss(days: [String], second: String?) {
    #expect(
      LostContactRules.secondMiss(in: days.map { .example($0) }) == second.map { .example($0) })
  }
}
