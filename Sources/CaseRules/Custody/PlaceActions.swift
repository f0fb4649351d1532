/// What can be done with a suite or an officer now, and why the rest cannot.
package enum PlaceActions {
  package static func offered(forSuite suite: RecordRef, in context: RuleContext) -> [OfferedForm] {
    [
      OfferedForm(
        SuiteForm.id, about: suite, title: "Change the suite",
        whyNot: SuiteForm.definition.whyNotSave(context.worker)),
      OfferedForm(
        SweepForm.id, about: suite, title: "Start a cell sweep",
        whyNot: SweepForm.definition.whyNotSave(context.worker)),
    ]
  }

  package static func offered(
    forOfficer officer: RecordRef, in context: RuleContext
  ) -> [OfferedForm] {
    [
      OfferedForm(
        OfficerForm.id, about: officer, title: "Change the officer",
        whyNot: OfficerForm.definition.whyNotSave(context.worker))
    ]
  }
}
