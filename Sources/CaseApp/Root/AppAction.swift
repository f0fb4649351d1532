/// Everything that can happen to the program.
///
/// Cases that carry much are indirect: each key is copied a few times on its way, and a copy of a
/// value that could be anything is long.
package enum AppAction: Equatable, Sendable {
  // MARK: From the loop

  /// Once, before the first picture.
  case started
  /// The clock shows another minute.
  case minutePassed
  /// A wake that was asked for.
  case woke
  /// The hand that went fast through a list has come to rest.
  case handRested
  /// Somebody else, or another window of the same worker, has saved something.
  case recordsChanged
  case answered(Reply, Ticket)
  /// Settings, holidays or the worker's own record read differently now.
  indirect case sessionChanged(Session)
  indirect case looksChanged(Looks)
  /// GEN-006: nobody has touched a key for so long that the screen locks; or will in a minute.
  case idled
  case idleWarned
  /// The worker may not be here any more, and why.
  case sessionEnded(String)
  indirect case door(DoorAction)
  /// The line is lost or the system wants an end: keep what is typed, then leave.
  case endAsked

  // MARK: From the keys

  /// A command by key or by name; `rows` is how many rows the list has on the screen.
  case pressed(Command, rows: Int)
  /// Letters that mean themselves.
  case typed(String, rows: Int)
  case erased
  case pasted(String)
  /// A menu by the key that opens it, spelled as pressed.
  case menuOpened(MenuID, keys: [String])
  /// A key that the form in front has a meaning for.
  indirect case form(FormFeature.Action)
  /// The first keys of a sequence, as they are spelled.
  case keysPending([String])
  /// A key pressed out of habit that must not do what it does elsewhere.
  case keyCaught(String)
  /// Something outside the records that the worker should know, such as a file that cannot be used.
  case noticed(String)
}
