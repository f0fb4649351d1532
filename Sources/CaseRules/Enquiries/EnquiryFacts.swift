/// What the records say that the forms of this room need.
package struct EnquiryFacts: Equatable, Sendable {
  /// PPL-056: the training of the call taker named in the form.
  package var taker: CallTaker?
  /// The referral the form is about.
  package var referral: Referral?
  /// The call the form is about.
  package var call: CallFile?
  /// CUS-010: it came from a detainee who has not given permission.
  package var isWithoutPermission: Bool
  /// PPL-054: the directory entries among those given out that nobody has made sure of for long.
  package var unchecked: Set<RecordRef>

  package init(
    taker: CallTaker? = nil, referral: Referral? = nil, call: CallFile? = nil,
    isWithoutPermission: Bool = false, unchecked: Set<RecordRef> = []
  ) {
    self.taker = taker
    self.referral = referral
    self.call = call
    self.isWithoutPermission = isWithoutPermission
    self.unchecked = unchecked
  }
}
