package import CaseRules

/// What stands between the worker and the work: sign-in, lock, a password to be chosen or confirmed.
///
/// While there is one, nothing of the work is drawn and no key reaches it. What is typed into a
/// password stays outside the state; only how many letters it has is known here.
package struct Door: Equatable, Sendable {
  package enum Page: Equatable, Sendable {
    /// Nobody is at work; or somebody else than the one who is locked wants to be.
    case signIn
    case locked(Lock)
    /// The password was right and serves no longer.
    case mustChange(why: String)
    /// Somebody at work wants another one.
    case changePassword
    /// A decision that asks for it once more.
    case confirm(Confirming)
  }

  package struct Lock: Equatable, Sendable {
    package let since: Moment
    /// After how many minutes without a key; nil when it was asked for.
    package let idleMinutes: Int?
    package let worker: Worker
  }

  /// A form that waits for the password.
  package struct Confirming: Equatable, Sendable {
    package let why: String
    package let form: String
    package let heading: String?
    let submission: FormSubmission
    let ticket: Ticket
  }

  package enum Field: String, CaseIterable, Hashable, Sendable {
    case name, password, old, new, again

    package var isSecret: Bool { self != .name }

    package var label: String {
      switch self {
      case .name: "Name"
      case .password: "Password"
      case .old: "Password now"
      case .new: "New password"
      case .again: "The same again"
      }
    }
  }

  package internal(set) var page: Page
  /// The lock that comes back when nobody else signs in.
  package internal(set) var behind: Lock?
  package internal(set) var at = 0
  package internal(set) var name = ""
  var lengths: [Field: Int] = [:]
  /// The password is being looked at; keys wait.
  package internal(set) var isBusy = false
  /// What went wrong with the last try.
  package internal(set) var problem: String?
  /// Why the door is here.
  package internal(set) var notice: String?
  /// The keys for leaving are on show and the next letter is one of them.
  package internal(set) var offersLeaving = false
  /// Who may come in by the account of this computer, without a name.
  package internal(set) var account: String?
  /// Whether the worker has a password at all; nil until it is known.
  package internal(set) var hasPassword: Bool?
  /// The records have changed behind the door.
  var isStale = false

  init(_ page: Page, name: String = "", notice: String? = nil) {
    self.page = page
    self.name = name
    self.notice = notice
    if page == .signIn, !name.isEmpty { at = 1 }
  }

  package var fields: [Field] {
    switch page {
    case .signIn: [.name, .password]
    case .locked: hasPassword == false ? [] : [.password]
    case .mustChange: [.new, .again]
    case .changePassword: hasPassword == false ? [.new, .again] : [.old, .new, .again]
    case .confirm: [.password]
    }
  }

  package var field: Field? { fields.indices.contains(at) ? fields[at] : nil }

  /// How many letters stand in a field.
  package func length(_ field: Field) -> Int { field == .name ? name.count : lengths[field] ?? 0 }

  /// The lock, on show or behind the sign-in.
  var lock: Lock? {
    if case .locked(let lock) = page { return lock }
    return behind
  }

  mutating func forgetSecrets() {
    lengths = [:]
    at = fields.firstIndex { $0.isSecret } ?? 0
  }
}
