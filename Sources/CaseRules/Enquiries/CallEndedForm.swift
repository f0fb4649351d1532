/// The end of a call that was written down while it went on (PPL-051).
package enum CallEndedForm {
  package static let id: FormID = "call-ended"
  package static let ended: FieldCode = "ended"

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
            .help("When the receiver went down: now, or a time such as 2240")
        ])
    ],
    rules: [
      FormRule { reading, facts, context in
        let end = reading.moment(ended)
        return FactRules.notInFuture(end, field: ended, now: context.now)
          + FactRules.notBefore(
            facts.enquiry?.call?.call.started, "the start of the call", end, field: ended)
          + [refusal(facts.enquiry?.call?.call)].compactMap(\.self)
      }
    ])

  /// Why no end can be recorded; nil while the call goes on.
  package static func refusal(_ call: HelplineCall?) -> Finding? {
    call?.ended.map { end in
      Finding("PPL-051", .blocks, "The call ended on \(end.ukWithWeekday)")
    }
  }
}
