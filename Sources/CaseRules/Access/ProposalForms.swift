/// The forms with which a second person answers for an act that needs two.
package enum ProposalForms {
  package static let all = [
    ConfirmProposalForm.definition, RefuseProposalForm.definition,
    WithdrawProposalForm.definition, LargeExportForm.definition, RestoreForm.definition,
  ]

  static let words: FieldCode = "words"

  /// The very words that were proposed; nobody types over them.
  static let shown = FormField(words, "What is proposed", .longText(max: 4_000))
    .applying(when: { _ in false })

  static func rule(_ event: Proposal.Event) -> FormRule {
    FormRule { _, facts, context in
      guard let proposal = facts.proposal?.proposal else {
        return [Finding("GEN-003", .blocks, "There is no such proposal")]
      }
      return ProposalRules.findings(event, on: proposal, by: context.worker, at: context.now)
    }
  }

  /// What somebody read and what is kept must be the same to the letter.
  static let isWhatWasProposed = FormRule { reading, facts, _ in
    guard let read = reading.text(words), let kept = facts.proposal?.proposal.text, read != kept
    else { return [] }
    return [
      Finding("GEN-003", .blocks, "These are not the words that were proposed. Open it again")
    ]
  }
}

/// Another worker has read what is proposed and answers for it: it is done.
package enum ConfirmProposalForm {
  package static let id: FormID = "confirm-proposal"
  package static let words = ProposalForms.words
  package static let read: FieldCode = "read"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Confirm as the second person",
    purpose: "Does what another worker has proposed; both answer for it",
    about: [.proposal], function: .proposals, keptIn: .proposal, requiredBy: "GEN-003",
    action: .behind(.office, "y"),
    sections: [
      FormSection(
        "Second person",
        [
          ProposalForms.shown,
          FormField(read, "Read, and right", .yesNo(notKnown: false, refused: false)).required()
            .help("y when you know that this is wanted, and by whom"),
          FormField(note, "Note", .text(max: 200)).help("How you know"),
        ])
    ],
    rules: [
      ProposalForms.rule(.confirm), ProposalForms.isWhatWasProposed,
      FormRule { reading, _, _ in
        guard reading.isAnswered(read), !reading.isYes(read) else { return [] }
        return [
          Finding(
            "GEN-003", .blocks, field: read.text,
            "What you have not read, or is not right, is refused instead")
        ]
      },
    ]
  ).askingPassword { _, _ in "Confirming as the second person needs your password" }
    .makingPassword()
}

/// Another worker says no.
package enum RefuseProposalForm {
  package static let id: FormID = "refuse-proposal"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Refuse as the second person",
    purpose: "What was proposed is not done, and whoever proposed it sees why",
    about: [.proposal], function: .proposals, keptIn: .proposal, requiredBy: "GEN-003",
    action: .behind(.office, "n"),
    sections: [
      FormSection(
        "Refusal", [ProposalForms.shown, FormField(note, "Why", .text(max: 200)).required()])
    ],
    rules: [ProposalForms.rule(.refuse), ReasonRules.said(note, rule: "GEN-002")])
}

/// Whoever proposed it takes it back.
package enum WithdrawProposalForm {
  package static let id: FormID = "withdraw-proposal"
  package static let note: FieldCode = "note"

  package static let definition = FormDefinition(
    id, title: "Take a proposal back",
    purpose: "What was proposed is not done after all",
    about: [.proposal], function: .proposals, keptIn: .proposal, requiredBy: "GEN-003",
    action: .behind(.office, "t"),
    sections: [
      FormSection(
        "Taken back", [ProposalForms.shown, FormField(note, "Why", .text(max: 200)).required()])
    ],
    rules: [ProposalForms.rule(.withdraw), ReasonRules.said(note, rule: "GEN-002")]
    // Whatever the role: whoever proposed it.
  ).openTo(.none)
}

/// What can be done with a proposal now, and why the rest cannot.
package enum ProposalActions {
  package static func offered(for proposal: Proposal, in context: RuleContext) -> [OfferedForm] {
    func whyNot(_ event: Proposal.Event) -> String? {
      ProposalRules.findings(event, on: proposal, by: context.worker, at: context.now)
        .blocking.first?.display
    }
    return [
      OfferedForm(
        ConfirmProposalForm.id, about: proposal.ref, title: "Confirm as the second person",
        whyNot: whyNot(.confirm)),
      OfferedForm(
        RefuseProposalForm.id, about: proposal.ref, title: "Refuse", whyNot: whyNot(.refuse)),
      OfferedForm(
        WithdrawProposalForm.id, about: proposal.ref, title: "Take it back",
        whyNot: whyNot(.withdraw)),
    ]
  }
}
