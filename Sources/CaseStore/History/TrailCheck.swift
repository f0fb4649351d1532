import CaseRules
import SQLite

/// Follows the chain of the trail from entry to entry.
struct TrailCheck {
  let anchors: [TrailHead]
  let since: TrailHead?

  private enum Column {
    static let (number, at, kind, seals, previous, hash) = (0, 1, 9, 20, 21, 22)
  }

  func run(
    in records: Connection, _ found: inout Verification, _ seals: inout LastSeals
  ) throws {
    var walk = Walk(before: TrailHead(number: (since?.number ?? 1) - 1, hash: .none))
    walk.isAnchored = since == nil
    var waiting = (anchors + [since].compactMap(\.self)).sorted { $0.number < $1.number }[...]
    try records.forEach(
      "SELECT \(ChainedEntry.fields), prev, hash FROM audit WHERE seq >= ? ORDER BY seq",
      since?.number ?? 0
    ) { row in
      let entry = look(at: row, &walk, &found)
      found.entries += 1
      while let anchor = waiting.first, anchor.number <= entry.number {
        waiting = waiting.dropFirst()
        compare(anchor, with: entry, &found)
      }
      row.withStored(Column.seals) { stored in
        guard case .blob(let bytes) = stored else { return }
        RecordSeal.forEach(in: bytes) { seals.note($0, entry: entry.number) }
      }
    }
    for anchor in waiting {
      let words =
        "The trail ends with entry \(walk.before.number); a head kept elsewhere shows that there "
        + "was an entry \(anchor.number): the end has been cut off"
      found.add(.init(check: .anchors, entry: anchor.number, words: words))
    }
    found.head = walk.before.number > 0 ? walk.before : nil
    note(walk, &found)
  }

  /// Where the walk stands.
  private struct Walk {
    var before: TrailHead
    /// False at the first entry of a part of the trail: what came before it is not known.
    var isAnchored = true
    var lastTime: Moment?
    var backwards = 0
    var firstBackwards: Int64?
    var jumps = 0
  }

  private func look(
    at row: Row, _ walk: inout Walk, _ found: inout Verification
  ) -> TrailHead {
    let number = row.withStored(Column.number) { stored -> Int64 in
      guard case .integer(let number) = stored else { return 0 }
      return number
    }
    let previous = digest(row, Column.previous)
    let stored = digest(row, Column.hash)
    let isWhole = previous.map { ChainedEntry.hash(of: row, after: $0) } == stored
    if number != walk.before.number + 1 {
      found.add(gap(walk.before.number, number))
    } else if !isWhole || stored == nil {
      let words = "Entry \(number)\(inWords(row)) is not as it was written"
      found.add(.init(check: .trail, entry: number, table: "audit", row: number, words: words))
    } else if walk.isAnchored, previous != walk.before.hash {
      let words =
        "Entry \(number)\(inWords(row)) does not follow the entry before it: one of the two has "
        + "been exchanged"
      found.add(.init(check: .trail, entry: number, table: "audit", row: number, words: words))
    }
    walk.isAnchored = true
    walk.before = TrailHead(number: number, hash: stored ?? .none)
    follow(row, number, &walk)
    return walk.before
  }

  private func gap(_ before: Int64, _ number: Int64) -> Verification.Break {
    let first = before + 1
    let words =
      first + 1 < number
      ? "Entries \(first) to \(number - 1) of the trail are missing"
      : "Entry \(first) of the trail is missing"
    return .init(check: .trail, entry: first, table: "audit", row: first, words: words)
  }

  private func compare(
    _ anchor: TrailHead, with entry: TrailHead, _ found: inout Verification
  ) {
    guard anchor != entry else { return }
    let words =
      anchor.number == entry.number
      ? "Entry \(anchor.number) is not the one whose head was kept elsewhere: the trail has been "
        + "written anew"
      : "Entry \(anchor.number), whose head was kept elsewhere, is not on the trail"
    found.add(.init(check: .anchors, entry: anchor.number, words: words))
  }

  /// " of 12/11/2026 09:05, record.change": as far as it can be read.
  private func inWords(_ row: Row) -> String {
    let at = text(row, Column.at).flatMap { Moment(iso: $0) }
    let parts = [at.map { "of \($0.uk)" }, text(row, Column.kind)].compactMap(\.self)
    return parts.isEmpty ? "" : " " + parts.joined(separator: ", ")
  }

  private func follow(_ row: Row, _ number: Int64, _ walk: inout Walk) {
    if text(row, Column.kind) == AuditKind.clockJumped.code { walk.jumps += 1 }
    guard let at = text(row, Column.at).flatMap({ Moment(iso: $0) }) else { return }
    if let last = walk.lastTime, at.seconds < last.seconds - ClockWatch.backwards {
      walk.backwards += 1
      walk.firstBackwards = walk.firstBackwards ?? number
    }
    walk.lastTime = at
  }

  private func note(_ walk: Walk, _ found: inout Verification) {
    if walk.jumps > 0 {
      found.notes.append(
        "The computer's clock was set \(Digits.counted(walk.jumps, "time", "times")) while people "
          + "worked (clock.jump)")
    }
    if let first = walk.firstBackwards {
      found.notes.append(
        "\(Digits.counted(walk.backwards, "entry bears", "entries bear")) an earlier time than the "
          + "entry before, first entry \(first); the order is that of the numbers")
    }
  }

  private func text(_ row: Row, _ column: Int) -> String? {
    row.withStored(column) { stored in
      guard case .text(let bytes) = stored else { return nil }
      return String(validating: bytes, as: UTF8.self)
    }
  }

  private func digest(_ row: Row, _ column: Int) -> Digest? {
    row.withStored(column) { stored in
      guard case .blob(let bytes) = stored else { return nil }
      return Digest(bytes)
    }
  }
}
