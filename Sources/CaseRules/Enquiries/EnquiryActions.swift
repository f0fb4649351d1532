/// What can be done with a referral, a call or a service now, and why the rest cannot.
package enum EnquiryActions {
  package static func offered(
    for file: ReferralFile, in context: RuleContext
  ) -> [OfferedForm] {
    let referral = file.referral
    let ref = referral.ref
    let acted = ReferralMachine.refusal(referral, .acted)?.display
    let all =
      [
        OfferedForm(
          ReferralActionForm.id, about: ref, title: "Record an action", whyNot: acted),
        OfferedForm(
          TakeReferralForm.id, about: ref,
          title: referral.worker == nil ? "Take it on or allocate it" : "Pass it to a colleague",
          whyNot: acted),
      ] + naming(file.client, "client") + [
        OfferedForm(ReferralForm.id, about: ref, title: "Change the referral")
      ]
    let noEdit = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload)
    return (all + withClient(referral.person)).map { $0.refused(noEdit) }
  }

  /// Whoever was referred or rang goes on file, or is found there: one way for both.
  private static func naming(_ client: EnquiryClient, _ who: String) -> [OfferedForm] {
    let whyNot = EnquiryClientRules.refusals(client).first?.display
    return [
      OfferedForm(
        ReferredPersonForm.id, about: client.ref, title: "Take the \(who) on file",
        whyNot: whyNot ?? EnquiryClientRules.onFileElsewhere(client)?.display),
      OfferedForm(
        ReferralClientForm.id, about: client.ref, title: "The \(who) is on file already",
        whyNot: whyNot),
    ]
  }

  /// What is done with the client is done from here, without finding them again.
  private static func withClient(_ person: PersonID?, books: Bool = true) -> [OfferedForm] {
    guard let person = person?.ref else { return [] }
    let booking = OfferedForm(AppointmentForm.id, about: person, title: "Book an appointment")
    return (books ? [booking] : []) + [
      OfferedForm(
        ContactAttemptForm.id, about: person, title: "Record contact with the client")
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
    let end = OfferedForm(
      CallEndedForm.id, about: ref, title: "Record the end of the call", whyNot: noEdit)
    let noPeople = AccessMatrix.whyNotEdit(context.worker, .personAndCaseload) ?? struck
    // CUS-015: only the appointment that is booked for the call counts as the call's, so none is
    // booked past it.
    let withPerson =
      naming(file.client, "caller") + withClient(file.person, books: file.call.bookedFor != nil)
    return appointment(file, noEdit, noPeople) + (file.call.ended == nil ? [end] : [])
      + withPerson.map { $0.refused(noPeople) } + [strike]
  }

  /// What comes next about the appointment: booking it, and then its outcome.
  private static func appointment(
    _ file: CallFile, _ noEdit: String?, _ noPeople: String?
  ) -> [OfferedForm] {
    let ref = file.call.ref
    guard file.call.bookedFor != nil else {
      return [
        OfferedForm(
          NextDayAppointmentForm.id, about: ref, title: "Book the appointment", whyNot: noEdit)
      ]
    }
    let title = "Record the outcome of the appointment"
    if let appointment = file.appointment {
      let recorded = file.appointmentState.flatMap {
        $0 == .booked ? nil : "The outcome is recorded: \($0.title.lowercased())"
      }
      return [
        OfferedForm(
          AppointmentOutcomeForm.id, about: appointment, title: title,
          whyNot: noPeople ?? recorded)
      ]
    }
    return [
      OfferedForm(
        CallerCameForm.id, about: ref, title: title,
        whyNot: noEdit ?? CallerCameForm.refusal(file)?.display)
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
