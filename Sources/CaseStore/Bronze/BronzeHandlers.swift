import CaseRules
import SQLite

/// How the forms of a bronze action reach the records.
enum BronzeHandlers {
  static let all: [FormHandler] =
    BronzeResearchHandlers.all + BronzeTestHandlers.all + BronzeDecisionHandlers.all
    + BronzeServiceHandlers.all + BronzeEndHandlers.all

  /// The action the form is about.
  struct Scope {
    let record: BronzeRecord
    let others: [BronzeSummary]
    /// INT-005: of the sources of every report that feeds it.
    let protected: ProtectedNames

    init(_ about: RecordRef?, _ records: Connection) throws {
      record = try BronzeRecords.found(about, in: records)
      others = try BronzeRecords.others(
        of: record.action.subject, but: record.action.id, in: records)
      protected = try record.reports.reduce(into: ProtectedNames()) { names, report in
        names.formUnion(try SealedSources.protectedNames(of: report.source, in: records))
      }
    }

    func heading(_ context: RuleContext) -> String {
      "\(record.action.heading(on: context.today)): \(record.state.title)"
    }

    var facts: FormFacts {
      var facts = FormFacts()
      facts.bronze = BronzeFacts(record: record, others: others)
      facts.intelligence = IntelligenceFacts(protected: protected)
      return facts
    }
  }

  typealias Known = @Sendable (Scope, RuleContext) -> KnownAnswers
  typealias Save =
    @Sendable (BronzeScribe, Scope, FormReading, FormFacts) throws -> SavedForm

  /// What a form writes.
  enum Writes {
    /// A row that hangs on the action; two of them stand beside each other.
    case row
    /// The action's own answers, so that it is tied to their version.
    case action
  }

  static func today(_ fields: FieldCode...) -> Known {
    { _, context in
      var known = KnownAnswers()
      for field in fields { known.set(field, .date(context.today), from: "today") }
      return known
    }
  }
}

extension FormHandler {
  /// A form of the room.
  init(
    bronze form: FormID, writes: BronzeHandlers.Writes = .row,
    known: @escaping BronzeHandlers.Known = { _, _ in KnownAnswers() },
    save: @escaping BronzeHandlers.Save
  ) {
    self.init(
      form,
      open: { records, about, context in
        let scope = try BronzeHandlers.Scope(about, records)
        let known = known(scope, context)
        var opened = OpenedForm(
          form: form, about: about, heading: scope.heading(context), draft: known.draft,
          sources: known.sources, facts: scope.facts)
        switch writes {
        case .row: break
        case .action:
          opened.revision = scope.record.action.revision
          opened.lastChange = try LastChange.of(scope.record.action.ref, in: records)
        }
        return opened
      },
      facts: { records, about, _, _ in try BronzeHandlers.Scope(about, records).facts },
      save: { transaction, about, reading, facts, context in
        try save(
          BronzeScribe(transaction: transaction, context: context),
          BronzeHandlers.Scope(about, transaction.connection), reading, facts)
      })
  }
}
