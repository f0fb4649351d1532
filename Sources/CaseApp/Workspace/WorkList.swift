/// Any place whose work is one list; indirect, because it is looked at for every picture.
package indirect enum WorkList: Equatable, Sendable {
  case today(TodayList)
  case board(BoardList)
  case caseload(CaseloadList)
  case diary(DiaryList)
  case missed(MissedList)
  case people(PeopleList)
  case court(CourtList)
  case bailReturns(BailReturnList)
  case flaggedOffers(FlaggedOfferList)
  case due(DueList)
  case unfinished(UnfinishedList)
  case figures(FiguresList)
  case settings(SettingsList)
  case codes(CodeListPage)
  case holidays(HolidayList)
  case officers(OfficerList)
  case suites(SuiteList)
  case workers(WorkerList)
  case proposals(ProposalList)
  case exceptionalAccess(ExceptionalAccessList)
  case bronze(BronzeList)
  case intelligence(IntelligenceList)
  case workloads(WorkloadList)
  case trail(TrailList)
  case referrals(ReferralList)
  case calls(CallList)
  case directory(ServiceDirectory)
  case callTakers(CallTakerList)
  case serviceReview(ServiceReviewList)
  case possibleRecords(PossibleRecordList)
  case edii(EDIIList)
  case ediiFigures(EDIIFiguresList)
  case record(RecordPage)

  /// The place, for whatever every list can do.
  package var place: any ListPlace {
    switch self {
    case .today(let list): list
    case .board(let list): list
    case .caseload(let list): list
    case .diary(let list): list
    case .missed(let list): list
    case .people(let list): list
    case .court(let list): list
    case .bailReturns(let list): list
    case .flaggedOffers(let list): list
    case .due(let list): list
    case .unfinished(let list): list
    case .figures(let list): list
    case .settings(let list): list
    case .codes(let list): list
    case .holidays(let list): list
    case .officers(let list): list
    case .suites(let list): list
    case .workers(let list): list
    case .proposals(let list): list
    case .exceptionalAccess(let list): list
    case .bronze(let list): list
    case .intelligence(let list): list
    case .workloads(let list): list
    case .trail(let list): list
    case .referrals(let list): list
    case .calls(let list): list
    case .directory(let list): list
    case .callTakers(let list): list
    case .serviceReview(let list): list
    case .possibleRecords(let list): list
    case .edii(let list): list
    case .ediiFigures(let list): list
    case .record(let page): page
    }
  }

  /// Changes the place through what every list can do.
  package mutating func change<Result>(_ body: (inout any ListPlace) -> Result) -> Result {
    switch self {
    case .today(let list): change(list, WorkList.today, body)
    case .board(let list): change(list, WorkList.board, body)
    case .caseload(let list): change(list, WorkList.caseload, body)
    case .diary(let list): change(list, WorkList.diary, body)
    case .missed(let list): change(list, WorkList.missed, body)
    case .people(let list): change(list, WorkList.people, body)
    case .court(let list): change(list, WorkList.court, body)
    case .bailReturns(let list): change(list, WorkList.bailReturns, body)
    case .flaggedOffers(let list): change(list, WorkList.flaggedOffers, body)
    case .due(let list): change(list, WorkList.due, body)
    case .unfinished(let list): change(list, WorkList.unfinished, body)
    case .figures(let list): change(list, WorkList.figures, body)
    case .settings(let list): change(list, WorkList.settings, body)
    case .codes(let list): change(list, WorkList.codes, body)
    case .holidays(let list): change(list, WorkList.holidays, body)
    case .officers(let list): change(list, WorkList.officers, body)
    case .suites(let list): change(list, WorkList.suites, body)
    case .workers(let list): change(list, WorkList.workers, body)
    case .proposals(let list): change(list, WorkList.proposals, body)
    case .exceptionalAccess(let list): change(list, WorkList.exceptionalAccess, body)
    case .bronze(let list): change(list, WorkList.bronze, body)
    case .intelligence(let list): change(list, WorkList.intelligence, body)
    case .workloads(let list): change(list, WorkList.workloads, body)
    case .trail(let list): change(list, WorkList.trail, body)
    case .referrals(let list): change(list, WorkList.referrals, body)
    case .calls(let list): change(list, WorkList.calls, body)
    case .directory(let list): change(list, WorkList.directory, body)
    case .callTakers(let list): change(list, WorkList.callTakers, body)
    case .serviceReview(let list): change(list, WorkList.serviceReview, body)
    case .possibleRecords(let list): change(list, WorkList.possibleRecords, body)
    case .edii(let list): change(list, WorkList.edii, body)
    case .ediiFigures(let list): change(list, WorkList.ediiFigures, body)
    case .record(let page): change(page, WorkList.record, body)
    }
  }

  private mutating func change<List: ListPlace, Result>(
    _ list: List, _ wrap: (List) -> WorkList, _ body: (inout any ListPlace) -> Result
  ) -> Result {
    var place: any ListPlace = list
    let result = body(&place)
    if let changed = place as? List { self = wrap(changed) }
    return result
  }
}
