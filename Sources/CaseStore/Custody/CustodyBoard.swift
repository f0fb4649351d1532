package import CaseRules
package import SQLite

/// The lists of the custody board; names only where permission allows (CUS-010, CUS-012).
package enum CustodyBoard {
  /// Without permission the person columns are empty in the table itself.
  private static let columns = """
    SELECT e.id, s.name, e.cell, e.arrived_at, e.is_trigger, e.is_ppo, e.is_drr, e.state, e.offer,
           e.first_offer_at, e.approach, e.permission_at, e.person, p.family_name, p.given_names,
           e.custody_number, e.offence, e.departed_at, e.next_at, e.offer_flags
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    LEFT JOIN person AS p ON p.id = e.person
    """

  /// The detainees of one suite or of all, in the order of the work (CUS-007).
  ///
  /// Those who have left and are not closed stand after those who are there, the last to leave
  /// first.
  package static func lines(
    suite: SuiteID? = nil, includingDeparted: Bool = false, in records: Connection,
    _ context: RuleContext, limit: Int = 500
  ) throws -> [BoardLine] {
    try context.mustRead(.custodyBoardAndDIR)
    var lines = try inCustody(suite, records, context, limit)
    if includingDeparted, lines.count < limit {
      lines += try departed(suite, records, context, limit - lines.count)
    }
    return lines
  }

  static let allInCustody =
    columns + """

      WHERE e.departed_at IS NULL
      ORDER BY e.is_trigger DESC, e.arrived_at, e.id LIMIT ?
      """
  static let suiteInCustody =
    columns + """

      WHERE e.suite = ? AND e.departed_at IS NULL
      ORDER BY e.is_trigger DESC, e.arrived_at, e.id LIMIT ?
      """

  private static func inCustody(
    _ suite: SuiteID?, _ records: Connection, _ context: RuleContext, _ limit: Int
  ) throws -> [BoardLine] {
    let begun = try DIRsInHand.all(in: records)
    guard let suite else {
      return try records.query(allInCustody, limit) { try line($0, begun, records, context) }
    }
    return try records.query(suiteInCustody, suite, limit) {
      try line($0, begun, records, context)
    }
  }

  static let allDeparted =
    columns + """

      WHERE e.departed_at IS NOT NULL AND e.closed_at IS NULL AND (?1 IS NULL OR e.suite = ?1)
      ORDER BY e.departed_at DESC, e.id DESC LIMIT ?2
      """

  private static func departed(
    _ suite: SuiteID?, _ records: Connection, _ context: RuleContext, _ limit: Int
  ) throws -> [BoardLine] {
    // CUS-016: who has left is Departed, whatever is still being written.
    try records.query(allDeparted, suite, limit) { try line($0, [:], records, context) }
  }

  private static func line(
    _ row: Row, _ begun: [RecordRef: [DIRInHand]], _ records: Connection, _ context: RuleContext
  ) throws -> BoardLine {
    let ref = RecordRef(.custodyEntry, try row.int64(0))
    let arrived: Moment = try row.get(3)
    let departed: Moment? = try row.get(17)
    let offence: String? = try row.get(16)
    let state: BoardState = try row.get(7)
    let inHand = DIRInHand.told(to: context.worker.id, of: begun[ref] ?? [], in: state)
    var line = BoardLine(
      ref: ref, suite: try row.text(1), cell: try row.text(2), arrived: arrived,
      isTrigger: try row.bool(4), isPPO: try row.get(5), isDRR: try row.get(6),
      state: state.shown(dirIsInHand: inHand != nil), offer: try row.get(8),
      offerIsLate: try flags(row, 19, first: row.get(9), arrived: arrived, departed, context)
        .contains(.late),
      approach: try row.get(10), hasPermission: !row.isNull(11),
      person: try row.get(12, as: PersonID?.self)?.ref, name: try name(row, person: 12, at: 13),
      custodyNumber: try row.get(15),
      offence: offence.map { context.codes.words(of: $0, in: .offences) },
      departed: departed, returnAt: try row.get(18),
      next: try nextDue(ref, records, context))
    line.dirInHand = inHand
    return line
  }

  /// "SMITH John" from the joined columns; nil where nobody is linked.
  private static func name(_ row: Row, person: Int, at column: Int) throws -> String? {
    if row.isNull(person) { return nil }
    return PersonName(family: try row.text(column), given: try row.text(column + 1)).display
  }

  /// The open deadline that runs out first.
  private static func nextDue(
    _ ref: RecordRef, _ records: Connection, _ context: RuleContext
  ) throws -> DueLine? {
    try DeadlineRecords.next(about: ref, in: records).map {
      EntryDueLines.line($0, about: ref, context)
    }
  }

  /// How many detainees are in custody now.
  package static func inCustodyCount(in records: Connection, _ context: RuleContext) throws -> Int {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.first(
      """
      SELECT count(*) FROM custody_entry INDEXED BY custody_entry_board WHERE departed_at IS NULL
      """
    ) { try $0.int(0) } ?? 0
  }
}

// MARK: - Offers

extension CustodyBoard {
  static let flagged = """
    SELECT e.id, s.name, e.cell, e.arrived_at, e.is_trigger, e.offer, e.first_offer_at,
           (SELECT c.name FROM custody_fact AS f
            JOIN custody_offer AS o ON o.fact = f.id
            JOIN custody_officer AS c ON c.id = o.officer
            WHERE f.entry = e.id AND f.struck_at IS NULL ORDER BY f.at DESC, f.id DESC LIMIT 1),
           e.offer_flags, e.person, p.family_name, p.given_names
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    LEFT JOIN person AS p ON p.id = e.person
    WHERE e.offer_flags <> '' AND e.arrived_at >= ? AND e.arrived_at <= ?
    ORDER BY e.arrived_at DESC, e.id DESC LIMIT ?
    """

  /// CUS-001 to CUS-004: detentions of a time whose offer was not as it should be, newest first.
  package static func flaggedOffers(
    from start: CalendarDate, to end: CalendarDate, in records: Connection,
    _ context: RuleContext, limit: Int = 1_000
  ) throws -> [FlaggedOfferLine] {
    try context.mustRead(.custodyBoardAndDIR)
    return try records.query(
      flagged, Moment(local: start, .midnight), Moment(endOf: end), limit
    ) { row in
      FlaggedOfferLine(
        ref: RecordRef(.custodyEntry, try row.int64(0)), suite: try row.text(1),
        cell: try row.text(2), arrived: try row.get(3), isTrigger: try row.bool(4),
        offer: try row.get(5), offeredAt: try row.get(6), officer: try row.get(7),
        flags: try flags(row, 8), name: try name(row, person: 9, at: 10),
        person: try row.get(9, as: PersonID?.self)?.ref)
    }
  }

  /// What a list says of the offer now.
  static func flags(
    _ row: Row, _ column: Int, first: Moment?, arrived: Moment, _ departed: Moment?,
    _ context: RuleContext
  ) throws -> [OfferFlag] {
    OfferRules.flags(
      kept: try flags(row, column), first: first, arrived: arrived, departed: departed,
      now: context.now)
  }

  private static func flags(_ row: Row, _ column: Int) throws -> [OfferFlag] {
    try row.text(column).split(separator: " ").map { rule in
      guard let flag = OfferFlag(rawValue: String(rule)) else { throw row.unreadable(column) }
      return flag
    }
  }
}

// MARK: - Court and bail

extension CustodyBoard {
  static let court = """
    SELECT e.id, d.next_place, e.next_at, s.name, d.how, e.person, p.family_name, p.given_names,
           t.attended, t.missed_reason
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    JOIN custody_fact AS f ON f.entry = e.id AND f.kind = 'departure' AND f.struck_at IS NULL
    JOIN custody_departure AS d ON d.fact = f.id
    LEFT JOIN person AS p ON p.id = e.person
    LEFT JOIN custody_fact AS c
           ON c.id = (SELECT max(id) FROM custody_fact
                      WHERE entry = e.id AND kind = 'court' AND struck_at IS NULL)
    LEFT JOIN court_attendance AS t ON t.fact = c.id
    WHERE e.next_kind = 'court' AND e.is_trigger = 1 AND e.seen_in_custody = 0
      AND e.next_at >= ? AND e.next_at <= ?
    ORDER BY e.next_at, e.id
    """

  /// CUS-013: those charged with a trigger offence and not seen in custody, by court and time.
  ///
  /// The question asks for what `CourtListRules.isListed` says, so that an index can answer it; a
  /// test holds the one to the other.
  package static func courtList(
    on day: CalendarDate, in records: Connection, _ context: RuleContext
  ) throws -> [CourtLine] {
    try context.mustRead(.custodyBoardAndDIR)
    let lines = try records.query(court, Moment(local: day, .midnight), Moment(endOf: day)) {
      row in
      let kind: DepartureKind = try row.get(4)
      return CourtLine(
        ref: RecordRef(.custodyEntry, try row.int64(0)), court: try row.text(1),
        hearing: try row.get(2), suite: try row.text(3), onBail: kind == .chargedBailed,
        name: try name(row, person: 5, at: 6), person: try row.get(5, as: PersonID?.self)?.ref,
        attended: try row.get(8), missedReason: try row.get(9))
    }
    return lines.sorted { ($0.court, $0.hearing, $0.ref) < ($1.court, $1.hearing, $1.ref) }
  }

  static let returnsColumns = """
    SELECT e.id, s.name, e.next_at, e.departed_at, e.is_trigger, e.person, p.family_name,
           p.given_names, e.contacted_at
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    LEFT JOIN person AS p ON p.id = e.person
    """
  static let returnsBetween =
    returnsColumns + """

      WHERE e.next_kind = 'return' AND e.next_at >= ? AND e.next_at <= ?
      ORDER BY e.next_at, e.id
      """
  static let bailedBetween =
    returnsColumns + """

      WHERE e.next_kind = 'return' AND e.is_trigger = 1 AND e.departed_at >= ?
        AND e.departed_at <= ?
      ORDER BY e.next_at, e.id
      """

  /// CUS-012: who comes back that day, whom workers are reminded of that day because the return is
  /// on the next working day, and who was bailed that day; without permission no names.
  package static func bailReturns(
    on day: CalendarDate, in records: Connection, _ context: RuleContext
  ) throws -> [BailReturnLine] {
    try context.mustRead(.custodyBoardAndDIR)
    let last =
      context.calendar.isWorkingDay(day) ? context.calendar.nextWorkingDay(after: day) : day
    let coming = try records.query(
      returnsBetween, Moment(local: day, .midnight), Moment(endOf: last), row: returnLine
    ).filter { isTold($0, on: day, context) }
    let bailed = try records.query(
      bailedBetween, Moment(local: day, .midnight), Moment(endOf: day), row: returnLine)
    let known = Set(coming.map(\.ref))
    return coming + bailed.filter { !known.contains($0.ref) }
  }

  private static func isTold(
    _ line: BailReturnLine, on day: CalendarDate, _ context: RuleContext
  ) -> Bool {
    line.returnAt.date == day
      || line.isTrigger
        && BailAlerts.days(
          departed: line.bailedAt, returns: line.returnAt, in: context.calendar
        ).contains(day)
  }

  private static func returnLine(_ row: Row) throws -> BailReturnLine {
    BailReturnLine(
      ref: RecordRef(.custodyEntry, try row.int64(0)), suite: try row.text(1),
      returnAt: try row.get(2), bailedAt: try row.get(3), isTrigger: try row.bool(4),
      name: try name(row, person: 5, at: 6), person: try row.get(5, as: PersonID?.self)?.ref,
      contacted: !row.isNull(8))
  }
}
