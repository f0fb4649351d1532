package import CaseRules
package import SQLite

/// A password as the file keeps it.
struct PasswordRow: Equatable, Sendable {
  let hash: String
  let cost: Int
  let setAt: Moment
  /// It was handed out and is to be changed at once.
  let isFirst: Bool
}

/// A password made for somebody else, to be read out once.
package struct FreshPassword: Sendable {
  /// "k3vm-7pqx-w2nd-hrt8".
  package let words: String
  let hash: String
  let cost: PasswordCost

  /// Hashes, so never call it with the gate held; `SignInDesk` has the turn for it.
  init(cost: PasswordCost) throws {
    // Letters and figures that are not taken for each other; 32 of them, so each byte is fair.
    let signs = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    let letters = try RandomBytes.make(16).map { signs[Int($0) & 31] }
    words = stride(from: 0, to: 16, by: 4)
      .map { String(decoding: letters[$0..<($0 + 4)], as: UTF8.self) }.joined(separator: "-")
    hash = try PasswordHash.make(of: Secret(words.utf8), at: cost)
    self.cost = cost
  }
}

/// A password somebody has chosen, checked and hashed, on its way into the file.
package struct ChosenPassword: Sendable {
  let hash: String
  let cost: PasswordCost
}

extension Connection {
  func password(of worker: WorkerID) throws -> PasswordRow? {
    try first("SELECT hash, cost, set_at, is_first FROM password WHERE worker = ?", worker) {
      PasswordRow(
        hash: try $0.text(0), cost: try $0.int(1), setAt: try $0.get(2), isFirst: try $0.bool(3))
    }
  }

  /// Whether a worker can sign in by name; without a password only their account lets them in.
  package func hasPassword(_ worker: WorkerID) throws -> Bool {
    try exists("SELECT 1 FROM password WHERE worker = ?", worker)
  }
}

extension WriteTransaction {
  /// GEN-006: a password chosen by the worker themselves.
  func keepPassword(_ hash: String, _ cost: PasswordCost, of worker: WorkerID) throws {
    try putPassword(hash, cost, of: worker, isFirst: false)
    try audit(AuditEvent(.passwordChanged, record: AuditedRecord(worker.ref)))
  }

  /// The same for one that was chosen before there was a worker to have it.
  package func keep(_ password: ChosenPassword, of worker: WorkerID) throws {
    try keepPassword(password.hash, password.cost, of: worker)
  }

  /// A password made for somebody: whoever made it is on the trail, and it serves once.
  package func handOut(
    _ password: FreshPassword, to worker: WorkerID, because reason: String? = nil
  ) throws {
    try putPassword(password.hash, password.cost, of: worker, isFirst: true)
    try connection.forgetFailures(worker.ref.text)
    try audit(AuditEvent(.passwordReset, record: AuditedRecord(worker.ref), reason: reason))
  }

  /// In a demonstration everybody has the same one, which the screen tells: it guards nothing.
  func keepDemoPassword(of workers: [WorkerID], setAt moment: Moment) throws {
    let hash = try PasswordHash.make(of: Secret(DemoPassword.words.utf8), at: .cheap)
    for worker in workers {
      try putPassword(hash, .cheap, of: worker, isFirst: false, setAt: moment)
    }
  }

  private func putPassword(
    _ hash: String, _ cost: PasswordCost, of worker: WorkerID, isFirst: Bool,
    setAt moment: Moment? = nil
  ) throws {
    guard PasswordHash.isWellFormed(hash) else { throw PasswordHash.Failed() }
    try connection.execute(
      """
      INSERT INTO password (worker, hash, cost, set_at, is_first) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (worker) DO UPDATE
      SET hash = excluded.hash, cost = excluded.cost, set_at = excluded.set_at,
          is_first = excluded.is_first
      """, worker, hash, Int(cost.value), moment ?? attribution.at, isFirst)
  }
}
