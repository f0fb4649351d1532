import CaseApp
import CaseRules
import CaseStore

/// Which of the records' questions answers which of the screens'.
enum RecordReader {
  static func answer(
    _ request: ReadRequest, on records: Records, in context: RuleContext
  ) throws -> ReadAnswer {
    let worker = context.worker
    return switch request {
    case .today: .today(try TodayRecords.view(for: worker, in: records, context))
    case .board(let withDeparted):
      .board(
        bySuite(try CustodyBoard.lines(includingDeparted: withDeparted, in: records, context)))
    case .caseload(.mine, _, _):
      .caseload(RowPage(whole: try CaseloadPages.ownAndCovered(in: records, context)))
    case .caseload(let scope, let page, let filter):
      .caseload(try caseload(scope, page, filter, on: records, in: context))
    case .diary(let day, let everyone):
      .diary(try Diary.lines(on: day, of: everyone ? nil : worker.id, in: records, context))
    case .missed(let everyone):
      .missed(try MissedAppointments.lines(everyone: everyone, in: records, context))
    case .people(let page):
      .people(
        RowPage(
          try PersonRecords.page(
            narrow: page.narrow, NamePlace(page.place), limit: page.limit, in: records, context)))
    case .courtList(let day):
      .courtList(try CustodyBoard.courtList(on: day, in: records, context))
    case .bailReturns(let day):
      .bailReturns(try CustodyBoard.bailReturns(on: day, in: records, context))
    case .flaggedOffers(let from, let to):
      .flaggedOffers(try CustodyBoard.flaggedOffers(from: from, to: to, in: records, context))
    case .unfinished:
      .unfinished(try TodayRecords.unfinished(of: worker.id, in: records, context))
    case .due(let everyone):
      .due(try DueList.lines(for: everyone ? .everyone : .worker(worker), in: records, context))
    case .attrition(let from, let to):
      .attrition(try Attrition.lines(from: from, to: to, in: records, context))
    case .referrals(let day):
      .referrals(try IncomingReferralRecords.lines(actedSince: day, in: records, context))
    case .calls(let first, let last):
      .calls(try CallLines.lines(from: first, to: last, in: records, context))
    case .directory: .directory(try ServiceRecords.listed(in: records, context))
    case .callTakers: .callTakers(try CallTakerRecords.listed(in: records, context))
    case .serviceReview(let month):
      .serviceReview(try CallLines.review(of: month, in: records, context))
    case .edii(let first, let last):
      .edii(try EDIIRecords.lines(from: first, to: last, in: records, context))
    case .ediiFigures(let first, let last):
      .ediiFigures(try EDIIRecords.figures(from: first, to: last, in: records, context))
    case .exceptionalAccess:
      .exceptionalAccess(try ExceptionalAccessRecords.lines(in: records, context))
    case .bronzes(let scope):
      .bronzes(try BronzeFiles.lines(of: scope.states, in: records, context))
    case .intelligenceQueue:
      .intelligence(RowPage(whole: try IntelligenceQueue.waiting(in: records, context)))
    case .intelligenceReports(let page, let state):
      .intelligence(
        RowPage(
          try IntelligenceQueue.page(
            narrow: page.narrow, in: state, ReportPlace(page.place), limit: page.limit,
            in: records, context)))
    case .proposals: .proposals(try ProposalRecords.lines(in: records, context))
    case .possibleRecords(let everyone):
      .possibleRecords(
        try PossibleRecords.lines(of: everyone ? nil : worker.id, in: records, context))
    case .find(let typed, let depth, let limit):
      .found(try PersonRecords.find(typed, limit: limit, depth: depth, in: records, context))
    case .record(let ref) where ref.kind == .agency:
      .service(try ServiceRecords.load(ref, in: records))
    case .record(let ref):
      throw Trouble("\(ref.text) cannot be opened like this")
    case .actions(let ref): .actions(try RowActions.offered(for: ref, on: records, in: context))
    case .actionsOfEach(let refs):
      .actionsOfEach(try RowActions.ofEach(refs, on: records, in: context))
    case .officers: .officers(try OfficerRecords.listed(in: records, context))
    case .suites: .suites(try SuiteRecords.listed(in: records, context))
    case .workers: .workers(try records.workers().map(\.worker))
    case .trail(let ask, let page):
      .trail(try TrailReader.answer(ask, page, on: records, in: context))
    case .workloads: .workloads(try Workloads.lines(in: records, context))
    case .counts: .counts(try CountReader.counts(on: records, in: context))
    }
  }

  /// The board has a part for each suite; inside it the order of CUS-007 stays.
  private static func bySuite(_ lines: [BoardLine]) -> [BoardLine] {
    Dictionary(grouping: lines, by: \.suite).sorted { $0.key < $1.key }.flatMap(\.value)
  }

  private static func caseload(
    _ scope: CaseloadScope, _ page: PageRequest, _ filter: CaseloadFilter, on records: Records,
    in context: RuleContext
  ) throws -> RowPage<CaseloadLine> {
    RowPage(
      try CaseloadPages.page(
        of: CaseloadOf(scope, context.worker), only: filter, narrow: page.narrow,
        NamePlace(page.place), limit: page.limit, in: records, context))
  }
}

extension ReadRequest {
  /// The record whose page is asked for, if one is.
  var viewedRecord: RecordRef? {
    // A service of the directory is nobody's record.
    if case .record(let ref) = self, ref.kind != .agency { ref } else { nil }
  }

  /// Whether the answer may take longer than a key press.
  var takesLong: Bool {
    if case .attrition = self { true } else { false }
  }
}
