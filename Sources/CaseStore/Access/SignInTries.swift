import CaseRules
package import SQLite

extension Connection {
  /// Tries in the name that failed, or are not over yet, in their order.
  func failures(_ who: String) throws -> [Moment] {
    try query("SELECT at FROM sign_in_failure WHERE who = ? ORDER BY id", who) { try $0.get(0) }
  }

  func noteFailure(_ who: String, at now: Moment) throws {
    try execute("INSERT INTO sign_in_failure (who, at) VALUES (?, ?)", who, now)
  }

  func forgetFailures(_ who: String) throws {
    try execute("DELETE FROM sign_in_failure WHERE who = ?", who)
  }

  /// Names that nobody has are forgotten after a day, so that nobody can fill the file with them.
  func forgetOldStrangers(before now: Moment) throws {
    try execute(
      "DELETE FROM sign_in_failure WHERE who GLOB '?*.*' AND at < ?", now.adding(seconds: -86_400))
  }

  /// The active worker of a sign-in name, whatever its capitals; whoever types it without its accents
  /// is found too, where that means one worker alone.
  ///
  /// The same is asked of a name that somebody has and of one that nobody has.
  func worker(signIn name: String) throws -> WorkerRow? {
    let taken = try query(
      "SELECT sign_in FROM worker WHERE sign_in IS NOT NULL AND active = 1 AND id > 0"
    ) { try $0.text(0) }
    return try SignInName.meant(by: name, among: taken).flatMap { try worker(whereSignIn: $0) }
  }

  /// Every sign-in name there is; one that was somebody's is nobody else's later.
  package func signInNames() throws -> Set<String> {
    Set(try query("SELECT sign_in FROM worker WHERE sign_in IS NOT NULL") { try $0.text(0) })
  }
}

/// A try to sign in, as it stands before the password is looked at.
struct SignInTry: Sendable {
  /// Whose name was typed; nil when nobody has it, or whoever has it cannot sign in by it.
  let worker: Worker?
  let password: PasswordRow?
  /// Under what the tries are counted.
  let who: String
  /// The tries before this one that failed.
  let earlier: [Moment]
}
