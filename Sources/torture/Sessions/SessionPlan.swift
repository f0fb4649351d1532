import SQLite

/// How a session of a trial works, from the words it was started with.
struct SessionPlan {
  /// What stands between the session and the file.
  enum Way {
    /// The program's own store.
    case careful
    /// The same, but it claims each save before it is made: the control of the kill trial.
    case boasting
    /// SQLite alone, with the recipe but without what the store does: the control of others.
    case bare
  }

  private(set) var path = ""
  private(set) var label = "torture"
  private(set) var account = TrialFile.account
  private(set) var way = Way.careful
  private(set) var saves = Int.max
  private(set) var records: Int64 = 1
  private(set) var seed: UInt64 = 1
  private(set) var patience = WriterGate.patience
  /// The most bytes any file may have.
  private(set) var fileLimit: Int?
  private(set) var checksVersion = false
  private(set) var holds = false
  private(set) var waits = false
  /// Whether it saves until the next word to it.
  private(set) var goesOnUntilTold = false
  private(set) var creates = false
  /// Whether a bare session takes the gate.
  private(set) var isGated = false
  /// Whether a bare session passes over every error.
  private(set) var isCareless = false
  /// Whether it is a session of a later version, which brings the file up to date.
  private(set) var isLater = false
  /// Whether a bare session only makes checkpoints.
  private(set) var onlyCheckpoints = false

  /// `PATH` and options; `--create` makes a missing file, `--wait` waits for a line on standard
  /// input before the first save, `--hold` for one inside each, `--until-told` saves until one comes.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    guard let path = rest.popFirst() else { return nil }
    self.path = path
    while let option = rest.popFirst() {
      if takeFlag(option) { continue }
      guard let value = rest.popFirst(), take(value, for: option) else { return nil }
    }
  }

  private mutating func takeFlag(_ option: String) -> Bool {
    switch option {
    case "--hold": holds = true
    case "--wait": waits = true
    case "--until-told": goesOnUntilTold = true
    case "--create": creates = true
    case "--check-version": checksVersion = true
    case "--boast": way = .boasting
    case "--bare": way = .bare
    case "--gated": isGated = true
    case "--careless": isCareless = true
    case "--checkpoints": onlyCheckpoints = true
    case "--later": isLater = true
    default: return false
    }
    return true
  }

  private mutating func take(_ value: String, for option: String) -> Bool {
    switch option {
    case "--label": label = value
    case "--account": account = value
    case "--saves": return put(Int(value), in: \.saves)
    case "--records": return put(Int64(value), in: \.records)
    case "--seed": return put(UInt64(value), in: \.seed)
    case "--patience": return put(Double(value), in: \.patience)
    case "--file-limit":
      fileLimit = Int(value)
      return fileLimit != nil
    default: return false
    }
    return true
  }

  private mutating func put<Value>(
    _ value: Value?, in place: WritableKeyPath<SessionPlan, Value>
  ) -> Bool {
    guard let value else { return false }
    self[keyPath: place] = value
    return true
  }
}
