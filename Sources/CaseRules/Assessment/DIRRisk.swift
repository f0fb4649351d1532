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

  /// The gravest first, a line each: "High risk to self: cut wrists in May (D-0012, 05/10/2007, by AB)";
  /// low ones share one line.
  package static func warnings(_ risks: [AssessedRisk]) -> [String] {
    let grave = [RiskLevel.high, .medium].flatMap { level in
      risks.filter { $0.risk.level == level }.map { known in
        let note = known.risk.note.isEmpty ? "" : ": \(known.risk.note)"
        return "\(level.words) risk \(known.risk.to.words)\(note) (\(known.source))"
      }
    }
    let low = risks.filter { $0.risk.level == .low }.map { known in
      known.risk.to.words + (known.risk.note.isEmpty ? "" : " - \(known.risk.note)")
        + " (\(known.dir.text))"
    }
    return grave + (low.isEmpty ? [] : ["Low risk \(low.joined(separator: "; "))"])
  }
}
