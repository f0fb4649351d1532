/// The correction of an offer that was written down wrongly (GEN-001, GEN-003).
///
/// The trail keeps what it said. An offer that was made again is no correction but another offer.
package enum OfferCorrectionForm {
  package static let id: FormID = "offer-correction"

  package static let definition = FormDefinition(
    id, title: "Correction of an offer",
    purpose: "Puts a recorded offer right; what it said before stays in its history",
    about: [.custodyFact], function: .custodyBoardAndDIR, requiredBy: "CUS-001",
    action: .behind(.custody, "r"),
    sections: OfferForm.definition.sections + [
      FormSection(
        "Why",
        [
          CorrectionReason.question(
            "Wrong line, wrong result, wrong officer. Nothing about the detainee (CUS-011)")
        ])
    ],
    rules: OfferForm.definition.rules + [isAnOffer, FactRules.recordsStand, CorrectionReason.rule])

  /// What the form is about can be corrected: an offer, and none that is struck through.
  private static let isAnOffer = FormRule { _, facts, _ in
    guard let custody = facts.custody else { return [] }
    if custody.offer == nil {
      return [
        Finding(
          "CUS-001", .blocks, "Only an offer is corrected here. A wrong record is struck through")
      ]
    }
    return custody.struckAlready
      ? [Finding("GEN-004", .blocks, "This offer is struck through and stays so")] : []
  }
}
