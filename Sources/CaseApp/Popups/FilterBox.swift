/// What the list in front can be held to: one value of a column at a time, chosen by its words.
package struct FilterBox: Equatable, Sendable {
  package let serial: Int
  package var query = ""
  package var at = 0
  /// The values that hold now; taking one again lets it go.
  package let held: [HeldValue]
  var all: [HeldValue]

  package init(serial: Int, held: [HeldValue], all: [HeldValue]) {
    self.serial = serial
    self.held = held
    self.all = all
  }

  package var shown: [HeldValue] {
    let narrowing = Narrowing(query)
    return all.filter { narrowing.matches(Folding.fold($0.display)) }
  }

  package var current: HeldValue? {
    let shown = shown
    return shown.indices.contains(at) ? shown[at] : nil
  }
}
