import CaseRules

/// Two records that may be of one person, as screens are given them.
enum MatchExamples {
  private static func woman(
    _ family: String, _ given: String, _ id: Int64, born: CalendarDate
  ) -> Person {
    Person(
      id: PersonID(id), name: PersonName(family: family, given: given), birth: .on(born),
      sex: .female, ethnicity: "W1", risks: [])
  }

  private static let siân: Person = {
    var person = woman("O'Connor", "Siân", 1042, born: Examples.day(15, 6, 1979))
    person.numbers.pnc = "1999/0012345A"
    person.home.address = "14 Amhurst Road"
    person.home.postcode = "BN9 9AB"
    person.aliases = [Person.Alias(id: 1, name: "Shan Connor")]
    person.risks = [.selfHarm]
    return person
  }()

  private static let sharn: Person = {
    var person = woman("Connor", "Sharn", 1218, born: Examples.day(16, 6, 1979))
    person.home.noFixedAbode = .yes
    person.phones = [Person.Phone(id: 1, number: "07700 900123")]
    return person
  }()

  private static func identity(_ person: Person) -> PersonIdentity {
    PersonIdentity(id: person.id, name: person.name, birth: person.birth)
  }

  static let pair = PossibleRecord(
    ref: RecordRef(.possibleRecord, 3), older: identity(siân), newer: identity(sharn),
    because: "sounds like Sharn Connor, born 15/06/1979, one day out", source: .form,
    found: Examples.at(9, 40), foundBy: "A.BEGUM")

  static let confirmed = PossibleRecord(
    ref: RecordRef(.possibleRecord, 2),
    older: identity(woman("Patel", "Ravi", 987, born: Examples.day(1, 2, 1972))),
    newer: identity(woman("Pattel", "Ravi", 1215, born: Examples.day(1, 2, 1972))),
    because: "1 letter off Pattel, born 01/02/1972", source: .imported,
    found: Examples.at(8, 5), foundBy: "T.OSEI", state: .confirmed,
    decision: PossibleRecord.Decision(
      by: "T.OSEI", at: Examples.at(8, 30), reason: "Told me the right spelling"))

  static let lines = [
    PossibleRecordLine(confirmed, olderWorker: "Tom Osei"),
    PossibleRecordLine(pair, olderWorker: "Tom Osei"),
  ]

  static let file = PossibleRecordFile(
    pair: pair,
    older: MatchSide(
      person: siân,
      holdings: [
        MatchSide.Holding("episodes", 1), MatchSide.Holding("appointments", 6),
        MatchSide.Holding("DIRs", 1),
      ]),
    newer: MatchSide(
      person: sharn,
      holdings: [
        MatchSide.Holding("episodes", 0), MatchSide.Holding("appointments", 1),
        MatchSide.Holding("DIRs", 0),
      ]))
}
