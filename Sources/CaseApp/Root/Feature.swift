/// A part of the program with a state of its own: what may happen to it, and what it asks for.
///
/// Actions report what happened, effects ask for something. `reduce` is the only place where the
/// state changes, and it reaches no clock, file or record: what it needs stands in the context.
package protocol Feature {
  associatedtype State: Equatable, Sendable
  associatedtype Action: Equatable, Sendable
  associatedtype Effect: Equatable, Sendable

  static func reduce(_ state: inout State, _ action: Action, in context: AppContext) -> [Effect]
}
