/// What an appointment is for.
package enum AppointmentKind: String, CaseIterable, Hashable, Sendable {
  case assessment
  case oneToOne = "1-1"
  case group, prescriber, test
  case homeVisit = "home-visit"
  case phone, court, prison

  package var title: String {
    switch self {
    case .assessment: "Assessment"
    case .oneToOne: "One to one"
    case .group: "Group"
    case .prescriber: "Prescriber"
    case .test: "Test"
    case .homeVisit: "Home visit"
    case .phone: "Phone"
    case .court: "Court"
    case .prison: "Prison"
    }
  }

  /// PPL-025: kinds that belong to a structured (tier 3) service unless said otherwise.
  package var isTierThree: Bool {
    switch self {
    case .group, .prescriber, .test: true
    case .assessment, .oneToOne, .homeVisit, .phone, .court, .prison: false
    }
  }
}
