import CaseRules
import Testing

@testable import CaseStore

@Suite("Invented people")
struct InventedPersonTests {
  static let today = CalendarDate(year: 2026, month: 4, day: 3) ?? .latest
  static let people = (0..<5_000).map { InventedPerson(index: $0, seed: 7, today: today) }

  @Test("The same seed and number make the same person, another seed somebody else")
  func same() {
    let again = (0..<200).map { InventedPerson(index: $0, seed: 7, today: Self.today) }
    #expect(again == Array(Self.people.prefix(200)))
    let other = (0..<200).map { InventedPerson(index: $0, seed: 8, today: Self.today) }
    #expect(zip(again, other).count { $0.family == $1.family && $0.given == $1.given } < 5)
  }

  @Test("COD-006: every PNC is accepted as it stands, and nobody shares one")
  func pnc() {
    let numbers = Self.people.compactMap(\.pnc)
    #expect(numbers.count > 3_500)
    #expect(Set(numbers).count == numbers.count)
    for number in numbers {
      #expect(PNCNumber.read(number, currentYear: 2026).value?.text == number)
    }
    // A million people are made as well.
    let far = (990_000..<991_000).compactMap {
      InventedPerson(index: $0, seed: 7, today: Self.today).pnc
    }
    #expect(Set(numbers + far).count == numbers.count + far.count)
  }

  @Test(
    "COD-006, PPL-002: nobody has a PNC record before the age of ten, nor one of a year that is not over"
  )
  func pncYear() {
    for person in Self.people {
      guard let year = person.pnc.flatMap({ Int($0.prefix(4)) }) else { continue }
      #expect((person.born.year + 10..<Self.today.year).contains(year))
    }
  }

  @Test("COD-007, PPL-002: postcodes have the right form, nobody is under ten")
  func formAndAge() {
    for person in Self.people {
      #expect((15...68).contains(Periods.age(bornOn: person.born, on: Self.today)))
      if let postcode = person.postcode {
        #expect(Postcode.read(postcode).value?.text == postcode)
      }
    }
  }

  @Test("Phone numbers are those kept for plays and films, postcodes in an area that is not there")
  func unreachable() {
    for person in Self.people {
      if let phone = person.phone {
        #expect(phone.hasPrefix("07700 900") || phone.hasPrefix("01632 96"))
      }
      if let postcode = person.postcode { #expect(postcode.hasPrefix("ZZ")) }
    }
  }

  @Test("Names are as mixed as a town's: accents, apostrophes, hyphens, single names")
  func names() {
    let families = Self.people.map(\.family)
    #expect(families.contains { $0.contains("'") })
    #expect(families.contains { $0.contains("-") })
    #expect(families.contains { $0.unicodeScalars.contains { !$0.isASCII } })
    #expect(Self.people.contains { $0.given.isEmpty })
    #expect(Self.people.contains { $0.language == "Polish" && $0.needsInterpreter })
    #expect(Set(families).count > 300)
    #expect(Self.people.contains { !$0.aliases.isEmpty })
  }
}
