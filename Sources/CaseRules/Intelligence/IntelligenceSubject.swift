/// Whom intelligence is about, as the police know them.
///
/// Not a client: an intelligence officer reads nothing of people (CUS-022), so who a subject is on
/// file stands apart, and only roles that read both see it.
package struct IntelligenceSubject: Equatable, Sendable {
  package var id: IntelligenceSubjectID
  package var family: String
  package var given: String
  package var otherNames: [String]
  /// nil where nothing is known of it.
  package var birth: Birth?
  package var sex: Sex?
  /// For somebody without a name, what is known instead.
  package var description: String
  /// The subject that stands for both, where somebody has said that the two are one.
  package var sameAs: IntelligenceSubjectID?
  package var revision: Int

  package init(
    id: IntelligenceSubjectID = IntelligenceSubjectID(0), family: String, given: String = "",
    otherNames: [String] = [], birth: Birth? = nil, sex: Sex? = nil, description: String = "",
    sameAs: IntelligenceSubjectID? = nil, revision: Int = 1
  ) {
    self.id = id
    self.family = family
    self.given = given
    self.otherNames = otherNames
    self.birth = birth
    self.sex = sex
    self.description = description
    self.sameAs = sameAs
    self.revision = revision
  }

  package var hasName: Bool { !family.isEmpty || !given.isEmpty }

  /// "HARROW Miles", "Miles (family name not known)", or the description.
  package var display: String {
    if !family.isEmpty { return PersonName(family: family, given: given).display }
    return given.isEmpty ? description : "\(given) (family name not known)"
  }

  /// "Miles Harrow", for whoever writes to them; empty where no name is known.
  package var addressee: String { PersonName(family: family, given: given).spoken }

  /// "HARROW Miles, born 03/04/1985 (41), IS-0012".
  package func heading(on day: CalendarDate) -> String {
    [display, birth?.words(on: day), id.ref.text].compactMap(\.self).joined(separator: ", ")
  }
}
