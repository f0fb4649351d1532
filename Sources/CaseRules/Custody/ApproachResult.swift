/// What came of a worker's approach in the cell.
package enum ApproachResult: String, CaseIterable, Sendable {
  case seen, refused, notAvailable
}
