/// An attempt to reach a client: method, time and result (PPL-022).
package enum ContactAttemptForm {
  package static let id: FormID = "contact-attempt"
  package static let when: FieldCode = "when"
  package static let method: FieldCode = "method"
  package static let result: FieldCode = "result"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Contact attempt",
    purpose: "Records an attempt to reach a client, successful or not; meets the follow-up",
    about: [.person, .appointment], function: .personAndCaseload, keptIn: .contact,
    requiredBy: "PPL-022",
    action: .near(.contact, "k"),
    sections: [
      FormSection(
        "Attempt",
        [
          FormField(when, "When", .dateTime(direction: .past)).required(),
          FormField(
            method, "Method",
            .choice(ContactMethod.list("contact-method", title: "Method", rule: "PPL-022"))
          ).required().carried(),
          FormField(
            result, "Result",
            .choice(ContactResult.list("contact-result", title: "Result", rule: "PPL-022"))
          ).required().help("Only speaking with the client counts as contact"),
          FormField(note, "Note", .longText(max: 1000)),
        ])
    ],
    rules: [time, next]
  ).closedWhenSaved()

  private static let time = FormRule { reading, _, context in
    FactRules.notInFuture(reading.moment(when), field: when, now: context.now)
  }

  /// PPL-023: what follows is said before it is saved.
  private static let next = FormRule { reading, facts, context in
    guard let result: ContactResult = reading.choice(result), let facts = facts.appointment else {
      return []
    }
    let step = LostContactRules.after(
      result, failedAttempts: facts.failedAttempts + (result.isContact ? 0 : 1),
      settings: context.settings)
    switch step {
    case .reached, .tryAgain: return []
    case .proposeReview:
      return [
        Finding(
          "PPL-023", .shows, field: ContactAttemptForm.result.text,
          "That is the last attempt of the series: a drop-out review goes to the team leader")
      ]
    }
  }
}
