/// The forms of the intelligence room.
package enum IntelligenceForms {
  package static let all: [FormDefinition] = [
    IntelligenceReportForm.definition, CorrectReportForm.definition, GradeReportForm.definition,
    JudgeReportForm.definition, ShareReportForm.definition, ReleaseReportForm.definition,
    SourceLookForm.definition, CorrectSourceForm.definition, StrikeReportForm.definition,
    StrikeShareForm.definition, IntelligenceSubjectForm.definition, SameSubjectForm.definition,
    LinkSubjectForm.definition,
  ]
}

/// What a report says is put right; who said it stays sealed.
package enum CorrectReportForm {
  package static let id: FormID = "correct-report"

  package static let definition = FormDefinition(
    id, title: "Put a report right",
    purpose: "Changes what a report says, when, and whom it is about; its grades stay",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-001", action: .behind(.intelligence, "c"),
    sections: [ReportFields.said, ReportFields.details],
    rules: ReportFields.rules + [SanitisedText.reportRule, stands])

  private static let stands = FormRule { _, facts, _ in
    facts.intelligence?.report?.struckBecause == nil
      ? [] : [Finding("GEN-004", .blocks, "This report is struck through")]
  }
}

/// INT-002: the three grades of a report; given again, the old ones are kept.
package enum GradeReportForm {
  package static let id: FormID = "grade-report"
  package static let reason: FieldCode = "regrade-reason"

  package static let definition = FormDefinition(
    id, title: "Grade a report",
    purpose: "Sets the three grades of a report; with others than before, the old are kept and it "
      + "is judged anew",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-002", action: .near(.intelligence, "f"),
    sections: [FormSection("Grades", GradeFields.fields.map(needed) + [reasonField])],
    rules: [
      mayGrade, GradeFields.comesTo, GradeFields.reviewIsAhead, SanitisedText.rule(texts),
      whyAgain, ReasonRules.said(reason, rule: "INT-002"), isOther,
    ]
  ).leading { _, _ in JudgeReportForm.id }

  private static let texts = [GradeFields.conditions, GradeFields.recipients, reason]

  private static func needed(_ field: FormField) -> FormField {
    GradeFields.codes.contains(field.code) ? field.required() : field
  }

  private static let reasonField = FormField(reason, "Why other grades", .text(max: 300))
    .help("Only where it was graded before: what has come to light")

  private static let mayGrade = FormRule { _, facts, _ in
    guard let state = facts.intelligence?.report?.state else { return [] }
    return ReportMachine.refusal(.graded, in: state).map { [$0] } ?? []
  }

  private static let whyAgain = FormRule { reading, facts, _ in
    guard let report = facts.intelligence?.report, report.grading != nil,
      reading.text(reason) == nil
    else { return [] }
    let again =
      report.judgement == nil
      ? "" : ". It is judged anew: what was said of it (\(report.state.words.lowercased())) is kept"
    return [
      Finding(
        "INT-002", .blocks, field: reason.text, "Say why it gets other grades than before\(again)")
    ]
  }

  /// The same grades again would undo what was said of them for nothing.
  private static let isOther = FormRule { reading, facts, _ in
    guard let old = facts.intelligence?.report?.grading,
      let grades = GradeFields.grades(from: reading), grades == old.grades,
      (reading.text(GradeFields.conditions) ?? "") == old.conditions,
      (reading.text(GradeFields.recipients) ?? "") == old.recipients,
      reading.date(GradeFields.reviewOn) == old.reviewOn
    else { return [] }
    return [
      Finding(
        "INT-002", .blocks, field: GradeFields.source.text, "These are the grades it has already")
    ]
  }
}

/// INT-003, INT-004: whether a graded report is valid.
package enum JudgeReportForm {
  package static let id: FormID = "judge-report"
  package static let verdict: FieldCode = "verdict"
  package static let note: FieldCode = "note"
  package static let graded: FieldCode = "graded"
  package static let said: FieldCode = "said"

  package enum Verdict: String, CaseIterable, Hashable, Sendable {
    case valid
    case notValid = "not_valid"
  }

  package static let definition = FormDefinition(
    id, title: "Judge a report",
    purpose:
      "Says whether a graded report is valid and goes on, or is closed and kept for analysis",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-003", action: .near(.intelligence, "v"),
    sections: [
      FormSection(
        "Valid?",
        [
          FormField(said, "What is said", .longText(max: 8_000)).forReading()
            .help("The sanitised text; nothing is changed here"),
          FormField(graded, "Graded", .longText(max: 600)).forReading()
            .help("The grades and what they mean; nothing is changed here"),
          FormField(
            verdict, "It is", .choice(Verdict.list("verdict", title: "Verdict", rule: "INT-003"))
          ).required().help(
            "Valid by source A to C and information 1 to 3; else say why (INT-003)"),
          FormField(note, "Why not valid", .text(max: 300))
            .applying { $0.choice(verdict, as: Verdict.self) == .notValid }
            .required { $0.choice(verdict, as: Verdict.self) == .notValid }.needed(by: "INT-004")
            .help("It stays on file for analysis and can feed no letter"),
        ])
    ],
    rules: [mayJudge, validity, SanitisedText.rule([note]), asItStands])

  /// The very grades that are judged; nobody types over them.
  package static func words(of grading: IntelligenceGrading) -> String {
    "\(grading.grades.text). Source \(grading.grades.source.rawValue): \(grading.sourceWords). "
      + "Information \(grading.grades.information.rawValue): \(grading.informationWords). "
      + "Handling \(grading.grades.handling.rawValue): \(grading.handlingWords)"
  }

  private static let asItStands = FormRule { reading, facts, _ in
    guard let read = reading.text(graded), let grading = facts.intelligence?.report?.grading,
      read != words(of: grading)
    else { return [] }
    return [
      Finding(
        "INT-002", .blocks, field: graded.text,
        "It is graded \(words(of: grading)). Grade it anew to change that")
    ]
  }

  private static let mayJudge = FormRule { reading, facts, _ in
    guard let state = facts.intelligence?.report?.state else { return [] }
    let event: ReportEvent =
      reading.choice(verdict, as: Verdict.self) == .notValid ? .judgedNotValid : .judgedValid
    return ReportMachine.refusal(event, in: state).map { [$0] } ?? []
  }

  private static let validity = FormRule { reading, facts, context in
    guard let report = facts.intelligence?.report, report.state == .graded,
      let grades = report.grading?.grades
    else { return [] }
    switch reading.choice(verdict, as: Verdict.self) {
    case .valid:
      return ValidityRules.findings(
        judgingValid: grades, in: context.settings, field: verdict)
    case .notValid:
      return [
        Finding(
          "INT-004", .shows, field: verdict.text,
          "Closed and kept for analysis; it cannot feed a letter")
      ]
    case nil: return []
    }
  }
}

extension JudgeReportForm.Verdict: FormChoice {
  package var code: String {
    switch self {
    case .valid: "Y"
    case .notValid: "N"
    }
  }

  package var words: String {
    switch self {
    case .valid: "Valid"
    case .notValid: "Not valid"
    }
  }
}

/// INT-009: what was told to which agency; refused where its handling does not let it go there.
package enum ShareReportForm {
  package static let id: FormID = "share-report"
  package static let agency: FieldCode = "agency"
  package static let recipient: FieldCode = "recipient"
  package static let sentAt: FieldCode = "sent-at"
  package static let text: FieldCode = "shared-text"
  package static let told: FieldCode = "told-conditions"

  package static let definition = FormDefinition(
    id, title: "Share a report",
    purpose: "Sends what a report says to an agency as its handling grade allows, and keeps what "
      + "was sent to whom",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-009", action: .behind(.intelligence, "b"),
    sections: [
      FormSection(
        "Share with",
        [
          FormField(
            agency, "Agency",
            .choice(BlueBoxAgency.list("blue-box-agency", title: "Agency", rule: "INT-020"))
          ).required(),
          FormField(recipient, "Who there", .text(max: 200)).required()
            .help("Name and post of whoever receives it"),
          FormField(sentAt, "Sent at", .dateTime(direction: .past)).required(),
          FormField(text, "What is sent", .longText(max: 8_000)).required()
            .help("The sanitised text, or less of it"),
          FormField(told, "Conditions told", .longText(max: 1_000))
            .help("What the receiver has to keep to"),
        ])
    ],
    rules: [
      stands, mayGo, conditionsGoAlong, SanitisedText.rule([recipient, text, told]),
      sentInTime,
    ])

  static let sentInTime = FormRule { reading, facts, context in
    let sent = reading.moment(sentAt)
    return FactRules.notInFuture(sent, field: sentAt, now: context.now)
      + FactRules.notBefore(
        facts.intelligence?.report?.received, "it was received", sent, field: sentAt)
  }

  static let ungraded = Finding(
    "INT-002", .blocks, "Grade it first: without a handling grade nobody may be told")

  /// INT-002: nothing is told of what has no handling grade.
  static let stands = FormRule { _, facts, _ in
    guard let report = facts.intelligence?.report else { return [] }
    switch report.state {
    case .received: return [ungraded]
    case .struck: return [Finding("GEN-004", .blocks, "This report is struck through")]
    case .graded, .valid, .notValid: return []
    }
  }

  private static let mayGo = FormRule { reading, facts, _ in
    guard let handling = facts.intelligence?.report?.grading?.grades.handling,
      let agency: BlueBoxAgency = reading.choice(agency)
    else { return [] }
    return HandlingRules.refusal(
      toTell: agency, under: handling, field: ShareReportForm.agency
    ).map { [$0] } ?? []
  }

  /// INT-009: whoever receives it keeps the conditions, so they are told them.
  static let conditionsGoAlong = FormRule { reading, facts, _ in
    guard let grading = facts.intelligence?.report?.grading,
      grading.grades.handling.needsConditions,
      reading.text(told) == nil
    else { return [] }
    return [
      Finding(
        "INT-009", .blocks, field: told.text,
        "Tell the conditions with it: \(grading.conditions)")
    ]
  }
}

/// INT-010: what police share with the programme about somebody's risks, contacts and company.
package enum ReleaseReportForm {
  package static let id: FormID = "share-with-programme"
  package static let topic: FieldCode = "topic"
  package static let subject: FieldCode = "subject"

  package static let definition = FormDefinition(
    id, title: "Share with the programme",
    purpose: "Tells the drug programme of risks, police contact or company of somebody; used only "
      + "for the treatment plan, progress and engagement",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "INT-010", action: .behind(.intelligence, "p"),
    sections: [
      FormSection(
        "Share with the programme",
        [
          FormField(
            topic, "What it tells of",
            .choice(ShareTopic.list("share-topic", title: "Topic", rule: "INT-010"))
          ).required(),
          FormField(subject, "About", .link(kinds: [.intelligenceSubject])).required()
            .askingRecords().help("Which subject of the report"),
          FormField(ShareReportForm.recipient, "Who receives it", .text(max: 200)).required()
            .help("The team leader or PPO co-ordinator"),
          FormField(ShareReportForm.sentAt, "Sent at", .dateTime(direction: .past)).required(),
          FormField(ShareReportForm.text, "What is shared", .longText(max: 4_000)).required()
            .help("In words the programme may use; no detail of what police intend (INT-008)"),
          FormField(ShareReportForm.told, "Conditions told", .longText(max: 1_000)),
        ])
    ],
    rules: [
      ShareReportForm.stands, mayGo, isOfReport, ShareReportForm.conditionsGoAlong,
      SanitisedText.rule([
        ShareReportForm.recipient, ShareReportForm.text, ShareReportForm.told,
      ]),
      ShareReportForm.sentInTime,
    ])

  private static let mayGo = FormRule { _, facts, _ in
    facts.intelligence?.report.flatMap(mayNotGo).map { [$0] } ?? []
  }

  /// INT-009: why its handling keeps a report from the programme; nil when it does not.
  static func mayNotGo(_ report: IntelligenceReport) -> Finding? {
    report.grading.flatMap {
      HandlingRules.refusal(
        toTellOutside: "The programme", under: $0.grades.handling, field: topic)
    }
  }

  private static let isOfReport = FormRule { reading, facts, _ in
    guard let report = facts.intelligence?.report, let ref = reading.link(subject),
      !report.subjects.contains(where: { $0.id.ref == ref })
    else { return [] }
    let subjects = report.subjects.map { "\($0.id.ref.text) \($0.display)" }
    return [
      Finding(
        "INT-010", .blocks, field: subject.text,
        "The report is not about \(ref.text). It is about \(subjects.joined(separator: ", "))")
    ]
  }
}

/// INT-010: what police share with the programme.
package enum ShareTopic: String, CaseIterable, Hashable, Sendable {
  case risk, contact, associates
}

extension ShareTopic: FormChoice {
  package var code: String {
    switch self {
    case .risk: "RISK"
    case .contact: "CONT"
    case .associates: "COMP"
    }
  }

  package var words: String {
    switch self {
    case .risk: "A risk the person poses"
    case .contact: "A recent arrest or police contact"
    case .associates: "Contact with other known offenders"
    }
  }
}

/// INT-005: shows who a source is, case by case, to whoever says why and shows that it is they.
package enum SourceLookForm {
  package static let id: FormID = "see-source"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "See who the source is",
    purpose: "Shows the sealed source of one report once; who looked, when and why is on the trail",
    about: [.intelligenceReport], function: .intelligenceSource, orFunction: .bronzeDecision,
    requiredBy: "INT-005", action: .behind(.intelligence, "s"),
    sections: [
      FormSection(
        "Sealed source",
        [
          FormField(reason, "Why you must know", .longText(max: 500)).required()
            .help("What depends on who it is; the reason stays on the trail"),
          FormField(
            "look-note", "Shown once, after your password. Write it down nowhere", .explained),
        ])
    ],
    rules: [
      ReasonRules.said(reason, rule: "INT-005"), SanitisedText.rule([reason]),
      FormRule { _, _, context in
        AccessMatrix.refusal(toRead: .intelligenceSource, by: context.worker).map { [$0] } ?? []
      },
    ]
  ).onlyOnScreen().askingPassword { _, _ in "Seeing a source needs your password" }
}

/// GEN-004: a report that never should have been; it stays on file.
package enum StrikeReportForm {
  package static let id: FormID = "strike-report"
  package static let reason: FieldCode = "reason"

  package static let definition = FormDefinition(
    id, title: "Strike a report through",
    purpose: "Marks a report as entered by mistake; it stays on file with the reason",
    about: [.intelligenceReport], function: .intelligence, keptIn: .intelligenceReport,
    requiredBy: "GEN-004", action: .behind(.intelligence, "k"),
    sections: [
      FormSection(
        "Strike through",
        [
          FormField(reason, "Reason", .text(max: 200)).required()
            .help("Why it is wrong: entered twice, another area's, not intelligence")
        ])
    ],
    rules: [
      ReasonRules.said(reason, rule: "GEN-004"), SanitisedText.rule([reason]),
      FormRule { _, facts, _ in
        guard let state = facts.intelligence?.report?.state else { return [] }
        return ReportMachine.refusal(.struck, in: state).map { [$0] } ?? []
      },
    ])
}
