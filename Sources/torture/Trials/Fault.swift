/// What the records are tried with, each with a control that must fail: a trial in which nothing
/// that should protect the records does, and which would be blind if it found nothing wrong.
package enum Fault: String, CaseIterable, Sendable {
  case killed = "F1"
  case powerCut = "F2"
  case checkpointRace = "F3"
  case inputOutput = "F4"
  case noMemory = "F5"
  case diskFull = "F6"
  case locked = "F8"
  case filesReplaced = "F11"
  case ownLocks = "F12"
  case editors = "F14"
  case upgradeKilled = "F17"
  case tampering = "T6"

  package var title: String {
    switch self {
    case .killed: "sessions killed at any instant"
    case .powerCut: "power cut at any call"
    case .checkpointRace: "saves and checkpoints at the same instant"
    case .inputOutput: "each call to the disk failing"
    case .noMemory: "no memory for SQLite"
    case .diskFull: "a full disk"
    case .locked: "a session standing still in the middle of a save"
    case .filesReplaced: "files removed or replaced under open sessions"
    case .ownLocks: "our own locks after every piece of work"
    case .editors: "editors of one record"
    case .upgradeKilled: "sessions killed while they bring an older file up to date"
    case .tampering: "records and trail changed with another tool"
    }
  }

  /// What the control leaves out.
  package var control: String {
    switch self {
    case .killed: "each save is claimed before it is made"
    case .powerCut: "the disk only pretends to flush, as with synchronous = OFF"
    case .checkpointRace: "no writer gate"
    case .inputOutput, .noMemory, .diskFull: "every error is passed over"
    case .locked: "no writer gate"
    case .filesReplaced: "nobody looks whether the files are still the same"
    case .ownLocks: "the data file is opened and closed like any other"
    case .editors: "no version check"
    case .upgradeKilled: "the steps of the schema outside any transaction"
    case .tampering: "nothing but SQLite's own integrity check"
    }
  }

  /// Whether the control has to fail; the race needs luck and a version of SQLite that has it.
  package var controlMustFail: Bool { self != .checkpointRace }

  package func run(_ plan: TrialPlan, asControl: Bool = false) throws -> TrialResult {
    switch self {
    case .killed: try KillTrial(plan, asControl).run()
    case .powerCut: try PowerCutTrial(plan, asControl).run()
    case .checkpointRace: try CheckpointTrial(plan, asControl).run()
    case .inputOutput: try DiskErrorTrial(plan, asControl).run()
    case .noMemory: try MemoryTrial(plan, asControl).run()
    case .diskFull: try FullDiskTrial(plan, asControl).run()
    case .locked: try LockTrial(plan, asControl).run()
    case .filesReplaced: try ReplacedFilesTrial(plan, asControl).run()
    case .ownLocks: try OwnLocksTrial(plan, asControl).run()
    case .editors: try EditorsTrial(plan, asControl).run()
    case .upgradeKilled: try UpgradeTrial(plan, asControl).run()
    case .tampering: try TamperTrial(plan, asControl).run()
    }
  }
}
