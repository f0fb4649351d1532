import SQLite

/// An answer that is handed to one caller, whether it asks before it is there or after.
package final class EarlyAnswer<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case nothing
    case there(Value)
    case wanted(@Sendable (Value) -> Void)
    case handedOver
  }

  private let state = Guarded(State.nothing)

  package init() {}

  package func give(_ value: Value) {
    let caller: (@Sendable (Value) -> Void)? = state.withLock { state in
      switch state {
      case .nothing: state = .there(value)
      case .wanted(let caller):
        state = .handedOver
        return caller
      case .there, .handedOver: break
      }
      return nil
    }
    caller?(value)
  }

  /// Waits for it; for whoever can do nothing without it.
  package func wait() -> Value {
    state.wait { state in
      guard case .there(let value) = state else { return nil }
      state = .handedOver
      return value
    }
  }

  /// The first caller gets it, on the thread where both have met; others never do.
  package func take(_ then: @escaping @Sendable (Value) -> Void) {
    let value: Value? = state.withLock { state in
      switch state {
      case .nothing: state = .wanted(then)
      case .there(let value):
        state = .handedOver
        return value
      case .wanted, .handedOver: break
      }
      return nil
    }
    if let value { then(value) }
  }
}
