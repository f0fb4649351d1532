/// What can be done with a worker's record now, and why the rest cannot.
package enum WorkerActions {
  package static func offered(for worker: WorkerID, in context: RuleContext) -> [OfferedForm] {
    let ref = worker.ref
    let isOthers =
      worker == context.worker.id || context.worker.role.leadsTeam
      ? nil : "PPL-009: A worker arranges their own cover, or the team leader does"
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    let caseload = [
      OfferedForm(HandOverSeveralForm.id, about: ref, title: "Hand over the clients"),
      OfferedForm(
        AcceptSeveralForm.id, about: ref, title: "Accept what waits for them"),
      OfferedForm(
        CoverForm.id, about: ref, title: "Cover while away", whyNot: isOthers),
    ]
    return caseload.map { $0.refused(noEdit) } + [
      OfferedForm(
        WorkerForm.id, about: ref, title: "Change the worker",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .settings)),
      OfferedForm(
        ResetPasswordForm.id, about: ref, title: "Give a one-time password",
        whyNot: AccessMatrix.whyNotEdit(context.worker, .settings)),
    ]
  }
}
