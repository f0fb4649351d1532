import CaseRules

/// Answers that are known when a form opens, and where they come from.
struct KnownAnswers: Sendable {
  var draft = FormDraft()
  var sources: [FieldCode: String] = [:]

  /// Fills a field; nothing happens when there is no answer.
  mutating func set(_ field: FieldCode, _ answer: Answer?, from source: String? = nil) {
    guard let answer else { return }
    draft[field] = answer.raw
    sources[field] = source
  }

  mutating func set(_ field: FieldCode, _ ticked: Bool?, from source: String? = nil) {
    set(field, ticked.map { .yesNo($0 ? .yes : .no) }, from: source)
  }

  mutating func set(_ field: FieldCode, text: String?, from source: String? = nil) {
    set(field, text.map { .text($0) }, from: source)
  }

  mutating func set(_ field: FieldCode, code: String?, from source: String? = nil) {
    set(field, code.map { .code($0) }, from: source)
  }

  mutating func set(_ field: FieldCode, at moment: Moment?, from source: String? = nil) {
    set(field, moment.map { .dateTime($0) }, from: source)
  }
}
