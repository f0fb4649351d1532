/// What kind of help a service of the directory gives.
package enum ServiceType: String, CaseIterable, Hashable, Sendable {
  case tierOne = "tier-1"
  case tierTwo = "tier-2"
  case tierThree = "tier-3"
  case tierFour = "tier-4"
  case wraparound
  case gp
}

extension ServiceType: FormChoice {
  package var code: String { rawValue }

  package var words: String {
    switch self {
    case .tierOne: "Tier 1: not drug-specific"
    case .tierTwo: "Tier 2: open access"
    case .tierThree: "Tier 3: structured community treatment"
    case .tierFour: "Tier 4: residential and inpatient"
    case .wraparound: "Wraparound: housing, work, money"
    case .gp: "GP surgery"
    }
  }

  /// "Tier 2", for lists.
  package var short: String {
    switch self {
    case .tierOne: "Tier 1"
    case .tierTwo: "Tier 2"
    case .tierThree: "Tier 3"
    case .tierFour: "Tier 4"
    case .wraparound: "Wraparound"
    case .gp: "GP"
    }
  }
}

/// An entry of the service directory.
package struct Service: Equatable, Sendable {
  package var id: AgencyID
  package var name: String
  package var type: ServiceType
  package var area = ""
  package var ageGroup = ""
  package var phone = ""
  package var isFreeCall: YesNo?
  package var address = ""
  package var hours = ""
  package var referralRoute = ""
  package var eligibility = ""
  package var lastChecked: CalendarDate?
  package var revision = 1
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?

  package init(id: AgencyID, name: String, type: ServiceType) {
    self.id = id
    self.name = name
    self.type = type
  }

  package var ref: RecordRef { id.ref }

  /// PPL-054: how long an entry is taken to be true without anybody making sure.
  package static let monthsUnchecked = 6

  /// PPL-054: nobody has made sure for longer than that; the last day itself still counts.
  package func isUnchecked(on day: CalendarDate) -> Bool {
    guard let lastChecked else { return true }
    return day > lastChecked.adding(months: Service.monthsUnchecked)
  }

  /// "checked 03/04/2026", "not checked since 03/04/2026".
  package func checkedWords(on day: CalendarDate) -> String {
    guard let lastChecked else { return "never checked" }
    return isUnchecked(on: day)
      ? "not checked since \(lastChecked.uk)" : "checked \(lastChecked.uk)"
  }

  /// What somebody on the phone needs of it, in one line; "! " stands before an unchecked entry.
  package func callWords(on day: CalendarDate) -> String {
    let parts = [name, phone, hours, type.short, area].filter { !$0.isEmpty }.joined(
      separator: ", ")
    return isUnchecked(on: day) ? "! \(parts) (\(checkedWords(on: day)))" : parts
  }
}
