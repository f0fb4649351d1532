/// The forms of the caseload.
package enum CaseloadForms {
  package static let all: [FormDefinition] = [
    ContactEpisodeForm.definition, JoinCaseloadForm.definition, HandoverForm.definition,
    AcceptHandoverForm.definition, DeclineHandoverForm.definition, TransferOutForm.definition,
    EnterPrisonForm.definition, ReleaseForm.definition, LostContactForm.definition,
    ContactRegainedForm.definition, CloseEpisodeForm.definition, ProgrammeReviewForm.definition,
    HandOverSeveralForm.definition, AcceptSeveralForm.definition, CoverForm.definition,
  ]
}
