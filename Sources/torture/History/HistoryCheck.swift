/// Holds what the clients were told against what the trail says.
///
/// Each acknowledged save is there once, a refused one never, an unclear one at most once; the
/// versions of a record follow each other without a gap; no session reads an older version than it
/// has seen; and a save that began after another was acknowledged stands behind it.
package struct HistoryCheck {
  /// A change of a record, as the trail has it.
  package struct Entry: Equatable, Sendable {
    package let save: String
    package let record: Int64
    package let before: Int
    package let after: Int

    package init(save: String, record: Int64, before: Int, after: Int) {
      self.save = save
      self.record = record
      self.before = before
      self.after = after
    }
  }

  private let sessions: [[Operation]]
  private let trail: [Entry]
  /// Where each save stands on the trail.
  private let places: [String: [Int]]

  /// The operations of each session, and the trail in its order.
  package init(sessions: [[Operation]], trail: [Entry]) {
    self.sessions = sessions
    self.trail = trail
    places = Dictionary(
      trail.enumerated().map { ($0.element.save, [$0.offset]) }, uniquingKeysWith: +)
  }

  package var complaints: [String] {
    outcomes() + strangers() + versions() + reads() + order()
  }

  private func outcomes() -> [String] {
    sessions.joined().compactMap { operation in
      let found = places[operation.save] ?? []
      let name = "save \(operation.save) of record \(operation.record)"
      switch operation.end {
      case .ok(let version, _):
        guard found.count == 1 else {
          return "\(name) was acknowledged and is there \(found.count) times"
        }
        let after = trail[found[0]].after
        return version == 0 || version == after
          ? nil : "\(name) was acknowledged as version \(version) and is version \(after)"
      case .failed: return found.isEmpty ? nil : "\(name) was refused and is there"
      case .unknown: return found.count < 2 ? nil : "\(name) is there \(found.count) times"
      }
    }
  }

  private func strangers() -> [String] {
    let known = Set(sessions.joined().map(\.save))
    return trail.filter { !known.contains($0.save) }.map { "save \($0.save) is nobody's" }
  }

  private func versions() -> [String] {
    var newest: [Int64: Int] = [:]
    return trail.compactMap { entry in
      defer { newest[entry.record] = entry.after }
      let before = newest[entry.record] ?? entry.before
      return entry.before == before && entry.after == before + 1
        ? nil
        : "record \(entry.record) goes from version \(entry.before) to \(entry.after) after \(before)"
    }
  }

  private func reads() -> [String] {
    sessions.flatMap { operations in
      var known: [Int64: Int] = [:]
      return operations.compactMap { operation -> String? in
        let before = known[operation.record] ?? 0
        var newest = max(before, operation.seen)
        if case .ok(let version, _) = operation.end { newest = max(newest, version) }
        known[operation.record] = newest
        return operation.seen >= before
          ? nil
          : "a session read version \(operation.seen) of record \(operation.record) after \(before)"
      }
    }
  }

  /// Whoever began after another was told "saved" comes behind it.
  private func order() -> [String] {
    let known = Dictionary(
      sessions.joined().map { ($0.save, $0) }, uniquingKeysWith: { first, _ in first })
    var lastBegin: UInt64 = 0
    return trail.compactMap { entry in
      guard let operation = known[entry.save] else { return nil }
      defer { lastBegin = max(lastBegin, operation.began) }
      guard let time = operation.acknowledgedAt, time < lastBegin else { return nil }
      return "save \(entry.save) stands behind one that began after it was acknowledged"
    }
  }
}
