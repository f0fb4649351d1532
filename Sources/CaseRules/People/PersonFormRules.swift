/// The rules of the person form (PPL-001 to PPL-004).
enum PersonFormRules {
  static let all: [FormRule] = [
    isOnFile, title, birth, oneBirth, duplicateNumbers, sameNameAndBirth, possible, risks, pregnant,
    assessed,
    LinkRules.known(PersonForm.gp, rule: "PPL-001"),
  ]

  private static let isOnFile = FormRule { _, facts, _ in
    facts.person?.isUnknown == true
      ? [Finding("PPL-001", .blocks, "There is no person of this number. Find the person first")]
      : []
  }

  private static let title = FormRule { reading, _, _ in
    guard let given = reading.text(PersonForm.given), let title = PersonName.title(in: given)
    else { return [] }
    return [
      Finding(
        "PPL-001", .shows, field: PersonForm.given.text,
        "“\(title)” looks like a title. Leave titles out, so that the name is found")
    ]
  }

  /// PPL-002.
  private static let birth = FormRule { reading, _, context in
    if let born = reading.date(PersonForm.born) {
      return AgeRules.identity(.on(born), on: context.today, field: PersonForm.born.text)
    }
    guard let age = reading.number(PersonForm.estimatedAge) else { return [] }
    return AgeRules.identity(
      .estimated(age: age, noted: context.today), on: context.today,
      field: PersonForm.estimatedAge.text)
  }

  private static let oneBirth = FormRule { reading, _, _ in
    guard reading.isAnswered(PersonForm.born), reading.isAnswered(PersonForm.estimatedAge)
    else { return [] }
    return [
      Finding(
        "PPL-001", .shows, field: PersonForm.estimatedAge.text,
        "The date of birth counts; the estimated age is not kept beside it")
    ]
  }

  /// PPL-004: the same national number cannot stand for two people.
  private static let duplicateNumbers = FormRule { _, facts, _ in
    guard let person = facts.person else { return [] }
    return person.samePNC.map { taken("PNC ID", $0, PersonForm.pnc) }
      + person.sameCRO.map { taken("CRO number", $0, PersonForm.cro) }
  }

  private static func taken(
    _ what: String, _ match: PersonFacts.Match, _ field: FieldCode
  )
    -> Finding
  {
    Finding(
      "PPL-004", .blocks, field: field.text,
      "This \(what) belongs to \(match.words). Open that record, or check the number")
  }

  /// PPL-004: listed, so that the worker can choose the record that is there.
  private static let sameNameAndBirth = FormRule { _, facts, _ in
    guard let matches = facts.person?.sameNameAndBirth, !matches.isEmpty else { return [] }
    let listed = matches.prefix(5).map(\.words).joined(separator: "; ")
    let more = matches.count > 5 ? " and more" : ""
    return [
      Finding(
        "PPL-004", .warns, field: PersonForm.family.text,
        "Same family name and date of birth: \(listed)\(more). Open that record if it is the "
          + "same person, or say why it is somebody else")
    ]
  }

  /// PPL-004: between yes and no; the worker looks before a second record of the same person is made.
  private static let possible = FormRule { _, facts, _ in
    guard let matches = facts.person?.possible, !matches.isEmpty else { return [] }
    return [
      Finding(
        "PPL-004", .shows, field: PersonForm.family.text, PossibleRecordRules.words(of: matches))
    ]
  }

  private static let risks = FormRule { reading, _, _ in
    let answers = reading.choices(PersonForm.risks, as: RiskAnswer.self)
    guard answers.contains(.noneKnown), answers.count > 1 else { return [] }
    return [
      Finding(
        "PPL-001", .blocks, field: PersonForm.risks.text,
        "“None known” stands beside a risk. Take one of them out")
    ]
  }

  /// PPL-001: sex and pregnancy contradict each other; the record lets go of the one, a DIR keeps it.
  private static let pregnant = FormRule { reading, facts, _ in
    guard reading.code(PersonForm.sex) == Sex.male.code,
      let records = facts.person?.pregnantIn, !records.isEmpty
    else { return [] }
    let listed = records.map { $0.kind == .person ? "this record" : $0.text }
      .joined(separator: ", ")
    let dirs =
      records.contains { $0.kind == .dir } ? "; a DIR stays as it is until it is corrected" : ""
    return [
      Finding(
        "PPL-001", .shows, field: PersonForm.sex.text,
        "“Pregnant: yes” is on file (\(listed)). It is not kept beside Male\(dirs)")
    ]
  }

  private static let assessed = FormRule { reading, facts, _ in
    guard facts.person?.isAssessed == true else { return [] }
    return PersonForm.askedAtAssessment.compactMap { code in
      guard let field = PersonForm.definition.field(code), field.applies(reading),
        case .empty? = reading.readings[code]
      else { return nil }
      return Finding(
        "PPL-001", .blocks, field: code.text,
        "\(field.label) is needed, because this person has been assessed")
    }
  }
}

/// Links to other records, wherever a form has one.
package enum LinkRules {
  /// Blocks a number that no record has; the store names every record that exists.
  package static func known(_ field: FieldCode, rule: String) -> FormRule {
    FormRule { reading, facts, _ in
      guard let ref = reading.link(field), facts.names[ref] == nil else { return [] }
      return [
        Finding(
          rule, .blocks, field: field.text,
          "There is no \(ref.kind.words) \(ref.text). Choose the right one from the list")
      ]
    }
  }
}
