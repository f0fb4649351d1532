/// INT-032: how and when the letter reached the person.
package struct BronzeService: Equatable, Sendable {
  package var at: Moment
  package var method: ServiceMethod
  package var server: String
  package var place: String
  package var toSubject: Bool
  package var by: String

  package init(
    at: Moment, method: ServiceMethod, server: String, place: String, toSubject: Bool,
    by: String = ""
  ) {
    self.at = at
    self.method = method
    self.server = server
    self.place = place
    self.toSubject = toSubject
    self.by = by
  }
}

/// INT-032: how the letter reached the person.
package enum ServiceMethod: String, CaseIterable, Hashable, Sendable {
  case inPerson = "in_person"
  case post
  case throughAgency = "through_agency"
}

extension ServiceMethod: FormChoice {
  package var code: String { rawValue }
  package var words: String {
    switch self {
    case .inPerson: "In person"
    case .post: "By post"
    case .throughAgency: "Through an agency"
    }
  }
}
