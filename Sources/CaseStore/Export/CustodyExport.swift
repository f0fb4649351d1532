package import CaseRules
package import SQLite

/// Detentions as a list; without permission nothing personal is in them (CUS-010, CUS-012).
///
/// Everybody who works the board sees every name on it; a list to take along has the names of a
/// worker's own cases only, and everybody's for team leaders (00 section 4).
package enum CustodyExport {
  package struct Line: Equatable, Sendable {
    package let ref: RecordRef
    package let suite: String
    package let cell: String
    package let arrived: Moment
    package let isTrigger: Bool
    package let isPPO: Bool?
    package let isDRR: Bool?
    package let state: BoardState
    package let offer: OfferResult?
    /// What is not as it should be about the offer, as the board shows it.
    package let offerFlags: [OfferFlag]
    package let approach: ApproachResult?
    package let hasPermission: Bool
    package let person: RecordRef?
    package let name: String?
    package let custodyNumber: String?
    package let offence: String?
    package let departed: Moment?
    /// "court" or "return", with its time.
    package let next: (kind: String, at: Moment)?
    package let closed: Moment?

    package static func == (one: Line, other: Line) -> Bool { one.ref == other.ref }
  }

  /// The next detentions after one, in the order they were entered.
  package static func page(
    after ref: RecordRef?, limit: Int = 500, in records: Connection, _ context: RuleContext
  ) throws -> ExportPage<Line, RecordRef> {
    try context.mustRead(.custodyBoardAndDIR)
    let scope = try ExportScope.allowed(to: context.worker)
    let begun = try DIRsInHand.all(in: records)
    let rows = try records.query(sql, context.worker.id, ref?.number ?? 0, limit) { row in
      try line(row, begun, context, isNamed: try scope == .everyone || row.bool(22))
    }
    return ExportPage(rows, limit: limit, next: \.ref)
  }

  static let sql = """
    SELECT e.id, s.name, e.cell, e.arrived_at, e.is_trigger, e.is_ppo, e.is_drr, e.state, e.offer,
           e.offer_flags, e.approach, e.permission_at, e.person, p.family_name, p.given_names,
           e.custody_number, e.offence, e.departed_at, e.next_kind, e.next_at, e.closed_at,
           e.first_offer_at,
           e.entered_by = ?1
             OR EXISTS (SELECT 1 FROM custody_fact WHERE entry = e.id AND worker = ?1)
             OR EXISTS (SELECT 1 FROM episode
                        WHERE person = e.person AND worker = ?1 AND state <> 'closed')
    FROM custody_entry AS e
    JOIN custody_suite AS s ON s.id = e.suite
    LEFT JOIN person AS p ON p.id = e.person
    WHERE e.id > ?2 ORDER BY e.id LIMIT ?3
    """

  /// A detention of a worker's own: entered or dealt with by them, or of one of their clients.
  private static func line(
    _ row: Row, _ begun: [RecordRef: [DIRInHand]], _ context: RuleContext, isNamed: Bool
  ) throws -> Line {
    let ref = RecordRef(.custodyEntry, try row.int64(0))
    let state: BoardState = try row.get(7)
    let inHand = DIRInHand.told(to: context.worker.id, of: begun[ref] ?? [], in: state)
    let offence: String? = isNamed ? try row.get(16) : nil
    let kind: String? = try row.get(18)
    let at: Moment? = try row.get(19)
    let arrived: Moment = try row.get(3)
    let departed: Moment? = try row.get(17)
    let person: PersonID? = isNamed ? try row.get(12) : nil
    return Line(
      ref: ref, suite: try row.text(1),
      cell: try row.text(2), arrived: arrived, isTrigger: try row.bool(4),
      isPPO: try row.get(5), isDRR: try row.get(6), state: state.shown(dirIsInHand: inHand != nil),
      offer: try row.get(8),
      offerFlags: try CustodyBoard.flags(
        row, 9, first: row.get(21), arrived: arrived, departed, context),
      approach: try row.get(10),
      hasPermission: !row.isNull(11), person: person?.ref,
      name: person == nil
        ? nil : PersonName(family: try row.text(13), given: try row.text(14)).display,
      custodyNumber: isNamed ? try row.get(15) : nil,
      offence: offence.map { context.codes.words(of: $0, in: .offences) },
      departed: departed, next: kind.flatMap { kind in at.map { (kind, $0) } },
      closed: try row.get(20))
  }
}
