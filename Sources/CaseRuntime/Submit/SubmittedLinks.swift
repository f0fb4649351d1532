import CaseApp
import CaseRules
import CaseStore

/// Records that a submitted form names in words, found as the screen finds them.
///
/// Only what fits alone is taken, and of people only whoever is certain. Words are the start of words,
/// and a service fits by its town as well, so the answer says for whom or what each was taken.
/// The form was opened before, so that nobody learns names here whom the form is refused to.
struct SubmittedLinks {
  let form: FormDefinition
  /// What the form knew: its own words are not the submitter's.
  let known: FormDraft
  let records: OpenRecords
  let context: RuleContext

  /// Words that were given, and what they were taken for.
  struct Taken {
    let place: FieldPlace
    let words: String
    let ref: RecordRef
    /// "Hale, PS 41": what the record is called.
    let name: String
  }

  /// So many are listed where several fit; of people no more are looked for.
  private static let most = 10

  func settle(in fields: inout SubmittedFields) throws -> [Taken] {
    var taken: [Taken] = []
    for (place, kinds) in places(in: fields.draft) {
      let words = fields.draft[place].trimmed
      guard !words.isEmpty, RecordRef(words) == nil, fields.draft[place] != known[place] else {
        continue
      }
      let hits = try hits(words, kinds)
      if hits.count == 1, let only = hits.first {
        fields.put(only.ref, at: place)
        taken.append(Taken(place: place, words: words, ref: only.ref, name: only.words))
      } else {
        fields.refuse(refusal(words, hits), at: place)
      }
    }
    return taken
  }

  /// Every field and cell that takes a record.
  private func places(in draft: FormDraft) -> [(FieldPlace, [RecordRef.Kind])] {
    form.fields.flatMap { field -> [(FieldPlace, [RecordRef.Kind])] in
      switch field.content {
      case .typed(let kind):
        kind.linkKinds.map { [(FieldPlace(field.code), $0)] } ?? []
      case .rows(let columns, _):
        (draft.rows[field.code] ?? []).flatMap { row in
          columns.compactMap { column in
            guard case .typed(let kind) = column.content, let kinds = kind.linkKinds else {
              return nil
            }
            return (FieldPlace(field.code, row: row.id, column: column.code), kinds)
          }
        }
      case .computed, .explained: []
      }
    }
  }

  private func hits(_ words: String, _ kinds: [RecordRef.Kind]) throws -> [LookUpHit] {
    let people =
      try kinds.contains(.person)
      ? FindCommand.find(words, limit: Self.most, depth: .near, records) : []
    let others = kinds.filter { $0 != .person }
    let found = try records.store.read {
      try RecordLookUp.hits(words, kinds: others, on: $0, in: context)
    }
    return people.map { LookUpHit($0.ref, "\($0.familyName) \($0.givenNames)") } + found
  }

  private func refusal(_ words: String, _ hits: [LookUpHit]) -> String {
    guard !hits.isEmpty else { return "Nobody and nothing on file fits \"\(words)\"" }
    let listed = hits.prefix(Self.most).map { hit in
      hit.ref.kind == .person ? hit.ref.text : "\(hit.ref.text) \(hit.words)"
    }
    // Some searches end at so many: that there are no more is not known then.
    let count = hits.count < Self.most ? "\(hits.count)" : "At least \(Self.most)"
    return "\(count) fit \"\(words)\": \(listed.joined(separator: "; ")). Give the number of one"
  }
}
