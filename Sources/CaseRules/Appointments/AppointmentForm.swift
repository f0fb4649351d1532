/// A time agreed with a client: booked, changed, or agreed anew after a miss.
package enum AppointmentForm {
  package static let id: FormID = "appointment"
  package static let date: FieldCode = "date"
  package static let start: FieldCode = "start"
  package static let length: FieldCode = "length"
  package static let place: FieldCode = "place"
  package static let worker: FieldCode = "worker"
  package static let kind: FieldCode = "kind"
  package static let purpose: FieldCode = "purpose"
  package static let tierThree: FieldCode = "tier-3"

  package static let definition = FormDefinition(
    id, title: "Appointment",
    purpose: "Books an appointment, changes a booked one, or agrees a new date after a miss",
    about: [.person, .appointment], function: .personAndCaseload, keptIn: .appointment,
    requiredBy: "PPL-020",
    action: .near(.contact, "a"),
    sections: [
      FormSection(
        "Appointment",
        [
          FormField(date, "Date", .date(direction: .future)).required().askingRecords(),
          FormField(start, "Start", .time).required().askingRecords(),
          FormField(length, "Length in minutes", .number(5...480, unit: "min")).required()
            .askingRecords().carried(),
          FormField(place, "Place", .text(max: 100)).required().carried(),
          FormField(worker, "Worker", .link(kinds: [.worker])).required().askingRecords()
            .carried(),
          FormField(
            kind, "Kind",
            .choice(AppointmentKind.list("appointment-kind", title: "Kind", rule: "PPL-025"))
          ).required().carried(),
          FormField(purpose, "Purpose", .text(max: 200)),
          FormField(
            tierThree, "Part of a tier 3 programme", .yesNo(notKnown: false, refused: false)
          )
          .help("Empty: groups, prescriber and tests are, the other kinds are not"),
        ])
    ],
    rules: [
      canBeBooked, LinkRules.known(worker, rule: "PPL-020"), workerIsHere, overlap, workingDay,
      past,
    ])

  /// The time that the answers make; nil while one of them is missing.
  package static func slot(_ reading: FormReading) -> BookingRules.Slot? {
    guard let day = reading.date(date), let time = reading.time(start) else { return nil }
    return BookingRules.Slot(
      starts: Moment(local: day, time), minutes: reading.number(length) ?? 5)
  }

  /// PPL-025: as typed, else what the kind is.
  package static func isTierThree(_ reading: FormReading) -> Bool {
    reading.tick(tierThree) ?? reading.choice(kind, as: AppointmentKind.self)?.isTierThree ?? false
  }

  private static let canBeBooked = FormRule { _, facts, _ in
    guard let appointment = facts.appointment?.appointment else { return [] }
    switch appointment.state {
    case .booked, .missed, .cancelled: return []
    case .attended, .attendedLate, .rebooked, .struck:
      return [
        Finding(
          "PPL-020", .blocks,
          "This appointment is \(appointment.state.title.lowercased()). Book another one from the "
            + "client's record")
      ]
    }
  }

  private static let workerIsHere = FormRule { _, facts, _ in
    guard let worker = facts.appointment?.namedWorker, !worker.active else { return [] }
    return [
      Finding(
        "PPL-020", .blocks, field: AppointmentForm.worker.text, "This worker has left. Name another"
      )
    ]
  }

  private static let overlap = FormRule { reading, facts, _ in
    guard let slot = slot(reading), let standing = facts.appointment?.standing else { return [] }
    return BookingRules.overlaps(slot, with: standing)
  }

  private static let workingDay = FormRule { reading, _, context in
    guard let day = reading.date(date) else { return [] }
    return BookingRules.workingDay(day, in: context.calendar).map { [$0] } ?? []
  }

  private static let past = FormRule { reading, _, context in
    guard let slot = slot(reading) else { return [] }
    return BookingRules.past(slot.starts, now: context.now).map { [$0] } ?? []
  }

  package static func draft(of appointment: Appointment) -> FormDraft {
    let local = appointment.starts.local
    var draft = FormDraft()
    draft[date] = local.date.uk
    draft[start] = local.time.text
    draft[length] = String(appointment.minutes)
    draft[place] = appointment.place
    draft[worker] = appointment.worker.ref.text
    draft[kind] = appointment.kind.code
    draft[purpose] = appointment.purpose
    if appointment.isTierThree != appointment.kind.isTierThree {
      draft[tierThree] = (appointment.isTierThree ? YesNo.yes : .no).rawValue
    }
    return draft
  }
}
