/// What can be done with a possible record or a merge now, and why the rest cannot.
package enum MatchActions {
  /// One letter says yes, one says no; whoever may merge goes straight on to the merge.
  package static func offered(
    for pair: PossibleRecord, responsible: [WorkerID], in context: RuleContext
  ) -> [OfferedForm] {
    let decided = pair.state.waits ? nil : "PPL-004: \(pair.state.words) already"
    let refusal = MergeRules.mayMerge(context.worker, responsible: responsible)
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    let same =
      refusal == nil || pair.state == .confirmed
      ? OfferedForm(
        MergeForm.id, about: pair.ref, title: "The same person: merge",
        whyNot: decided ?? refusal?.display)
      : OfferedForm(
        SamePersonForm.id, about: pair.ref, title: "The same person", whyNot: decided)
    let different = OfferedForm(
      DifferentPersonForm.id, about: pair.ref, title: "Different people",
      whyNot: decided)
    return [same, different].map { $0.refused(noEdit) }
  }

  package static func offered(
    for file: PossibleRecordFile, in context: RuleContext
  ) -> [OfferedForm] {
    // Whoever sees here that it was a mistake need not look for the page of the record that stayed.
    let undoing = file.merge.map {
      offered(for: $0, responsible: file.responsible, in: context)
    }
    return (undoing ?? []) + offered(for: file.pair, responsible: file.responsible, in: context)
  }

  package static func offered(
    for merge: PersonMergeRecord, responsible: [WorkerID], in context: RuleContext
  ) -> [OfferedForm] {
    let undone = merge.split.map { "GEN-004: Undone already by \($0.by)" }
    return [
      OfferedForm(
        UnmergeForm.id, about: merge.ref,
        title: "Undo the merge with \(merge.gone.id.ref.text)",
        whyNot: undone
          ?? MergeRules.mayMerge(context.worker, responsible: responsible)?.display)
    ]
  }
}
