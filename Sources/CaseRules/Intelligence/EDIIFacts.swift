/// What the records say that the forms of early intervention need.
package struct EDIIFacts: Equatable, Sendable {
  /// The entry of the log the form is about.
  package var activity: EDIIActivity?
  /// The warrant the form is about.
  package var warrant: Warrant?
  /// The referral the form is about.
  package var referral: EDIIReferral?

  package init(
    activity: EDIIActivity? = nil, warrant: Warrant? = nil, referral: EDIIReferral? = nil
  ) {
    self.activity = activity
    self.warrant = warrant
    self.referral = referral
  }
}
