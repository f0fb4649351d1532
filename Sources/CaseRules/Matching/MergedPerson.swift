/// What is known of somebody once two records of them have become one.
package enum MergedPerson {
  /// As many as the person form has rows for.
  private static let mostAliases = 20
  private static let mostPhones = 10

  /// What a merge makes.
  package struct Made: Equatable, Sendable {
    package var person: Person
    /// Names and phone numbers there was no room for: they stay with the other record alone.
    package var leftOut: [String]
  }

  /// The record that stays, with these details taken from the other.
  ///
  /// The names, phones and risks of the other record are added to its own; what does not fit is
  /// told, not lost in silence.
  package static func made(
    of kept: Person, and gone: Person, taking details: Set<PersonDetail>
  ) -> Made {
    var person = kept
    for detail in details { detail.take(from: gone, into: &person) }
    let names = newNames(kept, gone, now: person.name)
    let phones = newPhones(kept, gone)
    let (roomForNames, roomForPhones) = (
      max(0, mostAliases - kept.aliases.count), max(0, mostPhones - kept.phones.count)
    )
    for name in names.prefix(roomForNames) {
      person.aliases.append(Person.Alias(id: -person.aliases.count - 1, name: name))
    }
    for phone in phones.prefix(roomForPhones) {
      var added = phone
      added.id = -person.phones.count - 1
      person.phones.append(added)
    }
    let risks = Set(kept.risks + gone.risks)
    person.risks = RiskMarker.allCases.filter(risks.contains)
    person.riskNote = note(kept.riskNote, gone.riskNote)
    return Made(
      person: person,
      leftOut: Array(names.dropFirst(roomForNames)) + phones.dropFirst(roomForPhones).map(\.number))
  }

  /// The names of both records that are not among the aliases of the one that stays.
  private static func newNames(_ kept: Person, _ gone: Person, now name: PersonName) -> [String] {
    var seen = Set([key(name)] + kept.aliases.map { NameFolding.key($0.name) })
    let names = [kept.name, gone.name].filter { $0 != name }.map(spelled)
    return (names + gone.aliases.map(\.name)).filter { seen.insert(NameFolding.key($0)).inserted }
  }

  private static func spelled(_ name: PersonName) -> String {
    name.given.isEmpty ? name.family : "\(name.given) \(name.family)"
  }

  private static func key(_ name: PersonName) -> String { NameFolding.key(spelled(name)) }

  private static func newPhones(_ kept: Person, _ gone: Person) -> [Person.Phone] {
    var seen = Set(kept.phones.map { PhoneDigits.national($0.number) })
    return gone.phones.filter { seen.insert(PhoneDigits.national($0.number)).inserted }
  }

  private static func note(_ kept: String, _ gone: String) -> String {
    if gone.isEmpty || kept.contains(gone) { return kept }
    return kept.isEmpty ? gone : "\(kept). \(gone)"
  }
}
