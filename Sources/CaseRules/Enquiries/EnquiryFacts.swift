/// What the records say that the forms of this room need.
package struct EnquiryFacts: Equatable, Sendable {
  /// PPL-056: the training of the call taker named in the form.
  package var taker: CallTaker?
  /// The referral the form is about.
  package var referral: Referral?
  /// The call the form is about.
  package var call: CallFile?
  /// Whom the referral or the call is about, while that is known or to be found out.
  package var client: EnquiryClient?
  /// PPL-054: the directory entries among those given out that nobody has made sure of for long.
  package var unchecked: Set<RecordRef>

  package init(
    taker: CallTaker? = nil, referral: Referral? = nil, call: CallFile? = nil,
    client: EnquiryClient? = nil, unchecked: Set<RecordRef> = []
  ) {
    self.taker = taker
    self.referral = referral
    self.call = call
    self.client = client
    self.unchecked = unchecked
  }
}
