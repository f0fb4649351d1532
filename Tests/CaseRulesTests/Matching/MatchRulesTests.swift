import Testing

@testable import CaseRules

@Suite("Possible records and merges")
struct MatchRulesTests {
  private static let day = CalendarDate.example("2026-11-22")

  private static func worker(_ role: Role, _ id: Int64 = 7) -> Worker {
    Worker(id: WorkerID(id), name: "Cara Doyle", role: role)
  }

  private static func person(
    _ family: String = "Harrow", _ given: String = "Miles", id: Int64 = 1,
    born: String? = "1985-04-03", age: Int = 30
  ) -> Person {
    Person(
      id: PersonID(id), name: PersonName(family: family, given: given),
      birth: born.map { .on(.example($0)) } ?? .estimated(age: age, noted: day), sex: .male,
      ethnicity: "W1", risks: [])
  }

  @Test(
    "PPL-004: between yes and no lies what is near in name and date, and an estimate near the age",
    arguments: [
      (85, "1985-04-03", nil, true), (86, "1985-04-03", nil, false),
      (40, nil, 41, true), (40, nil, 46, true), (40, nil, 47, false), (40, nil, 35, false),
    ] as [(Int, String?, Int?, Bool)])
  func threshold(cost: Int, born: String?, age: Int?, isPossible: Bool) {
    let other: Birth =
      age.map { .estimated(age: $0, noted: Self.day) } ?? .on(.example(born ?? "1985-04-03"))
    #expect(
      PossibleRecordRules.mayBeOne(
        cost: cost, .on(.example("1985-04-03")), other, on: Self.day) == isPossible)
  }

  @Test(
    "GEN-003: a team leader merges, and the worker responsible for all that is open; nobody else",
    arguments: [
      (.sup, [], true), (.sup, [8], true), (.cjit, [7], true), (.cjit, [7, 7], true),
      (.cjit, [], false), (.cjit, [8], false), (.cjit, [7, 8], false), (.arw, [], false),
      (.carat, [7], true), (.ppoc, [7], false), (.adm, [], false), (.dio, [7], false),
    ] as [(Role, [Int64], Bool)])
  func who(role: Role, responsible: [Int64], may: Bool) {
    let refusal = MergeRules.mayMerge(
      Self.worker(role), responsible: responsible.map { WorkerID($0) })
    #expect((refusal == nil) == may)
    #expect(refusal.map { $0.rule == "GEN-003" && $0.force == .blocks } ?? true)
  }

  @Test("PPL-009, PPL-041, PPL-013: what one person cannot have twice stands in the way of a merge")
  func refused() {
    let episode = Episode(
      id: EpisodeID(3), person: PersonID(1), state: .assessed, entryPoint: .arrest,
      opened: Self.day, worker: WorkerID(7), workerName: "Cara Doyle")
    var one = MatchSide(person: Self.person())
    var other = MatchSide(person: Self.person(id: 2))
    #expect(MergeRules.refusals(one, other).isEmpty)
    one.openEpisode = episode
    one.openPrescribing = RecordRef(.prescribing, 4)
    one.coordinator = "Probation"
    #expect(MergeRules.refusals(one, other).isEmpty)
    other.openEpisode = episode
    #expect(MergeRules.refusals(one, other).map(\.rule) == ["PPL-009"])
    other.openPrescribing = RecordRef(.prescribing, 5)
    other.coordinator = "Housing"
    #expect(MergeRules.refusals(one, other).map(\.rule) == ["PPL-009", "PPL-041", "PPL-013"])
  }

  @Test("A merged person has the chosen details, and loses no name, phone or risk")
  func merged() {
    var kept = Self.person()
    kept.numbers.pnc = "2004/1234567F"
    kept.phones = [Person.Phone(id: 3, number: "07700 900123")]
    kept.risks = [.violence]
    kept.riskNote = "Dog"
    var gone = Self.person("Harow", "Myles", id: 2, born: "1985-03-04")
    gone.aliases = [Person.Alias(id: 9, name: "Smiler")]
    gone.numbers.pnc = "2001/7654321X"
    gone.phones = [
      Person.Phone(id: 4, number: "+44 7700 900123"), Person.Phone(id: 5, number: "01983 555"),
    ]
    gone.risks = [.selfHarm]
    gone.riskNote = "Last winter"
    let merged = MergedPerson.made(of: kept, and: gone, taking: [.born])
    let made = merged.person
    #expect(merged.leftOut.isEmpty)
    #expect(made.id == kept.id && made.name == kept.name)
    #expect(made.birth == gone.birth)
    #expect(made.numbers.pnc == kept.numbers.pnc)
    #expect(made.aliases.map(\.name) == ["Myles Harow", "Smiler"])
    #expect(made.phones.map(\.number) == ["07700 900123", "01983 555"])
    #expect(made.risks == [.selfHarm, .violence])
    #expect(made.riskNote == "Dog. Last winter")
    let renamed = MergedPerson.made(of: kept, and: gone, taking: [.name]).person
    #expect(renamed.name == gone.name)
    #expect(renamed.aliases.map(\.name) == ["Miles Harrow", "Smiler"])
  }

  @Test("PPL-004: names and phones that a merged record has no room for are told")
  func full() {
    var kept = Self.person()
    var gone = Self.person("Harow", "Myles", id: 2, born: "1985-03-04")
    kept.aliases = (1...19).map { Person.Alias(id: $0, name: "Name \($0)") }
    gone.aliases = [Person.Alias(id: 90, name: "Smiler"), Person.Alias(id: 91, name: "Name 3")]
    kept.phones = (1...9).map { Person.Phone(id: $0, number: "01983 55510\($0)") }
    gone.phones = (1...3).map { Person.Phone(id: 20 + $0, number: "01983 5552\($0)0") }
    let made = MergedPerson.made(of: kept, and: gone, taking: [])
    #expect(made.person.aliases.map(\.name).last == "Myles Harow")
    #expect(made.person.aliases.count == 20 && made.person.phones.count == 10)
    #expect(made.leftOut == ["Smiler", "01983 555220", "01983 555230"])
  }

  @Test(
    "Every detail is taken whole, and is the same once it has been taken",
    arguments: PersonDetail.allCases)
  func taken(detail: PersonDetail) {
    let one = Self.person()
    var other = Self.person("Other", "Name", id: 1, born: "1960-01-01")
    other.sex = .female
    other.ethnicity = "A1"
    other.numbers = Person.Numbers(pnc: "1", cro: "2", prison: "3", lrn: "4", oasys: "5")
    other.home = Person.Home(
      address: "9 Quay", postcode: "PO33 2ZZ", noFixedAbode: .no, accommodation: "1")
    other.language = "Polish"
    other.circumstances = Person.Circumstances(
      veteran: .yes, pregnant: .yes, children: 2, childrenLiveWith: .yes, safeguarding: .yes,
      employed: .yes, settledRelationship: .yes)
    other.gp = AgencyID(4)
    #expect(!detail.isSame(one, other))
    var made = one
    detail.take(from: other, into: &made)
    #expect(detail.isSame(made, other))
    #expect(PersonDetail.allCases.filter { !$0.isSame(made, one) } == [detail])
  }
}
