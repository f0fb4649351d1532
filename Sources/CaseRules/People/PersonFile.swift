/// Everything a person's record shows.
package struct PersonFile: Equatable, Sendable {
  package var person: Person
  /// Newest first.
  package var consents: [Consent]
  /// Newest first; an open one stands at the front.
  package var episodes: [Episode]
  /// The history of the newest episode, oldest first.
  package var history: [EpisodeHistoryLine]
  package var pendingHandover: Handover?
  /// With the words that were said, newest first: whoever took a client over reads them here.
  package var handovers: [Handover] = []
  /// Newest first.
  package var appointments: [Appointment]
  /// Newest first.
  package var contacts: [ContactAttempt]
  /// Newest first.
  package var assessments: [DIRSummary]
  package var agencies: [InvolvedAgency]
  /// Newest first.
  package var treatments: [ModalityEpisode]
  /// Newest first.
  package var prescribing: [PrescribingRecord]
  /// Calls to the helpline and referrals, as the record tells what happened.
  package var enquiries: [PersonEvent]
  package var deadlines: [DueLine]
  /// The current care plan of the newest episode.
  package var plan: CarePlan?
  /// PPL-016: every version there is, newest first.
  package var planVersions: [CarePlanVersion]
  /// PPL-018: newest first.
  package var referrals: [WraparoundReferral]
  /// The GP's name, when one is linked.
  package var gpName: String?
  /// Flagged on the custody board while permission held.
  package var isPPO: Bool
  package var isDRR: Bool
  /// Other records that may be of the same person (PPL-004).
  package var possible: [PossibleRecord] = []
  /// Records of the same person that were merged into this one, newest first; undone ones too.
  package var merges: [PersonMergeRecord] = []
  /// INT-010: nil for whoever may not read both people and intelligence.
  package var intelligence: PersonIntelligence?
  /// The number it was asked for, where that only points here.
  package var askedAs: PersonIdentity?
  /// Not what the trail has sealed: shown before everything else, in words.
  package var damage: String?

  package init(
    person: Person, consents: [Consent] = [], episodes: [Episode] = [],
    history: [EpisodeHistoryLine] = [], pendingHandover: Handover? = nil,
    appointments: [Appointment] = [], contacts: [ContactAttempt] = [],
    assessments: [DIRSummary] = [], agencies: [InvolvedAgency] = [],
    treatments: [ModalityEpisode] = [], prescribing: [PrescribingRecord] = [],
    enquiries: [PersonEvent] = [], deadlines: [DueLine] = [],
    plan: CarePlan? = nil, planVersions: [CarePlanVersion] = [],
    referrals: [WraparoundReferral] = [], gpName: String? = nil, isPPO: Bool = false,
    isDRR: Bool = false
  ) {
    self.person = person
    self.consents = consents
    self.episodes = episodes
    self.history = history
    self.pendingHandover = pendingHandover
    self.appointments = appointments
    self.contacts = contacts
    self.assessments = assessments
    self.agencies = agencies
    self.treatments = treatments
    self.prescribing = prescribing
    self.enquiries = enquiries
    self.deadlines = deadlines
    self.plan = plan
    self.planVersions = planVersions
    self.referrals = referrals
    self.gpName = gpName
    self.isPPO = isPPO
    self.isDRR = isDRR
  }

  package var ref: RecordRef { person.id.ref }
  /// Risks as the newest DIRs have them.
  package var assessedRisks: [AssessedRisk] { AssessedRisk.known(from: assessments) }
  package var openEpisode: Episode? { episodes.first { $0.state.isOpen } }
  /// Who is responsible for the client now.
  package var responsible: [WorkerID] { openEpisode.map { [$0.worker] } ?? [] }
  package var openPrescribing: PrescribingRecord? { prescribing.first { $0.state.isOpen } }

  /// The care plan that holds now: of the open episode, if it has one.
  package var currentPlan: CarePlan? {
    guard let episode = openEpisode, let plan, plan.episode == episode.id else { return nil }
    return plan
  }

  /// PPL-012: the handover that waits, or else the one by which the client came to who is responsible.
  package var newestHandover: Handover? {
    handovers.first { handover in
      guard handover.episode == openEpisode?.id else { return false }
      return switch handover.state {
      case .pending, .accepted: true
      case .declined, .withdrawn: false
      }
    }
  }

  /// The markers that are worked out, never typed.
  package func markers(on day: CalendarDate) -> [String] {
    [
      AgeRules.isYoung(person.birth, on: day) ? "Young person" : nil,
      isPPO ? "PPO" : nil, isDRR ? "DRR" : nil,
      openEpisode?.state == .activeCustody ? "In prison" : nil,
    ].compactMap { $0 }
  }

  /// The newest answer to a kind of consent that holds at the moment.
  package func consent(_ type: ConsentType, at moment: Moment) -> Consent? {
    consents.inForce(type, at: moment)
  }
}

/// Something that happened with a person, as their record tells it in order of time.
package struct PersonEvent: Equatable, Sendable {
  package var on: Occasion
  /// The record that opens on it.
  package var ref: RecordRef?
  package var words: String
  package var by: String
  /// GEN-004: why the record was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    on: Occasion, ref: RecordRef?, words: String, by: String, struckBecause: String? = nil
  ) {
    self.on = on
    self.ref = ref
    self.words = words
    self.by = by
    self.struckBecause = struckBecause
  }
}

extension PersonFile {
  /// Consents, assessments, episodes, appointments, contacts, care plans, referrals and enquiries
  /// together, newest first.
  package func timeline() -> [PersonEvent] {
    let events =
      consents.flatMap { PersonFile.events(of: $0) }
      + assessments.map { PersonFile.event(of: $0) }
      + history.map { line in
        PersonEvent(
          on: .day(line.on), ref: episodes.first?.id.ref,
          words: line.event + PersonFile.saidWords(line.note), by: line.by)
      } + handovers.flatMap { PersonFile.events(of: $0) }
      + appointments.map { appointment in
        PersonEvent(
          on: .moment(appointment.starts), ref: appointment.id.ref,
          words: "\(appointment.kind.title): "
            + (appointment.struckBecause.map { "struck through: \($0)" }
              ?? appointment.state.title.lowercased()),
          by: appointment.workerName, struckBecause: appointment.struckBecause)
      }
      + contacts.map { contact in
        PersonEvent(
          on: .moment(contact.when), ref: contact.id.ref,
          words: "\(contact.method.title): \(contact.result.title.lowercased())"
            + PersonFile.struckWords(contact.struckBecause),
          by: contact.worker, struckBecause: contact.struckBecause)
      } + planVersions.map { PersonFile.event(of: $0) }
      + referrals.flatMap { PersonFile.events(of: $0) }
      + treatments.flatMap { PersonFile.events(of: $0) }
      + prescribing.flatMap { PersonFile.events(of: $0) } + enquiries
    return events.sorted { PersonFile.start(of: $0.on) > PersonFile.start(of: $1.on) }
  }

  /// GEN-004: what is struck through counts for no duty.
  package var standingReferrals: [WraparoundReferral] {
    referrals.filter { $0.struckBecause == nil }
  }

  /// PPL-012: what was asked; that it was accepted is in the history of the episode.
  private static func events(of handover: Handover) -> [PersonEvent] {
    let asked = PersonEvent(
      on: .moment(handover.asked), ref: handover.id.ref,
      words: "Handover to \(handover.receiver) asked" + saidWords(handover.reason),
      by: handover.fromName)
    let ended: String
    switch handover.state {
    case .pending, .accepted: return [asked]
    case .declined: ended = "declined"
    case .withdrawn: ended = "taken back"
    }
    return [
      PersonEvent(
        on: .moment(handover.answered ?? handover.asked), ref: handover.id.ref,
        words: "Handover to \(handover.receiver) \(ended)" + saidWords(handover.answer),
        by: handover.answeredBy ?? ""),
      asked,
    ]
  }

  /// Why, in the words that were typed.
  private static func saidWords(_ note: String) -> String { note.isEmpty ? "" : ": \(note)" }

  private static func struckWords(_ reason: String?) -> String {
    reason.map { " (struck through: \($0))" } ?? ""
  }

  private static func events(of consent: Consent) -> [PersonEvent] {
    let said = consent.given ? "given" : "refused"
    let given = PersonEvent(
      on: .moment(consent.when), ref: consent.id.ref,
      words: "Consent \(said): \(consent.type.title.lowercased())"
        + struckWords(consent.struckBecause), by: consent.explainedBy,
      struckBecause: consent.struckBecause)
    guard let withdrawn = consent.withdrawn else { return [given] }
    return [
      given,
      PersonEvent(
        on: .moment(withdrawn), ref: consent.id.ref,
        words: "Consent withdrawn: \(consent.type.title.lowercased())", by: ""),
    ]
  }

  private static func events(of treatment: ModalityEpisode) -> [PersonEvent] {
    let told: [(CalendarDate?, String)] = [
      (treatment.referred, "Referred to"), (treatment.started, "Started"),
      (treatment.ending?.on, treatment.started == nil ? "Not taken up" : "Ended"),
    ]
    let struck = treatment.struckBecause.map { " (struck through: \($0))" } ?? ""
    return told.compactMap { day, what in
      day.map {
        PersonEvent(
          on: .day($0), ref: treatment.id.ref,
          words: "\(what): \(treatment.service.title)\(struck)", by: treatment.recordedBy)
      }
    }
  }

  private static func events(of record: PrescribingRecord) -> [PersonEvent] {
    let episode = record.episode
    let told: [(CalendarDate?, String)] = [
      (episode.referred, "Referred for rapid prescribing"), (record.log.firstDay, "First dose"),
      (episode.optimalReached, "Optimal dose reached"), (episode.ending?.on, "Prescribing ended"),
    ]
    let struck = episode.struckBecause.map { " (struck through: \($0))" } ?? ""
    return told.compactMap { day, what in
      day.map {
        PersonEvent(
          on: .day($0), ref: episode.id.ref, words: what + struck, by: episode.recordedBy)
      }
    }
  }

  private static func event(of dir: DIRSummary) -> PersonEvent {
    PersonEvent(
      on: .moment(dir.assessed), ref: dir.ref, words: "DIR: \(dir.stateWords.lowercased())",
      by: dir.worker)
  }

  private static func event(of version: CarePlanVersion) -> PersonEvent {
    PersonEvent(
      on: .day(version.made), ref: version.ref,
      words: "Care plan, version \(version.version): \(version.agreement.short)",
      by: version.workerName)
  }

  private static func events(of referral: WraparoundReferral) -> [PersonEvent] {
    let made = PersonEvent(
      on: .day(referral.referred), ref: referral.id.ref,
      words: "Referred for \(referral.kind.words.lowercased()): \(referral.agency)"
        + struckWords(referral.struckBecause), by: referral.workerName,
      struckBecause: referral.struckBecause)
    guard let outcome = referral.outcome, let day = referral.outcomeOn else { return [made] }
    return [
      made,
      PersonEvent(
        on: .day(day), ref: referral.id.ref,
        words: "Referral to \(referral.agency): \(outcome.words.lowercased())"
          + struckWords(referral.struckBecause), by: "", struckBecause: referral.struckBecause),
    ]
  }

  private static func start(of occasion: Occasion) -> Moment {
    switch occasion {
    case .day(let day): Moment(local: day, .midnight)
    case .moment(let moment): moment
    }
  }
}
