/// The parents' and teachers' session: two hours on an evening, free (INT-051).
package struct EDIISession: Equatable, Sendable {
  package enum Audience: String, CaseIterable, Hashable, Sendable {
    case parents, teachers

    package var words: String {
      switch self {
      case .parents: "Parents"
      case .teachers: "Teachers"
      }
    }
  }

  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case law, stereotypes
    case whyPeopleUse = "why_people_use"
    case signs, treatment, stages, quiz

    package var words: String {
      switch self {
      case .law: "The law"
      case .stereotypes: "Stereotypes"
      case .whyPeopleUse: "Why people use"
      case .signs: "Signs and paraphernalia"
      case .treatment: "Treatment"
      case .stages: "Stages: experimental, recreational, dependent"
      case .quiz: "Quiz"
      }
    }
  }

  package var starts: Moment
  package var minutes: Int
  package var audience: [Audience]
  /// The substance-misuse worker who took part; empty where none did.
  package var worker: String
  package var isFree: Bool
  package var topics: [Topic]

  package init(
    starts: Moment, minutes: Int, audience: [Audience], worker: String = "", isFree: Bool = true,
    topics: [Topic] = Topic.allCases
  ) {
    self.starts = starts
    self.minutes = minutes
    self.audience = audience
    self.worker = worker
    self.isFree = isFree
    self.topics = topics
  }

  /// How long it is to be.
  private static let minutesPlanned = 120
  /// The rulebook says "evening" and no hour: from five in the afternoon.
  private static let eveningBegins = ClockTime(minutesOfDay: 17 * 60)

  /// INT-051, GEN-001: what was not as it is to be; the session is kept all the same.
  package var deviations: [Finding] {
    [
      minutes == Self.minutesPlanned
        ? nil
        : flag(
          EDIISessionForm.length,
          "It lasted \(QuantityReader.words(minutes: minutes)), not two hours"),
      starts.time >= Self.eveningBegins
        ? nil : flag(EDIISessionForm.starts, "It began at \(starts.time.text), not in the evening"),
      isFree ? nil : flag(EDIISessionForm.free, "It was not free"),
      worker.isEmpty
        ? flag(EDIISessionForm.worker, "No substance-misuse worker took part") : nil,
      leftOut.isEmpty
        ? nil
        : flag(
          EDIISessionForm.topics,
          "Left out: " + leftOut.map { $0.words.lowercased() }.joined(separator: ", ")),
    ].compactMap(\.self)
  }

  private var leftOut: [Topic] { Topic.allCases.filter { !topics.contains($0) } }

  private func flag(_ field: FieldCode, _ words: String) -> Finding {
    Finding("INT-051", .flags, field: field.text, words)
  }
}

extension EDIISession.Audience: FormChoice {
  package var code: String {
    switch self {
    case .parents: "PAR"
    case .teachers: "TEA"
    }
  }
}

extension EDIISession.Topic: FormChoice {
  package var code: String {
    switch self {
    case .law: "LAW"
    case .stereotypes: "STE"
    case .whyPeopleUse: "WHY"
    case .signs: "SIGN"
    case .treatment: "TRE"
    case .stages: "STAGE"
    case .quiz: "QUIZ"
    }
  }
}
