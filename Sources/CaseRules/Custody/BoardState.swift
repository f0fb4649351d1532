/// Where a detention stands on the custody board.
package enum BoardState: String, CaseIterable, Sendable {
  case arrived, offered, seen, notSeen, inAssessment, assessed, departed, followUp, closed
}
