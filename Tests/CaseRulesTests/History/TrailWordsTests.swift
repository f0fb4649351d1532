import Testing

@testable import CaseRules

@Suite("What is typed above the trail")
struct TrailWordsTests {
  private static let workers = [
    Worker(id: WorkerID(2), name: "Amina Begum", role: .arw),
    Worker(id: WorkerID(3), name: "Delroy Francis", role: .cjit),
    Worker(id: WorkerID(4), name: "Amy Looksmith", role: .cjit),
  ]

  /// Mon 23/11/2026 10:00.
  private static func words(
    _ typed: String, narrowing filter: TrailFilter = TrailFilter()
  ) -> TrailWords {
    TrailWords(
      typed, narrowing: filter, workers: workers,
      in: ReadingContext(now: Moment(local: day("2026-11-23"), ClockTime(minutesOfDay: 600))))
  }

  private static func day(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0)
  }

  @Test("nothing typed narrows nothing")
  func empty() {
    #expect(Self.words("  ").filter == TrailFilter())
    #expect(Self.words("").understood == [])
  }

  @Test("a person by number, in any spelling", arguments: ["P-0042", "p42", "p-42"])
  func person(typed: String) {
    let words = Self.words(typed)
    #expect(words.filter.person == PersonID(42))
    #expect(words.understood == ["P-0042"])
  }

  @Test("another record, and a worker by number")
  func refs() {
    #expect(Self.words("a-12").filter.record == RecordRef(.appointment, 12))
    #expect(Self.words("w3").filter.workers == [WorkerID(3)])
  }

  @Test(
    "a worker by the start of a name; a second word narrows further",
    arguments: [
      ("beg", [2]), ("am", [2, 4]), ("am look", [4]), ("amina", [2]), ("a.begum", [2]),
    ])
  func workers(typed: String, numbers: [Int64]) {
    #expect(Self.words(typed).filter.workers == numbers.map { WorkerID($0) })
  }

  @Test(
    "kinds of event by their words, or from three letters on",
    arguments: [
      ("looks", "person.view"), ("refused", "permission.refused"), ("prin", "print"),
      ("changes", "rule.overridden"), ("records", "record.create"), ("lists", "person.found"),
      ("person.view", "person.view"),
    ])
  func kinds(typed: String, code: String) {
    #expect(Self.words(typed).filter.kinds?.contains(code) == true)
  }

  @Test("unrelated: looks at people the worker had nothing to do with; the word is offered")
  func unrelated() {
    let words = Self.words("unrelated beg")
    #expect(words.filter.related == false && words.filter.workers == [WorkerID(2)])
    #expect(words.understood == ["no relation to the client", "A.BEGUM"])
    #expect(Self.words("looks").filter.related == nil)
    #expect(TrailWords.kindWords.allSatisfy { Self.words($0).unknown.isEmpty })
  }

  @Test("refused is nothing but refusals, and records are no looks")
  func narrowKinds() {
    #expect(Self.words("refused").filter.kinds == ["permission.refused"])
    #expect(Self.words("records").filter.kinds?.contains("person.view") == false)
  }

  @Test(
    "words narrow the kinds that the trail is held to, and never widen them",
    arguments: [
      ("", ["person.view", "dir.view"]), ("person.view", ["person.view"]),
      ("refused", []), ("refused dir.view", ["dir.view"]), ("looks", ["person.view", "dir.view"]),
    ])
  func heldKinds(typed: String, kinds: [String]) {
    var held = TrailFilter()
    held.kinds = ["person.view", "dir.view"]
    #expect(Self.words(typed, narrowing: held).filter.kinds == kinds)
  }

  @Test(
    "held to own clients, or to the others, it stays so, and what contradicts that fits nothing",
    arguments: [true, false])
  func heldRelation(related: Bool) {
    var held = TrailFilter()
    held.related = related
    let words = Self.words("unrelated", narrowing: held)
    #expect(words.filter.related == related)
    #expect(words.filter.kinds == (related ? [] : nil))
    #expect(Self.words("", narrowing: held).filter == held)
  }

  @Test(
    "days, months and times before now",
    arguments: [
      ("03/11/2026", "2026-11-03", "2026-11-03"), ("10/2026", "2026-10-01", "2026-10-31"),
      ("last month", "2026-10-01", "2026-10-31"), ("this month", "2026-11-01", "2026-11-23"),
      ("today", "2026-11-23", "2026-11-23"), ("yesterday", "2026-11-22", "2026-11-22"),
      ("since 1/11/2026 until 3/11/2026", "2026-11-01", "2026-11-03"),
    ])
  func days(typed: String, from: String, to: String) {
    let words = Self.words(typed)
    #expect(words.filter.from == Self.day(from), "\(words)")
    #expect(words.filter.to == Self.day(to))
    #expect(words.unknown == [])
  }

  @Test("GEN-003: who looked at this person last month, in one line")
  func question() {
    let words = Self.words("P-0042 looks last month")
    #expect(words.filter.person == PersonID(42))
    #expect(words.filter.from == Self.day("2026-10-01"))
    #expect(words.filter.kinds?.contains("dir.view") == true)
    #expect(words.understood == ["P-0042", "looks", "last month"])
  }

  @Test("what is not understood is named, and what was asked before stays")
  func unknown() {
    let words = Self.words("xyzzy P-7", narrowing: TrailFilter(record: PersonID(42).ref))
    #expect(words.unknown == ["xyzzy"])
    #expect(words.filter.person == PersonID(7))
  }
}
