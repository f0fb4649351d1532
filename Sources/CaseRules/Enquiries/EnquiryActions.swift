/// What can be done with a referral, a call or a service now, and why the rest cannot.
package enum EnquiryActions {
  package static func offered(
    for file: ReferralFile, in context: RuleContext
  ) -> [OfferedForm] {
    let referral = file.referral
    let ref = referral.ref
    let acted = ReferralMachine.refusal(referral, .acted)?.display
    let onFile = referral.person.map { "The client is on file: \($0.ref.text)" }
    let noPermission =
      file.isWithoutPermission ? "CUS-010: The detainee has not given permission" : nil
    let all = [
      OfferedForm(
        ReferralActionForm.id, about: ref, title: "Record an action", whyNot: acted),
      OfferedForm(
        TakeReferralForm.id, about: ref,
        title: referral.worker == nil ? "Take it on" : "Pass it to a colleague",
        whyNot: acted),
      OfferedForm(
        ReferredPersonForm.id, about: ref, title: "Take the client on file",
        whyNot: onFile ?? noPermission),
      OfferedForm(
        ReferralClientForm.id, about: ref, title: "The client is on file already",
        whyNot: onFile ?? noPermission),
      OfferedForm(ReferralForm.id, about: ref, title: "Change the referral"),
    ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return (all + withClient(referral)).map { $0.refused(noEdit) }
  }

  /// What is done with the client is done from here, without finding them again.
  private static func withClient(_ referral: Referral) -> [OfferedForm] {
    guard let person = referral.person?.ref else { return [] }
    return [
      OfferedForm(AppointmentForm.id, about: person, title: "Book an appointment"),
      OfferedForm(
        ContactAttemptForm.id, about: person, title: "Record contact with the client"),
    ]
  }

  package static func offered(for file: CallFile, in context: RuleContext) -> [OfferedForm] {
    let ref = file.call.ref
    let struck = file.call.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .custodyBoardAndDIR) ?? struck
    let strike = StrikeActions.offered(
      for: ref, struckBecause: file.call.struckBecause, in: context)
    guard file.call.wasAnswered else {
      return [
        OfferedForm(
          UnansweredCallForm.id, about: ref, title: "Put the time right", whyNot: noEdit), strike,
      ]
    }
    let booked = file.call.bookedFor.map { "It is booked for \($0.ukWithWeekday)" }
    let end = OfferedForm(
      CallEndedForm.id, about: ref, title: "Record the end of the call", whyNot: noEdit)
    return (file.call.ended == nil ? [end] : []) + [
      OfferedForm(
        NextDayAppointmentForm.id, about: ref, title: "Book the appointment",
        whyNot: noEdit ?? booked), strike,
    ]
  }

  package static func offered(for service: Service, in context: RuleContext) -> [OfferedForm] {
    let struck = service.struckBecause.map { "GEN-004: It is struck through: \($0)" }
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload) ?? struck
    let isChecked = service.lastChecked == context.today ? "It was checked today" : nil
    return [
      OfferedForm(
        ServiceCheckedForm.id, about: service.ref, title: "Checked today: all of it holds",
        whyNot: noEdit ?? isChecked),
      OfferedForm(
        ServiceForm.id, about: service.ref, title: "Change the service", whyNot: noEdit),
      StrikeActions.offered(
        for: service.ref, struckBecause: service.struckBecause, in: context),
    ]
  }
}
