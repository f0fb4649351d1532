import CaseApp
import CaseRules
import CaseStore

/// How much there is in each pane.
enum CountReader {
  static func counts(on records: Records, in context: RuleContext) throws -> PaneCounts {
    let worker = context.worker
    let most = 1000
    let seesBoard = AccessMatrix.whyNotRead(worker, .custodyBoardAndDIR) == nil
    let seesPeople = AccessMatrix.whyNotRead(worker, .personAndCaseload) == nil
    let leads = worker.role.leadsTeam
    let caseload =
      leads
      ? try CaseloadPages.count(of: .everyone, upTo: most + 1, in: records, context)
      : try CaseloadPages.countOwnAndCovered(upTo: most + 1, in: records, context)
    return PaneCounts(
      inCustody: .exactly(
        seesBoard ? try CustodyBoard.inCustodyCount(in: records, context) : 0),
      caseload: RowCount(caseload, most),
      appointmentsToday: RowCount(
        seesPeople
          ? try Diary.booked(on: context.today, leads ? nil : worker.id, records, context) : 0,
        most),
      people: RowCount(try PersonRecords.count(upTo: most + 1, in: records, context), most),
      unfinished: try records.drafts(of: worker.id).count)
  }
}

extension RowCount {
  /// A count that was stopped one past the most that is told.
  fileprivate init(_ counted: Int, _ most: Int) {
    self = counted > most ? .moreThan(most) : .exactly(counted)
  }
}
