/// What the records say that the forms of care plans and referrals need.
package struct CarePlanFacts: Equatable, Sendable {
  /// The client's open time with the team.
  package var episode: Episode?
  /// The newest version made in it.
  package var last: CarePlan?
  /// The version the form is about.
  package var plan: CarePlan?
  /// The referral the form is about.
  package var referral: WraparoundReferral?

  package init(
    episode: Episode? = nil, last: CarePlan? = nil, plan: CarePlan? = nil,
    referral: WraparoundReferral? = nil
  ) {
    self.episode = episode
    self.last = last
    self.plan = plan
    self.referral = referral
  }
}
