package import CaseRules

/// The answer to a `ReadRequest`, of the same name.
package enum ReadAnswer: Equatable, Sendable {
  case today(TodayView)
  case board([BoardLine])
  case caseload(RowPage<CaseloadLine>)
  case diary([DiaryLine])
  case people(RowPage<PersonLine>)
  case courtList([CourtLine])
  case bailReturns([BailReturnLine])
  case flaggedOffers([FlaggedOfferLine])
  case unfinished([UnfinishedLine])
  case due([DueLine])
  case attrition([AttritionLine])
  case found([PersonLine])
  case actions([OfferedForm])
  case actionsOfEach(ActionsOfEach)
  case person(PersonFile)
  case entry(EntryFile)
  case dir(DIRFile)
  case carePlan(CarePlanFile)
  /// The file that papers were written to.
  case printed(String)
  case prescribing(PrescribingFile)
  case call(CallFile)
  case referral(ReferralFile)
  case service(Service)
  case referrals([ReferralLine])
  case calls([CallLine])
  case directory([Service])
  case callTakers([CallTaker])
  case serviceReview(ServiceReview)
  case possibleRecords([PossibleRecordLine])
  case possibleRecord(PossibleRecordFile)
  case proposals([ProposalLine])
  case proposal(Proposal)
  case exceptionalAccess([ExceptionalAccessLine])
  case exceptional(ExceptionalAccess)
  case edii([EDIILine])
  case ediiFigures(EDIIFigures)
  case ediiActivity(EDIIActivity)
  case ediiReferral(EDIIReferral)
  case warrant(Warrant)
  case bronzes([BronzeLine])
  case bronze(BronzeFile)
  case intelligence(RowPage<ReportLine>)
  case report(IntelligenceFile)
  case intelligenceSubject(SubjectFile)
  case officers([CustodyOfficer])
  case suites([SuiteProfile])
  case workers([Worker])
  case trail(TrailAnswer)
  case workloads([WorkloadLine])
  case missed([MissedLine])
  case counts(PaneCounts)
}

/// How much the panes hold, for the strip above the one that is shown.
package struct PaneCounts: Equatable, Sendable {
  package var inCustody: RowCount
  package var caseload: RowCount
  package var appointmentsToday: RowCount
  package var people: RowCount
  package var unfinished: Int

  package init(
    inCustody: RowCount, caseload: RowCount, appointmentsToday: RowCount, people: RowCount,
    unfinished: Int
  ) {
    self.inCustody = inCustody
    self.caseload = caseload
    self.appointmentsToday = appointmentsToday
    self.people = people
    self.unfinished = unfinished
  }
}
