/// How long somebody who has failed to sign in waits for the next try.
///
/// It counts per name, known or not, over all sessions. Nobody is ever locked out for good: that would
/// let a prankster keep a colleague from work.
package enum SignInDelay {
  /// After the first failure, the second ...; the last one stays.
  private static let steps = [0, 0, 1, 2, 5, 10, 30, 60]
  /// So many tries within `windowSeconds`, and no more.
  private static let mostTries = 10
  private static let windowSeconds = 300

  /// How many seconds are left at a moment; the failures are in their order, the newest last.
  package static func left(after failures: [Moment], at now: Moment) -> Int {
    guard let last = failures.last else { return 0 }
    let step = steps[min(failures.count, steps.count) - 1]
    var wait = left(of: step, since: last, now)
    if failures.count >= mostTries {
      wait = max(wait, left(of: windowSeconds, since: failures[failures.count - mostTries], now))
    }
    return wait
  }

  /// A clock that was set back does not make anybody wait longer than from now on.
  private static func left(of seconds: Int, since start: Moment, _ now: Moment) -> Int {
    let passed = max(0, Int(now.seconds - start.seconds))
    return max(0, seconds - passed)
  }

  /// "Wait 5 seconds, then try again".
  package static func words(_ seconds: Int) -> String {
    "Wait \(seconds == 1 ? "1 second" : "\(seconds) seconds"), then try again"
  }
}
