/// What somebody who answers the helpline has been trained in, and when (PPL-056).
package struct CallTaker: Equatable, Sendable {
  package enum Subject: String, CaseIterable, Hashable, Sendable {
    case assessment, overdose, listening
    case link

    /// As a sentence goes on: "has no date of training in emergency overdose advice".
    package var words: String {
      switch self {
      case .assessment: "assessment"
      case .overdose: "emergency overdose advice"
      case .listening: "listening and motivational skills"
      case .link: "the link to the CJIT"
      }
    }
  }

  package var worker: RecordRef
  package var name: String
  package var role: Role
  package var trained: [Subject: CalendarDate]
  package var revision: Int

  package init(
    worker: RecordRef, name: String, role: Role, trained: [Subject: CalendarDate] = [:],
    revision: Int = 0
  ) {
    self.worker = worker
    self.name = name
    self.role = role
    self.trained = trained
    self.revision = revision
  }

  /// The subjects without a date on or before a day.
  package func lacking(on day: CalendarDate) -> [Subject] {
    Subject.allCases.filter { subject in trained[subject].map { $0 > day } ?? true }
  }

  /// PPL-056: what is to be said when they take a call; nil when they are trained in everything.
  package func finding(on day: CalendarDate) -> Finding? {
    let lacking = lacking(on: day).map(\.words)
    guard let last = lacking.last else { return nil }
    let all = lacking.dropLast()
    let list = all.isEmpty ? last : all.joined(separator: ", ") + " and " + last
    return Finding(
      "PPL-056", .warns,
      "\(name) has no date of training in \(list). Say why they took the call, or record the date "
        + "with the call takers")
  }
}

/// The training of a call taker (PPL-056).
package enum CallTakerForm {
  package static let id: FormID = "call-taker"

  package static func field(_ subject: CallTaker.Subject) -> FieldCode {
    FieldCode(subject.rawValue)
  }

  package static let definition = FormDefinition(
    id, title: "Call taker",
    purpose: "Records when a worker was trained in what the helpline asks of whoever answers it",
    about: [.worker], function: .personAndCaseload, requiredBy: "PPL-056",
    sections: [
      FormSection(
        "Trained on",
        CallTaker.Subject.allCases.map { subject in
          FormField(field(subject), label(subject), .date(direction: .past))
            .help("Empty while there was no training in \(subject.words)")
        })
    ],
    rules: [
      FormRule { reading, _, context in
        CallTaker.Subject.allCases.flatMap { subject in
          FactRules.notInFuture(
            reading.date(field(subject)), field: field(subject), today: context.today)
        }
      }
    ])

  private static func label(_ subject: CallTaker.Subject) -> String {
    switch subject {
    case .assessment: "Assessment"
    case .overdose: "Emergency overdose advice"
    case .listening: "Listening skills"
    case .link: "Link to the CJIT"
    }
  }

  package static func draft(of taker: CallTaker) -> FormDraft {
    var draft = FormDraft()
    for subject in CallTaker.Subject.allCases {
      draft[field(subject)] = taker.trained[subject]?.uk ?? ""
    }
    return draft
  }

  package static func trained(from reading: FormReading) -> [CallTaker.Subject: CalendarDate] {
    CallTaker.Subject.allCases.reduce(into: [:]) { $0[$1] = reading.date(field($1)) }
  }
}
