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
