extension CodeListID {
  /// COD-002: how reliable a source is.
  package static let sourceGrades = CodeListID(rawValue: "source_grades")
  /// COD-002: how good the information is.
  package static let informationGrades = CodeListID(rawValue: "information_grades")
  /// COD-002: who may be told.
  package static let handlingCodes = CodeListID(rawValue: "handling_codes")
}

extension CodeList {
  /// COD-002: first grade of a 5x5x5 report.
  package static let sourceGrades = CodeList(
    .sourceGrades, title: "Source", rule: "COD-002", isFixed: true,
    codes: [
      Code("A", "Always reliable"),
      Code("B", "Mostly reliable"),
      Code("C", "Sometimes reliable"),
      Code("D", "Unreliable"),
      Code("E", "Untested"),
    ])

  /// COD-002: second grade of a 5x5x5 report.
  package static let informationGrades = CodeList(
    .informationGrades, title: "Information", rule: "COD-002", isFixed: true,
    codes: [
      Code("1", "Known true without reservation"),
      Code("2", "Known personally to the source, not to the reporter"),
      Code("3", "Not known personally to the source, but corroborated"),
      Code("4", "Cannot be judged"),
      Code("5", "Suspected false or malicious"),
    ])

  /// COD-002: third grade of a 5x5x5 report.
  package static let handlingCodes = CodeList(
    .handlingCodes, title: "Handling", rule: "COD-002", isFixed: true,
    codes: [
      Code("1", "May be shared in UK police and named law enforcement"),
      Code("2", "May go to UK parties that do not prosecute, with conditions"),
      Code("3", "May go to law enforcement outside the EU, with conditions"),
      Code("4", "Only inside the force it came from"),
      Code("5", "May be shared; whoever receives it keeps the conditions"),
    ])
}
