/// What a new version of a care plan changed, in words.
package struct CarePlanChange: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case added, changed, removed
  }

  package let kind: Kind
  /// What it is about: a goal, a need, the threats.
  package let what: String
  /// "Not started, now Under way".
  package let words: String

  package init(_ kind: Kind, _ what: String, _ words: String) {
    self.kind = kind
    self.what = what
    self.words = words
  }

  /// Everything but the agreement and the date, which every version has of its own.
  package static func changes(
    from old: CarePlan, to new: CarePlan, codes: CodeBook
  ) -> [CarePlanChange] {
    goals(from: old, to: new) + lists(from: old, to: new, codes)
      + needs(from: old, to: new)
  }

  // MARK: Goals

  private static func goals(from old: CarePlan, to new: CarePlan) -> [CarePlanChange] {
    let before = Dictionary(old.goals.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.goals.map(\.id))
    let kept = new.goals.flatMap { goal in
      before[goal.id].map { changes(from: $0, to: goal) }
        ?? [CarePlanChange(.added, goal.goal, "\(goal.action) (\(goal.leadAgency))")]
    }
    return kept
      + old.goals.filter { !after.contains($0.id) }.map {
        CarePlanChange(.removed, $0.goal, "was: \($0.status.words.lowercased())")
      }
  }

  private static func changes(from old: PlanGoal, to new: PlanGoal) -> [CarePlanChange] {
    let pairs = [
      (old.goal, new.goal), (old.domain.words, new.domain.words), (old.action, new.action),
      (old.leadAgency, new.leadAgency), (old.target.uk, new.target.uk),
      (old.status.words, new.status.words), (old.tackles?.words ?? "", new.tackles?.words ?? ""),
    ]
    let changed = pairs.compactMap { now(was: $0, is: $1) }
    return changed.isEmpty
      ? [] : [CarePlanChange(.changed, new.goal, changed.joined(separator: "; "))]
  }

  // MARK: The rest

  private static func lists(
    from old: CarePlan, to new: CarePlan, _ codes: CodeBook
  ) -> [CarePlanChange] {
    [
      one("No goal in", words(old.uncovered), words(new.uncovered)),
      one("Why none there", old.uncoveredWhy, new.uncoveredWhy),
      one("Threatens progress", words(old.threats), words(new.threats)),
      one("Treatment", words(old.treatments, codes), words(new.treatments, codes)),
      one("Attendance terms", old.terms, new.terms),
      one("Client agreed terms", old.termsAgreed?.uk ?? "", new.termsAgreed?.uk ?? ""),
    ].compactMap { $0 }
  }

  private static func needs(from old: CarePlan, to new: CarePlan) -> [CarePlanChange] {
    PlanNeed.allCases.compactMap { one($0.words, old.needs[$0] ?? "", new.needs[$0] ?? "") }
  }

  private static func words(_ choices: [some FormChoice]) -> String {
    choices.map(\.words).joined(separator: ", ")
  }

  private static func words(_ treatments: [PlannedTreatment], _ codes: CodeBook) -> String {
    treatments.map { "\(codes.words(of: $0.modality, in: .modalities)), \($0.provider)" }
      .joined(separator: "; ")
  }

  private static func one(_ what: String, _ old: String, _ new: String) -> CarePlanChange? {
    if old == new { return nil }
    if old.isEmpty { return CarePlanChange(.added, what, new) }
    if new.isEmpty { return CarePlanChange(.removed, what, "was: \(old)") }
    return CarePlanChange(.changed, what, now(was: old, is: new) ?? "")
  }

  private static func now(was old: String, is new: String) -> String? {
    old == new ? nil : "\(old.isEmpty ? "nothing" : old) -> \(new.isEmpty ? "nothing" : new)"
  }
}
