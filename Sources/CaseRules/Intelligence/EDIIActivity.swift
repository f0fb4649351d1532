/// The four strands of early drug intelligence intervention (INT-050).
package enum EDIIStrand: String, CaseIterable, Hashable, Sendable {
  case education, treatment, intervention, information

  package var words: String {
    switch self {
    case .education: "Education"
    case .treatment: "Treatment"
    case .intervention: "Intervention"
    case .information: "Information"
    }
  }
}

/// What was done, each kind inside its strand (INT-050).
package enum EDIIKind: String, CaseIterable, Hashable, Sendable {
  case serviceInformation = "service_information"
  case awarenessTraining = "awareness_training"
  case lawInput = "law_input"
  /// INT-051: has a form of its own.
  case session
  /// INT-053: recorded with the warrant it follows.
  case warrantLetter = "warrant_letter"

  case rapidAccess = "rapid_access"
  case agencyCommunication = "agency_communication"
  case programme

  case bronze
  case crackHouseClosure = "crack_house_closure"
  case enforcement
  /// INT-053: recorded with the warrant it follows.
  case warrantVisit = "warrant_visit"
  case rehabilitationRequirement = "rehabilitation_requirement"
  case festivalSupport = "festival_support"

  case media
  case localPress = "local_press"
  case regionalNews = "regional_news"
  case localTV = "local_tv"
  case internet, leaflets
  case mediaOfficer = "media_officer"

  package var strand: EDIIStrand {
    switch self {
    case .serviceInformation, .awarenessTraining, .lawInput, .session, .warrantLetter: .education
    case .rapidAccess, .agencyCommunication, .programme: .treatment
    case .bronze, .crackHouseClosure, .enforcement, .warrantVisit, .rehabilitationRequirement,
      .festivalSupport:
      .intervention
    case .media, .localPress, .regionalNews, .localTV, .internet, .leaflets, .mediaOfficer:
      .information
    }
  }

  /// Without its strand: "Awareness training".
  package var title: String {
    switch self {
    case .serviceInformation: "Service information"
    case .awarenessTraining: "Awareness training"
    case .lawInput: "Input on availability and the law"
    case .session: "Parents' and teachers' session"
    case .warrantLetter: "Warrant follow-up letter"
    case .rapidAccess: "Rapid access"
    case .agencyCommunication: "Agency communication"
    case .programme: "DIP"
    case .bronze: "Bronze"
    case .crackHouseClosure: "Crack-house closure"
    case .enforcement: "Enforcement"
    case .warrantVisit: "Drug-agency warrant follow-up"
    case .rehabilitationRequirement: "DRR or DTTO"
    case .festivalSupport: "Festival support"
    case .media: "Media"
    case .localPress: "Local press"
    case .regionalNews: "Regional news"
    case .localTV: "Local TV"
    case .internet: "Internet"
    case .leaflets: "Leaflets"
    case .mediaOfficer: "Shared media officer"
    }
  }

  /// What the ordinary form records; the others come in through forms of their own.
  package static let ordinary = allCases.filter { kind in
    switch kind {
    case .session, .warrantLetter, .warrantVisit: false
    case .serviceInformation, .awarenessTraining, .lawInput, .rapidAccess, .agencyCommunication,
      .programme, .bronze, .crackHouseClosure, .enforcement, .rehabilitationRequirement,
      .festivalSupport, .media, .localPress, .regionalNews, .localTV, .internet, .leaflets,
      .mediaOfficer:
      true
    }
  }
}

/// What an activity is for (INT-052).
package enum EDIIAim: String, CaseIterable, Hashable, Sendable {
  case earlyHelp = "early_help"
  case betterIntelligence = "better_intelligence"
  case publicEducation = "public_education"

  package var words: String {
    switch self {
    case .earlyHelp: "Less drug crime and more help through early intervention"
    case .betterIntelligence: "Better use of drug intelligence"
    case .publicEducation: "Public education"
    }
  }

  /// For columns.
  package var short: String {
    switch self {
    case .earlyHelp: "Early help"
    case .betterIntelligence: "Intelligence"
    case .publicEducation: "Public"
    }
  }
}

/// Something done under one of the four strands: when, where, with whom, for how many (INT-050).
///
/// It names nobody; what is known of a person is intelligence, or a referral.
package struct EDIIActivity: Equatable, Sendable {
  package var ref: RecordRef
  package var day: CalendarDate
  package var kind: EDIIKind
  package var aim: EDIIAim
  package var place: String
  package var partners: String
  /// nil where nobody counted, or nobody can: a broadcast.
  package var reached: Int?
  package var note: String
  /// INT-051: what only a session for parents and teachers has.
  package var session: EDIISession?
  /// INT-053: what only a letter or a visit after a warrant has.
  package var followUp: WarrantStep?
  package var recordedBy: String
  package var revision: Int
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(
    ref: RecordRef, day: CalendarDate, kind: EDIIKind, aim: EDIIAim, place: String,
    partners: String = "", reached: Int? = nil, note: String = "", session: EDIISession? = nil,
    followUp: WarrantStep? = nil, recordedBy: String = "", revision: Int = 1,
    struckBecause: String? = nil
  ) {
    self.ref = ref
    self.day = day
    self.kind = kind
    self.aim = aim
    self.place = place
    self.partners = partners
    self.reached = reached
    self.note = note
    self.session = session
    self.followUp = followUp
    self.recordedBy = recordedBy
    self.revision = revision
    self.struckBecause = struckBecause
  }

  /// "EA-0004  Festival support, Sat 06/10/2007, Harbour field".
  package var heading: String { "\(ref.text)  \(kind.title), \(day.ukWithWeekday), \(place)" }
}

/// The parents' and teachers' session: two hours on an evening, free (INT-051).
package struct EDIISession: Equatable, Sendable {
  package enum Audience: String, CaseIterable, Hashable, Sendable {
    case parents, teachers

    package var words: String {
      switch self {
      case .parents: "Parents"
      case .teachers: "Teachers"
      }
    }
  }

  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case law, stereotypes
    case whyPeopleUse = "why_people_use"
    case signs, treatment, stages, quiz

    package var words: String {
      switch self {
      case .law: "The law"
      case .stereotypes: "Stereotypes"
      case .whyPeopleUse: "Why people use"
      case .signs: "Signs and paraphernalia"
      case .treatment: "Treatment"
      case .stages: "Stages: experimental, recreational, dependent"
      case .quiz: "Quiz"
      }
    }
  }

  package var starts: Moment
  package var minutes: Int
  package var audience: [Audience]
  /// The substance-misuse worker who took part; empty where none did.
  package var worker: String
  package var isFree: Bool
  package var topics: [Topic]

  package init(
    starts: Moment, minutes: Int, audience: [Audience], worker: String = "", isFree: Bool = true,
    topics: [Topic] = Topic.allCases
  ) {
    self.starts = starts
    self.minutes = minutes
    self.audience = audience
    self.worker = worker
    self.isFree = isFree
    self.topics = topics
  }

  /// How long it is to be.
  private static let minutesPlanned = 120
  /// The rulebook says "evening" and no hour: from five in the afternoon.
  private static let eveningBegins = ClockTime(minutesOfDay: 17 * 60)

  /// INT-051, GEN-001: what was not as it is to be; the session is kept all the same.
  package var deviations: [Finding] {
    [
      minutes == Self.minutesPlanned
        ? nil
        : flag(
          EDIISessionForm.length,
          "It lasted \(QuantityReader.words(minutes: minutes)), not two hours"),
      starts.time >= Self.eveningBegins
        ? nil : flag(EDIISessionForm.starts, "It began at \(starts.time.text), not in the evening"),
      isFree ? nil : flag(EDIISessionForm.free, "It was not free"),
      worker.isEmpty
        ? flag(EDIISessionForm.worker, "No substance-misuse worker took part") : nil,
      leftOut.isEmpty
        ? nil
        : flag(
          EDIISessionForm.topics,
          "Left out: " + leftOut.map { $0.words.lowercased() }.joined(separator: ", ")),
    ].compactMap(\.self)
  }

  private var leftOut: [Topic] { Topic.allCases.filter { !topics.contains($0) } }

  private func flag(_ field: FieldCode, _ words: String) -> Finding {
    Finding("INT-051", .flags, field: field.text, words)
  }
}
