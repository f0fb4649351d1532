package import CaseRules
package import SQLite

/// The first screen's contents, with questions whose cost does not grow with the file.
package enum TodayRecords {
  /// No part of the first screen holds more rows than this.
  static let most = 200
  /// How far back a team leader's first screen tells of flagged offers; their list holds the rest.
  static let daysOfOffers = 7

  /// So many possible records; their list holds the rest.
  static let mostPossible = 20

  /// What a worker's role has on its first screen; parts that are not theirs stay empty.
  package static func view(
    for worker: Worker, in records: Connection, _ context: RuleContext
  ) throws -> TodayView {
    let seesBoard = AccessMatrix.whyNotRead(worker, .custodyBoardAndDIR) == nil
    let seesPeople = AccessMatrix.whyNotRead(worker, .personAndCaseload) == nil
    let leads = worker.role.leadsTeam
    let today = context.today
    // Whoever is covered for is asked once; a team leader sees everybody's anyway.
    let covers =
      leads ? [] : try CoverRecords.covered(by: worker.id, on: today, in: records)
    let own = leads ? nil : [worker.id] + covers.map(\.worker)
    let horizon = context.calendar.nextWorkingDay(after: today)
    var view = TodayView(
      alerts: leads ? try SafetyAlerts.waiting(in: records, context) : [],
      custodyAlerts: try CustodyAlerts.waiting(in: records, context),
      inCustody: seesBoard ? try CustodyBoard.lines(in: records, context, limit: most) : [],
      bailReturns: seesBoard
        ? try CustodyBoard.bailReturns(on: today, in: records, context) : [],
      courtList: seesBoard ? try CustodyBoard.courtList(on: today, in: records, context) : [],
      callAppointments: seesBoard
        ? try CallAppointments.lines(
          from: today, to: horizon, limit: most, in: records, context) : [],
      flaggedOffers: seesBoard && leads
        ? try CustodyBoard.flaggedOffers(
          from: today.adding(days: 1 - daysOfOffers), to: today, in: records, context, limit: most)
        : [],
      appointments: seesPeople
        ? try appointments(of: own, records, context) : [],
      due: try DueList.lines(
        for: leads ? .everyone : .worker(worker), covering: covers, until: horizon, limit: most,
        in: records, context),
      atRisk: seesPeople ? try atRisk(of: own, records, context) : [],
      handovers: seesPeople ? try HandoverRecords.waiting(for: worker, in: records) : [],
      possible: seesPeople
        ? try PossibleRecords.lines(
          of: leads ? nil : worker.id, limit: mostPossible, in: records, context) : [],
      edii: try edii(for: worker, records),
      bronzes: try bronzes(for: worker, in: records, context),
      unfinished: try unfinishedInBrief(of: worker.id, in: records, context),
      nextDays: seesPeople
        ? try Diary.counts(of: leads ? nil : worker.id, onDays: 5, in: records, context) : [])
    view.isCovering = !covers.isEmpty
    view.reports = try IntelligenceQueue.toDo(limit: most, in: records, context)
    return view
  }

  /// A worker's own and those of whoever they cover for; everybody's where no worker is named.
  private static func appointments(
    of workers: [WorkerID]?, _ records: Connection, _ context: RuleContext
  ) throws -> [DiaryLine] {
    // GEN-004: what was booked by mistake is nobody's day; the diary shows it.
    guard let workers else {
      return try Diary.lines(on: context.today, of: nil, in: records, context, limit: most)
        .filter { $0.state != .struck }
    }
    return try workers.flatMap {
      try Diary.lines(on: context.today, of: $0, in: records, context, limit: most)
    }.filter { $0.state != .struck }.sorted { $0.starts < $1.starts }
  }

  /// INT-053, INT-054: for intelligence officers, whose task it is, and for team leaders.
  private static func edii(
    for worker: Worker, _ records: Connection
  ) throws -> [EDIILine] {
    let edits = AccessMatrix.whyNotEdit(worker, .intelligence) == nil
    return edits || worker.role.leadsTeam
      ? try EDIIRecords.toDo(limit: most, in: records) : []
  }

  /// So many of each state; their list holds the rest.
  static let mostBronzes = 50

  private static func bronzes(
    for worker: Worker, in records: Connection, _ context: RuleContext
  ) throws -> [BronzeLine] {
    let states = TodayRecords.bronzeStates(of: worker.role)
    guard worker.active, !states.isEmpty else { return [] }
    return try BronzeFiles.lines(of: states, in: records, context, limit: mostBronzes)
      // What was served is only waited for, until no answer came in time; who is in treatment is
      // monitored by its deadline, until nobody has seen them for too long.
      .filter { $0.state != .served || $0.isProposedDeclined }
      .filter { $0.state != .inTreatment || $0.daysUnseen != nil }
  }

  /// INT-026, INT-033, INT-039: what is whose to move on.
  private static func bronzeStates(of role: Role) -> [BronzeState] {
    switch role {
    case .supt: [.pending, .furtherAction]
    case .sup: [.pending, .served, .furtherAction]
    case .dio:
      [.furtherAction, .dropOut, .inTreatment, .authorised, .served, .humanRightsTest, .research]
    case .arw, .cjit, .carat, .drrkw, .ppoc, .sm, .aud, .adm: []
    }
  }

  private static func atRisk(
    of workers: [WorkerID]?, _ records: Connection, _ context: RuleContext
  ) throws -> [CaseloadLine] {
    guard let workers else {
      return try CaseloadPages.atRisk(of: .everyone, limit: most, in: records, context)
    }
    return try workers.flatMap {
      try CaseloadPages.atRisk(of: .worker($0), limit: most, in: records, context)
    }
  }

  /// The forms a worker has begun and not saved; nobody else's.
  package static func unfinished(
    of worker: WorkerID, in records: Connection, _ context: RuleContext
  ) throws -> [UnfinishedLine] {
    try records.drafts(of: worker).compactMap { heading -> UnfinishedLine? in
      guard let kept = try records.draft(heading.id, of: worker) else { return nil }
      return try line(of: heading, kept, in: records, context)
    }
  }

  /// The same for the first screen, which comes anew every minute: what was typed is read only where
  /// nothing else tells what a form is.
  private static func unfinishedInBrief(
    of worker: WorkerID, in records: Connection, _ context: RuleContext
  ) throws -> [UnfinishedLine] {
    try records.drafts(of: worker).compactMap { heading -> UnfinishedLine? in
      if heading.about != nil, heading.lastPlace != nil {
        return try line(of: heading, nil, in: records, context)
      }
      guard let kept = try records.draft(heading.id, of: worker) else { return nil }
      return try line(of: heading, kept, in: records, context)
    }
  }

  private static func line(
    of heading: DraftHeading, _ kept: KeptDraft?, in records: Connection, _ context: RuleContext
  ) throws -> UnfinishedLine {
    let form = FormCatalogue.form(heading.form)
    return UnfinishedLine(
      draft: heading.id, form: heading.form, title: form?.title ?? heading.form.text,
      about: heading.about,
      heading: try words(about: heading.about, kept, in: records, context),
      kept: heading.touchedAt,
      lastField: heading.lastPlace.flatMap { form?.field($0.field)?.label },
      answered: kept.map { kept in form.map { kept.answered(of: $0, in: context) } ?? 0 },
      savedSince: heading.savedAs)
  }

  /// Whom a form is about; a new record is called by the person it names or by what was typed first.
  private static func words(
    about: RecordRef?, _ kept: KeptDraft?, in records: Connection, _ context: RuleContext
  ) throws -> String? {
    let named = about ?? kept?.draft.people(in: kept.flatMap { FormCatalogue.form($0.form) }).first
    if let words = try named.flatMap({
      try RecordNames.words(of: $0, in: records, context)
    }) {
      return words
    }
    // GEN-003: a role that may no longer fill it in is not told what was typed under another.
    guard let kept, let form = FormCatalogue.form(kept.form), form.whyNotSave(context.worker) == nil
    else {
      return nil
    }
    return kept.draft.firstWords(in: form)
  }
}

extension KeptDraft {
  /// How many questions somebody has answered here; what stood there already is no answer of theirs,
  /// nor is what belongs to a question that does not arise.
  fileprivate func answered(of form: FormDefinition, in context: RuleContext) -> Int {
    let reading = FormReading(draft, of: form, in: context.reading(of: base))
    return form.fields.count { field in
      guard field.applies(reading) else { return false }
      let rows = draft.rows[field.code]
      let hasRows = rows?.contains { !$0.isEmpty } ?? false
      return hasRows && rows != base.rows[field.code]
        || !draft[field.code].isEmpty && draft[field.code] != base[field.code]
    }
  }
}
