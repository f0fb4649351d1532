/// A list of the worker's own, or of everybody's.
package protocol EveryonePlace: ListPlace {
  var everyone: Bool { get set }
}

extension EveryonePlace {
  package mutating func turn(_ turn: ListTurn, in context: AppContext) -> Bool {
    guard case .everyone(let everyone) = turn else { return false }
    self.everyone = everyone
    return true
  }

  package func canTurn(_ turn: ListTurn) -> Bool { turn == .everyone(!everyone) }
}
