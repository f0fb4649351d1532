/// The end of a detention's work (CUS-001).
package enum CloseEntryForm {
  package static let id: FormID = "close-entry"
  package static let explained: FieldCode = "explained"

  package static let definition = FormDefinition(
    id, title: "Close the entry",
    purpose: "Ends the work on a detention; an offer result is needed first",
    about: [.custodyEntry], function: .custodyBoardAndDIR, keptIn: .custodyEntry,
    requiredBy: "CUS-001",
    action: .behind(.custody, "x"),
    sections: [
      FormSection(
        "Close",
        [
          FormField(
            explained, "Nothing more is to be done for this detention; the line leaves the board",
            .explained)
        ])
    ],
    rules: [stateAllows, offerFlags, appointmentOffered])

  /// CUS-001, CUS-005: departed, with an offer result, and for a trigger offence an approach.
  private static let stateAllows = FormRule { _, facts, _ in
    guard let entry = facts.custody?.entry else { return [] }
    switch entry.state.after(.finished, entry.guards) {
    case .refused(let finding):
      let gaps = entry.guards.closingGaps
      return gaps.contains(finding) ? gaps : [finding]
    case .to, .stays: return []
    }
  }

  /// CUS-001 to CUS-003: closes all the same, and is flagged to the team leader.
  private static let offerFlags = FormRule { _, facts, context in
    guard let entry = facts.custody?.entry, !entry.offers.isEmpty else { return [] }
    return OfferRules.flags(
      entry.offers, arrived: entry.arrived, now: context.now, closing: true)
  }

  /// CUS-015: somebody who rang the helpline at night is not sent away without an appointment.
  private static let appointmentOffered = FormRule { _, facts, _ in
    let calls = facts.custody?.entry?.calls ?? []
    return calls.filter(\.owesAppointment).map { NextDayAppointment.notOffered(due: $0.owedFor) }
  }
}
