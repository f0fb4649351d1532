/// A consent is taken back (PPL-011).
package enum WithdrawConsentForm {
  package static let id: FormID = "withdraw-consent"
  package static let withdrawn: FieldCode = "withdrawn"

  package static let definition = FormDefinition(
    id, title: "Withdraw a consent",
    purpose: "Ends a consent at the given time; what relied on it before stays valid",
    about: [.consent], function: .personAndCaseload, keptIn: .consent, requiredBy: "PPL-011",
    action: .behind(.assessment, "w"),
    sections: [
      FormSection(
        "Withdrawal",
        [
          FormField(withdrawn, "Withdrawn", .dateTime(direction: .past)).required()
            .help("When the person said so; nothing may rely on the consent from then on")
        ])
    ],
    rules: [canBeWithdrawn, time])

  private static let canBeWithdrawn = FormRule { reading, facts, _ in
    guard let consent = facts.person?.consent else {
      return [Finding("PPL-011", .blocks, "There is no such consent")]
    }
    return ConsentRules.withdrawal(of: consent, at: reading.moment(withdrawn))
  }

  private static let time = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(withdrawn), field: withdrawn, now: context.now)
  }
}
