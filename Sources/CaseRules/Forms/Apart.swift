/// A value that is seldom there, kept apart from what it belongs to.
///
/// Where it is missing it takes the room of one word, so that what holds many of them is quick to
/// hand on.
@propertyWrapper
package struct Apart<Value: Equatable & Sendable>: Equatable, Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  package init() {}

  package var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map { Box($0) } }
  }

  package static func == (one: Apart, other: Apart) -> Bool {
    one.box === other.box || one.wrappedValue == other.wrappedValue
  }
}
