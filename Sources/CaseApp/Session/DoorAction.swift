/// What happens at the door.
package enum DoorAction: Equatable, Sendable {
  // MARK: From the keys

  case typed(Character)
  case pasted(String)
  case erased
  /// The whole field.
  case cleared
  case moved(forward: Bool)
  case entered
  case back
  /// The key that leaves; the next letter says how.
  case leavingAsked

  // MARK: From the records

  /// Somebody is in; `news` is what they should know.
  case admitted(Session, news: String?)
  /// The password is right and has to be changed first.
  case mustChange(why: String)
  /// Nobody is in, and why.
  case refused(String)
  /// The new password is kept.
  case passwordChanged
  /// The password was right for the decision that waits.
  case confirmed
  /// Whether the worker has a password, and who may come in by their account.
  case known(hasPassword: Bool?, account: String?)
  /// Locked for so long that the place is given up; drafts are kept.
  case lapsed
}

/// Something that the keeper of the door is asked for; whoever has the passwords carries it out.
package enum DoorEffect: Equatable, Sendable {
  package enum Edit: Equatable, Sendable {
    case append(Character)
    case dropLast
    case clear
  }

  /// A letter of a password: it goes straight to where it is kept.
  case edit(Door.Field, Edit)
  /// Every password typed so far is wiped.
  case wipe
  case signIn(name: String)
  case signInByAccount
  case unlock
  /// In place of the one that serves no longer.
  case chooseNew
  case changePassword
}
