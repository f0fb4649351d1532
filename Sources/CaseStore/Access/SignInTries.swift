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

  /// Whose name was typed, whatever its capitals; whoever types it without its accents is found too,
  /// where that means one worker alone.
  ///
  /// The same is asked of a name that somebody has and of one that nobody has. All spellings that are
  /// the same without accents wait for each other, whether nobody or one worker has them: else a second
  /// spelling would tell which. Where several workers have one each, as from before names had to
  /// differ by more, nobody waits for a colleague's failures.
  func whose(signIn name: String) throws -> SignInKey {
    let taken = try query(
      "SELECT sign_in FROM worker WHERE sign_in IS NOT NULL AND active = 1 AND id > 0"
    ) { try $0.text(0) }
    let stranger = SignInKey.stranger(name)
    let alike = try SignInName.alike(name, among: taken)
      .compactMap { try worker(whereSignIn: $0)?.worker.id.ref.text }
    let meant = try SignInName.meant(by: name, among: taken)
      .flatMap { try worker(whereSignIn: $0) }
    return SignInKey(
      row: meant, who: meant?.worker.id.ref.text ?? stranger,
      waitsFor: (meant.map { [$0.worker.id.ref.text] } ?? alike) + [stranger])
  }

  /// The same for whoever is at work already: by their number, so that nobody else is ever meant.
  func whose(_ id: WorkerID) throws -> SignInKey {
    let row = try worker(id)
    let who = id.ref.text
    return SignInKey(row: row?.worker.active == true ? row : nil, who: who, waitsFor: [who])
  }

  /// Tries in all of these names that failed, in their order.
  func failures(inAll names: [String]) throws -> [Moment] {
    try names.flatMap { try failures($0) }.sorted()
  }

  /// Every sign-in name there is; one that was somebody's is nobody else's later.
  package func signInNames() throws -> Set<String> {
    Set(try query("SELECT sign_in FROM worker WHERE sign_in IS NOT NULL") { try $0.text(0) })
  }
}

/// Whose tries a name, or a number, counts for.
struct SignInKey: Sendable {
  /// nil when nobody has the name, or whoever has it cannot sign in by it, or several could be meant.
  let row: WorkerRow?
  /// Under what the tries are counted.
  let who: String
  /// Under what the failures are counted that make this one wait.
  let waitsFor: [String]

  /// Never the name itself: a password that was typed in its place must not stand in the file.
  static func stranger(_ name: String) -> String {
    var print = Fingerprint()
    print.add(SignInName.withoutAccents(name))
    return print.text
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
