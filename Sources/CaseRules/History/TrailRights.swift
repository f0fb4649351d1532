/// Who may see what was done with a record, and who the whole trail.
package enum TrailRights {
  /// Why a worker does not see the history of a record, or without one the whole trail; nil when
  /// they do.
  ///
  /// Whoever may read a record sees its history; auditors and team leaders see everything.
  package static func whyNot(_ worker: Worker, _ record: RecordRef?) -> String? {
    guard let why = AccessMatrix.whyNotRead(worker, .trail) else { return nil }
    guard let record else { return why }
    return AccessMatrix.whyNotRead(worker, RecordRights.function(of: record.kind))
  }

  /// CUS-022: what was said in custody stays with those who may read it, also where the history of
  /// the person is open to a role.
  ///
  /// An entry without a record, or about one that may stand for either, is told only to whoever
  /// may read both.
  package static func withholds(_ line: HistoryLine, from worker: Worker) -> Bool {
    // INT-005: why somebody asked may say who it was.
    if line.kind == "source.view" {
      return AccessMatrix.whyNotRead(worker, .intelligenceSource) != nil
    }
    if whyNot(worker, nil) == nil { return false }
    if let ref = line.ref { return whyNot(worker, ref) != nil }
    if let word = line.recordWord, let function = RecordRights.function(ofWord: word) {
      return AccessMatrix.whyNotRead(worker, function) != nil
    }
    return [Function.personAndCaseload, .custodyBoardAndDIR]
      .contains { AccessMatrix.whyNotRead(worker, $0) != nil }
  }

  /// "Auditor: read all logs and depersonalised reports": a reader of the trail who may not read
  /// people is told what was changed, and nothing that says whose it was.
  package static func depersonalises(for worker: Worker) -> Bool {
    AccessMatrix.whyNotRead(worker, .personAndCaseload) != nil
  }
}
