/// What a consent needs before it can be relied on.
package enum ConsentRules {
  /// The kinds of information a waiver or a sharing consent has to spell out.
  package static func findings(
    type: ConsentType?, given: Bool, form: ConsentForm?, explained: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    if !explained {
      findings.append(
        Finding(
          "PPL-006", .blocks, field: "explained",
          "Explain what follows from it and the right to refuse first; this must be yes"))
    }
    if type == .waiver, given, let form, form != .written {
      findings.append(
        Finding("INF-032", .blocks, field: "how", "A waiver must be written. Have it signed"))
    }
    return findings
  }

  /// GEN-007: it cannot run out before it was given.
  package static func expiry(_ expires: CalendarDate?, given when: Moment?) -> Finding? {
    guard let expires, let when, expires < when.date else { return nil }
    return Finding(
      "GEN-007", .blocks, field: "expiry",
      "It would run out on \(expires.uk), before it was given on \(when.date.uk)")
  }

  /// PPL-011: only what was given and still holds can be withdrawn, and not before it was given.
  package static func withdrawal(of consent: Consent, at moment: Moment?) -> [Finding] {
    if let reason = consent.struckBecause {
      return [Finding("GEN-004", .blocks, "It is struck through: \(reason)")]
    }
    if !consent.given {
      return [Finding("PPL-011", .blocks, "This is a refusal; there is nothing to withdraw")]
    }
    if let withdrawn = consent.withdrawn {
      return [Finding("PPL-011", .blocks, "It was withdrawn already, on \(withdrawn.uk)")]
    }
    guard let moment, moment < consent.when else { return [] }
    return [
      Finding(
        "GEN-007", .blocks, field: "withdrawn",
        "It was given on \(consent.when.uk) and cannot be withdrawn before that")
    ]
  }
}
