/// What rests on a consent that turned out to be wrong (GEN-004).
package enum ConsentReliance {
  /// What relied on answers that are struck through, and has nothing else to rely on.
  ///
  /// Nothing is undone by itself: that somebody is on the caseload, or was assessed, are facts. They
  /// say so until a right answer is recorded; of an assessment it is said for good.
  package static func findings(
    _ consents: [Consent], episode: Episode?, assessments: [Moment]
  ) -> [Finding] {
    var findings: [Finding] = []
    for wrong in consents.reversed() where wrong.given && wrong.struckBecause != nil {
      for finding in relied(on: wrong, consents, episode, assessments)
      where !findings.contains(finding) {
        findings.append(finding)
      }
    }
    return findings
  }

  private static func relied(
    on wrong: Consent, _ consents: [Consent], _ episode: Episode?, _ assessments: [Moment]
  ) -> [Finding] {
    let right = consents.filter {
      $0.type == wrong.type && $0.given && $0.struckBecause == nil
    }
    switch wrong.type {
    case .caseload:
      guard let joined = episode?.joined, joined >= wrong.when.date, right.isEmpty else {
        return []
      }
      return [
        Finding(
          "PPL-007", .shows,
          "On the caseload since \(joined.uk) by a consent that is struck through. Record the "
            + "right one, or close the episode")
      ]
    case .assessment:
      let without = assessments.filter { assessed in
        assessed >= wrong.when && !right.contains { $0.when <= assessed }
      }
      return without.sorted().map {
        Finding(
          "PPL-006", .shows, "The DIR of \($0.date.uk) relied on a consent that is struck through")
      }
    case .custodyDetails, .shareWithAgency, .continuityOfCare, .waiver: return []
    }
  }
}
