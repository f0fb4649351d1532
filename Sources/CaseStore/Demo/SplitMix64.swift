/// A small random generator whose numbers depend on the seed alone, on every machine.
package struct SplitMix64: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A generator for one thing of many, so that adding to one leaves the others as they were.
  package init(seed: UInt64, for index: Int) {
    var mixer = SplitMix64(seed: seed &+ UInt64(bitPattern: Int64(index)) &* 0xD1B5_4A32_D192_ED03)
    state = mixer.next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of the range, all equally likely.
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound - range.lowerBound)) &+ 1
    let (high, _) = next().multipliedFullWidth(by: width)
    return range.lowerBound + Int(high)
  }

  /// True so many times in a hundred.
  package mutating func chance(_ percent: Int) -> Bool { int(0...99) < percent }

  /// One of the items; the fallback when there are none.
  package mutating func pick<Item>(_ items: [Item], otherwise fallback: Item) -> Item {
    items.isEmpty ? fallback : items[int(0...(items.count - 1))]
  }

  package mutating func pick(_ words: [String]) -> String { pick(words, otherwise: "") }

  /// One of the values, each as likely as its weight says.
  package mutating func weighted<Value>(
    _ choices: KeyValuePairs<Value, Int>, otherwise: Value
  )
    -> Value
  {
    let total = choices.reduce(0) { $0 + $1.value }
    guard total > 0 else { return otherwise }
    var place = int(0...(total - 1))
    for (value, weight) in choices {
      place -= weight
      if place < 0 { return value }
    }
    return otherwise
  }
}
