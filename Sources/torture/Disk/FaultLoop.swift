import CaseStore
import SQLite

/// Opens a file, saves and leaves, with one more call failing each time, until none fails any more.
///
/// What the worker is told must be the truth: nothing acknowledged is lost, nothing refused is there,
/// nothing is there by halves.
struct FaultLoop {
  /// What can be made to fail.
  enum Saboteur {
    case disk(full: Bool)
    case memory

    func fail(_ path: String, atCall number: Int, forGood: Bool) {
      switch self {
      case .disk(let full):
        FaultyDisk.fail(path, atCall: number, forGood: forGood, full: full)
      case .memory: FaultyMemory.fail(atCall: number, forGood: forGood)
      }
    }

    var calls: Int {
      switch self {
      case .disk: FaultyDisk.calls
      case .memory: FaultyMemory.calls
      }
    }

    func heal() -> Bool {
      switch self {
      case .disk: FaultyDisk.heal()
      case .memory: FaultyMemory.heal()
      }
    }
  }

  private enum Told {
    case saved
    case notSaved
    case unclear
  }

  let saboteur: Saboteur
  let forGood: Bool
  /// So many calls, chosen by chance; nil: each of them.
  let points: Int?
  let isControl: Bool

  func run(_ file: TrialFile, _ chance: inout Chance) throws -> TrialResult {
    var result = TrialResult()
    var known = try found(in: file).ids
    let who = try signedIn(file)
    for number in try callNumbers(file, who, &known, &chance) {
      let attempt = try SaveAttempt(file, who, isCareless: isControl)
      saboteur.fail(file.path, atCall: number, forGood: forGood)
      let told = attempt.make(&result)
      result.count("faults", saboteur.heal() ? 1 : 0)
      result.count("told \(told)", 1)
      try settle(told, of: attempt.save, atCall: number, in: file, &known, &result)
    }
    if !isControl { for trouble in try file.troubles() { result.complain(trouble) } }
    return result
  }

  /// All of them, or as many of them as are wanted.
  private func callNumbers(
    _ file: TrialFile, _ who: SignedIn, _ known: inout Set<String>, _ chance: inout Chance
  ) throws -> [Int] {
    let attempt = try SaveAttempt(file, who, isCareless: isControl)
    saboteur.fail(file.path, atCall: .max, forGood: false)
    var unused = TrialResult()
    let told = attempt.make(&unused)
    let total = saboteur.calls
    _ = saboteur.heal()
    if told == .saved { known.insert(attempt.save) }
    guard let points, points < total else { return Array(1...max(1, total)) }
    return (0..<points).map { _ in Int.random(in: 1...total, using: &chance) }.sorted()
  }

  private func settle(
    _ told: Told, of save: String, atCall number: Int, in file: TrialFile,
    _ known: inout Set<String>, _ result: inout TrialResult
  ) throws {
    let (ids, isWhole) = try found(in: file)
    let isThere = ids.contains(save)
    switch told {
    case .saved where !isThere: result.complain("call \(number) lost an acknowledged save")
    case .notSaved where isThere: result.complain("call \(number) kept a refused save")
    case .unclear: result.count(isThere ? "unclear, there" : "unclear, not there", 1)
    case .saved, .notSaved: break
    }
    if !known.isSubset(of: ids) { result.complain("call \(number) lost an earlier save") }
    if !isWhole { result.complain("call \(number) left the file damaged or a save by halves") }
    known = ids
  }

  private func found(in file: TrialFile) throws -> (ids: Set<String>, isWhole: Bool) {
    let store = try file.open(as: "check")
    defer { store.close() }
    return try store.read { try TrialRecords.saves(in: $0) }
  }

  private func signedIn(_ file: TrialFile) throws -> SignedIn {
    let store = try file.open()
    defer { store.close() }
    return try file.signedIn(store)
  }

  /// One save of a session of its own.
  private final class SaveAttempt {
    private let file: TrialFile
    private let by: Attribution
    /// The control has the file open already, and goes on after every error.
    private var careless: Connection?

    init(_ file: TrialFile, _ who: SignedIn, isCareless: Bool) throws {
      self.file = file
      by = try Attribution(by: who, at: TrialFile.now)
      careless = isCareless ? try Connection(path: file.path, for: .writing) : nil
    }

    var save: String { by.saveID.text }

    func make(_ result: inout TrialResult) -> Told {
      if let careless {
        BareSave.makeCarelessly(save, on: careless)
        self.careless = nil
        return .saved
      }
      do {
        let store = try file.open(as: "faults")
        defer { store.close() }
        _ = try store.write(by) { try TrialRecords.change(1, seen: nil, in: $0) }
        return .saved
      } catch let error as SQLiteError {
        if error.explanation.isEmpty { result.complain("an error without words: \(error)") }
        if case .outcomeUnknown = error.trouble { return .unclear }
        return .notSaved
      } catch {
        result.complain("an error of another kind: \(error)")
        return .unclear
      }
    }
  }
}
