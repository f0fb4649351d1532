import CaseRules

/// A client's way with the team, as far as it has come.
struct CaseloadStory {
  /// Where it has come to.
  enum Ending {
    /// First contact only.
    case contact
    case assessed
    case active
    case inPrison
    case dropOutReview
    case closed
  }

  var ending: Ending
  var joined: CalendarDate
  /// Which of the key workers, by their number in the cast.
  var keyWorker: Int
  /// Whether the person is on file and assessed already, out of custody.
  var comesFromCustody: Bool
  let diary: DemoDiary

  func plan(_ story: DemoStory, in plan: DemoPlan) {
    if !comesFromCustody { come(story, plan) }
    switch ending {
    case .contact, .assessed: return
    case .active, .inPrison, .dropOutReview, .closed: break
    }
    join(story, plan)
    meet(story, plan)
    end(story, plan)
  }

  private func worker(_ scribe: DemoScribe) -> Worker {
    let all = scribe.cast.all(.cjit)
    return all[keyWorker % max(1, all.count)]
  }

  // MARK: Coming

  private var firstSeen: Moment {
    Moment(local: joined.adding(days: -6), ClockTime(minutesOfDay: 610))
  }

  private func come(_ story: DemoStory, _ plan: DemoPlan) {
    let seen = firstSeen
    let entry = story.chance.pick(["helpline", "helpline", "other", "prison", "court"])
    plan.add(seen) { scribe in
      let by = worker(scribe)
      let person = try scribe.takeOnFile(story, by: by, at: seen)
      var answers: [FieldCode: String] = [
        ContactEpisodeForm.entryPoint: entry, ContactEpisodeForm.opened: seen.date.uk,
        ContactEpisodeForm.voluntary: "yes", ContactEpisodeForm.noAlternative: "yes",
      ]
      if entry == "other" { answers[ContactEpisodeForm.note] = "Sent by the housing office" }
      try scribe.fill(ContactEpisodeForm.id, about: person, by: by, at: seen, answers)
    }
    guard ending != .contact, Periods.age(bornOn: story.person.born, on: seen.date) >= 18 else {
      return
    }
    let answers = AssessmentAnswers(
      story, at: seen.adding(minutes: 20), place: .community, offence: "N99")
    plan.add(seen.adding(minutes: 10)) { scribe in
      try scribe.consent(
        story, to: "assessment", by: worker(scribe), at: seen.adding(minutes: 10))
    }
    let written = seen.adding(minutes: 90)
    plan.add(written) { scribe in
      try scribe.fill(
        DIRForm.id, about: story.personRef, by: worker(scribe), at: written, answers.texts,
        rows: answers.rows)
    }
  }

  // MARK: On the caseload

  private func join(_ story: DemoStory, _ plan: DemoPlan) {
    let moment = Moment(local: joined, ClockTime(minutesOfDay: 11 * 60 + 5))
    plan.add(moment) { scribe in
      let by = worker(scribe)
      try scribe.fill(
        JoinCaseloadForm.id, about: story.personRef, by: by, at: moment,
        [
          JoinCaseloadForm.worker: by.id.ref.text, JoinCaseloadForm.whereabouts: "community",
          JoinCaseloadForm.joined: joined.uk,
        ])
    }
    CarePlanStory(story, joined: joined, today: plan.today).plan(story, in: plan, worker: worker)
  }

  /// Appointments every ten days or so, the last of them still to come.
  private func meet(_ story: DemoStory, _ plan: DemoPlan) {
    var day = max(joined.adding(days: 2), plan.today.adding(days: -45))
    let last = plan.today.adding(days: 6)
    while day <= last {
      AppointmentStory(
        day: day, keyWorker: keyWorker, diary: diary,
        outcome: outcome(story, on: day, today: plan.today)
      ).plan(story, in: plan, worker: worker)
      day = day.adding(days: 8 + story.chance.int(0...6))
    }
  }

  private func outcome(
    _ story: DemoStory, on day: CalendarDate, today: CalendarDate
  ) -> AppointmentStory.Outcome {
    if ending == .dropOutReview, day > today.adding(days: -24) { return .missedForGood }
    return story.chance.weighted(
      [.came: 64, .late: 10, .missed: 14, .missedForGood: 3, .cancelled: 6, .notWritten: 3],
      otherwise: .came)
  }

  // MARK: Ending

  private func end(_ story: DemoStory, _ plan: DemoPlan) {
    switch ending {
    case .contact, .assessed, .active: return
    case .inPrison:
      let day = plan.today.adding(days: -7 - story.chance.int(0...5))
      step(on: day, story, plan) { scribe, episode, moment in
        try scribe.fill(
          EnterPrisonForm.id, about: episode, by: worker(scribe), at: moment,
          [
            EnterPrisonForm.received: day.uk, EnterPrisonForm.prison: "HMP Kestrel Moor",
            EnterPrisonForm.worker: scribe.cast.first(.carat).id.ref.text,
          ])
      }
    case .dropOutReview:
      let day = plan.today.adding(days: -2)
      step(on: day, story, plan) { scribe, episode, moment in
        guard try scribe.episode(of: story)?.failedAttempts ?? 0 >= 3 else { return }
        try scribe.fill(
          LostContactForm.id, about: episode, by: scribe.cast.first(.sup), at: moment,
          [
            LostContactForm.decision: "review", LostContactForm.decided: day.uk,
            LostContactForm.reason: "Nobody has reached the client for three weeks",
          ])
      }
    case .closed:
      let day = plan.today.adding(days: -1 - story.chance.int(0...3))
      let reason = story.chance.pick(["care-plan-completed", "declined", "moved-away"])
      step(on: day, story, plan) { scribe, episode, moment in
        try scribe.fill(
          CloseEpisodeForm.id, about: episode, by: worker(scribe), at: moment,
          [
            CloseEpisodeForm.reason: reason, CloseEpisodeForm.closed: day.uk,
            CloseEpisodeForm.note: "Agreed at the last meeting",
          ])
      }
    }
  }

  private func step(
    on day: CalendarDate, _ story: DemoStory, _ plan: DemoPlan,
    _ body: @escaping (DemoScribe, RecordRef, Moment) throws -> Void
  ) {
    let moment = Moment(local: day, ClockTime(minutesOfDay: 16 * 60 + 40))
    plan.add(moment) { scribe in
      guard let episode = try scribe.episode(of: story) else { return }
      try body(scribe, episode.id.ref, moment)
    }
  }
}
