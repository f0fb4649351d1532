import CaseApp
import CaseStore

/// What comes back from the desk where people sign in.
enum DoorAnswer: Sendable {
  case admitted(SignedIn, news: String?)
  /// The password was right and a new one comes first.
  case mustChange(PendingSignIn)
  case refused(String)
  case passwordChanged
  /// The password was right; what it was asked for has an answer of its own.
  case passwordConfirmed
  /// Whether somebody has a password, and whom the account stands for.
  case known(hasPassword: Bool?, account: String?)
  /// The worker may not be here any more.
  case ended(String)
}
