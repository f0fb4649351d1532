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
    ])
}

/// The client of a referral turns out to be on file already.
package enum ReferralClientForm {
  package static let id: FormID = "referral-client"
  package static let person: FieldCode = "person"

  package static let definition = FormDefinition(
    id, title: "Client of a referral",
    purpose: "Links a referral, and the call it came from, to a person who is on file",
    about: [.incomingReferral], function: .personAndCaseload, requiredBy: "PPL-050",
    action: .behind(.enquiries, "l"),
    sections: [
      FormSection(
        "Client",
        [
          FormField(person, "Client", .link(kinds: [.person])).required().askingRecords()
            .help("Find by name, number or birth date; check birth and number")
        ])
    ],
    rules: [LinkRules.known(person, rule: "PPL-050"), custody])

  /// CUS-010: a detainee's name is linked from the board, with permission.
  private static let custody = FormRule { _, facts, _ in
    facts.enquiry?.isWithoutPermission == true
      ? [
        Finding(
          "CUS-010", .blocks,
          "This came from a detainee who has not given permission. Ask on the custody board first")
      ] : []
  }
}

/// The client of a referral goes on file: the person form with what is known filled in.
package enum ReferredPersonForm {
  package static let id: FormID = "referred-person"

  package static let definition = FormDefinition(
    id, title: "Person from a referral",
    purpose: "Takes the client of a referral on file and links the referral and its call to them",
    about: [.incomingReferral], function: .personAndCaseload, requiredBy: "PPL-001",
    action: .behind(.enquiries, "p"),
    sections: PersonForm.definition.sections,
    rules: PersonForm.definition.rules + [notOnFile])

  private static let notOnFile = FormRule { _, facts, _ in
    guard let referral = facts.enquiry?.referral else { return [] }
    if let person = referral.person {
      return [Finding("PPL-050", .blocks, "The client is on file already: \(person.ref.text)")]
    }
    guard facts.enquiry?.isWithoutPermission == true else { return [] }
    return [
      Finding(
        "CUS-010", .blocks,
        "This came from a detainee who has not given permission. Ask on the custody board first")
    ]
  }

  /// "Marsh Robin", "Robin Marsh" and "Marsh, Robin" as family and given names.
  ///
  /// Of words without a comma the last is the family name, unless the first is in capitals.
  package static func names(in typed: String) -> (family: String, given: String) {
    let halves = typed.split(separator: ",", maxSplits: 1).map { $0.trimmed }
    if halves.count == 2 { return (halves[0], halves[1]) }
    let words = typed.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else {
      return (typed.trimmed, "")
    }
    let isShouted = first.count > 1 && first == first.uppercased() && last != last.uppercased()
    return isShouted
      ? (first, words.dropFirst().joined(separator: " "))
      : (last, words.dropLast().joined(separator: " "))
  }
}
