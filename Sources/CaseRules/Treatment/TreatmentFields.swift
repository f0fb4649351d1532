/// The questions about a start that several forms of treatment share.
package enum TreatmentFields {
  package static let agreed: FieldCode = "client-agreed"
  package static let agreedOn: FieldCode = "agreed-on"
  package static let fundedBy: FieldCode = "funding-by"
  package static let fundedOn: FieldCode = "funded-on"
  package static let need: FieldCode = "need"

  static let terms: [FormField] = [
    FormField(agreed, "Client agreed to attend", .yesNo(notKnown: false, refused: false))
      .help("PPL-031: to the terms of attendance; tier 3 and 4 start only with it"),
    FormField(agreedOn, "Agreed on", .date(direction: .past))
      .required { $0.isYes(agreed) }.applying { $0.isYes(agreed) },
    FormField(fundedBy, "Funding approved by", .text(max: 100))
      .help("PPL-032: who in community care or social services; residential places need it"),
    FormField(fundedOn, "Funding approved on", .date(direction: .past))
      .required { $0.isAnswered(fundedBy) }.applying { $0.isAnswered(fundedBy) },
    FormField(need, "Need and motivation", .longText(max: 500))
      .help("PPL-033: why tier 4: the high need, and that the client wants it"),
  ]

  static let termsRules: [FormRule] = [
    FormRule { reading, _, context in
      [agreedOn, fundedOn].flatMap {
        FactRules.notInFuture(reading.date($0), field: $0, today: context.today)
      }
    }
  ]

  package static func terms(from reading: FormReading) -> TreatmentTerms {
    let isAgreed = reading.isYes(agreed)
    let funder = reading.text(fundedBy) ?? ""
    return TreatmentTerms(
      agreed: reading.yesNo(agreed), agreedOn: isAgreed ? reading.date(agreedOn) : nil,
      fundedBy: funder, fundedOn: funder.isEmpty ? nil : reading.date(fundedOn),
      need: reading.text(need) ?? "")
  }

  package static func fill(_ draft: inout FormDraft, with terms: TreatmentTerms) {
    draft[agreed] = terms.agreed?.rawValue ?? ""
    draft[agreedOn] = terms.agreedOn?.uk ?? ""
    draft[fundedBy] = terms.fundedBy
    draft[fundedOn] = terms.fundedOn?.uk ?? ""
    draft[need] = terms.need
  }

  /// The treatment a form is about has to be there, and the event has to be possible.
  static func possible(_ event: TreatmentEvent) -> FormRule {
    FormRule { _, facts, _ in
      guard let episode = facts.treatment?.episode else {
        return [Finding("PPL-030", .blocks, "There is no such treatment")]
      }
      return TreatmentMachine.refusal(event, of: episode).map { [$0] } ?? []
    }
  }

  /// GEN-007: nothing of a treatment comes before its referral.
  static func notBeforeReferral(_ field: FieldCode) -> FormRule {
    FormRule { reading, facts, _ in
      FactRules.notBefore(
        facts.treatment?.episode?.referred, "the referral", reading.date(field), field: field)
    }
  }

  /// PPL-031 to PPL-033 with the terms as they stand in the form.
  static func startRule(_ tense: TreatmentRules.Tense) -> FormRule {
    FormRule { reading, facts, _ in
      guard let known = facts.treatment, let episode = known.episode else { return [] }
      return TreatmentRules.start(
        episode.service, at: episode.tier, terms(from: reading), plan: known.plan, tense)
    }
  }
}

/// What the records say that the forms of treatment need.
package struct TreatmentFacts: Equatable, Sendable {
  package var episode: ModalityEpisode?
  /// PPL-031: what the client's agreed care plan says about the service of the episode.
  package var plan: TreatmentRules.PlanNaming

  package init(
    episode: ModalityEpisode? = nil, plan: TreatmentRules.PlanNaming = .noPlan
  ) {
    self.episode = episode
    self.plan = plan
  }
}
