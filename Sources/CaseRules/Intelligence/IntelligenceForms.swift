/// The forms of the intelligence room.
package enum IntelligenceForms {
  package static let all: [FormDefinition] = [
    IntelligenceReportForm.definition, CorrectReportForm.definition, GradeReportForm.definition,
    JudgeReportForm.definition, ShareReportForm.definition, ReleaseReportForm.definition,
    SourceLookForm.definition, CorrectSourceForm.definition, StrikeReportForm.definition,
    StrikeShareForm.definition, IntelligenceSubjectForm.definition, SameSubjectForm.definition,
    LinkSubjectForm.definition,
  ]
}
