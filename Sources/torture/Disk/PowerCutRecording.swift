import CaseStore
import Glibc
import SQLite

/// A day of saves with its checkpoints and its ends, as the disk saw it, in one order.
struct PowerCutRecording {
  /// How much of what had not been flushed reached the disk.
  enum Keeping: CaseIterable {
    case everything
    case nothing
    case someTorn
    case someTornOrRubbish

    /// One of five keeps all, one nothing, the others a part.
    init(round: Int) {
      switch round % 5 {
      case 0: self = .everything
      case 1: self = .nothing
      case 2: self = .someTornOrRubbish
      default: self = .someTorn
      }
    }
  }

  let calls: [FaultyDisk.Call]
  private let start: [String: [UInt8]]
  private let file: TrialFile
  /// Acknowledged before the day began.
  private let before: Set<String>
  /// Whether a later version opens the file afterwards.
  private let isUpgrade: Bool

  /// So many sessions at once save by turns; each leaves and comes back now and then.
  init(sessions count: Int, saves: Int, _ chance: inout Chance) throws {
    let file = try TrialFile(named: "\(FaultyDisk.mark).db")
    self.file = file
    before = []
    isUpgrade = false
    start = try PowerCutRecording.bytes(of: file)
    FaultyDisk.remember(file.path)
    var sessions = try (0..<count).map { _ in try file.open() }
    let who = try file.signedIn(sessions[0])
    for _ in 0..<saves {
      let place = Int.random(in: sessions.indices, using: &chance)
      let by = try Attribution(by: who, at: TrialFile.now)
      _ = try sessions[place].write(by) { try TrialRecords.change(1, seen: nil, in: $0) }
      FaultyDisk.note(.acknowledged(by.saveID.text))
      if Int.random(in: 0..<6, using: &chance) == 0 {
        sessions[place].close()
        sessions[place] = try file.open()
      }
    }
    for session in sessions { session.close() }
    calls = FaultyDisk.forget()
  }

  /// A file with some saves is brought up to date by a later version.
  init(ofUpgrade saves: Int) throws {
    file = try TrialFile(named: "\(FaultyDisk.mark).db")
    before = try file.save(times: saves)
    isUpgrade = true
    start = try PowerCutRecording.bytes(of: file)
    FaultyDisk.remember(file.path)
    try LaterVersion.open(file.path).close()
    calls = FaultyDisk.forget()
  }

  private static func bytes(of file: TrialFile) throws -> [String: [UInt8]] {
    try [
      file.path: FileBytes.read(file.path), file.path + "-wal": FileBytes.read(file.path + "-wal"),
    ]
  }

  /// Builds the files as a cut would leave them and opens them.
  ///
  /// Answers with the saves acknowledged before the cut, and those found; nil when the file does not
  /// open or is not whole. With `flushesCount` false the disk only pretends to flush, which is what
  /// `synchronous = OFF` makes of every disk.
  func restart(
    after cut: Int, keeping: Keeping, flushesCount: Bool, _ chance: inout Chance
  ) throws -> (acknowledged: Set<String>, found: Set<String>?) {
    var acknowledged = before
    var disk = start
    var pending: [String: [FaultyDisk.Call]] = [:]
    for call in calls.prefix(cut) {
      switch call {
      case .acknowledged(let save): acknowledged.insert(save)
      case .write(let file, _, _), .truncate(let file, _): pending[file, default: []].append(call)
      case .sync(let file):
        guard flushesCount else { continue }
        for call in pending.removeValue(forKey: file) ?? [] {
          apply(call, to: &disk[file, default: []])
        }
      }
    }
    for (file, calls) in pending.sorted(by: { $0.key < $1.key }) {
      for call in calls { applyUnflushed(call, keeping, to: &disk[file, default: []], &chance) }
    }
    return (acknowledged, try saves(on: disk))
  }

  private func saves(on disk: [String: [UInt8]]) throws -> Set<String>? {
    let folder = "/tmp/torture-cut-\(try RandomBytes.hex(8))"
    mkdir(folder, 0o700)
    defer { removeFolder(folder) }
    for (path, bytes) in disk {
      try FileBytes.write(bytes, to: folder + path.dropFirst(file.folder.utf8.count))
    }
    do {
      let path = "\(folder)/\(FaultyDisk.mark).db"
      let store =
        try isUpgrade ? LaterVersion.open(path) : StoreFile(existing: path, as: "check")
      defer { store.close() }
      let (ids, isWhole) = try store.read { try TrialRecords.saves(in: $0) }
      let isUpToDate = try !isUpgrade || store.read { try LaterVersion.isWhole(in: $0) }
      return isWhole && isUpToDate ? ids : nil
    } catch is SQLiteError {
      return nil
    }
  }
}

private func apply(_ call: FaultyDisk.Call, to bytes: inout [UInt8]) {
  switch call {
  case .write(_, let offset, let new): overwrite(&bytes, at: offset, with: new[...])
  case .truncate(_, let size):
    if bytes.count > size {
      bytes.removeLast(bytes.count - size)
    } else {
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
  case .sync, .acknowledged: break
  }
}

private func applyUnflushed(
  _ call: FaultyDisk.Call, _ keeping: PowerCutRecording.Keeping, to bytes: inout [UInt8],
  _ chance: inout Chance
) {
  switch keeping {
  case .everything: apply(call, to: &bytes)
  case .nothing: break
  case .someTorn, .someTornOrRubbish:
    guard Bool.random(using: &chance) else { return }
    guard case .write(_, let offset, let new) = call, Int.random(in: 0..<5, using: &chance) == 0
    else { return apply(call, to: &bytes) }
    // A torn write: some of its sectors only, and on a bad disk others in their place.
    for sector in stride(from: 0, to: new.count, by: 512) where Bool.random(using: &chance) {
      let end = min(sector + 512, new.count)
      let isRubbish =
        keeping == .someTornOrRubbish && Int.random(in: 0..<8, using: &chance) == 0
      let content = isRubbish ? rubbish(end - sector, &chance)[...] : new[sector..<end]
      overwrite(&bytes, at: offset + sector, with: content)
    }
  }
}

private func rubbish(_ count: Int, _ chance: inout Chance) -> [UInt8] {
  (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
}

private func overwrite(_ bytes: inout [UInt8], at offset: Int, with new: ArraySlice<UInt8>) {
  let end = offset + new.count
  if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
  bytes.withUnsafeMutableBytes { all in
    new.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: all[offset..<end]).copyMemory(from: $0)
    }
  }
}
