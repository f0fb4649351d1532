/// The deadline a referral to the single point of contact sets.
package enum EnquiryDeadlines {
  package static let spocActionName = "SPOC action"

  /// PPL-050: the same day inside staffed hours, the next working day outside them.
  package static func spocAction(
    received: Moment, hours: StaffedHours, in calendar: WorkingCalendar
  ) -> Deadline {
    let inHours = hours.isStaffed(at: received, in: calendar)
    return Deadline(
      name: spocActionName, ruleID: "PPL-050",
      startFact: inHours ? "referral received" : "referral received out of hours",
      start: .moment(received), length: inHours ? .sameDay : .nextWorkingDay,
      owner: "SPOC worker", metBy: "action recorded")
  }
}
