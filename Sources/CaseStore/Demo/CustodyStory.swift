import CaseRules

/// A detention of the demonstration, as far as it has come.
struct CustodyStory {
  /// How far a detention has gone; each stage has all those before it.
  enum Stage: Int, Comparable {
    case arrived, offered, approached, permitted, identified, assessed, left, closed

    static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
  }

  /// Codes of `DepartureForm.how`.
  enum Leaving: String {
    case bailedToCourt = "CB"
    case heldForCourt = "CC"
    case bailedToReturn = "BR"
    case noFurtherAction = "NFA"
  }

  var arrived: Moment
  var stage: Stage
  var suite: String
  var cell: String
  var offence: String
  var offer = "ACC"
  var approach = "SEE"
  var permission = true
  var leaving = Leaving.noFurtherAction
  /// Minutes from arrival to departure.
  var stay = 420
  /// Days from departure to the court or the station.
  var returnAfter = 14
  /// How late, in minutes, the offer was made.
  var offerAfter = 25
  var isProperlyOffered = true
  /// Written down by the team, so that arrest referral workers still have to be told (CUS-005).
  var isToldToTeam = false

  func plan(_ story: DemoStory, in plan: DemoPlan) {
    arrive(story, plan)
    if stage >= .offered { makeOffer(story, plan) }
    if stage >= .approached { see(story, plan) }
    if stage >= .permitted, approach == "SEE" { ask(story, plan) }
    if stage >= .identified, approach == "SEE", permission { identify(story, plan) }
    if stage >= .assessed, approach == "SEE", permission { assess(story, plan) }
    if stage >= .left { leave(story, plan) }
    if stage >= .closed { close(story, plan) }
  }

  func time(_ minutes: Int) -> Moment { arrived.adding(minutes: minutes) }

  private func arrive(_ story: DemoStory, _ plan: DemoPlan) {
    plan.add(time(3)) { scribe in
      story.entry = try scribe.fill(
        ArrivalForm.id, by: isToldToTeam ? scribe.cast.first(.cjit) : scribe.arw(story),
        at: time(3),
        [
          ArrivalForm.suite: suite, ArrivalForm.cell: cell, ArrivalForm.arrived: arrived.typed,
          ArrivalForm.offence: offence, ArrivalForm.ppo: offence == "T09" ? "yes" : "not known",
        ])
    }
  }

  private func makeOffer(_ story: DemoStory, _ plan: DemoPlan) {
    plan.add(time(offerAfter + 2)) { scribe in
      var answers: [FieldCode: String] = [
        OfferForm.result: offer, OfferForm.at: time(offerAfter).typed,
        OfferForm.positively: isProperlyOffered ? "yes" : "no",
        OfferForm.independence: isProperlyOffered ? "yes" : "no",
      ]
      if offer != "NOT" { answers[OfferForm.officer] = scribe.officer(story).text }
      if offer == "NOT" { answers[OfferForm.notOffered] = "SHI" }
      if offer == "DEF" { answers[OfferForm.deferral] = "ASL" }
      try scribe.fill(
        OfferForm.id, about: story.entry, by: scribe.arw(story), at: time(offerAfter + 2), answers)
    }
  }

  private func see(_ story: DemoStory, _ plan: DemoPlan) {
    plan.add(time(95)) { scribe in
      var answers: [FieldCode: String] = [
        ApproachForm.result: approach, ApproachForm.at: time(90).typed,
        ApproachForm.atRiskAssessment: "no", ApproachForm.lookedAtRecord: "yes",
      ]
      if approach == "NA" { answers[ApproachForm.reason] = "SOL" }
      try scribe.fill(
        ApproachForm.id, about: story.entry, by: scribe.arw(story), at: time(95), answers)
    }
  }

  private func ask(_ story: DemoStory, _ plan: DemoPlan) {
    plan.add(time(98)) { scribe in
      try scribe.fill(
        PermissionForm.id, about: story.entry, by: scribe.arw(story), at: time(98),
        [PermissionForm.given: permission ? "yes" : "no", PermissionForm.at: time(96).typed])
    }
  }

  private func identify(_ story: DemoStory, _ plan: DemoPlan) {
    let number = 1_000 + story.chance.int(0...8_999)
    plan.add(time(104)) { scribe in
      _ = try scribe.takeOnFile(story, by: scribe.arw(story), at: time(104))
    }
    plan.add(time(105)) { scribe in
      try scribe.fill(
        CustodyDetailsForm.id, about: story.entry, by: scribe.arw(story), at: time(105),
        [
          CustodyDetailsForm.person: story.personRef?.text ?? "",
          CustodyDetailsForm.custodyNumber: "\(suite)/\(number)/\(arrived.date.year % 100)",
          CustodyDetailsForm.offence: offence, CustodyDetailsForm.risks: "NONE",
        ])
    }
    plan.add(time(107)) { scribe in
      try scribe.consent(story, to: "assessment", by: scribe.arw(story), at: time(107))
    }
  }

  private func assess(_ story: DemoStory, _ plan: DemoPlan) {
    guard Periods.age(bornOn: story.person.born, on: arrived.date) >= 18 else { return }
    let answers = AssessmentAnswers(story, at: time(110), place: .custody, offence: offence)
    plan.add(time(165)) { scribe in
      try scribe.fill(
        DIRForm.id, about: story.entry, by: scribe.arw(story), at: time(165), answers.texts,
        rows: answers.rows)
    }
  }

  private func leave(_ story: DemoStory, _ plan: DemoPlan) {
    plan.add(time(stay + 4)) { scribe in
      var answers: [FieldCode: String] = [
        DepartureForm.how: leaving.rawValue, DepartureForm.at: time(stay).typed,
      ]
      switch leaving {
      case .noFurtherAction: break
      case .bailedToReturn:
        answers[DepartureForm.place] = "Saltmarsh Quay"
        answers[DepartureForm.nextAt] = next("10:00", scribe).typed
      case .bailedToCourt, .heldForCourt:
        answers[DepartureForm.place] = PlacePools.courts[0]
        answers[DepartureForm.nextAt] = next("09:30", scribe).typed
      }
      try scribe.fill(
        DepartureForm.id, about: story.entry, by: scribe.arw(story), at: time(stay + 4), answers)
    }
  }

  private func next(_ clock: String, _ scribe: DemoScribe) -> Moment {
    let day = time(stay).date.adding(days: max(1, returnAfter))
    let time = ClockTime(minutesOfDay: clock == "10:00" ? 600 : 570)
    return Moment(local: day, time)
  }

  private func close(_ story: DemoStory, _ plan: DemoPlan) {
    let when = time(stay + 1_500)
    plan.add(when) { scribe in
      try scribe.fill(
        CloseEntryForm.id, about: story.entry, by: scribe.arw(story), at: when, [:])
    }
  }
}
