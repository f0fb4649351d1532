import CaseRules
import SQLite

/// PPL-004: whether somebody who is being typed or saved may be on file already.
enum PersonLikeness {
  /// A slip in the name or the date makes nobody somebody else.
  static func possible(
    _ reading: FormReading, _ records: Connection, _ context: RuleContext
  ) throws -> [PersonFacts.Match] {
    guard AccessMatrix.whyNotRead(context.worker, .personAndCaseload) == nil,
      let person = PersonForm.sketch(from: reading, on: context.today)
    else { return [] }
    return try PossibleRecords.likenesses(to: person, in: records, on: context.today)
      .compactMap { likeness in
        try PersonRecords.identity(likeness.id, in: records).map {
          PersonFacts.Match(
            ref: likeness.id.ref,
            words: "\($0.heading(on: context.today)) (\(likeness.because))",
            because: likeness.because)
        }
      }
  }

  /// Keeps what the form has shown: who may be the same, and who was said to be somebody else when
  /// the warning was passed.
  static func taken(
    onFile id: PersonID, _ facts: FormFacts, in transaction: WriteTransaction
  ) throws -> [String] {
    guard let person = facts.person else { return [] }
    try reject(person.sameNameAndBirth, of: id, facts, in: transaction)
    let source: PossibleRecord.Source = transaction.isImport ? .imported : .form
    let pairs = try PossibleRecords.note(
      person.possible.map(likeness), of: id, source, in: transaction)
    return notes(of: pairs, among: person.possible, for: id)
  }

  /// Other names, another birth or number may make somebody of them who is on file.
  static func changed(
    from before: Person, to person: Person, _ facts: FormFacts, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws -> [String] {
    guard isOtherwise(before, person) else { return [] }
    let records = transaction.connection
    try reject(facts.person?.sameNameAndBirth ?? [], of: person.id, facts, in: transaction)
    let found = try PossibleRecords.likenesses(to: person, in: records, on: context.today)
    let pairs = try PossibleRecords.note(found, of: person.id, .change, in: transaction)
    let matches = pairs.map { pair in
      let other = pair.other(than: person.id)
      return PersonFacts.Match(
        ref: other.id.ref, words: "\(other.heading(on: context.today)) (\(pair.because))")
    }
    return notes(of: pairs, among: matches, for: person.id)
  }

  /// Whether anything changed that likenesses rest on.
  private static func isOtherwise(_ before: Person, _ person: Person) -> Bool {
    before.name != person.name || before.birth != person.birth
      || Set(before.aliases.map(\.name)) != Set(person.aliases.map(\.name))
      || before.numbers != person.numbers
  }

  /// GEN-002: the reason that passed the warning says why they are different people.
  private static func reject(
    _ matches: [PersonFacts.Match], of id: PersonID, _ facts: FormFacts,
    in transaction: WriteTransaction
  ) throws {
    guard let reason = facts.reasons["PPL-004"] else { return }
    let source: PossibleRecord.Source = transaction.isImport ? .imported : .form
    for pair in try PossibleRecords.note(
      matches.map(likeness), of: id, source, in: transaction)
    {
      try PossibleRecords.decide(pair, .rejected, because: reason.text, in: transaction)
    }
  }

  private static func likeness(_ match: PersonFacts.Match) -> PossibleRecords.Likeness {
    PossibleRecords.Likeness(id: PersonID(match.ref.number), because: match.because)
  }

  private static func notes(
    of pairs: [PossibleRecord], among matches: [PersonFacts.Match], for id: PersonID
  ) -> [String] {
    let found = Set(pairs.map { $0.other(than: id).id.ref })
    return matches.filter { found.contains($0.ref) }.map(PossibleRecordRules.note)
  }
}
