/// One thing a client tried, and what it was told became of it.
package struct Operation: Equatable, Sendable {
  package enum End: Equatable, Sendable {
    /// Acknowledged, with the version it made (0: not told), at a time.
    case ok(version: Int, at: UInt64)
    case failed(at: UInt64)
    /// The client was told that it is not certain, or was killed before it heard.
    case unknown
  }

  package let save: String
  package let record: Int64
  /// The version the client had read before.
  package let seen: Int
  package let began: UInt64
  package var end: End

  package init(save: String, record: Int64, seen: Int, began: UInt64, end: End) {
    self.save = save
    self.record = record
    self.seen = seen
    self.began = began
    self.end = end
  }

  /// When it was acknowledged; nil when it was not.
  package var acknowledgedAt: UInt64? {
    switch end {
    case .ok(_, let time): time
    case .failed, .unknown: nil
    }
  }

  /// Reads what a session has said: `invoke ID TIME RECORD SEEN`, then what became of it.
  package static func all(in lines: [String]) -> [Operation] {
    var operations: [Operation] = []
    var places: [String: Int] = [:]
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      guard words.count == 4, let time = UInt64(words[2]) else { continue }
      if words[0] == "invoke" {
        let about = words[3].split(separator: " ")
        guard about.count == 2, let record = Int64(about[0]), let seen = Int(about[1]) else {
          continue
        }
        places[words[1]] = operations.count
        operations.append(
          Operation(save: words[1], record: record, seen: seen, began: time, end: .unknown))
      } else if let place = places[words[1]], let end = end(words[0], words[3], at: time) {
        operations[place].end = end
      }
    }
    return operations
  }

  private static func end(_ word: String, _ rest: String, at time: UInt64) -> End? {
    switch word {
    case "ok": .ok(version: Int(rest) ?? 0, at: time)
    case "fail": .failed(at: time)
    case "unknown": .unknown
    default: nil
    }
  }
}
