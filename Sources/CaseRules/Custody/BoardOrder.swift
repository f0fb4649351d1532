/// CUS-007: trigger offences first; within each, whoever arrived first.
package enum BoardOrder {
  /// What a line is ordered by; the number decides between arrivals of the same minute.
  package struct Key: Comparable, Sendable {
    let isTrigger: Bool
    let arrived: Moment
    let number: Int64

    package init(isTrigger: Bool, arrived: Moment, ref: RecordRef) {
      self.isTrigger = isTrigger
      self.arrived = arrived
      number = ref.number
    }

    package static func < (one: Key, other: Key) -> Bool {
      if one.isTrigger != other.isTrigger { return one.isTrigger }
      return (one.arrived, one.number) < (other.arrived, other.number)
    }
  }
}

extension CustodyEntry {
  package var order: BoardOrder.Key {
    BoardOrder.Key(isTrigger: isTrigger, arrived: arrived, ref: ref)
  }
}
