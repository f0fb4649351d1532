import CaseRules

/// One appointment of the demonstration: booked, and what came of it.
struct AppointmentStory {
  enum Outcome: Hashable {
    case came
    case late
    /// Missed, and reached afterwards.
    case missed
    /// Missed, and not reached since.
    case missedForGood
    case cancelled
    /// Nobody has written down what came of it.
    case notWritten
  }

  let day: CalendarDate
  let keyWorker: Int
  let diary: DemoDiary
  let outcome: Outcome

  func plan(
    _ story: DemoStory, in plan: DemoPlan, worker: @escaping (DemoScribe) -> Worker
  ) {
    let booked = Moment(local: day.adding(days: -2), ClockTime(minutesOfDay: 12 * 60 + keyWorker))
    let kind = story.chance.pick(["1-1", "1-1", "1-1", "phone", "group", "prescriber", "test"])
    let place = story.chance.pick(PlacePools.rooms)
    let attempts = story.chance.int(1...3)
    plan.add(booked) { scribe in
      guard let episode = try scribe.episode(of: story), episode.state.isOpen else { return }
      let by = worker(scribe)
      let starts = diary.slot(of: by.id, on: day)
      let ref = try scribe.fill(
        AppointmentForm.id, about: story.personRef, by: by, at: booked,
        [
          AppointmentForm.date: starts.date.uk, AppointmentForm.start: starts.time.text,
          AppointmentForm.length: "30", AppointmentForm.place: place,
          AppointmentForm.worker: by.id.ref.text, AppointmentForm.kind: kind,
          AppointmentForm.tierThree: kind == "prescriber" ? "yes" : "no",
        ])
      settle(ref, starts, by, attempts, plan)
    }
  }

  private func settle(
    _ ref: RecordRef, _ starts: Moment, _ by: Worker, _ attempts: Int, _ plan: DemoPlan
  ) {
    var answers: [FieldCode: String] = [:]
    var when = starts.adding(minutes: 35)
    switch outcome {
    case .notWritten: return
    case .came: answers[AppointmentOutcomeForm.outcome] = "came"
    case .late:
      answers[AppointmentOutcomeForm.outcome] = "late"
      answers[AppointmentOutcomeForm.minutesLate] = "15"
    case .missed, .missedForGood: answers[AppointmentOutcomeForm.outcome] = "missed"
    case .cancelled:
      when = starts.adding(minutes: -120)
      answers[AppointmentOutcomeForm.outcome] = "cancelled"
      answers[AppointmentOutcomeForm.cancelledBy] = "client"
      answers[AppointmentOutcomeForm.cancelledAt] = when.typed
      answers[AppointmentOutcomeForm.reason] = "Signing on at the same time"
    }
    plan.add(when) { scribe in
      try scribe.fill(AppointmentOutcomeForm.id, about: ref, by: by, at: when, answers)
      switch outcome {
      case .missed: chase(ref, after: starts.date, by, 1, of: attempts, scribe, plan)
      case .missedForGood: chase(ref, after: starts.date, by, 1, of: 9, scribe, plan)
      case .came, .late, .cancelled, .notWritten: return
      }
    }
  }

  /// An attempt on each working day after a miss (PPL-022, PPL-023).
  private func chase(
    _ ref: RecordRef, after day: CalendarDate, _ by: Worker, _ number: Int, of attempts: Int,
    _ scribe: DemoScribe, _ plan: DemoPlan
  ) {
    guard number <= min(attempts, 3) else { return }
    let next = scribe.practice.calendar.nextWorkingDay(after: day)
    let when = Moment(local: next, ClockTime(minutesOfDay: 10 * 60 + 15))
    let isReached = number == attempts
    plan.add(when) { scribe in
      try scribe.fill(
        ContactAttemptForm.id, about: ref, by: by, at: when,
        [
          ContactAttemptForm.when: when.typed,
          ContactAttemptForm.method: number == 2 && !isReached ? "text" : "phone",
          ContactAttemptForm.result: isReached ? "spoke" : number == 2 ? "sent" : "no-answer",
        ])
      chase(ref, after: next, by, number + 1, of: isReached ? 0 : attempts, scribe, plan)
    }
  }
}
