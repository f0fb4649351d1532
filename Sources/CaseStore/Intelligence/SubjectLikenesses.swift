import CaseRules
import SQLite

/// Subjects who may be one, and subjects who may be somebody on file.
enum SubjectLikenesses {
  /// Subjects on file who may be this one; the search costs the same however many are on file.
  static func matches(
    for subject: IntelligenceSubject, in records: Connection, on day: CalendarDate
  ) throws -> [SubjectMatch] {
    let own = try IntelligenceSubjects.standing(subject.id, in: records)
    return try candidates(for: subject, in: records).compactMap { id in
      guard id != subject.id, let other = try IntelligenceSubjects.one(id, in: records),
        try IntelligenceSubjects.standing(id, in: records) != own,
        let because = SubjectLikenessRules.because(subject, mayBe: other, on: day)
      else { return nil }
      return SubjectMatch(id: id, words: other.heading(on: day), because: because)
    }
  }

  /// Those with most words or sounds in common.
  private static func candidates(
    for subject: IntelligenceSubject, in records: Connection
  ) throws -> [IntelligenceSubjectID] {
    let words = Set(SubjectWords.words(of: subject) + SubjectWords.sounds(of: subject))
    guard !words.isEmpty else { return [] }
    let places = words.map { _ in "?" }.joined(separator: ", ")
    return try records.query(
      "SELECT subject FROM intelligence_name WHERE word IN (" + places
        + ") GROUP BY subject ORDER BY count(*) DESC, subject LIMIT 40",
      values: words.sorted().map { $0 as (any SQLBindable)? }
    ) { try $0.get(0) }
  }

  /// Keeps who may be the same as a subject that was just saved; two that were answered are passed
  /// over.
  static func note(
    _ subject: IntelligenceSubject, in transaction: WriteTransaction, _ context: RuleContext
  ) throws -> [String] {
    let records = transaction.connection
    let matches = try matches(for: subject, in: records, on: context.today)
      .prefix(SubjectLikenessRules.most)
    return try matches.compactMap { match in
      guard try one(subject.id, match.id.ref, in: records) == nil else { return nil }
      try add(subject.id, match.id.ref, because: match.because, in: transaction)
      return "May be the same as \(match.words) (\(match.because)): say which on the page of "
        + subject.id.ref.text
    }
  }

  // MARK: One pair

  private struct Row {
    let id: Int64
    let likeness: SubjectLikeness
  }

  /// The lower number stands second: it has been on file longer.
  private static func ordered(
    _ subject: IntelligenceSubjectID, _ other: RecordRef
  ) -> (subject: IntelligenceSubjectID, other: RecordRef) {
    guard let id = IntelligenceSubjectID(other), id > subject else { return (subject, other) }
    return (id, subject.ref)
  }

  /// What is known of the two; told from the side of the subject.
  static func one(
    _ subject: IntelligenceSubjectID, _ other: RecordRef, in records: Connection
  ) throws -> SubjectLikeness? {
    guard var found = try row(subject, other, in: records)?.likeness else { return nil }
    found.subject = subject
    found.other = other
    return found
  }

  private static func row(
    _ subject: IntelligenceSubjectID, _ other: RecordRef, in records: Connection
  ) throws -> Row? {
    let pair = ordered(subject, other)
    let column: StaticString = other.kind == .person ? "person" : "other"
    return try records.first(
      columns + " WHERE l.subject = ? AND l." + column.description + " = ?", pair.subject,
      pair.other.number,
      row: read)
  }

  private static let columns = """
    SELECT l.id, l.subject, l.other, l.person, l.because, l.state, w.name, l.decided_at, l.reason
    FROM intelligence_likeness AS l LEFT JOIN worker AS w ON w.id = l.decided_by
    """

  private static func read(_ row: SQLite.Row) throws -> Row {
    let other = try row.get(2, as: IntelligenceSubjectID?.self)?.ref
    let person = try row.get(3, as: PersonID?.self)?.ref
    guard let ref = other ?? person else { throw row.unreadable(2) }
    let decision = try row.get(6, as: String?.self).map { name in
      let at: Moment = try row.get(7)
      return "\(Worker.initials(of: name)), \(at.ukWithWeekday): \(try row.text(8))"
    }
    return Row(
      id: try row.int64(0),
      likeness: SubjectLikeness(
        subject: try row.get(1), other: ref, otherWords: "", because: try row.text(4),
        state: try row.get(5), decision: decision))
  }

  /// A subject's pairs with other subjects, those that wait first.
  static func all(
    of subject: IntelligenceSubjectID, in records: Connection, on day: CalendarDate
  ) throws -> [SubjectLikeness] {
    let rows =
      try records.query(
        columns + " WHERE l.subject = ? AND l.other IS NOT NULL", subject, row: read)
      + records.query(columns + " WHERE l.other = ?", subject, row: read)
    return try rows.map { row in
      var likeness = row.likeness
      if likeness.subject != subject {
        likeness.other = likeness.subject.ref
        likeness.subject = subject
      }
      likeness.otherWords =
        try IntelligenceSubjectID(likeness.other)
        .flatMap { try IntelligenceSubjects.one($0, in: records)?.heading(on: day) } ?? ""
      return likeness
    }.sorted { ($0.state != .pending ? 1 : 0, $0.other) < ($1.state != .pending ? 1 : 0, $1.other) }
  }

  /// A subject's pairs with people; only for roles that read both.
  static func people(
    of subject: IntelligenceSubjectID, in records: Connection, _ context: RuleContext
  ) throws -> [SubjectLikeness] {
    try context.mustRead(.intelligenceLink)
    return try records.query(
      columns + " WHERE l.subject = ? AND l.person IS NOT NULL ORDER BY l.id", subject, row: read
    ).map { row in
      var likeness = row.likeness
      likeness.otherWords =
        try RecordNames.words(of: likeness.other, in: records, context) ?? likeness.other.text
      return likeness
    }
  }

  /// People on file who may be the subject and were not said to be somebody else.
  static func possiblePeople(
    for subject: IntelligenceSubject, in records: Connection, _ context: RuleContext
  ) throws -> [SubjectLikeness] {
    try context.mustRead(.intelligenceLink)
    try context.mustRead(.personAndCaseload)
    guard !subject.family.isEmpty, !subject.given.isEmpty else { return [] }
    return try candidates(for: subject, in: records, context).prefix(SubjectLikenessRules.most)
      .compactMap { hit in
        let person = try PersonPointers.standing(hit.id, in: records).ref
        guard try row(subject.id, person, in: records) == nil else { return nil }
        return SubjectLikeness(
          subject: subject.id, other: person,
          otherWords: try RecordNames.words(of: person, in: records, context) ?? person.text,
          because: hit.because)
      }
  }

  /// Without a date of birth or an age the names alone have to speak for it.
  private static func candidates(
    for subject: IntelligenceSubject, in records: Connection, _ context: RuleContext
  ) throws -> [(id: PersonID, because: String)] {
    guard let birth = subject.birth else {
      return try PersonRecords.find(
        "\(subject.family) \(subject.given)", limit: 5, depth: .near, in: records, context
      ).map { (id: PersonID($0.ref.number), because: $0.because ?? "name") }
    }
    return try PersonRecords.possible(
      PersonName(family: subject.family, given: subject.given), birth: birth, in: records,
      on: context.today
    ).map { (id: $0.id, because: $0.because) }
  }

  // MARK: Answering

  @discardableResult
  private static func add(
    _ subject: IntelligenceSubjectID, _ other: RecordRef, because: String,
    in transaction: WriteTransaction
  ) throws -> Int64 {
    let pair = ordered(subject, other)
    let isPerson = other.kind == .person
    try transaction.connection.execute(
      """
      INSERT INTO intelligence_likeness (subject, other, person, because, found_at, found_by, state)
      VALUES (?, ?, ?, ?, ?, ?, 'pending')
      """, pair.subject, isPerson ? nil : pair.other.number, isPerson ? pair.other.number : nil,
      because, transaction.attribution.at, transaction.attribution.worker)
    return transaction.connection.lastInsertRowID
  }

  /// Says whether the two are one; the other answer may be given later, and takes its place.
  static func answer(
    _ verdict: SameSubjectForm.Verdict, _ subject: IntelligenceSubject, _ other: RecordRef,
    because reason: String, in transaction: WriteTransaction
  ) throws {
    let records = transaction.connection
    let id =
      try row(subject.id, other, in: records)?.id
      ?? add(subject.id, other, because: "said by hand", in: transaction)
    try records.execute(
      """
      UPDATE intelligence_likeness SET state = ?, decided_by = ?, decided_at = ?, reason = ?
      WHERE id = ?
      """, verdict.rawValue, transaction.attribution.worker, transaction.attribution.at, reason, id)
    if let otherID = IntelligenceSubjectID(other) {
      try joinAnew(around: [subject.id, otherID], in: records)
      for one in [subject.id, otherID] {
        try SubjectWords.indexReports(
          of: IntelligenceSubjects.standing(one, in: records), in: records)
      }
      try auditSubjects(verdict, subject, otherID, reason, in: transaction)
    } else if let person = PersonID(other) {
      try link(verdict, subject, person, in: transaction)
      // Neither the history of the subject, which officers read, nor that of the person says who
      // is who.
      try transaction.audit(
        AuditEvent(
          .changed, record: AuditedRecord("intelligence link", id),
          changes: [FieldChange("answer", to: verdict.rawValue)],
          facts: [.init("subject", subject.id.ref), .init("person", person.ref)],
          rule: "PPL-004", reason: reason))
    }
  }

  private static func auditSubjects(
    _ verdict: SameSubjectForm.Verdict, _ subject: IntelligenceSubject,
    _ other: IntelligenceSubjectID, _ reason: String, in transaction: WriteTransaction
  ) throws {
    try transaction.revise(
      subject.id.ref, of: nil, table: "intelligence_subject", at: subject.revision,
      changes: [
        FieldChange("answer", to: verdict.rawValue), FieldChange("other", to: other.ref),
      ], rule: "PPL-004", reason: reason)
  }

  /// All that are said to be one stand under the one that has been on file longest.
  private static func joinAnew(
    around starts: [IntelligenceSubjectID], in records: Connection
  ) throws {
    var left = Set(starts)
    while let start = left.first {
      let group = try connected(to: start, in: records)
      left.subtract(group)
      let standing = group.min() ?? start
      for member in group {
        try records.execute(
          "UPDATE intelligence_subject SET same_as = ? WHERE id = ? AND same_as IS NOT ?",
          member == standing ? nil : standing, member, member == standing ? nil : standing)
      }
    }
  }

  private static func connected(
    to start: IntelligenceSubjectID, in records: Connection
  ) throws -> Set<IntelligenceSubjectID> {
    var group: Set<IntelligenceSubjectID> = [start]
    var edge = [start]
    while let next = edge.popLast() {
      let others =
        try records.query(
          "SELECT other FROM intelligence_likeness WHERE subject = ? AND state = 'same' AND other IS NOT NULL",
          next
        ) { try $0.get(0, as: IntelligenceSubjectID.self) }
        + records.query(
          "SELECT subject FROM intelligence_likeness WHERE other = ? AND state = 'same'", next
        ) { try $0.get(0, as: IntelligenceSubjectID.self) }
      edge += others.filter { group.insert($0).inserted }
    }
    return group
  }

  private static func link(
    _ verdict: SameSubjectForm.Verdict, _ subject: IntelligenceSubject, _ person: PersonID,
    in transaction: WriteTransaction
  ) throws {
    let (worker, at) = (transaction.attribution.worker, transaction.attribution.at)
    switch verdict {
    case .same:
      try transaction.connection.execute(
        "UPDATE intelligence_subject SET person = ?, linked_by = ?, linked_at = ? WHERE id = ?",
        person, worker, at, subject.id)
    case .different:
      try transaction.connection.execute(
        """
        UPDATE intelligence_subject SET person = NULL, linked_by = NULL, linked_at = NULL
        WHERE id = ? AND person = ?
        """, subject.id, person)
    }
  }
}

extension SubjectLikeness.State: StoredWord {}
