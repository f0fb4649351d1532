/// Two records that may be of one person: neither yes nor no until somebody has said which (PPL-004).
package struct PossibleRecord: Equatable, Sendable {
  /// Where the likeness came to light.
  package enum Source: String, CaseIterable, Hashable, Sendable {
    case form, change, imported = "import", worker

    package var words: String {
      switch self {
      case .form: "Found when taken on file"
      case .change: "Found when details were changed"
      case .imported: "Found in an import"
      case .worker: "Noted by hand"
      }
    }
  }

  package enum State: String, CaseIterable, Hashable, Sendable {
    case pending
    /// Somebody says it is one person; who may merge has not done so yet.
    case confirmed
    case rejected, merged

    /// Still to be worked on.
    package var waits: Bool {
      switch self {
      case .pending, .confirmed: true
      case .rejected, .merged: false
      }
    }

    package var words: String {
      switch self {
      case .pending: "To be looked at"
      case .confirmed: "Same person, to be merged"
      case .rejected: "Different people"
      case .merged: "Merged"
      }
    }
  }

  /// Who said what it is, and why.
  package struct Decision: Equatable, Sendable {
    package let by: String
    package let at: Moment
    package let reason: String

    package init(by: String, at: Moment, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  package let ref: RecordRef
  /// The one that has been on file longer.
  package let older: PersonIdentity
  package let newer: PersonIdentity
  /// "sounds like Myles Harow, born 03/04/1985".
  package let because: String
  package let source: Source
  package let found: Moment
  package let foundBy: String
  package let state: State
  package let decision: Decision?
  package let revision: Int

  package init(
    ref: RecordRef, older: PersonIdentity, newer: PersonIdentity, because: String,
    source: Source, found: Moment, foundBy: String, state: State = .pending,
    decision: Decision? = nil, revision: Int = 1
  ) {
    self.ref = ref
    self.older = older
    self.newer = newer
    self.because = because
    self.source = source
    self.found = found
    self.foundBy = foundBy
    self.state = state
    self.decision = decision
    self.revision = revision
  }

  /// "HARROW Miles P-0012 and HAROW Myles P-0040".
  package var heading: String {
    "\(older.name.display) \(older.id.ref.text) and \(newer.name.display) \(newer.id.ref.text)"
  }

  /// As short as a form's heading has to be: "1 HARROW P-0012, 2 HAROW P-0040".
  package var shortHeading: String {
    "1 \(older.name.family.uppercased()) \(older.id.ref.text), "
      + "2 \(newer.name.family.uppercased()) \(newer.id.ref.text)"
  }

  /// The one of the two that is not this.
  package func other(than person: PersonID) -> PersonIdentity {
    older.id == person ? newer : older
  }
}

/// A row of the work list: the two, and who is responsible for either now.
package struct PossibleRecordLine: Equatable, Sendable {
  package let pair: PossibleRecord
  package let olderWorker: String?
  package let newerWorker: String?

  package init(_ pair: PossibleRecord, olderWorker: String? = nil, newerWorker: String? = nil) {
    self.pair = pair
    self.olderWorker = olderWorker
    self.newerWorker = newerWorker
  }
}
