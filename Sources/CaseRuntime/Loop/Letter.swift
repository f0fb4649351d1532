import CaseApp
import CaseStore

/// What the store's threads send to the main thread.
enum Letter: Sendable {
  case reply(Reply, Ticket)
  /// From the desk where people sign in; a knock is waited for.
  indirect case door(DoorAnswer, isKnock: Bool)
  /// A save that waited for the password.
  case confirmedSave(Reply, Ticket)
  /// The number that changes when somebody else has saved; nil when it could not be asked.
  case version(Int64?)
  /// The number that changes when anybody has saved, as the connection that reads sees it.
  case readVersion(Int64?)
  /// Figures, holidays and lists as they are now.
  indirect case practice(Practice)
  /// Whether entries of the board are due to become counts (CUS-011).
  case purge(isDue: Bool)
}
