/// The deadlines a detention sets, as the deadline engine counts them.
package enum CustodyDeadlines {
  /// CUS-002: the offer, 60 minutes from arrival.
  package static func offer(arrived: Moment) -> Deadline {
    Deadline(
      name: "Offer", ruleID: "CUS-002", startFact: "arrival", start: .moment(arrived),
      length: .minutes(OfferRules.minutesAllowed), owner: "custody officer",
      metBy: "offer result recorded")
  }

  /// CUS-005: the alert to arrest referral workers, at once.
  package static func triggerAlert(saved: Moment, settings: Settings) -> Deadline {
    Deadline(
      name: "Trigger alert", ruleID: "CUS-005", startFact: "trigger arrival saved",
      start: .moment(saved), length: .immediately(withinMinutes: settings.immediateMinutes),
      owner: "arrest referral workers", metBy: "alert shown")
  }

  /// CUS-015: the appointment for the day the call leads to; nil for a call in staffed hours.
  package static func nextDayAppointment(
    call: Moment, hours: StaffedHours, in calendar: WorkingCalendar
  ) -> Deadline? {
    guard let due = NextDayAppointment.due(after: call, hours: hours, in: calendar) else {
      return nil
    }
    return Deadline(
      name: "Next-day appointment", ruleID: "CUS-015", startFact: "helpline call from custody",
      start: .moment(call), length: due == call.date ? .sameDay : .followingDay,
      owner: "call taker", metBy: "appointment booked for that date")
  }

  /// CUS-012: contact on the day of the bail return.
  package static func bailReturn(_ returns: Moment) -> Deadline {
    Deadline(
      name: "Bail return contact", ruleID: "CUS-012", startFact: "return to the police station",
      start: .day(returns.date), length: .sameDay, owner: "arrest referral workers",
      metBy: "approach result recorded")
  }
}
