/// What is known of somebody once two records of them have become one.
package enum MergedPerson {
  /// As many as the person form has rows for.
  private static let mostAliases = 20
  private static let mostPhones = 10

  /// The record that stays, with these details taken from the other.
  ///
  /// No name, phone or risk is lost: those of the other record are added to its own.
  package static func made(
    of kept: Person, and gone: Person, taking details: Set<PersonDetail>
  ) -> Person {
    var person = kept
    for detail in details { detail.take(from: gone, into: &person) }
    person.aliases = aliases(kept, gone, now: person.name)
    person.phones = phones(kept, gone)
    let risks = Set(kept.risks + gone.risks)
    person.risks = RiskMarker.allCases.filter(risks.contains)
    person.riskNote = note(kept.riskNote, gone.riskNote)
    return person
  }

  private static func aliases(
    _ kept: Person, _ gone: Person, now name: PersonName
  ) -> [Person.Alias] {
    var seen = Set([key(name)] + kept.aliases.map { NameFolding.key($0.name) })
    var aliases = kept.aliases
    let names = [kept.name, gone.name].filter { $0 != name }.map(spelled)
    for text in names + gone.aliases.map(\.name) where seen.insert(NameFolding.key(text)).inserted {
      guard aliases.count < mostAliases else { break }
      aliases.append(Person.Alias(id: -aliases.count - 1, name: text))
    }
    return aliases
  }

  private static func spelled(_ name: PersonName) -> String {
    name.given.isEmpty ? name.family : "\(name.given) \(name.family)"
  }

  private static func key(_ name: PersonName) -> String { NameFolding.key(spelled(name)) }

  private static func phones(_ kept: Person, _ gone: Person) -> [Person.Phone] {
    var seen = Set(kept.phones.map { PhoneDigits.national($0.number) })
    var phones = kept.phones
    for phone in gone.phones where seen.insert(PhoneDigits.national(phone.number)).inserted {
      guard phones.count < mostPhones else { break }
      var added = phone
      added.id = -phones.count - 1
      phones.append(added)
    }
    return phones
  }

  private static func note(_ kept: String, _ gone: String) -> String {
    if gone.isEmpty || kept.contains(gone) { return kept }
    return kept.isEmpty ? gone : "\(kept). \(gone)"
  }
}
