/// The appointment a call to the helpline leads to; one from custody at night is owed one (CUS-015).
package enum NextDayAppointmentForm {
  package static let id: FormID = "next-day-appointment"
  package static let offered: FieldCode = "offered"
  package static let date: FieldCode = "date"
  package static let time: FieldCode = "time"
  package static let length: FieldCode = "length"
  package static let place: FieldCode = "place"
  package static let worker: FieldCode = "worker"

  package static let definition = FormDefinition(
    id, title: "Appointment after a call",
    purpose: "Books the appointment a helpline call leads to; after a call from custody at night "
      + "one is owed",
    about: [.custodyEntry, .helplineCall], function: .custodyBoardAndDIR, keptIn: .helplineCall,
    requiredBy: "CUS-015",
    action: .behind(.enquiries, "n"),
    sections: [
      FormSection(
        "Appointment",
        [
          FormField(offered, "Appointment offered", .yesNo(notKnown: false, refused: false))
            .required(),
          FormField(date, "Date", .date(direction: .future))
            .required { $0.isYes(offered) }.applying { !isNo($0) }.askingRecords()
            .help("The day owed, or the next working day after a night call, is filled in"),
          FormField(time, "Time", .time).required { $0.isYes(offered) }.applying { !isNo($0) }
            .askingRecords(),
          FormField(length, "Length in minutes", .number(5...480, unit: "min"))
            .required { $0.isYes(offered) }.applying { !isNo($0) }.carried(),
          FormField(place, "Place", .text(max: 60))
            .required { $0.isYes(offered) }.applying { !isNo($0) }.carried(),
          FormField(worker, "Worker", .link(kinds: [.worker]))
            .required { $0.isYes(offered) }.applying { !isNo($0) }.carried().askingRecords()
            .help("The arrest referral or CJIT worker who will be there"),
        ])
    ],
    rules: [
      LinkRules.known(worker, rule: "CUS-015"), callIsKnown, callStands, notBooked, dayIsTheOneOwed,
      noneOffered, bookingRules,
    ]
  ).leading { _, facts, _ in
    // PPL-051: booked while the call went on, so its end is still to be recorded.
    guard let call = facts.custody?.call, call.wasAnswered else { return nil }
    return call.ended == nil ? CallEndedForm.id : nil
  }

  private static let callIsKnown = FormRule { _, facts, _ in
    facts.custody?.call == nil
      ? [Finding("CUS-015", .blocks, "No helpline call is recorded. Record the call first")] : []
  }

  private static let callStands = FormRule { _, facts, _ in
    CallRules.stands(struckBecause: facts.custody?.call?.struckBecause)
  }

  private static let notBooked = FormRule { _, facts, _ in
    guard let booked = facts.custody?.call?.bookedFor else { return [] }
    return [
      Finding(
        "CUS-015", .blocks, "An appointment is booked already, for \(booked.ukWithWeekday)")
    ]
  }

  private static let dayIsTheOneOwed = FormRule { reading, facts, context in
    guard !isNo(reading), let due = facts.custody?.call?.owedFor, let day = reading.date(date)
    else { return [] }
    return NextDayAppointment.finding(bookedFor: day, due: due, in: context.calendar)
      .map { [$0.on(field: date.text)] } ?? []
  }

  private static let noneOffered = FormRule { reading, facts, _ in
    guard isNo(reading), facts.custody?.call?.isFromCustody == true else { return [] }
    return [
      NextDayAppointment.notOffered(due: facts.custody?.call?.owedFor).on(field: offered.text)
    ]
  }

  /// PPL-020, PPL-021: what holds for every booking holds for this one.
  private static let bookingRules = FormRule { reading, facts, context in
    guard !isNo(reading), let day = reading.date(date) else { return [] }
    let notWorking = BookingRules.workingDay(day, in: context.calendar).map { [$0] } ?? []
    guard let slot = slot(in: reading), let others = facts.appointment?.standing else {
      return notWorking
    }
    return notWorking
      + BookingRules.overlaps(slot, with: others).map { $0.on(field: time.text) }
  }

  /// The time as answered; nil while part of it is missing.
  package static func slot(in reading: FormReading) -> BookingRules.Slot? {
    guard let day = reading.date(date), let time = reading.time(time),
      let minutes = reading.number(length)
    else { return nil }
    return BookingRules.Slot(starts: Moment(local: day, time), minutes: minutes)
  }

  private static func isNo(_ reading: FormReading) -> Bool { reading.yesNo(offered) == .no }
}
