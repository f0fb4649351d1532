/// The end of a call that was written down while it went on (PPL-051).
package enum CallEndedForm {
  package static let id: FormID = "call-ended"
  package static let ended: FieldCode = "ended"
  package static let emergency = HelplineCallForm.emergency

  package static let definition = FormDefinition(
    id, title: "End of the call",
    purpose: "Records when a call ended that was written down while it went on",
    about: [.helplineCall], function: .custodyBoardAndDIR, requiredBy: "PPL-051",
    action: .behind(.enquiries, "e"),
    sections: [
      FormSection(
        "Call",
        [
          FormField(ended, "Ended", .dateTime(direction: .past)).required()
            .help("When the receiver went down: now, or a time such as 2240"),
          FormField(emergency, "Overdose emergency", .yesNo(notKnown: false, refused: false))
            .help("As it was noted while the call went on, or as it turned out"),
          HelplineCallForm.adviceField(required: HelplineCallForm.isEmergency),
          HelplineCallForm.ambulanceField(required: HelplineCallForm.isEmergency),
        ])
    ],
    rules: [
      FormRule { reading, facts, context in
        let end = reading.moment(ended)
        return FactRules.notInFuture(end, field: ended, now: context.now)
          + FactRules.notBefore(
            facts.enquiry?.call?.call.started, "the start of the call", end, field: ended)
          + [refusal(facts.enquiry?.call?.call)].compactMap(\.self)
      },
      FormRule { _, facts, _ in
        CallRules.stands(struckBecause: facts.enquiry?.call?.call.struckBecause)
      },
      emergencyIsAnswered,
    ])

  /// PPL-052: an emergency that was noted is not closed in silence.
  private static let emergencyIsAnswered = FormRule { reading, facts, _ in
    guard facts.enquiry?.call?.isEmergency == true, !reading.isAnswered(emergency) else {
      return []
    }
    return [
      Finding(
        "PPL-052", .blocks, field: emergency.text,
        "The call was noted as an overdose emergency. Say whether it was one")
    ]
  }

  /// Why no end can be recorded; nil while the call goes on.
  private static func refusal(_ call: HelplineCall?) -> Finding? {
    call?.ended.map { end in
      Finding("PPL-051", .blocks, "The call ended on \(end.ukWithWeekday)")
    }
  }
}
