/// What can be done with a worker's record now, and why the rest cannot.
package enum WorkerActions {
  package static func offered(for worker: WorkerID, in context: RuleContext) -> [OfferedForm] {
    let ref = worker.ref
    let isOwn = worker == context.worker.id || context.worker.role.leadsTeam
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    let caseload = [
      OfferedForm(
        HandOverSeveralForm.id, about: ref, title: "Hand over the clients",
        whyNot: isOwn
          ? nil : "PPL-012: A worker hands their own clients over, or a team leader does"),
      OfferedForm(
        AcceptSeveralForm.id, about: ref, title: "Accept what waits for them"),
      OfferedForm(
        CoverForm.id, about: ref, title: "Cover while away",
        whyNot: isOwn ? nil : "PPL-009: A worker arranges their own cover, or the team leader does"),
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
