import CaseRules

/// What is planned for one invented person, and what has become of it so far.
final class DemoStory {
  let person: InventedPerson
  var chance: SplitMix64
  var personRef: RecordRef?
  var entry: RecordRef?

  init(_ person: InventedPerson, chance: SplitMix64) {
    self.person = person
    self.chance = chance
  }
}

/// Everything that is going to have happened, written down in the order of time.
///
/// What comes of one thing may plan the next, so the list grows while it is worked off.
final class DemoPlan {
  private struct Step {
    let at: Moment
    let order: Int
    let act: (DemoScribe) throws -> Void

    func isBefore(_ other: Step) -> Bool { (at, order) < (other.at, other.order) }
  }

  let today: CalendarDate
  let now: Moment
  /// A heap: no step comes before the one at half its place.
  private var steps: [Step] = []
  private var count = 0

  init(now: Moment) {
    self.now = now
    today = now.date
  }

  /// Plans something; what would be still to come has not happened and is left out.
  func add(_ moment: Moment, _ act: @escaping (DemoScribe) throws -> Void) {
    guard moment <= now else { return }
    count += 1
    steps.append(Step(at: moment, order: count, act: act))
    var place = steps.count - 1
    while place > 0, steps[place].isBefore(steps[(place - 1) / 2]) {
      steps.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Writes it all down, the oldest first.
  func write(with scribe: DemoScribe) throws {
    while let step = takeFirst() { try step.act(scribe) }
  }

  private func takeFirst() -> Step? {
    guard let first = steps.first, let last = steps.popLast() else { return nil }
    guard !steps.isEmpty else { return first }
    steps[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < steps.count {
        if steps[child].isBefore(steps[least]) { least = child }
      }
      if least == place { return first }
      steps.swapAt(place, least)
      place = least
    }
  }
}

extension Moment {
  /// As somebody would type it: "03/04/2026 09:05".
  var typed: String { Answer.dateTime(self).raw }
}
