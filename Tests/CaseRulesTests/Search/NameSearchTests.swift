import CaseRules
import Testing

@Suite("Holding typed names against names on file")
struct NameSearchTests {
  private static func match(
    _ typed: String, _ family: String, _ given: String, aliases: [String] = [], missing: Int = 0
  ) -> NameMatch? {
    var search = NameSearch(FindQuery(typed, on: .example("2026-11-23")).names)
    return search.match(
      KnownNames(
        familyKey: NameFolding.key(family), givenKey: NameFolding.key(given), aliases: aliases),
      missing: missing)
  }

  @Test(
    "Every hit says why",
    arguments: [
      ("smith", "Smith", "John", "name"), ("smi", "Smith", "John", "name"),
      ("john smith", "Smith", "John", "name"), ("smith john", "Smith", "John", "name"),
      ("j smith", "Smith", "John", "name"), ("j s", "Smith", "John", "name"),
      ("smyth", "Smith", "John", "sounds like Smyth"),
      ("mick smith", "Smith", "Michael", "Mick for Michael"),
      ("mike smyth", "Smith", "Michael", "Mike for Michael, sounds like Smyth"),
      ("smiht", "Smith", "John", "sounds like Smiht"),
      ("smitk", "Smith", "John", "1 letter off Smitk"),
      ("shaun", "Doyle", "Seán", "a spelling of Shaun"),
      ("brien", "O'Brien", "Una", "name"), ("o brien", "O'Brien", "Una", "name"),
      ("obrien", "Brien", "Una", "name"), ("O'Brien", "O’Brien", "Una", "name"),
      ("macdonald", "McDonald", "Ian", "name"), ("mac donald", "McDonald", "Ian", "name"),
      ("donald", "McDonald", "Ian", "name"), ("mcdonald", "MacDonald", "Ian", "name"),
      ("al hassan", "Hassan", "Omar", "name"), ("hassan", "al-Hassan", "Omar", "name"),
      ("el-hassan", "Al-Hassan", "Omar", "name"), ("alhassan", "Al-Hassan", "Omar", "name"),
      ("van der berg", "van der Berg", "Jan", "name"),
      ("vanderberg", "van der Berg", "Jan", "name"),
      ("berg", "van der Berg", "Jan", "name"), ("van berg", "van der Berg", "Jan", "name"),
      ("ap rhys", "Rhys", "Huw", "name"), ("rhys", "ap Rhys", "Huw", "name"),
      ("ferch owain", "ferch Owain", "Nia", "name"),
      ("smith jones", "Smith-Jones", "Ann", "name"), ("jones", "Smith-Jones", "Ann", "name"),
      ("luczak", "Łuczak", "Ewa", "name"), ("Łuczak", "Luczak", "Ewa", "name"),
    ])
  func because(typed: String, family: String, given: String, reason: String) throws {
    let match = try #require(Self.match(typed, family, given))
    #expect(match.because == reason)
    #expect(match.missing == 0)
  }

  @Test("An alias is named where it brought the person here")
  func alias() throws {
    #expect(
      try #require(Self.match("mick", "Doyle", "Brendan", aliases: ["Mick"])).because
        == "alias Mick")
    #expect(
      try #require(Self.match("mick doyle", "Doyle", "Brendan", aliases: ["Spud", "Mick"])).because
        == "alias Mick")
    #expect(
      try #require(Self.match("micky", "Doyle", "Brendan", aliases: ["Michael"])).because
        == "alias Michael, Micky for Michael")
    #expect(
      try #require(Self.match("doyle", "Doyle", "Brendan", aliases: ["Doyler"])).because == "name")
  }

  @Test("The better fit costs less")
  func order() throws {
    let costs = try [
      ("jon smith", "Smith", "Jon"), ("jon smith", "Smith", "Jonathan"),
      ("jon smith", "Smith", "John"), ("jon smith", "Smyth", "John"),
    ].map { try #require(Self.match($0.0, $0.1, $0.2)).cost }
    #expect(costs == costs.sorted())
    #expect(Set(costs).count == costs.count)
  }

  @Test("Every word must fit, unless one may be missing, and then it is said which")
  func missing() throws {
    #expect(Self.match("john paul smith", "Smith", "John") == nil)
    let match = try #require(Self.match("john paul smith", "Smith", "John", missing: 1))
    #expect(match.missing == 1)
    #expect(match.because == "without Paul")
    #expect(Self.match("quentin", "Smith", "John", missing: 1) == nil)
    let family = try #require(Self.match("dan smythe", "Smith", "John", missing: 1))
    let given = try #require(Self.match("dan smythe", "Jones", "Daniel", missing: 1))
    #expect(family.cost < given.cost)
  }

  @Test("No word of a name stands for two that were typed")
  func once() throws {
    #expect(Self.match("smith smythe", "Smith", "John") == nil)
    #expect(Self.match("john jon", "Smith", "John") == nil)
    #expect(try #require(Self.match("ben atkey", "Atkey", "Ben")).cost < 6)
    #expect(try #require(Self.match("ben atkey", "Atkey", "Carl")).cost >= 6)
  }

  @Test(
    "Names that are not alike do not fit",
    arguments: [
      ("smith", "Jones", "Mary"), ("ali", "Lee", "Ann"), ("bob", "Lob", "Ann"),
      ("khan", "Singh", "Raj"), ("jon", "Ann", "Mary"), ("brown", "Green", "Tom"),
    ])
  func unlike(typed: String, family: String, given: String) {
    #expect(Self.match(typed, family, given) == nil)
  }
}
