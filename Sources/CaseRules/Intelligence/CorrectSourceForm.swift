/// INT-005: a source that was entered wrongly is entered anew; the wrong one is struck through and
/// stays under seal.
///
/// Nothing of the old one is shown, and nothing is filled in from it.
package enum CorrectSourceForm {
  package static let id: FormID = "correct-source"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Enter the source anew",
    purpose: "Strikes a wrongly entered source through and seals another in its place; what was "
      + "entered before stays under seal",
    about: [.intelligenceReport, .ediiReferral], function: .intelligenceSource,
    requiredBy: "INT-005", action: .behind(.intelligence, "o"),
    sections: [
      FormSection("Source, sealed", IntelligenceReportForm.sourceFields),
      FormSection(
        "Why",
        [
          FormField(reason, "Why anew", .text(max: 200)).required()
            .help(
              "What was wrong with the entry, without a clue to who it is; it stays on the trail")
        ]),
    ],
    rules: [
      stands, textsAreClean, reasonIsClean, ReasonRules.said(reason, rule: "GEN-004"),
    ] + IntelligenceReportForm.sourceRules)

  private static let stands = FormRule { _, facts, _ in
    whyNot(facts.intelligence?.report, facts.edii?.referral).map { [$0] } ?? []
  }

  /// Why the source of a report or a referral cannot be entered anew; nil when it can.
  static func whyNot(_ report: IntelligenceReport?, _ referral: EDIIReferral?) -> Finding? {
    if let report {
      return report.struckBecause.map {
        Finding("GEN-004", .blocks, "This report is struck through: \($0)")
      }
    }
    if let why = referral?.struckBecause {
      return Finding("GEN-004", .blocks, "The referral is struck through: \(why)")
    }
    guard case .report(let ref) = referral?.outcome else { return nil }
    return Finding(
      "INT-054", .blocks, "It became intelligence report \(ref.text): enter its source anew there")
  }

  /// INT-005: who is now said to be the source may stand in no text that is on file already.
  private static let textsAreClean = FormRule { reading, facts, _ in
    let names = IntelligenceReportForm.names(in: reading)
    let texts =
      (facts.intelligence?.report?.sanitisedTexts ?? [])
      + (facts.edii?.referral?.sanitisedTexts ?? [])
    return texts.compactMap { text in
      names.named(in: text.words).map { whose in
        Finding(
          "INT-005", .blocks, field: field(whose).text,
          "\(text.title) has \(whose.words). Put that right first, then enter the source anew")
      }
    }
  }

  private static func field(_ whose: ProtectedNames.Whose) -> FieldCode {
    switch whose {
    case .source: IntelligenceReportForm.family
    case .client: IntelligenceReportForm.clientFamily
    }
  }

  /// It names neither who was entered by mistake nor who is entered now.
  private static let reasonIsClean = FormRule { reading, facts, _ in
    var names = IntelligenceReportForm.names(in: reading)
    if let before = facts.intelligence?.protected { names.formUnion(before) }
    return SanitisedText.findings(on: reading, [reason], names)
  }
}

/// A text that others read, with what it is called.
struct SanitisedWords {
  let title: String
  let words: String

  init(_ title: String, _ words: String) {
    self.title = title
    self.words = words
  }
}

extension IntelligenceReport {
  /// What of it can be put right as it stands now.
  var sanitisedTexts: [SanitisedWords] {
    [
      SanitisedWords("The sanitised text of \(id.ref.text)", text),
      SanitisedWords("The place in \(id.ref.text)", place),
      SanitisedWords("The offence in words of \(id.ref.text)", offenceWords),
      SanitisedWords("The handling conditions of \(id.ref.text)", grading?.conditions ?? ""),
      SanitisedWords("The recipients of \(id.ref.text)", grading?.recipients ?? ""),
    ]
      + subjects.map {
        SanitisedWords("The description of \($0.id.ref.text)", $0.description)
      }
  }
}

extension EDIIReferral {
  var sanitisedTexts: [SanitisedWords] {
    [
      SanitisedWords("The description of \(ref.text)", description),
      SanitisedWords("The reason of \(ref.text)", reason),
    ]
  }
}
