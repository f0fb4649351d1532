/// INT-003: what the grades say about whether a report is valid.
package enum Validity: Hashable, Sendable {
  case valid
  /// Not by its grades; an officer may deem it valid and says why.
  case mayBeDeemed
  /// Suspected false or malicious.
  case never

  package init(of grades: IntelligenceGrades, in settings: Settings) {
    let isRelied =
      settings.validSourceGrades.contains(grades.source.rawValue)
      && settings.validInformationGrades.contains(grades.information.rawValue)
    if grades.information == .five {
      self = .never
    } else {
      self = isRelied ? .valid : .mayBeDeemed
    }
  }

  package var words: String {
    switch self {
    case .valid: "Valid by its grades"
    case .mayBeDeemed: "Not valid by its grades; may be deemed valid with a reason"
    case .never: "Never valid: information 5 is suspected false or malicious"
    }
  }
}

package enum ValidityRules {
  /// INT-003: saying that a report is valid, against what its grades say.
  package static func findings(
    judgingValid grades: IntelligenceGrades, in settings: Settings, field: FieldCode
  ) -> [Finding] {
    switch Validity(of: grades, in: settings) {
    case .valid: []
    case .mayBeDeemed:
      [
        Finding(
          "INT-003", .warns, field: field.text,
          "Graded \(grades.text) it is not valid (source \(settings.validSourceGrades.joined(separator: ", ")) "
            + "and information \(settings.validInformationGrades.joined(separator: ", ")) are). "
            + "Say why you deem it valid all the same")
      ]
    case .never:
      [
        Finding(
          "INT-003", .blocks, field: field.text,
          "Graded \(grades.text) it is never valid: information 5 is suspected false or malicious")
      ]
    }
  }
}
