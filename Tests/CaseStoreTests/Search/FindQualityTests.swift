import CaseRules
import SQLite
import Testing

@testable import CaseStore

/// Nothing typed wrong hides a person: the right one is among the first five.
@Suite("How well people are found")
struct FindQualityTests {
  private static let first = 5
  private static let people = 2000
  private static let today = CalendarDate.on("2026-11-23")

  private static let known = Result { try office() }

  private static func office() throws -> (file: TemporaryStore, people: [InventedPerson]) {
    let file = try TemporaryStore()
    let invented = (0..<people).map { InventedPerson(index: $0, seed: 41, today: today) }
    try file.store.write(try file.attribution()) { transaction in
      for person in invented {
        _ = try PersonRecords.add(
          .example(
            family: person.family, given: person.given, aliases: person.aliases,
            born: person.born.iso, pnc: person.pnc, postcode: person.postcode,
            phones: person.phone.map { [$0] } ?? []), in: transaction)
      }
    }
    return (file, invented)
  }

  private struct Tally {
    var asked = 0
    var found = 0
    var missed: [String] = []

    var percent: Double { asked == 0 ? 100 : Double(found) * 100 / Double(asked) }
  }

  @Test("The right person is among the first five in at least 97 of 100 searches typed wrongly")
  func invented() throws {
    let (file, people) = try Self.known.get()
    let context = file.context(Worker(id: WorkerID(2), name: "Cara Doyle", role: .cjit))
    let tallies = try file.read { records in
      var tallies: [Mistake: Tally] = [:]
      for (index, person) in people.enumerated() {
        var chance = SplitMix64(seed: 7, for: index)
        for (mistake, typed) in Self.mistake(with: person, index, &chance) {
          let hits = try PersonRecords.find(typed, limit: 60, in: records, context)
          tallies[mistake, default: Tally()].asked += 1
          if hits.prefix(Self.first).contains(where: { $0.ref.number == Int64(index + 1) }) {
            tallies[mistake, default: Tally()].found += 1
          } else {
            tallies[mistake, default: Tally()].missed.append(
              "\(typed) for \(person.given) \(person.family) \(person.born.uk)")
          }
        }
      }
      return tallies
    }
    Self.report(tallies)
    for (mistake, tally) in tallies {
      #expect(tally.asked >= 15, "\(mistake.rawValue): \(tally.asked)")
      #expect(tally.percent >= 90, "\(mistake.rawValue): \(tally.missed.prefix(20))")
    }
    let asked = tallies.values.reduce(0) { $0 + $1.asked }
    let found = tallies.values.reduce(0) { $0 + $1.found }
    #expect(Double(found) >= 0.97 * Double(asked), "\(found) of \(asked)")
    // A few have one name only.
    #expect(asked >= Self.people * 98 / 100)
  }

  /// One mistake for each person, of every kind in turn; those that few names allow come first.
  private static func mistake(
    with person: InventedPerson, _ index: Int, _ chance: inout SplitMix64
  ) -> [(Mistake, String)] {
    let all = Mistake.allCases
    let start = index % all.count
    let rare: [Mistake] = index % 2 == 0 ? [.halfName, .alias] : []
    for mistake in rare + all[start...] + all[..<start] {
      if let typed = mistake.query(person, &chance) { return [(mistake, typed)] }
    }
    return []
  }

  private static func report(_ tallies: [Mistake: Tally]) {
    var all = Tally()
    for mistake in Mistake.allCases {
      guard let tally = tallies[mistake] else { continue }
      all.asked += tally.asked
      all.found += tally.found
      print("  \(share(tally)) of \(tally.asked): \(mistake.rawValue)")
      for missed in tally.missed.prefix(3) { print("      missed: \(missed)") }
    }
    print("  \(share(all)) of \(all.asked) altogether, among the first \(first)")
  }

  private static func share(_ tally: Tally) -> String {
    let tenths = Int((tally.percent * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
