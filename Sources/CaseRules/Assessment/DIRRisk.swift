/// A risk as an assessment found it (CUS-017): to whom, how great, and what was said of it.
package struct DIRRisk: Equatable, Sendable {
  package enum To: String, CaseIterable, Hashable, Sendable {
    case oneself, others, staff

    package var words: String {
      switch self {
      case .oneself: "to self"
      case .others: "to others"
      case .staff: "to staff"
      }
    }
  }

  package var to: To
  package var level: RiskLevel
  package var note: String

  package init(to: To, level: RiskLevel, note: String = "") {
    self.to = to
    self.level = level
    self.note = note
  }

  /// "to self high - cut wrists in May".
  package var words: String {
    "\(to.words) \(level.words.lowercased())" + (note.isEmpty ? "" : " - \(note)")
  }

  /// "High: cut wrists in May", beside the label that says to whom.
  package var saying: String { level.words + (note.isEmpty ? "" : ": \(note)") }
}

/// A risk with the assessment that says so.
package struct AssessedRisk: Equatable, Sendable {
  package var risk: DIRRisk
  package var dir: RecordRef
  package var assessed: Moment
  package var worker: String

  /// What is known now: of each kind the newest answer counts, and only where it is a risk.
  ///
  /// The DIRs come newest first, as a person's record has them.
  package static func known(from dirs: [DIRSummary]) -> [AssessedRisk] {
    DIRRisk.To.allCases.compactMap { to in
      for dir in dirs {
        guard let risk = dir.risks.first(where: { $0.to == to }) else { continue }
        guard risk.level.isRisk else { return nil }
        return AssessedRisk(risk: risk, dir: dir.ref, assessed: dir.assessed, worker: dir.worker)
      }
      return nil
    }
  }

  /// "D-0012, 05/10/2007, by AB".
  package var source: String { "\(dir.text), \(assessed.date.uk), by \(worker)" }

  /// One line for each assessment: "Risk (D-0012, 05/10/2007, by AB): to self high - ...; to staff low".
  package static func warnings(_ risks: [AssessedRisk]) -> [String] {
    var sources: [String] = []
    for risk in risks where !sources.contains(risk.source) { sources.append(risk.source) }
    return sources.map { source in
      let words = risks.filter { $0.source == source }.map(\.risk.words)
      return "Risk (\(source)): \(words.joined(separator: "; "))"
    }
  }
}
