import CaseApp
import CaseRules
import CaseStore

/// Records that a submitted form names in words, found as the screen finds them.
///
/// Nothing is taken for something else: only what fits alone is, and of people only whoever is certain.
/// The form was opened before, so that nobody learns names here whom the form is refused to.
struct SubmittedLinks {
  let form: FormDefinition
  /// What the form knew: its own words are not the submitter's.
  let known: FormDraft
  let records: OpenRecords
  let context: RuleContext

  /// So many are listed where several fit.
  private static let most = 10

  func settle(in fields: inout SubmittedFields) throws {
    for (place, kinds) in places(in: fields.draft) {
      let words = fields.draft[place].trimmed
      guard !words.isEmpty, RecordRef(words) == nil, fields.draft[place] != known[place] else {
        continue
      }
      let hits = try hits(words, kinds)
      if hits.count == 1, let only = hits.first {
        fields.put(only.ref, at: place)
      } else {
        fields.refuse(refusal(words, hits), at: place)
      }
    }
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
      try RecordReader.lookUp(words, kinds: others, on: $0, in: context)
    }
    return people.map { LookUpHit($0.ref, $0.ref.text) } + found
  }

  private func refusal(_ words: String, _ hits: [LookUpHit]) -> String {
    guard !hits.isEmpty else { return "Nobody and nothing on file fits \"\(words)\"" }
    let listed = hits.prefix(Self.most).map { hit in
      hit.words == hit.ref.text ? hit.words : "\(hit.ref.text) \(hit.words)"
    }
    return
      "\(hits.count) fit \"\(words)\": \(listed.joined(separator: "; ")). Give the number of one"
  }
}
