/// One DIR in a line: what other records and lists show of it.
package struct DIRSummary: Equatable, Sendable {
  package var ref: RecordRef
  package var person: RecordRef
  /// The detention it was taken in.
  package var entry: RecordRef?
  package var assessed: Moment
  package var place: AssessmentPlace
  package var worker: String
  /// Nil while it is unfinished.
  package var completed: Moment?
  package var mainDrug: String?
  /// In pence.
  package var weeklySpend: Int
  package var actions: [AgreedAction]
  /// CUS-019: the client may come before the court for a DRR.
  package var isPotentialDRR: Bool
  /// Every answer about risk, those of no risk too: they take back what an earlier DIR said.
  package var risks: [DIRRisk]

  package init(
    ref: RecordRef, person: RecordRef, entry: RecordRef? = nil, assessed: Moment,
    place: AssessmentPlace, worker: String, completed: Moment? = nil, mainDrug: String? = nil,
    weeklySpend: Int = 0, actions: [AgreedAction] = [], isPotentialDRR: Bool = false,
    risks: [DIRRisk] = []
  ) {
    self.ref = ref
    self.person = person
    self.entry = entry
    self.assessed = assessed
    self.place = place
    self.worker = worker
    self.completed = completed
    self.mainDrug = mainDrug
    self.weeklySpend = weeklySpend
    self.actions = actions
    self.isPotentialDRR = isPotentialDRR
    self.risks = risks
  }

  /// "Complete", "Unfinished".
  package var stateWords: String { completed == nil ? "Unfinished" : "Complete" }
}

/// Everything the screen of one DIR shows.
package struct DIRFile: Equatable, Sendable {
  /// A section of the form with its answers in words.
  package struct Section: Equatable, Sendable {
    package var title: String
    package var lines: [Line]

    package init(title: String, lines: [Line]) {
      self.title = title
      self.lines = lines
    }
  }

  package struct Line: Equatable, Sendable {
    package var label: String
    package var words: String

    package init(label: String, words: String) {
      self.label = label
      self.words = words
    }
  }

  /// GEN-003: one time that the complete DIR was put right; its history has the answers.
  package struct Correction: Equatable, Sendable {
    package var at: Moment
    package var by: String
    package var because: String

    package init(at: Moment, by: String, because: String) {
      self.at = at
      self.by = by
      self.because = because
    }
  }

  package var summary: DIRSummary
  package var revision: Int
  /// Name, birth and number of the person.
  package var heading: String
  package var sections: [Section]
  /// The newest first.
  package var corrections: [Correction] = []
  /// CUS-019, and whatever else is to be seen at once.
  package var shown: [Finding]
  /// Not what the trail has sealed: shown before everything else, in words.
  package var damage: String?

  package init(
    summary: DIRSummary, revision: Int, heading: String, sections: [Section],
    shown: [Finding] = []
  ) {
    self.summary = summary
    self.revision = revision
    self.heading = heading
    self.sections = sections
    self.shown = shown
  }

  package var ref: RecordRef { summary.ref }
}

extension DIRFile {
  /// The answered fields, section by section, as they read back.
  package static func sections(of reading: FormReading, facts: FormFacts) -> [Section] {
    DIRForm.definition.sections.compactMap { section in
      let lines = section.fields.flatMap { DIRFile.lines(of: $0, reading, facts) }
      return lines.isEmpty ? nil : Section(title: section.title, lines: lines)
    }
  }

  private static func lines(
    of field: FormField, _ reading: FormReading, _ facts: FormFacts
  ) -> [Line] {
    switch field.content {
    case .typed:
      guard field.applies(reading), let words = words(reading.readings[field.code], facts) else {
        return []
      }
      return [Line(label: field.label, words: words)]
    case .rows(let columns, _):
      return (reading.rows[field.code] ?? []).enumerated().map { number, row in
        let cells = columns.compactMap { DIRFile.words(row.readings[$0.code], facts) }
        return Line(label: "\(field.label) \(number + 1)", words: cells.joined(separator: ", "))
      }
    case .computed(let compute):
      return compute(reading).map { [Line(label: field.label, words: $0)] } ?? []
    case .explained: return []
    }
  }

  /// The read-back of an answer; the name of a linked record, the text where it says no more.
  private static func words(_ reading: Reading?, _ facts: FormFacts) -> String? {
    guard case .value(let answer, let readBack)? = reading else { return nil }
    if let ref = answer.link { return facts.names[ref] ?? ref.text }
    if let text = answer.text { return text }
    return readBack.isEmpty ? answer.raw : readBack
  }
}
