/// What the records say that a form's rules need besides the form itself.
///
/// Each part belongs to a room; a part that the form has no use for stays empty. The store fills
/// it, for the screen while somebody types and again inside the saving transaction.
package struct FormFacts: Equatable, Sendable {
  /// Names for the references that stand in the draft, for read-backs: "SMITH John 03/04/1985".
  package var names: [RecordRef: String] = [:]

  /// GEN-002: the reasons that passed this save's warnings, by rule ID; empty until then.
  package var reasons: [String: Reason] = [:]
  package var custody: CustodyFacts?
  package var assessment: AssessmentFacts?
  package var person: PersonFacts?
  package var episode: EpisodeFacts?
  package var cover: CoverFacts?
  package var appointment: AppointmentFacts?
  package var treatment: TreatmentFacts?
  package var prescribing: PrescribingFacts?
  package var office: OfficeFacts?
  package var carePlan: CarePlanFacts?
  package var enquiry: EnquiryFacts?
  package var match: MatchFacts?
  package var strike: StrikeFacts?
  package var proposal: ProposalFacts?
  package var access: ExceptionalAccessFacts?
  package var edii: EDIIFacts?
  package var bronze: BronzeFacts?
  package var intelligence: IntelligenceFacts?

  package init() {}
}
