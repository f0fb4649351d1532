/// What came of offering the arrest referral service at reception.
package enum OfferResult: String, CaseIterable, Sendable {
  case accepted, refused, deferred, notOffered
}
