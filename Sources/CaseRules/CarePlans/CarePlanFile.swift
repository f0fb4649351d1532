/// One version of a care plan with all that its page shows beside it.
package struct CarePlanFile: Equatable, Sendable {
  package var file: PersonFile
  package var plan: CarePlan
  /// The version before it, in the same time with the team.
  package var previous: CarePlan?

  package init(file: PersonFile, plan: CarePlan, previous: CarePlan? = nil) {
    self.file = file
    self.plan = plan
    self.previous = previous
  }

  /// Whether this is the plan that holds now.
  package var isCurrent: Bool { file.currentPlan?.id == plan.id }
}
