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

extension EDIIKind: FormChoice {
  package var code: String {
    switch self {
    case .serviceInformation: "SERV"
    case .awarenessTraining: "TRAIN"
    case .lawInput: "LAW"
    case .session: "SESS"
    case .warrantLetter: "LETT"
    case .rapidAccess: "RAPID"
    case .agencyCommunication: "AGEN"
    case .programme: "DIP"
    case .bronze: "BRON"
    case .crackHouseClosure: "CRACK"
    case .enforcement: "ENF"
    case .warrantVisit: "VISIT"
    case .rehabilitationRequirement: "DRR"
    case .festivalSupport: "FEST"
    case .media: "MED"
    case .localPress: "PRESS"
    case .regionalNews: "NEWS"
    case .localTV: "TV"
    case .internet: "NET"
    case .leaflets: "LEAF"
    case .mediaOfficer: "OFF"
    }
  }

  /// With its strand, so that a strand can be typed to see what it holds.
  package var words: String {
    let more = self == .lawInput ? ": schools, parents, teachers, youth groups" : ""
    return "\(strand.words): \(title)\(more)"
  }
}
