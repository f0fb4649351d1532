// The answers of early drug intelligence intervention, each with the code that is typed.
extension EDIIStrand: FormChoice {
  package var code: String {
    switch self {
    case .education: "EDU"
    case .treatment: "TRE"
    case .intervention: "INT"
    case .information: "INF"
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

extension EDIIAim: FormChoice {
  package var code: String {
    switch self {
    case .earlyHelp: "EARLY"
    case .betterIntelligence: "INTEL"
    case .publicEducation: "PUBLIC"
    }
  }
}

extension EDIISession.Audience: FormChoice {
  package var code: String {
    switch self {
    case .parents: "PAR"
    case .teachers: "TEA"
    }
  }
}

extension EDIISession.Topic: FormChoice {
  package var code: String {
    switch self {
    case .law: "LAW"
    case .stereotypes: "STE"
    case .whyPeopleUse: "WHY"
    case .signs: "SIGN"
    case .treatment: "TRE"
    case .stages: "STAGE"
    case .quiz: "QUIZ"
    }
  }
}

extension WarrantStep.Result: FormChoice {
  package var code: String {
    switch self {
    case .delivered: "DEL"
    case .cameBack: "BACK"
    case .spoke: "SPOKE"
    case .wantsTreatment: "TREAT"
    case .declined: "DEC"
    case .nobodyIn: "NONE"
    }
  }
}
