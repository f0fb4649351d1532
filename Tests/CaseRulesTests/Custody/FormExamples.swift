import CaseRules

extension RuleContext {
  /// An arrest referral worker at a moment, with the shipped settings and lists.
  static func example(
    at now: Moment = .at(5, 10, 2007, 12, 0), role: Role = .arw
  ) -> RuleContext {
    let suites = CodeList(
      .suites, title: "Suites", rule: "CUS-020", codes: [Code("NPT", "Newport")])
    return RuleContext(
      now: now, calendar: .englandAndWales, settings: Settings(),
      codes: CodeBook.seeded.replacing(suites),
      worker: Worker(id: WorkerID(2), name: "Ben Cole", role: role))
  }
}

extension FormDefinition {
  /// What is said about the answers, as "CUS-006 blocks sweep".
  func said(
    _ texts: [FieldCode: String], rows: [FieldCode: [FormDraft.Row]] = [:],
    _ facts: FormFacts = FormFacts(), in context: RuleContext = .example()
  ) -> [String] {
    FormCheck.findings(
      on: FormDraft(texts: texts, rows: rows), of: self, facts: facts, in: context
    ).map { [$0.rule, $0.force.rawValue, $0.field].compactMap { $0 }.joined(separator: " ") }
  }
}

extension FormFacts {
  static func about(_ entry: CustodyEntry) -> FormFacts {
    var facts = FormFacts()
    facts.custody = CustodyFacts(entry: entry)
    facts.names[RecordRef(.officer, 1)] = "PS Hale (41)"
    return facts
  }
}
