/// A code is added to a list, gets other words, or is retired (COD): records that hold it keep it.
package enum CodeForm {
  package static let id: FormID = "code"
  package static let list: FieldCode = "list"
  package static let code: FieldCode = "code"
  package static let words: FieldCode = "words"
  package static let synonyms: FieldCode = "synonyms"
  package static let trigger: FieldCode = "trigger"
  package static let drugClass: FieldCode = "class"
  package static let units: FieldCode = "units"
  package static let retired: FieldCode = "retired"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Code of a list",
    purpose: "Adds, changes or retires a code of a list; records keep what they have",
    function: .settings, requiredBy: "COD-001",
    sections: [
      FormSection(
        "Code",
        [
          FormField(list, "List", .choice(lists)).required(),
          FormField(code, "Code", .text(max: 8)).required()
            .help("What records hold: up to eight letters and digits, such as HER"),
          FormField("so-far", "So far", .computed(soFar)),
          FormField(words, "Words", .text(max: 80)).required().help("What people read"),
          FormField(synonyms, "Also found by", .text(max: 300))
            .help("Other words for it, with commas between: brown, smack"),
          FormField(trigger, "Trigger offence", .yesNo(notKnown: false, refused: false))
            .required { isNew(in: .offences, $0) }.applying { isNew(in: .offences, $0) },
          FormField(
            drugClass, "Class",
            .choice(DrugClass.list("drug-class", title: "Class", rule: "COD-003"))
          ).required { isNew(in: .drugs, $0) }.applying { isNew(in: .drugs, $0) },
          FormField(units, "Units", .text(max: 40))
            .required { isNew(in: .drugs, $0) }.applying { isNew(in: .drugs, $0) }
            .help("The usual one first, with commas between: g, bags"),
          FormField(retired, "Retired", .yesNo(notKnown: false, refused: false)).required()
            .help("A retired code is no longer offered; records that hold it still show it"),
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Kept with the change, for whoever asks later"),
        ])
    ],
    rules: [spelledLikeACode, fixedList, wordsAreFree, ReasonRules.said(reason, rule: "GEN-002")])

  /// The answers that leave a code as it is.
  package static func answers(of code: Code, in list: CodeListID) -> [FieldCode: String] {
    var answers = [
      self.list: list.rawValue, self.code: code.code, words: code.words,
      synonyms: code.synonyms.joined(separator: ", "), retired: code.retired ? "yes" : "no",
    ]
    if CodeBook.seeded[list]?[code.code] == nil {
      answers[trigger] = code.attributes["trigger"] ?? "no"
      answers[drugClass] = code.attributes["class"]
      answers[units] = code.attributes["unit"]
    }
    return answers
  }

  /// What the form says about a code; nil while it is not complete.
  package static func change(from reading: FormReading) -> CodeChange? {
    guard let list = chosenList(reading), let code = spelled(reading),
      let words = reading.text(words)
    else { return nil }
    var attributes: [String: String] = [:]
    attributes["trigger"] = reading.isYes(trigger) ? "yes" : nil
    attributes["class"] = reading.code(drugClass)
    attributes["unit"] = reading.text(units)
    return CodeChange(
      list: list.id, code: code, words: words,
      synonyms: (reading.text(synonyms) ?? "").split(separator: ",").map(\.trimmed)
        .filter { !$0.isEmpty },
      retired: reading.isYes(retired), attributes: attributes)
  }

  // MARK: Questions

  private static let lists = CodeList(
    "code-lists", title: "Lists", rule: "COD-001",
    codes: CodeBook.seeded.all.map { Code($0.id.rawValue, $0.title) })

  private static func chosenList(_ reading: FormReading) -> CodeList? {
    reading.code(list).flatMap { CodeBook.seeded[CodeListID(rawValue: $0)] }
  }

  private static func spelled(_ reading: FormReading) -> String? {
    reading.text(code).map { $0.uppercased() }
  }

  private static let soFar: @Sendable (FormReading) -> String? = { reading in
    guard let list = chosenList(reading), let code = spelled(reading) else { return nil }
    return list[code].map { "\($0.label), as it came with the program" }
      ?? "one of the partnership's own"
  }

  /// What the law says of a shipped code is not asked again.
  private static func isNew(in wanted: CodeListID, _ reading: FormReading) -> Bool {
    guard let list = chosenList(reading), list.id == wanted, let code = spelled(reading) else {
      return false
    }
    return list[code] == nil
  }

  // MARK: Rules

  private static let spelledLikeACode = FormRule { reading, _, _ in
    guard let list = chosenList(reading), let typed = spelled(reading),
      !typed.utf8.allSatisfy({ isCodeByte($0) })
    else { return [] }
    return [
      Finding(
        list.rule, .blocks, field: code.text,
        "A code has letters A to Z, digits and hyphens only, such as HER or T12A")
    ]
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Grades, modalities and score items are what rules count on.
  private static let fixedList = FormRule { reading, _, _ in
    guard let list = chosenList(reading), list.isFixed, let typed = spelled(reading) else {
      return []
    }
    if list[typed] == nil {
      return [
        Finding(
          list.rule, .blocks, field: code.text,
          "\(list.title) has no further codes: rules count on those there are")
      ]
    }
    guard reading.isYes(retired) else { return [] }
    return [
      Finding(
        list.rule, .blocks, field: retired.text,
        "No code of \(list.title) can be retired: rules count on it")
    ]
  }

  private static let wordsAreFree = FormRule { reading, _, context in
    guard let shipped = chosenList(reading), let list = context.codes[shipped.id],
      let typed = spelled(reading), let phrase = reading.text(words)?.searchPhrase,
      let other = list.codes.first(where: {
        $0.code != typed && !$0.retired && $0.words.searchPhrase == phrase
      })
    else { return [] }
    return [
      Finding(
        list.rule, .blocks, field: words.text,
        "\(other.label) says so already. Change that code, or use other words")
    ]
  }
}
