/// When a client was reached and when somebody tried in vain, from the records that stand.
///
/// What an episode shows as its last contact and its attempts can be worked out from it anew when
/// one of the records turns out to be wrong (GEN-004).
package struct ContactHistory: Equatable, Sendable {
  /// PPL-024: every successful contact of any kind.
  package var contacts: [Moment]
  /// PPL-023: every unsuccessful attempt.
  package var failures: [Moment]

  package init(contacts: [Moment] = [], failures: [Moment] = []) {
    self.contacts = contacts
    self.failures = failures
  }

  /// PPL-024: silence counts from here.
  package var lastContact: Moment? { contacts.max() }

  /// PPL-026: attempts since the last contact; those before it were answered.
  package var failedAttempts: Int {
    guard let last = lastContact else { return failures.count }
    return failures.count { $0 > last }
  }
}
