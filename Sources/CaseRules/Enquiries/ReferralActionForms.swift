/// What was done about a referral (PPL-050).
package enum ReferralActionForm {
  package static let id: FormID = "referral-action"
  package static let action: FieldCode = "action"
  package static let actedAt: FieldCode = "acted-at"
  package static let worker: FieldCode = "worker"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Action on a referral",
    purpose: "Records what was done about a referral, and so meets its deadline",
    about: [.incomingReferral], function: .personAndCaseload, keptIn: .incomingReferral,
    requiredBy: "PPL-050",
    action: .behind(.enquiries, "r"),
    sections: [
      FormSection(
        "Action",
        [
          FormField(
            action, "Action",
            .choice(ReferralAction.list("referral-action", title: "Action", rule: "PPL-050"))
          ).required(),
          FormField(actedAt, "At", .dateTime(direction: .past)).required(),
          FormField(worker, "By", .link(kinds: [.worker])).required().askingRecords(),
          FormField(note, "Note", .text(max: 200)),
        ])
    ],
    rules: [
      LinkRules.known(worker, rule: "PPL-050"), times, mayAct, noteSaysWhy(action, note),
    ])

  private static let times = FormRule { reading, facts, context in
    let at = reading.moment(actedAt)
    return FactRules.notInFuture(at, field: actedAt, now: context.now)
      + FactRules.notBefore(facts.enquiry?.referral?.received, "the referral", at, field: actedAt)
  }

  private static let mayAct = FormRule { reading, facts, _ in
    guard let referral = facts.enquiry?.referral else { return [] }
    let action: ReferralAction? = reading.choice(action)
    return ReferralMachine.refusal(referral, action?.event ?? .acted).map { [$0] } ?? []
  }

  static func noteSaysWhy(_ action: FieldCode, _ note: FieldCode) -> FormRule {
    FormRule { reading, _, _ in
      guard let taken: ReferralAction = reading.choice(action), taken.needsNote,
        reading.text(note) == nil
      else { return [] }
      let words = taken == .mistake ? "Say what was wrong with it" : "Say where to"
      return [
        Finding(taken == .mistake ? "GEN-004" : "PPL-050", .blocks, field: note.text, words)
      ]
    }
  }
}

/// A worker takes a referral on, or passes it to a colleague.
package enum TakeReferralForm {
  package static let id: FormID = "take-referral"
  package static let worker: FieldCode = "worker"

  package static let definition = FormDefinition(
    id, title: "Take a referral on",
    purpose: "Names the worker who acts on a referral; the deadline is theirs from then on",
    about: [.incomingReferral], function: .personAndCaseload, requiredBy: "PPL-050",
    action: .behind(.enquiries, "t"),
    sections: [
      FormSection(
        "Worker",
        [FormField(worker, "Worker", .link(kinds: [.worker])).required().askingRecords()])
    ],
    rules: [
      LinkRules.known(worker, rule: "PPL-050"),
      FormRule { _, facts, _ in
        facts.enquiry?.referral.flatMap { ReferralMachine.refusal($0, .taken) }.map { [$0] } ?? []
      },
    ]
  ).sayingWhenSaved { reading, facts in
    guard let referral = facts.enquiry?.referral,
      let name = reading.link(worker).flatMap({ facts.names[$0] })
    else { return nil }
    return "\(referral.ref.text) is with \(name)"
  }
}
