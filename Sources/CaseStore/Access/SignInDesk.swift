package import CaseRules
import SQLite

/// Where people show who they are.
///
/// Everything here takes as long as a hash takes, for a name that nobody has as well, and is called
/// on a thread that may wait. The gate is never held while hashing.
package struct SignInDesk: Sendable {
  /// What became of a try.
  package enum Outcome: Sendable {
    case signedIn(SignedIn, SignInNews)
    /// The password was right and serves no longer: a new one comes first.
    case mustChange(PendingSignIn)
    /// Name or password is wrong; nobody is told which, and no spelling tells more.
    case refused
    /// Too soon after the last failure: nothing was looked at.
    case wait(seconds: Int)
  }

  /// What became of a new password.
  package enum Change: Sendable {
    case changed(SignedIn)
    case refused([Finding])
    /// The old one was wrong.
    case wrongPassword
    case wait(seconds: Int)
  }

  /// What the password is asked for.
  enum Occasion: Sendable {
    case start
    /// The screen was locked.
    case unlocking(SignedIn)
  }

  let store: StoreFile
  package let cost: PasswordCost

  package init(_ store: StoreFile, cost: PasswordCost) {
    self.store = store
    self.cost = cost
  }

  // MARK: Signing in

  package func signIn(
    _ name: String, _ secret: Secret, at now: Moment
  ) throws -> Outcome {
    try signIn(secret, at: now, for: .start) { try $0.whose(signIn: name) }
  }

  /// The same for the worker whose screen is locked.
  package func unlock(_ who: SignedIn, _ secret: Secret, at now: Moment) throws -> Outcome {
    let id = who.worker.id
    return try signIn(secret, at: now, for: .unlocking(who)) { try $0.whose(id) }
  }

  private func signIn(
    _ secret: Secret, at now: Moment, for occasion: Occasion,
    _ whose: @escaping @Sendable (Connection) throws -> SignInKey
  ) throws -> Outcome {
    defer { secret.wipe() }
    let attempt: SignInTry
    switch try begin(at: now, whose) {
    case .wait(let seconds): return .wait(seconds: seconds)
    case .go(let begun): attempt = begun
    }
    let proof = try prove(attempt, secret)
    guard proof.isRight, let worker = attempt.worker, let kept = attempt.password else {
      try noteFailure(attempt, at: now)
      return .refused
    }
    let settings = try store.read { try $0.settings().settings }
    if let demand = PasswordAge.demand(
      setOn: kept.setAt.date, isFirst: kept.isFirst, today: now.date, settings)
    {
      return .mustChange(PendingSignIn(worker: worker, hash: kept.hash, demand: demand))
    }
    let who = try session(of: worker, occasion)
    let news = SignInNews(
      failures: attempt.earlier.count, lastFailure: attempt.earlier.last,
      reminder: PasswordAge.reminder(setOn: kept.setAt.date, today: now.date, settings))
    try store.write(try Attribution(by: who, at: now)) { transaction in
      guard try transaction.connection.password(of: worker.id)?.hash == kept.hash else {
        throw StoreError.notAtWork
      }
      try transaction.enter(attempt, as: who, renewed: proof.renewed.map { ($0, cost) }, occasion)
    }
    return .signedIn(who, news)
  }

  /// Somebody comes in again by their account of this computer, where the file trusts accounts.
  package func enter(
    byAccount account: String, _ settings: Settings, at now: Moment
  ) throws -> SignedIn? {
    guard let who = try store.read({ try SignedIn.byAccount(account, in: $0, settings) }) else {
      return nil
    }
    try store.write(try Attribution(by: who, at: now)) {
      try $0.noteSession(.signedIn, of: who)
    }
    return who
  }

  /// The role is read again, so whoever was given another one meanwhile comes back in that.
  private func session(of worker: Worker, _ occasion: Occasion) throws -> SignedIn {
    switch occasion {
    case .unlocking(let before): SignedIn(before, now: worker)
    case .start: try SignedIn(worker, by: .password)
    }
  }

  private enum Beginning: Sendable {
    case wait(Int)
    case go(SignInTry)
  }

  /// The try is counted before anything is looked at, so that many sessions at once gain nothing.
  private func begin(
    at now: Moment, _ whose: @escaping @Sendable (Connection) throws -> SignInKey
  ) throws -> Beginning {
    try store.keep { records in
      let key = try whose(records)
      let wait = SignInDelay.left(after: try records.failures(inAll: key.waitsFor), at: now)
      if wait > 0 { return .wait(wait) }
      let earlier = try records.failures(key.who)
      try records.noteFailure(key.who, at: now)
      try records.forgetOldStrangers(before: now)
      return .go(
        SignInTry(
          worker: key.row?.worker,
          password: try key.row.flatMap { try records.password(of: $0.worker.id) },
          who: key.who, earlier: earlier))
    }
  }

  private struct Proof: Sendable {
    let isRight: Bool
    /// The same password at today's cost, where it is kept at a lower one.
    let renewed: String?
  }

  private func prove(_ attempt: SignInTry, _ secret: Secret) throws -> Proof {
    try HashingTurns.take(at: DatabaseFiles(path: store.path)) {
      guard let kept = attempt.password else {
        try PasswordHash.workInVain(secret, at: cost)
        return Proof(isRight: false, renewed: nil)
      }
      let isRight = PasswordHash.fits(secret, kept.hash)
      let isCheap = isRight && kept.cost < Int(cost.value)
      return Proof(
        isRight: isRight, renewed: isCheap ? try PasswordHash.make(of: secret, at: cost) : nil)
    }
  }

  private func noteFailure(_ attempt: SignInTry, at now: Moment) throws {
    try store.write(try Attribution(ofNobodyAt: now)) { transaction in
      try transaction.audit(
        AuditEvent(
          .signInFailed, record: attempt.worker.map { AuditedRecord($0.id.ref) },
          facts: [.init("failures", attempt.earlier.count + 1)]))
    }
  }

  // MARK: The password again

  /// Asks somebody who is at work for their password once more.
  package func confirm(_ who: SignedIn, _ secret: Secret, at now: Moment) throws -> Confirming {
    defer { secret.wipe() }
    let attempt: SignInTry
    let id = who.worker.id
    switch try begin(at: now, { try $0.whose(id) }) {
    case .wait(let seconds): return .wait(seconds: seconds)
    case .go(let begun): attempt = begun
    }
    guard try prove(attempt, secret).isRight else {
      try noteFailure(attempt, at: now)
      return .refused
    }
    try store.write(try Attribution(by: who, at: now)) { transaction in
      try transaction.connection.forgetFailures(attempt.who)
      try transaction.audit(
        AuditEvent(
          .passwordConfirmed, record: AuditedRecord(who.worker.id.ref),
          facts: [.init("session", who.session)]))
    }
    return .confirmed(Confirmation(worker: who.worker.id, session: who.session, at: now))
  }

  // MARK: Choosing one

  /// A new password in place of one that serves no longer; then they are in.
  package func finish(
    _ pending: PendingSignIn, choosing new: Secret, at now: Moment
  ) throws -> Change {
    defer { new.wipe() }
    let who = try SignedIn(pending.worker, by: .password)
    return try choose(new, for: who, insteadOf: pending.hash, at: now) { transaction in
      guard
        try transaction.connection.password(of: pending.worker.id)?.hash == pending.hash
      else { throw StoreError.notAtWork }
      try transaction.audit(SignInDesk.entry(of: who, .start))
    }
  }

  /// A new password by somebody at work, who shows the old one where they have one.
  package func change(
    _ who: SignedIn, from old: Secret, to new: Secret, at now: Moment
  ) throws -> Change {
    defer {
      old.wipe()
      new.wipe()
    }
    let kept = try store.read { try $0.password(of: who.worker.id) }
    if kept != nil {
      switch try confirm(who, old, at: now) {
      case .confirmed: break
      case .refused: return .wrongPassword
      case .wait(let seconds): return .wait(seconds: seconds)
      }
    }
    return try choose(new, for: who, insteadOf: kept?.hash, at: now) { _ in }
  }

  private func choose(
    _ new: Secret, for who: SignedIn, insteadOf old: String?, at now: Moment,
    _ check: @escaping @Sendable (WriteTransaction) throws -> Void
  ) throws -> Change {
    let signIn = try store.read { try $0.worker(who.worker.id)?.signIn }
    let names = [who.worker.name, signIn].compactMap(\.self)
    var findings = PasswordRules.findings(on: new.bytes, for: names)
    if findings.isEmpty, let old, try isSame(new, as: old) {
      findings = [
        Finding("GEN-006", .blocks, "This is the password you have. Choose another one")
      ]
    }
    guard findings.isEmpty else { return .refused(findings) }
    let (hash, cost) = (try made(new), cost)
    try store.write(try Attribution(by: who, at: now)) { transaction in
      try check(transaction)
      try transaction.keepPassword(hash, cost, of: who.worker.id)
      try transaction.connection.forgetFailures(who.worker.id.ref.text)
    }
    return .changed(who)
  }

  private func isSame(_ new: Secret, as old: String) throws -> Bool {
    try HashingTurns.take(at: DatabaseFiles(path: store.path)) { PasswordHash.fits(new, old) }
  }

  private func made(_ new: Secret) throws -> String {
    try HashingTurns.take(at: DatabaseFiles(path: store.path)) {
      try PasswordHash.make(of: new, at: cost)
    }
  }

  /// A password for somebody who is being taken on at this moment.
  package func chosen(
    _ new: Secret, for names: [String]
  ) throws -> Result<ChosenPassword, PasswordRefused> {
    defer { new.wipe() }
    let findings = PasswordRules.findings(on: new.bytes, for: names)
    guard findings.isEmpty else { return .failure(PasswordRefused(findings: findings)) }
    return .success(ChosenPassword(hash: try made(new), cost: cost))
  }

  /// A password to be read out once.
  package func freshPassword() throws -> FreshPassword {
    try HashingTurns.take(at: DatabaseFiles(path: store.path)) { try FreshPassword(cost: cost) }
  }

  // MARK: The trail

  fileprivate static func entry(of who: SignedIn, _ occasion: Occasion) -> AuditEvent {
    let kind: AuditKind =
      switch occasion {
      case .start: .signedIn
      case .unlocking: .unlocked
      }
    return AuditEvent(
      kind, record: AuditedRecord(who.worker.id.ref),
      facts: [.init("means", who.means.rawValue), .init("session", who.session)])
  }
}

extension WriteTransaction {
  /// Somebody is in: their failures are told and forgotten.
  fileprivate func enter(
    _ attempt: SignInTry, as who: SignedIn, renewed: (hash: String, cost: PasswordCost)?,
    _ occasion: SignInDesk.Occasion
  ) throws {
    try connection.forgetFailures(attempt.who)
    if let renewed {
      try connection.execute(
        "UPDATE password SET hash = ?, cost = ? WHERE worker = ?", renewed.hash,
        Int(renewed.cost.value), who.worker.id)
    }
    var entry = SignInDesk.entry(of: who, occasion)
    if !attempt.earlier.isEmpty { entry.facts.append(.init("failures", attempt.earlier.count)) }
    try audit(entry)
  }

  /// GEN-003: what becomes of a session: its begin by account, lock, end.
  package func noteSession(_ kind: AuditKind, of who: SignedIn) throws {
    try audit(
      AuditEvent(
        kind, record: AuditedRecord(who.worker.id.ref),
        facts: [.init("means", who.means.rawValue), .init("session", who.session)]))
  }
}

/// A right password that serves no longer: all it is good for is to choose another one.
package struct PendingSignIn: Sendable {
  package let worker: Worker
  let hash: String
  package let demand: PasswordAge.Demand
}

/// What is wrong with a password that was chosen.
package struct PasswordRefused: Error, Equatable, Sendable {
  package let findings: [Finding]
}

/// What somebody is told when they are in.
package struct SignInNews: Equatable, Sendable {
  /// Tries in their name that failed since they were here.
  package let failures: Int
  package let lastFailure: Moment?
  /// GEN-006: that the password serves only some days more.
  package let reminder: String?

  /// "3 failed tries to sign in as you since you were here, the last on 03/04/2026 09:47".
  package var words: String? {
    guard failures > 0 else { return reminder }
    let tries = failures == 1 ? "1 failed try" : "\(failures) failed tries"
    let last = lastFailure.map { ", the last on \($0.uk)" } ?? ""
    return "\(tries) to sign in as you since you were here\(last)"
  }
}

/// What became of asking for the password once more.
package enum Confirming: Sendable {
  case confirmed(Confirmation)
  case refused
  case wait(seconds: Int)
}

/// Proof that a worker has just typed their password; only the desk makes one.
package struct Confirmation: Equatable, Sendable {
  let worker: WorkerID
  let session: String
  let at: Moment

  /// How long it is good for, in seconds.
  static let serves = 120

  func isGood(for worker: WorkerID, at now: Moment) -> Bool {
    self.worker == worker && (0...Int64(Confirmation.serves)).contains(now.seconds - at.seconds)
  }
}
