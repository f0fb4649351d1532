import CaseRules
import SQLite

/// Enter once: what stands in a care plan before anything is typed.
enum CarePlanKnown {
  static func answers(
    _ scope: CarePlanScope, _ records: Connection, _ context: RuleContext
  ) throws -> KnownAnswers {
    var known = KnownAnswers()
    if let last = scope.facts.last {
      known.draft = CarePlanForm.review(of: last)
      let source = "from version \(last.version), \(last.made.uk)"
      for field in known.draft.texts where !field.value.isEmpty {
        known.sources[field.key] = source
      }
      for table in known.draft.rows.keys { known.sources[table] = source }
    } else {
      try fill(&known, fromPerson: scope.client.id, records, context)
      try fill(&known, fromAssessmentOf: scope.client.id, records, context)
    }
    known.set(CarePlanForm.made, .date(context.today), from: "today")
    return known
  }

  // MARK: The person

  private static func fill(
    _ known: inout KnownAnswers, fromPerson id: PersonID, _ records: Connection,
    _ context: RuleContext
  ) throws {
    let person = try PersonRecords.one(id, in: records).orNotFound()
    let source = "from the person's record"
    let now = person.circumstances
    known.set(.housing, housing(person.home, context), from: source)
    known.set(.employment, now.employed.flatMap { work($0) }, from: source)
    known.set(.family, family(now), from: source)
    if person.home.needsHousing {
      known.set(CarePlanForm.threats, code: ProgressThreat.housing.code, from: source)
    }
  }

  private static func housing(_ home: Person.Home, _ context: RuleContext) -> String? {
    if home.accommodation == nil, home.noFixedAbode == .yes { return "No fixed abode" }
    return home.accommodation.map { context.codes.words(of: $0, in: .accommodation) }
  }

  private static func work(_ employed: YesNo) -> String? {
    switch employed {
    case .yes: "In work"
    case .no: "Not in work"
    case .notKnown, .refused: nil
    }
  }

  private static func family(_ now: Person.Circumstances) -> String? {
    let children = now.children.map { count in
      count == 0
        ? "No children"
        : Digits.counted(count, "child", "children")
          + (now.childrenLiveWith == .yes ? ", living with the client" : "")
    }
    return sentence([
      now.settledRelationship == .yes ? "Settled relationship" : nil, children,
      now.safeguarding == .yes ? "Safeguarding concern" : nil,
    ])
  }

  // MARK: The DIR

  /// CUS-022: what was said in an assessment is open to those who may read assessments.
  private static func fill(
    _ known: inout KnownAnswers, fromAssessmentOf person: PersonID, _ records: Connection,
    _ context: RuleContext
  ) throws {
    guard AccessMatrix.whyNotRead(context.worker, .custodyBoardAndDIR) == nil,
      let id = try DIRRecords.latestComplete(of: person, in: records).flatMap({ DIRID($0.ref) }),
      let dir = try DIRRecords.row(id, in: records)
    else { return }
    let said = FormReading(
      dir.draft, of: DIRForm.definition, in: context.reading(of: dir.draft))
    let facts = try DIRScope(id.ref, records).facts(said, records, context)
    let reading = said.concerning(facts, in: DIRForm.definition)
    let day = reading.moment(DIRForm.assessedAt)?.date.uk ?? ""
    DIRNeeds(reading: reading, codes: context.codes, source: "from DIR \(id), \(day)")
      .fill(&known)
  }

  static func sentence(_ parts: [String?]) -> String? {
    let said = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }
}

extension KnownAnswers {
  fileprivate mutating func set(_ need: PlanNeed, _ words: String?, from source: String) {
    set(need.field, text: words, from: source)
  }

  /// Only where nothing stands yet.
  mutating func add(_ need: PlanNeed, _ words: String?, from source: String) {
    if draft[need.field].isEmpty { set(need, words, from: source) }
  }
}

extension Person.Home {
  /// COD-008: 1 and 2 are housing problems.
  fileprivate var needsHousing: Bool { accommodation == "1" || accommodation == "2" }
}
