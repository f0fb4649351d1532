/// A referral with what hangs on it, as its page shows it.
package struct ReferralFile: Equatable, Sendable {
  package var referral: Referral
  /// CUS-010: it came from a detainee who has not given permission.
  package var isWithoutPermission: Bool
  /// Whom the call that led to it names.
  package var linked: EnquiryClient.Linked?
  package var deadlines: [DueLine]

  package var client: EnquiryClient {
    EnquiryClient(
      ref: referral.ref, heading: referral.heading, person: referral.person,
      name: referral.clientName, phone: referral.clientPhone,
      isWithoutPermission: isWithoutPermission, linked: linked)
  }

  package init(
    referral: Referral, isWithoutPermission: Bool = false, linked: EnquiryClient.Linked? = nil,
    deadlines: [DueLine] = []
  ) {
    self.referral = referral
    self.isWithoutPermission = isWithoutPermission
    self.linked = linked
    self.deadlines = deadlines
  }
}

/// A referral in the work list of the single point of contact.
package struct ReferralLine: Equatable, Sendable {
  package var referral: Referral
  package var due: DueLine?

  package init(referral: Referral, due: DueLine? = nil) {
    self.referral = referral
    self.due = due
  }
}
