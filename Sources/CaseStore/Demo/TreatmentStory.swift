import CaseRules
import SQLite

/// Treatments and rapid prescribing of the demonstration, in every state there is.
///
/// The team leader finds one red alert that nobody has answered yet.
struct TreatmentStory {
  private let scribe: DemoScribe

  init(_ scribe: DemoScribe) { self.scribe = scribe }

  /// Somebody on a caseload, with the worker who looks after them.
  private struct Client {
    let person: RecordRef
    let by: Worker
  }

  func write() throws {
    let provider = try service("Saltmarsh Community Drug Team", "tier-3", "Saltmarsh")
    let unit = try service("Northfold Detoxification Unit", "tier-4", "County")
    let clients = try clients()
    let steps = treatments(provider, unit) + prescribing
    for (client, step) in zip(clients, steps) { try step(client) }
  }

  // MARK: Who and where

  /// Those who have been on a caseload for a while and have a plan, of each key worker in turn.
  private func clients() throws -> [Client] {
    let workers = scribe.cast.all(.cjit)
    let lists = try workers.map { worker in
      try CaseloadPages.page(
        of: .worker(worker.id), narrow: "", .first, limit: 200, in: scribe.connection,
        scribe.practice.context(at: scribe.now, for: worker)
      ).lines.filter { line in
        line.state == .activeCommunity
          && (line.joined.map { scribe.today.days(since: $0) > 40 } ?? false)
      }.map { Client(person: $0.person, by: worker) }.filter(hasAgreedPlan)
    }
    let longest = lists.map(\.count).max() ?? 0
    return (0..<longest).flatMap { row in
      lists.compactMap { $0.indices.contains(row) ? $0[row] : nil }
    }
  }

  /// PPL-031: only with a care plan that names counselling can its start be planned.
  private func hasAgreedPlan(_ client: Client) throws -> Bool {
    let naming = try TreatmentRecords.naming(
      .counselling, of: PersonID(client.person.number), in: scribe.connection)
    return naming.termsAgreed != nil
  }

  private func service(_ name: String, _ type: String, _ area: String) throws -> RecordRef {
    let known = try ServiceRecords.find(name, limit: 1, in: scribe.connection).first
    if let known { return known.id.ref }
    return try scribe.fill(
      ServiceForm.id, by: scribe.cast.first(.cjit), at: at(240, 600),
      [
        ServiceForm.name: name, ServiceForm.type: type, ServiceForm.area: area,
        ServiceForm.ageGroup: "18 and over", ServiceForm.phone: "01632 960 211",
        ServiceForm.route: "Referral form, by any agency", ServiceForm.checked: day(240),
      ])
  }

  private func at(_ daysAgo: Int, _ minutes: Int) -> Moment {
    Moment(local: scribe.today.adding(days: -daysAgo), ClockTime(minutesOfDay: minutes))
  }

  private func day(_ daysAgo: Int) -> String { scribe.today.adding(days: -daysAgo).uk }

  // MARK: Treatments

  private func treatments(
    _ provider: RecordRef, _ unit: RecordRef
  ) -> [(Client) throws -> Void] {
    [
      { _ = try refer($0, "outreach", to: provider, 5) },
      {
        let ref = try refer($0, "counselling", to: provider, 12)
        try fill(
          PlanTreatmentForm.id, ref, $0, 2,
          [PlanTreatmentForm.planned: day(-4)].merging(terms(2)) { one, _ in one })
      },
      {
        let ref = try refer($0, "cbt", to: provider, 30)
        try start(ref, $0, 21, terms(21))
      },
      {
        let ref = try refer($0, "needle-exchange", to: provider, 38)
        try start(ref, $0, 37, [:])
        try end(ref, $0, 3, "completed", "Comes to the open door when he needs to")
      },
      {
        // Began before the money was there: kept as it was, and marked (GEN-001).
        let ref = try refer($0, "residential", to: unit, 20)
        try start(
          ref, $0, 9,
          terms(9).merging([TreatmentFields.need: "Third relapse; wants a place away from here"]) {
            one, _ in one
          })
      },
      {
        let ref = try refer($0, "day-programme", to: provider, 25)
        try end(ref, $0, 11, "left", "Started work instead")
      },
      {
        let ref = try refer($0, "aftercare", to: provider, 15)
        try fill(
          StrikeTreatmentForm.id, ref, $0, 14,
          [StrikeTreatmentForm.reason: "Entered for the wrong client"])
      },
      {
        try fill(
          AdviceForm.id, $0.person, $0, 6,
          [
            AdviceForm.given: day(6), AdviceForm.tier: "2", AdviceForm.provider: provider.text,
            AdviceForm.note: "Overdose signs, recovery position, where naloxone is kept",
          ])
      },
    ]
  }

  /// The client's word, given on the day itself.
  private func terms(_ daysAgo: Int) -> [FieldCode: String] {
    [TreatmentFields.agreed: "yes", TreatmentFields.agreedOn: day(daysAgo)]
  }

  private func refer(
    _ client: Client, _ service: String, to provider: RecordRef, _ daysAgo: Int
  ) throws -> RecordRef {
    try fill(
      TreatmentForm.id, client.person, client, daysAgo,
      [
        TreatmentForm.service: service, TreatmentForm.provider: provider.text,
        TreatmentForm.referred: day(daysAgo),
      ])
  }

  private func start(
    _ ref: RecordRef, _ client: Client, _ daysAgo: Int, _ more: [FieldCode: String]
  ) throws {
    try fill(
      StartTreatmentForm.id, ref, client, daysAgo,
      [StartTreatmentForm.started: day(daysAgo)].merging(more) { one, _ in one })
  }

  private func end(
    _ ref: RecordRef, _ client: Client, _ daysAgo: Int, _ reason: String, _ note: String
  ) throws {
    try fill(
      EndTreatmentForm.id, ref, client, daysAgo,
      [EndTreatmentForm.reason: reason, EndTreatmentForm.note: note])
  }

  @discardableResult
  private func fill(
    _ form: FormID, _ about: RecordRef, _ client: Client, _ daysAgo: Int,
    _ answers: [FieldCode: String], at minutes: Int = 11 * 60
  ) throws -> RecordRef {
    try scribe.fill(form, about: about, by: client.by, at: at(daysAgo, minutes), answers)
  }

  // MARK: Rapid prescribing

  private var prescribing: [(Client) throws -> Void] {
    [
      // Due on the next days, overdue, and stopped by a complicating factor.
      { _ = try refer($0, 5, isChecked: false) },
      { _ = try refer($0, 9, isChecked: true) },
      {
        _ = try refer(
          $0, 8, isChecked: true,
          [
            PrescribingForm.factors: "pregnancy",
            PrescribingForm.factorsReason: "Midwife and scan before anything else",
          ])
      },
      // The laboratory has not answered for sixteen days.
      {
        let ref = try refer($0, 17, isChecked: true)
        try sample(ref, $0, 16, "laboratory", result: nil)
      },
      { client in
        let ref = try seen(client, referred: 6, seen: 3)
        try sample(ref, client, 3, "on-site", result: "positive")
        try plan(ref, client, 1, mg: 30)
      },
      {
        let ref = try refer($0, 7, isChecked: true)
        try sample(ref, $0, 6, "on-site", result: "negative")
        try fill(
          FirstDoseForm.id, ref, $0, 1,
          [
            FirstDoseForm.on: day(-1), FirstDoseForm.mg: "20",
            FirstDoseForm.prescriber: "Dr Imogen Hale",
            FirstDoseForm.reason: "Three days in custody; withdrawal seen and recorded",
          ])
      },
      finding, found,
      {
        let ref = try refer($0, 24, isChecked: false)
        try fill(
          EndPrescribingForm.id, ref, $0, 20,
          [
            EndPrescribingForm.reason: "transferred",
            EndPrescribingForm.note: "Moved to a sister in another county",
          ])
      },
      {
        let ref = try refer($0, 4, isChecked: false)
        try fill(
          StrikePrescribingForm.id, ref, $0, 3,
          [
            StrikePrescribingForm.what: "episode",
            StrikePrescribingForm.reason: "Meant for a client of the same name",
          ])
      },
      answeredAlert, openAlert,
    ]
  }

  /// The dose is being found; one row was typed twice and is struck through.
  private func finding(_ client: Client) throws {
    let ref = try seen(client, referred: 16, seen: 12)
    try sample(ref, client, 12, "on-site", result: "positive")
    try plan(ref, client, 11, mg: 30)
    for (daysAgo, mg) in [(10, 30), (9, 30), (8, 40), (7, 40), (7, 40), (6, 40), (5, 50)] {
      try dose(ref, client, daysAgo, mg)
    }
    try fill(
      StrikePrescribingForm.id, ref, client, 7,
      [
        StrikePrescribingForm.what: "dose", StrikePrescribingForm.number: "5",
        StrikePrescribingForm.reason: "Typed twice; he was given one dose",
      ], at: 13 * 60)
  }

  private func found(_ client: Client) throws {
    let ref = try seen(client, referred: 36, seen: 32)
    try sample(ref, client, 32, "laboratory", result: "positive")
    for (daysAgo, mg) in [(30, 30), (29, 30), (28, 40), (24, 50), (18, 60)] {
      try dose(ref, client, daysAgo, mg)
    }
    try fill(OptimalDoseForm.id, ref, client, 11, [OptimalDoseForm.reached: day(12)])
  }

  /// PPL-044: a first dose that was too much, told and answered.
  private func answeredAlert(_ client: Client) throws {
    let ref = try seen(client, referred: 18, seen: 16)
    try sample(ref, client, 16, "on-site", result: "positive")
    try dose(ref, client, 14, 65)
    try scribe.fill(
      AcknowledgeAlertForm.id, about: ref, by: scribe.cast.first(.sup), at: at(14, 12 * 60 + 25),
      [
        AcknowledgeAlertForm.note:
          "Dr Hale rang at once: tolerance known from prison. Seen by the nurse until 18:00"
      ])
  }

  /// PPL-044: the same an hour ago, and nobody has answered.
  private func openAlert(_ client: Client) throws {
    let ref = try refer(client, 2, isChecked: true)
    let test = scribe.now.adding(minutes: -90)
    try scribe.fill(
      OpiateTestForm.id, about: ref, by: client.by, at: test,
      [
        OpiateTestForm.fluid: "oral-fluid", OpiateTestForm.method: "on-site",
        OpiateTestForm.result: "positive",
      ])
    try scribe.fill(
      DoseForm.id, about: ref, by: client.by, at: scribe.now.adding(minutes: -42),
      [DoseForm.mg: "60", DoseForm.supervised: "yes"])
  }

  // MARK: Steps

  private func refer(
    _ client: Client, _ daysAgo: Int, isChecked: Bool, _ more: [FieldCode: String] = [:]
  ) throws -> RecordRef {
    var answers: [FieldCode: String] = [
      PrescribingForm.referred: day(daysAgo), PrescribingForm.dependence: isChecked ? "yes" : "no",
      PrescribingForm.risk: isChecked ? "yes" : "no",
    ]
    if isChecked {
      answers[PrescribingForm.dependenceBy] = "Dr Imogen Hale"
      answers[PrescribingForm.dependenceOn] = day(daysAgo)
      answers[PrescribingForm.riskBy] = client.by.name
      answers[PrescribingForm.riskOn] = day(daysAgo)
    }
    return try fill(
      PrescribingForm.id, client.person, client, daysAgo, answers.merging(more) { _, new in new })
  }

  /// Referred, and seen by a prescriber: the access clock is met in the diary (PPL-041).
  private func seen(_ client: Client, referred: Int, seen: Int) throws -> RecordRef {
    let ref = try refer(client, referred, isChecked: true)
    let booked = try fill(
      AppointmentForm.id, client.person, client, referred,
      [
        AppointmentForm.date: day(seen), AppointmentForm.start: "17:10",
        AppointmentForm.length: "20", AppointmentForm.place: "Clinic",
        AppointmentForm.kind: "prescriber", AppointmentForm.worker: client.by.id.ref.text,
        AppointmentForm.tierThree: "yes",
      ], at: 11 * 60 + 20)
    try fill(
      AppointmentOutcomeForm.id, booked, client, seen, [AppointmentOutcomeForm.outcome: "came"],
      at: 17 * 60 + 40)
    return ref
  }

  private func sample(
    _ ref: RecordRef, _ client: Client, _ daysAgo: Int, _ method: String, result: String?
  ) throws {
    try fill(
      OpiateTestForm.id, ref, client, daysAgo,
      [
        OpiateTestForm.fluid: "urine", OpiateTestForm.method: method,
        OpiateTestForm.result: result ?? "",
      ], at: 11 * 60 + 30)
  }

  private func plan(_ ref: RecordRef, _ client: Client, _ daysAgo: Int, mg: Int) throws {
    try fill(
      FirstDoseForm.id, ref, client, daysAgo,
      [FirstDoseForm.on: day(daysAgo - 1), FirstDoseForm.mg: String(mg)], at: 11 * 60 + 40)
  }

  private func dose(_ ref: RecordRef, _ client: Client, _ daysAgo: Int, _ mg: Int) throws {
    try fill(
      DoseForm.id, ref, client, daysAgo,
      [DoseForm.mg: String(mg), DoseForm.supervised: daysAgo % 7 == 0 ? "no" : "yes"], at: 12 * 60)
  }
}
