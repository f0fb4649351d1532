/// A decision somebody has made about help or about sharing, as it was recorded.
package struct Consent: Equatable, Sendable {
  package var id: ConsentID
  package var person: PersonID
  package var type: ConsentType
  /// False when the person said no.
  package var given: Bool
  package var form: ConsentForm
  package var when: Moment
  package var explainedBy: String
  package var recipients: String
  package var amount: String
  package var rationale: String
  /// The last day it holds; nil when it has no end.
  package var expires: CalendarDate?
  /// PPL-011: from this moment on it no longer holds.
  package var withdrawn: Moment?
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var revision: Int

  package init(
    id: ConsentID, person: PersonID, type: ConsentType, given: Bool, form: ConsentForm = .written,
    when: Moment, explainedBy: String = "", recipients: String = "", amount: String = "",
    rationale: String = "", expires: CalendarDate? = nil, withdrawn: Moment? = nil,
    struckBecause: String? = nil, revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.type = type
    self.given = given
    self.form = form
    self.when = when
    self.explainedBy = explainedBy
    self.recipients = recipients
    self.amount = amount
    self.rationale = rationale
    self.expires = expires
    self.withdrawn = withdrawn
    self.struckBecause = struckBecause
    self.revision = revision
  }

  /// Given, begun, not run out and not withdrawn at that moment (PPL-011).
  package func holds(at moment: Moment) -> Bool {
    guard struckBecause == nil, given, when <= moment else { return false }
    if let withdrawn, withdrawn <= moment { return false }
    if let expires, Moment(endOf: expires) < moment { return false }
    return true
  }

  /// "Yes, written, 03/04/2026 10:15", with what has become of it.
  package func words(at moment: Moment) -> String {
    let said = given ? "Yes" : "No"
    let base = "\(said), \(form.title.lowercased()), \(when.uk)"
    if let struckBecause { return base + "; struck through: \(struckBecause)" }
    if let withdrawn, withdrawn <= moment { return base + "; withdrawn \(withdrawn.uk)" }
    if let expires, Moment(endOf: expires) < moment { return base + "; ran out \(expires.uk)" }
    return base
  }
}

extension Sequence<Consent> {
  /// The consent of this type that holds at the moment; a later no undoes an earlier yes.
  package func inForce(_ type: ConsentType, at moment: Moment) -> Consent? {
    let said = filter { $0.type == type && $0.when <= moment && $0.struckBecause == nil }
      .max { ($0.when, $0.id) < ($1.when, $1.id) }
    return said.flatMap { $0.holds(at: moment) ? $0 : nil }
  }

  /// PPL-011: whether a disclosure made at that moment could rely on a consent.
  ///
  /// One that was made before a withdrawal stays valid afterwards.
  package func supportsDisclosure(
    at moment: Moment, relyingOn type: ConsentType, to recipient: String? = nil
  ) -> Bool {
    guard let consent = inForce(type, at: moment) else { return false }
    guard let recipient else { return true }
    let asked = NameFolding.typedWords(recipient)
    let named = Set(NameFolding.typedWords(consent.recipients))
    return !asked.isEmpty && asked.allSatisfy(named.contains)
  }
}
