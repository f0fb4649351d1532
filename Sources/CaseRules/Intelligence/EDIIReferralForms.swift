/// A referral to early intervention from anybody: date, who, subject, reason (INT-054).
package enum EDIIReferralForm {
  package static let id: FormID = "edii-referral"
  package static let received: FieldCode = "received"
  package static let family: FieldCode = "family"
  package static let given: FieldCode = "given"
  package static let description: FieldCode = "description"
  package static let phone: FieldCode = "phone"
  package static let consent: FieldCode = "consent"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "EDII referral",
    purpose: "Takes in a referral from anybody; it then becomes an intelligence report or a "
      + "treatment referral, with what was typed carried over",
    standsAlone: true, function: .intelligence, keptIn: .ediiReferral, requiredBy: "INT-054",
    action: .behind(.edii, "r"),
    sections: [
      referral, FormSection("Who refers, sealed", IntelligenceReportForm.sourceFields),
    ],
    rules: [times, somebody, sanitised, SourceClues.rule(reason)]
      + IntelligenceReportForm.sourceRules)

  /// Everything but who refers.
  static let referral = FormSection(
    "Referral",
    [
      FormField(received, "Received", .dateTime(direction: .past)).required(),
      FormField(family, "Subject: family name", .name),
      FormField(given, "Given names", .name),
      FormField(description, "Description", .text(max: 300))
        .help("Who it is where no name is known: what they look like, where they are found"),
      FormField(phone, "Subject's phone", .phone),
      FormField(consent, "Subject agrees", .yesNo(notKnown: false, refused: false))
        .help("To being referred to treatment; empty where nobody has asked"),
      FormField(reason, "Reason, sanitised", .longText(max: 2_000)).required()
        .help("Why, without a clue to who says so (INT-005)"),
    ])

  static let times = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(received), field: received, now: context.now)
  }

  static let somebody = FormRule { reading, _, _ in
    let isSomebody = [family, given, description].contains { reading.text($0) != nil }
    return isSomebody
      ? []
      : [
        Finding(
          "INT-054", .blocks, field: family.text, "Give a name, or describe who it is about")
      ]
  }

  /// INT-005: what is typed now protects the texts that are typed now.
  private static let sanitised = FormRule { reading, _, _ in
    SanitisedText.findings(
      on: reading, [description, reason], IntelligenceReportForm.names(in: reading))
  }

  /// What the trail keeps of it: everything but who refers.
  package static func draft(of referral: EDIIReferral) -> FormDraft {
    var draft = FormDraft()
    draft[received] = Answer.dateTime(referral.received).raw
    draft[family] = referral.family
    draft[given] = referral.given
    draft[description] = referral.description
    draft[phone] = referral.phone
    draft[consent] = referral.consent.map { ($0 ? YesNo.yes : .no).rawValue } ?? ""
    draft[reason] = referral.reason
    return draft
  }
}

/// A referral that waits for an answer is put right; who refers stays sealed, and is entered anew by a
/// form of its own.
package enum ChangeEDIIReferralForm {
  package static let id: FormID = "change-edii-referral"

  package static let definition = FormDefinition(
    id, title: "Change an EDII referral",
    purpose: "Changes what a referral says that waits for an answer; who refers stays sealed",
    about: [.ediiReferral], function: .intelligence, keptIn: .ediiReferral, requiredBy: "INT-054",
    action: .behind(.edii, "c"),
    sections: [EDIIReferralForm.referral],
    rules: [
      EDIIReferralForm.times, EDIIReferralForm.somebody, EDIIReferralRules.stands,
      SanitisedText.rule([EDIIReferralForm.description, EDIIReferralForm.reason]),
    ])
}

/// The referral is intelligence: the report's own questions, but for who said it, which is sealed
/// already (INT-054, INT-005).
package enum EDIIReportForm {
  package static let id: FormID = "edii-report"

  package static let definition = FormDefinition(
    id, title: "Report from an EDII referral",
    purpose: "Makes an intelligence report of a referral; who referred stays sealed as its source",
    about: [.ediiReferral], function: .intelligence, requiredBy: "INT-054",
    action: .behind(.edii, "i"),
    sections: IntelligenceReportForm.openSections,
    rules: IntelligenceReportForm.openRules + [
      SanitisedText.reportRule, EDIIReferralRules.stands,
    ])
}

/// The referral is for treatment: it goes into the queue of the single point of contact (INT-054).
package enum EDIITreatmentForm {
  package static let id: FormID = "edii-treatment"
  package static let name: FieldCode = "client-name"
  package static let phone: FieldCode = "client-phone"
  package static let referrer: FieldCode = "referrer"
  package static let consent: FieldCode = "consent"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Treatment referral from an EDII referral",
    purpose: "Puts a referral into the queue of the treatment team; the team is not told who "
      + "referred",
    about: [.ediiReferral], function: .intelligence, requiredBy: "INT-054",
    action: .behind(.edii, "t"),
    sections: [
      FormSection(
        "Treatment referral",
        [
          FormField(name, "Client", .text(max: 80)).required(),
          FormField(phone, "Client's phone", .phone),
          FormField(consent, "Consent", .yesNo(notKnown: false, refused: false)).required()
            .help("Whether the client agrees to being referred"),
          FormField(referrer, "Referrer", .text(max: 100)).required()
            .help("Whom the team asks back: you, or a colleague; never whoever referred (INT-005)"),
          FormField(reason, "What the team is told", .longText(max: 500)).required()
            .help("Why help is wanted; nothing of what police intend (INT-008)"),
        ])
    ],
    rules: [SanitisedText.rule([referrer, reason]), EDIIReferralRules.stands])
}

enum EDIIReferralRules {
  /// INT-054: one or the other, once.
  static let stands = FormRule { _, facts, _ in
    guard let referral = facts.edii?.referral else { return [] }
    if let why = referral.struckBecause {
      return [Finding("GEN-004", .blocks, "The referral is struck through: \(why)")]
    }
    return referral.outcome.map {
      [Finding("INT-054", .blocks, "It became \($0.words) already")]
    } ?? []
  }
}
