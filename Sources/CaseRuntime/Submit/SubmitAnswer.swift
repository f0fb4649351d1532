import CaseRules

/// What `submit` answers, as JSON that a program can rely on.
enum SubmitAnswer {
  static func json(of outcome: SaveOutcome) -> JSONValue {
    switch outcome {
    case .saved(let ref, let flags, let notes):
      .object([
        "outcome": .string("saved"), "reference": .string(ref.text),
        "findings": findings(flags), "notes": .array(notes.map(JSONValue.string)),
      ])
    case .refused(let found): refused(found)
    case .needsPassword(let why): refused([Finding("GEN-006", .blocks, why)])
    case .changedElsewhere(_, let revision, let by):
      .object([
        "outcome": .string("changed_elsewhere"), "revision": .int(revision),
        "by": .optional(by?.by), "at": .optional(by?.at.iso),
      ])
    }
  }

  /// The answer with what words were taken for, where a form named records in words.
  static func naming(_ taken: [SubmittedLinks.Taken], in answer: JSONValue) -> JSONValue {
    guard !taken.isEmpty, case .object(let members) = answer else { return answer }
    let list = taken.map { one in
      JSONValue.object([
        "field": .string(one.place.path), "words": .string(one.words),
        "reference": .string(one.ref.text), "is": .string(one.name),
      ])
    }
    return .object(members + [JSONValue.Member("taken_for", .array(list))])
  }

  /// The answer with what the form filled in by itself, as the screen shows it beside the answer; of
  /// the fields that are asked with these answers.
  static func telling(
    whatIsIn opened: OpenedForm, asking fields: [FormField], unlessGivenIn value: JSONValue,
    in answer: JSONValue
  ) -> JSONValue {
    let list = fields.map(\.code).compactMap { field -> JSONValue? in
      guard let source = opened.sources[field], value[field.text] == nil,
        !opened.draft[field].isEmpty
      else { return nil }
      return .object([
        "field": .string(field.text), "value": .string(opened.draft[field]),
        "from": .string(source),
      ])
    }
    guard !list.isEmpty, case .object(let members) = answer else { return answer }
    return .object(members + [JSONValue.Member("filled_in", .array(list))])
  }

  static func refused(_ found: [Finding]) -> JSONValue {
    .object(["outcome": .string("refused"), "findings": findings(found)])
  }

  /// For a dry run that would have been saved.
  static func wouldSave(_ found: [Finding]) -> JSONValue {
    .object(["outcome": .string("would_save"), "findings": findings(found)])
  }

  private static func findings(_ found: [Finding]) -> JSONValue {
    .array(
      found.map { finding in
        .object([
          "rule": .string(finding.rule), "force": .string(finding.force.rawValue),
          "field": .optional(finding.field), "words": .string(finding.words),
        ])
      })
  }
}
