import CaseRules
import CaseStore

/// Who a command from the shell works for: whoever the account stands for, or whoever signs in.
enum CommandSignIn {
  /// - Throws: `CommandFailure` when it stays unknown who it is.
  static func identify(
    _ records: OpenRecords, _ invocation: Invocation, _ console: Console
  ) throws -> OpenRecords {
    if records.who != nil { return records }
    guard let name = records.askedName else {
      throw CommandFailure(
        "The account \(console.surroundings.account) does not open \(records.store.path) by "
          + "itself. Sign in with --as NAME, or ask an administrator to note this account with "
          + "your name")
    }
    let secret = try PasswordPrompt.ask("Password of \(name)", invocation, console)
    var records = records
    records.who = try signIn(name, secret, records)
    return records
  }

  private static func signIn(
    _ name: String, _ secret: Secret, _ records: OpenRecords
  ) throws -> SignedIn {
    switch try records.desk.signIn(name, secret, at: records.clock.now()) {
    case .signedIn(let who, _): return who
    case .mustChange(let pending):
      throw CommandFailure(
        pending.demand.words
          + ": start throughcare --data \(records.store.path) --as \(name), which asks for it")
    case .refused: throw CommandFailure(SignInWords.refused)
    case .wait(let seconds):
      throw CommandFailure(SignInWords.refused + ". " + SignInDelay.words(seconds))
    }
  }

  /// Somebody else than who gives the command, who answers for it too.
  static func second(
    _ records: OpenRecords, _ name: String, why: String, _ invocation: Invocation,
    _ console: Console
  ) throws -> SignedIn {
    let secret = try PasswordPrompt.ask(
      "\(why). As the second person, password of \(name)", invocation, console)
    return try signIn(name, secret, records)
  }

  /// The password again, for a decision that asks for it.
  static func confirm(
    _ records: OpenRecords, why: String, _ invocation: Invocation, _ console: Console
  ) throws -> Confirmation {
    guard let who = records.who else { throw StoreError.notSignedIn }
    let secret = try PasswordPrompt.ask(
      "\(why). Password of \(who.worker.name)", invocation, console)
    switch try records.desk.confirm(who, secret, at: records.clock.now()) {
    case .confirmed(let confirmation): return confirmation
    case .refused: throw CommandFailure("The password is wrong; nothing was saved")
    case .wait(let seconds): throw CommandFailure(SignInDelay.words(seconds))
    }
  }
}

/// What people are told who cannot get in; the same whether a name exists or not.
enum SignInWords {
  static let refused = "Name and password do not fit together"
}
