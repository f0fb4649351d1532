/// Who somebody is, in as little as it takes not to mistake them for somebody else.
package struct PersonIdentity: Equatable, Sendable {
  package let id: PersonID
  package let name: PersonName
  package let birth: Birth

  package init(id: PersonID, name: PersonName, birth: Birth) {
    self.id = id
    self.name = name
    self.birth = birth
  }

  /// "SMITH John, born 03/04/1985 (41), P-1042".
  package func heading(on day: CalendarDate) -> String {
    "\(name.display), \(birth.words(on: day)), \(id.ref.text)"
  }
}
