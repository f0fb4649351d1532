/// The number of a question to the records; its answer carries the same number.
///
/// An answer whose ticket nobody waits for any more is dropped.
package struct Ticket: Hashable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }
}
