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
    case .record(let ref) where ref.kind == .agency: .service(try service(ref, records))
    case .record(let ref):
      throw Trouble("\(ref.text) cannot be opened like this")
    case .actions(let ref): .actions(try actions(ref, on: records, in: context))
    case .actionsOfEach(let refs):
      .actionsOfEach(
        ActionsOfEach(
          try refs.map { ref in
            let offered = try actions(ref, on: records, in: context)
            return (try name(of: ref, records), offered)
          }))
    case .officers: .officers(try OfficerRecords.listed(in: records, context))
    case .suites: .suites(try SuiteRecords.listed(in: records, context))
    case .workers: .workers(try records.workers().map(\.worker))
    case .trail(let ask, let page):
      .trail(try TrailReader.answer(ask, page, on: records, in: context))
    case .workloads: .workloads(try Workloads.lines(in: records, context))
    case .counts: .counts(try counts(on: records, in: context))
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

  private static func counts(on records: Records, in context: RuleContext) throws -> PaneCounts {
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

  // MARK: Pages

  /// GEN-003: opens a record; the look is on the trail before it is shown.
  static func view(
    _ ref: RecordRef, in transaction: WriteTransaction, context: RuleContext
  ) throws -> ReadAnswer {
    switch ref.kind {
    case .custodyEntry: .entry(try EntryFiles.view(ref, in: transaction, context))
    case .dir: .dir(try DIRFiles.view(ref, in: transaction, context))
    case .carePlan: .carePlan(try CarePlanFiles.view(ref, in: transaction, context))
    case .prescribing: .prescribing(try PrescribingFiles.view(ref, in: transaction, context))
    case .possibleRecord:
      .possibleRecord(try PossibleRecordFiles.view(ref, in: transaction, context))
    case .person, .episode, .appointment, .consent, .contact, .handover, .referral, .modality,
      .merge:
      .person(
        try PersonFiles.view(asked(ref, transaction.connection), in: transaction, context))
    case .exceptionalAccess:
      .exceptional(try ExceptionalAccessRecords.view(ref, in: transaction, context))
    case .ediiActivity: .ediiActivity(try EDIIRecords.view(ref, in: transaction, context))
    case .ediiReferral:
      .ediiReferral(try EDIIReferralRecords.view(ref, in: transaction, context))
    case .warrant: .warrant(try WarrantRecords.view(ref, in: transaction, context))
    case .bronzeAction: .bronze(try BronzeFiles.view(ref, in: transaction, context))
    case .proposal: .proposal(try ProposalRecords.view(ref, in: transaction, context))
    case .helplineCall: .call(try CallFiles.view(ref, in: transaction, context))
    case .incomingReferral: .referral(try ReferralFiles.view(ref, in: transaction, context))
    case .intelligenceReport:
      .report(try IntelligenceFiles.viewReport(ref, in: transaction, context))
    case .intelligenceSubject:
      .intelligenceSubject(try IntelligenceFiles.viewSubject(ref, in: transaction, context))
    case .worker, .agency, .suite, .officer, .custodyFact:
      throw Trouble("\(ref.text) has no page of its own")
    }
  }

  private static func service(_ ref: RecordRef, _ records: Records) throws -> Service {
    guard let id = AgencyID(ref), let service = try ServiceRecords.one(id, in: records) else {
      throw StoreError.notFound
    }
    return service
  }

  /// A person's own number, also where it only leads to another; of other records, whose they are.
  private static func asked(_ ref: RecordRef, _ records: Records) throws -> PersonID {
    try PersonID(ref) ?? person(of: ref, records)
  }

  /// "DABELL Laura" for what is a person's, the number for the rest; CUS-010: of a detention the
  /// name only with permission.
  private static func name(of ref: RecordRef, _ records: Records) throws -> String {
    if let entry = EntryID(ref) {
      return try EntryRecords.entry(entry, in: records)?.entry.details?.personName ?? ref.text
    }
    let person = try RecordNames.person(of: ref, in: records)
    let identity = try person.flatMap { try PersonRecords.identity($0, in: records) }
    return identity?.name.display ?? ref.text
  }

  private static func person(of ref: RecordRef, _ records: Records) throws -> PersonID {
    guard let person = try RecordNames.person(of: ref, in: records) else {
      throw StoreError.notFound
    }
    return person
  }

  /// What can be done with a row without opening it.
  private static func actions(
    _ ref: RecordRef, on records: Records, in context: RuleContext
  ) throws -> [OfferedForm] {
    try context.mustKnow(ref.kind)
    switch ref.kind {
    case .custodyEntry:
      return EntryActions.offered(for: try EntryFiles.load(ref, in: records, context), in: context)
    case .appointment:
      guard let id = AppointmentID(ref), let one = try AppointmentRecords.one(id, in: records)
      else { throw StoreError.notFound }
      return AppointmentActions.offered(for: one, in: context)
    case .consent:
      guard let id = ConsentID(ref), let one = try ConsentRecords.one(id, in: records) else {
        throw StoreError.notFound
      }
      return PersonActions.offered(for: one, in: context)
    case .referral:
      guard let id = ReferralID(ref), let one = try ReferralRecords.one(id, in: records) else {
        throw StoreError.notFound
      }
      return CarePlanActions.offered(for: one, in: context)
    case .modality:
      guard let id = ModalityID(ref), let one = try TreatmentRecords.one(id, in: records) else {
        throw StoreError.notFound
      }
      return TreatmentActions.offered(for: one, in: context)
    case .prescribing:
      let file = try PrescribingFiles.load(ref, in: records, context)
      return PrescribingActions.offered(for: file.record, in: context)
    case .handover:
      return try handoverActions(ref, on: records, in: context)
    case .contact:
      guard let id = ContactID(ref), let one = try ContactRecords.one(id, in: records) else {
        throw StoreError.notFound
      }
      return [StrikeActions.offered(for: ref, struckBecause: one.struckBecause, in: context)]
    case .person, .episode, .carePlan:
      let file = try PersonFiles.load(person(of: ref, records), in: records, context)
      return PersonActions.offered(for: file, in: context)
    case .dir:
      return DIRActions.offered(
        for: try DIRFiles.load(ref, in: records, context).summary, in: context)
    case .worker:
      return WorkerActions.offered(for: WorkerID(ref.number), in: context)
    case .suite: return PlaceActions.offered(forSuite: ref, in: context)
    case .officer: return PlaceActions.offered(forOfficer: ref, in: context)
    case .agency: return EnquiryActions.offered(for: try service(ref, records), in: context)
    case .helplineCall:
      return EnquiryActions.offered(for: try CallFiles.load(ref, in: records, context), in: context)
    case .incomingReferral:
      return EnquiryActions.offered(
        for: try ReferralFiles.load(ref, in: records, context), in: context)
    case .possibleRecord:
      let file = try PossibleRecordFiles.load(ref, in: records, context)
      return MatchActions.offered(for: file, in: context)
    case .merge:
      let file = try PersonFiles.load(person(of: ref, records), in: records, context)
      return file.merges.first { $0.ref == ref }.map {
        MatchActions.offered(for: $0, responsible: file.responsible, in: context)
      } ?? []
    case .ediiActivity:
      return EDIIActions.offered(
        for: try EDIIRecords.load(ref, in: records, context), in: context)
    case .ediiReferral:
      return EDIIActions.offered(
        for: try EDIIReferralRecords.load(ref, in: records, context), in: context)
    case .warrant:
      return EDIIActions.offered(
        for: try WarrantRecords.load(ref, in: records, context), in: context)
    case .exceptionalAccess:
      return ExceptionalAccessActions.offered(
        for: try ExceptionalAccessRecords.load(ref, in: records, context), in: context)
    case .proposal:
      return ProposalActions.offered(
        for: try ProposalRecords.load(ref, in: records, context), in: context)
    case .bronzeAction:
      let file = try BronzeFiles.load(ref, in: records, context)
      return BronzeActions.offered(for: file.record, in: context)
    case .intelligenceReport:
      return IntelligenceActions.offered(
        for: try IntelligenceFiles.report(ref, in: records, context).report, in: context)
    case .intelligenceSubject:
      return IntelligenceActions.offered(
        for: try IntelligenceFiles.subject(ref, in: records, context).subject, in: context)
    case .custodyFact:
      let file = try EntryFiles.load(fact: ref, in: records, context)
      return file.timeline.filter { $0.ref == ref }
        .flatMap { EntryActions.offered(for: $0, in: file, context) }
    }
  }

  private static func handoverActions(
    _ ref: RecordRef, on records: Records, in context: RuleContext
  ) throws -> [OfferedForm] {
    let file = try PersonFiles.load(person(of: ref, records), in: records, context)
    let answers = PersonActions.offered(for: file, in: context)
    return answers.filter { $0.about == ref } + answers.filter { $0.about != ref }
  }
}

extension RowCount {
  /// A count that was stopped one past the most that is told.
  fileprivate init(_ counted: Int, _ most: Int) {
    self = counted > most ? .moreThan(most) : .exactly(counted)
  }
}

extension CaseloadOf {
  fileprivate init(_ scope: CaseloadScope, _ worker: Worker) {
    switch scope {
    case .mine: self = .worker(worker.id)
    case .team: self = .team(worker.team)
    case .worker(let worker, _): self = .worker(worker)
    case .all: self = .everyone
    }
  }
}

extension NamePlace {
  fileprivate init(_ place: PageRequest.Place) {
    switch place {
    case .first: self = .first
    case .after(let key): self = .after(NameKey(key))
    case .before(let key): self = .before(NameKey(key))
    case .last: self = .last
    }
  }
}

extension NameKey {
  fileprivate init(_ key: PageKey) {
    switch key {
    case .name(let family, let given, let ref):
      self.init(family: family, given: given, number: ref.number)
    // Lists in the order of names know nothing of entries.
    case .entry(let number): self.init(family: "", given: "", number: number)
    }
  }
}

extension RowPage {
  fileprivate init(_ page: NamePage<Line>) {
    self.init(
      lines: page.lines, hasBefore: page.hasBefore, hasAfter: page.hasAfter,
      total: page.isMore ? .moreThan(page.total) : .exactly(page.total))
  }
}

extension ReportPlace {
  fileprivate init(_ place: PageRequest.Place) {
    switch place {
    case .first: self = .first
    case .last: self = .last
    case .after(let key): self = .after(key.entry ?? .max)
    case .before(let key): self = .before(key.entry ?? 0)
    }
  }
}

extension RowPage where Line == ReportLine {
  fileprivate init(_ page: ReportPage) {
    self.init(
      lines: page.lines, hasBefore: page.hasBefore, hasAfter: page.hasAfter,
      total: page.isMore ? .moreThan(page.total) : .exactly(page.total))
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
