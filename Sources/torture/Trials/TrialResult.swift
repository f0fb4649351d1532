/// What one trial counted, and what it found wrong.
package struct TrialResult: Sendable {
  /// Names with their numbers, in the order in which they were met.
  package private(set) var figures: [(name: String, count: Int)] = []
  /// The first of what is wrong, in words.
  package private(set) var complaints: [String] = []
  package private(set) var total = 0

  private static let kept = 20

  mutating func count(_ name: String, _ more: Int) {
    if let place = figures.firstIndex(where: { $0.name == name }) {
      figures[place].count += more
    } else {
      figures.append((name, more))
    }
  }

  mutating func complain(_ words: String) {
    total += 1
    if complaints.count < TrialResult.kept { complaints.append(words) }
  }

  mutating func add(_ other: TrialResult) {
    for figure in other.figures { count(figure.name, figure.count) }
    for complaint in other.complaints { complain(complaint) }
    total += other.total - other.complaints.count
  }
}
