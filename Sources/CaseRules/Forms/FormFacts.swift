/// What the records say that a form's rules need besides the form itself.
///
/// Each part belongs to a room; a part that the form has no use for stays empty. The store fills
/// it, for the screen while somebody types and again inside the saving transaction.
package struct FormFacts: Equatable, Sendable {
  /// Names for the references that stand in the draft, for read-backs: "SMITH John 03/04/1985".
  package var names: [RecordRef: String] = [:]

  /// GEN-002: the reasons that passed this save's warnings, by rule ID; empty until then.
  package var reasons: [String: Reason] = [:]
  @Apart package var custody: CustodyFacts?
  @Apart package var assessment: AssessmentFacts?
  @Apart package var person: PersonFacts?
  @Apart package var episode: EpisodeFacts?
  @Apart package var cover: CoverFacts?
  @Apart package var appointment: AppointmentFacts?
  @Apart package var treatment: TreatmentFacts?
  @Apart package var prescribing: PrescribingFacts?
  @Apart package var office: OfficeFacts?
  @Apart package var carePlan: CarePlanFacts?
  @Apart package var enquiry: EnquiryFacts?
  @Apart package var match: MatchFacts?
  @Apart package var strike: StrikeFacts?
  @Apart package var proposal: ProposalFacts?
  @Apart package var access: ExceptionalAccessFacts?
  @Apart package var edii: EDIIFacts?
  @Apart package var bronze: BronzeFacts?
  @Apart package var intelligence: IntelligenceFacts?

  package init() {}
}
