/// One worker's clients in figures, for whoever shares out the work.
package struct WorkloadLine: Equatable, Sendable {
  package var worker: Worker
  /// Open episodes, those of people who have not joined yet included.
  package var clients: Int
  package var inCustody: Int
  /// PPL-024: no contact for longer than the gap.
  package var atRisk: Int
  /// Deadlines of this worker that are overdue.
  package var overdue: Int
  /// PPL-012: handovers that wait for this worker's answer.
  package var asked: Int
  /// PPL-012: this worker's clients who wait for somebody else's answer.
  package var leaving: Int
  /// Who looks after the clients today, and until when, or from a later day on; nil where nothing is
  /// arranged.
  package var cover: Cover?

  package init(
    worker: Worker, clients: Int, inCustody: Int = 0, atRisk: Int = 0, overdue: Int = 0,
    asked: Int = 0, leaving: Int = 0, cover: Cover? = nil
  ) {
    self.worker = worker
    self.clients = clients
    self.inCustody = inCustody
    self.atRisk = atRisk
    self.overdue = overdue
    self.asked = asked
    self.leaving = leaving
    self.cover = cover
  }
}
