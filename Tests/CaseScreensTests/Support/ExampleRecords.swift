import CaseApp
import CaseRules

/// Answers as the records would give them.
struct ExampleRecords {
  var isEmpty = false
  var unfinished = Examples.unfinished
  var people = Examples.people
  var alerts: [SafetyAlertLine] = []
  /// In place of the usual Today.
  var today: TodayView?

  func reply(to request: ReadRequest) -> Reply { .read(answer(request)) }

  private func some<Line>(_ lines: [Line]) -> [Line] { isEmpty ? [] : lines }

  private func answer(_ request: ReadRequest) -> ReadAnswer {
    switch request {
    case .today: .today(today ?? view)
    case .board: .board(some(Examples.board))
    case .caseload(_, let page, _): .caseload(rows(Examples.caseload, page))
    case .diary(let day, _): .diary(day == Examples.today ? some(Examples.diary) : [])
    case .people(let page): .people(rows(people, page))
    case .courtList: .courtList(some(Examples.court))
    case .bailReturns: .bailReturns(some(Examples.bail))
    case .flaggedOffers: .flaggedOffers(some(Examples.flaggedOffers))
    case .unfinished: .unfinished(some(unfinished))
    case .due: .due(some(Examples.deadlines))
    case .attrition: .attrition(some(Examples.attrition))
    case .referrals: .referrals(some(EnquiryExamples.referrals))
    case .calls: .calls(some(EnquiryExamples.calls))
    case .directory: .directory(some([EnquiryExamples.old, EnquiryExamples.service]))
    case .callTakers: .callTakers(some(EnquiryExamples.takers))
    case .missed: .missed(some(Examples.missed))
    case .serviceReview: .serviceReview(EnquiryExamples.review)
    case .possibleRecords: .possibleRecords(some(MatchExamples.lines))
    case .find(let text, _, _): .found(found(text))
    case .record(let ref): record(ref)
    case .actions: .actions(ExampleFiles.offered)
    case .actionsOfEach(let refs):
      .actionsOfEach(ActionsOfEach(refs.map { ($0.text, ExampleFiles.offered) }))
    case .edii: .edii(some(EDIIExamples.lines))
    case .ediiFigures: .ediiFigures(EDIIExamples.figures)
    case .officers: .officers(some(Examples.officers))
    case .suites: .suites(some(Examples.suites))
    case .workloads: .workloads(some(Examples.workloads))
    case .exceptionalAccess: .exceptionalAccess(some(ProposalExamples.accesses))
    case .bronzes(let scope):
      .bronzes(some(BronzeExamples.lines.filter { scope.states.contains($0.state) }))
    case .intelligenceQueue: .intelligence(RowPage(whole: some(IntelligenceExamples.lines)))
    case .intelligenceReports:
      .intelligence(RowPage(whole: some(IntelligenceExamples.lines)))
    case .proposals: .proposals(some(ProposalExamples.lines))
    case .workers: .workers(some([Examples.worker, Examples.leader]))
    case .trail(let ask, let page): .trail(HistoryExamples.answer(ask, page))
    case .counts: .counts(Examples.counts)
    }
  }

  private var view: TodayView {
    guard isEmpty else {
      var view = Examples.view
      view.unfinished = unfinished
      view.alerts = alerts
      return view
    }
    return TodayView(
      inCustody: [], bailReturns: [], courtList: [], appointments: [], due: [], atRisk: [],
      handovers: [], unfinished: [], nextDays: [])
  }

  private func rows<Line: ListLine>(_ lines: [Line], _ page: PageRequest) -> RowPage<Line> {
    let narrowing = Narrowing(page.narrow)
    return RowPage(
      whole: some(lines).filter {
        narrowing.isEmpty || narrowing.matches(Folding.fold($0.spelled.joined(separator: " ")))
      })
  }

  private func found(_ text: String) -> [PersonLine] {
    let narrowing = Narrowing(text)
    return some(Examples.people).filter { narrowing.matches(Folding.fold($0.title)) }.map {
      var line = $0
      line.because = "name"
      return line
    }
  }

  private func record(_ ref: RecordRef) -> ReadAnswer {
    switch ref.kind {
    case .custodyEntry: .entry(ExampleFiles.entry)
    case .carePlan: .carePlan(ExamplePlans.file)
    case .prescribing:
      .prescribing(ref.number == 4 ? ExampleTreatment.missed : ExampleTreatment.file)
    case .incomingReferral: .referral(EnquiryExamples.referralFile)
    case .helplineCall: .call(EnquiryExamples.call)
    case .possibleRecord: .possibleRecord(MatchExamples.file)
    case .exceptionalAccess: .exceptional(ProposalExamples.access)
    case .bronzeAction: .bronze(BronzeExamples.pending)
    case .intelligenceReport: .report(IntelligenceExamples.file)
    case .intelligenceSubject: .intelligenceSubject(IntelligenceExamples.subjectFile)
    case .proposal: .proposal(ProposalExamples.waiting)
    case .ediiActivity: .ediiActivity(EDIIExamples.session)
    case .warrant: .warrant(EDIIExamples.warrant)
    case .ediiReferral: .ediiReferral(EDIIExamples.referral)
    case .agency: .service(ref.number == 8 ? EnquiryExamples.old : EnquiryExamples.service)
    default: .person(ExampleFiles.person)
    }
  }
}
