import CaseRules
import Testing

@Suite("Dates of birth that are nearly right")
struct BirthLikenessTests {
  private static let typed = TypedBirth(day: 3, month: 4, year: 1985)
  private static let today = CalendarDate.example("2026-11-23")

  @Test(
    "What fits, and how",
    arguments: [
      ("1985-04-03", BirthLikeness.exact), ("1985-03-04", .swapped), ("1985-04-02", .oneDayOut),
      ("1985-04-04", .oneDayOut), ("1984-04-03", .anotherYear), ("1983-04-03", .anotherYear),
      ("1995-04-03", .anotherYear), ("1958-04-03", .anotherYear), ("1885-04-03", .anotherYear),
      ("1985-09-03", .anotherMonth), ("1985-04-13", .anotherDay), ("1985-04-30", .anotherDay),
      ("1985-04-05", .anotherDay), ("1984-03-04", .swappedInAnotherYear),
    ])
  func fits(born: String, how: BirthLikeness) {
    #expect(BirthLikeness(Self.typed, .example(born)) == how)
  }

  @Test(
    "What does not",
    arguments: ["1971-04-03", "1985-05-04", "1971-03-04", "1985-04-19", "1990-01-01"])
  func different(born: String) {
    #expect(BirthLikeness(Self.typed, .example(born)) == nil)
  }

  @Test("Two slips at once are known, but nobody is looked for by them alone")
  func twoSlips() {
    let dates = Self.typed.candidates(on: Self.today)
    #expect(!dates.isEmpty)
    #expect(dates.allSatisfy { $0.how != .swappedInAnotherYear })
  }

  @Test("A date that no calendar has may be meant in American order, or be the next day")
  func impossible() {
    let american = TypedBirth(day: 4, month: 13, year: 1985)
    #expect(BirthLikeness(american, .example("1985-04-13")) == .swapped)
    let missing = TypedBirth(day: 31, month: 4, year: 1985)
    #expect(BirthLikeness(missing, .example("1985-05-01")) == .oneDayOut)
    #expect(BirthLikeness(missing, .example("1985-04-30")) == .oneDayOut)
    let leap = TypedBirth(day: 29, month: 2, year: 1985)
    #expect(BirthLikeness(leap, .example("1985-03-01")) == .oneDayOut)
    #expect(BirthLikeness(leap, .example("1985-02-28")) == .oneDayOut)
    #expect(BirthLikeness(leap, .example("1984-02-29")) == .anotherYear)
  }

  @Test("Part of a date fits every date that has that part")
  func partial() {
    let born = CalendarDate.example("1985-04-03")
    #expect(BirthLikeness(TypedBirth(year: 1985), born) == .exact)
    #expect(BirthLikeness(TypedBirth(month: 4, year: 1985), born) == .exact)
    #expect(BirthLikeness(TypedBirth(day: 3, month: 4), born) == .exact)
    #expect(BirthLikeness(TypedBirth(day: 4, month: 4), born) == nil)
    #expect(BirthLikeness(TypedBirth(year: 1984), born) == nil)
  }

  @Test("The days to look under are just those that fit, the better ones first, and few")
  func candidates() {
    for typed in [
      Self.typed, TypedBirth(day: 31, month: 12, year: 1999),
      TypedBirth(day: 30, month: 2, year: 1960), TypedBirth(day: 4, month: 13, year: 1985),
    ] {
      let found = typed.candidates(on: Self.today)
      #expect(found.map { $0.how } == found.map { $0.how }.sorted())
      #expect(Set(found.map { $0.date }).count == found.count)
      #expect(found.count < 70, "\(found.count)")
      for (date, how) in found { #expect(BirthLikeness(typed, date) == how) }
      // Nobody who fits by one slip stands outside them.
      let days = (0..<45_000).map { Self.today.adding(days: -$0) }
      let fitting = days.filter { day in
        BirthLikeness(typed, day).map { $0 != .swappedInAnotherYear } ?? false
      }
      #expect(Set(fitting).isSubset(of: found.map { $0.date }))
    }
  }

  @Test("A day without its year stands for it in every year of somebody alive")
  func birthdays() {
    let days = TypedBirth(day: 29, month: 2).birthdays(on: Self.today)
    #expect(days.contains(.example("1984-02-29")) && days.contains(.example("2024-02-29")))
    #expect(days.allSatisfy { $0.month == 2 && $0.day == 29 && $0 <= Self.today })
    #expect(Self.typed.birthdays(on: Self.today).isEmpty)
  }

  @Test("Every hit says how its date fits")
  func words() {
    #expect(BirthLikeness.exact.words(.example("1985-04-03")) == "born 03/04/1985")
    #expect(
      BirthLikeness.swapped.words(.example("1985-03-04"))
        == "born 04/03/1985 with day and month swapped")
    for how in BirthLikeness.allCases {
      #expect(how.words(.example("1985-03-04")).hasPrefix("born 04/03/1985"))
    }
  }
}
