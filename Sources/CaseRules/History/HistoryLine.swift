/// One entry of the trail as people read it: who, when, what from and to, and why.
package struct HistoryLine: Equatable, Sendable {
  /// A field before and after, as it was stored.
  package struct Change: Equatable, Sendable {
    package let field: String
    package let from: String?
    package let to: String?
    /// INF-002: that it changed is told, but not what it was and is.
    package private(set) var isKeptBack = false

    package init(_ field: String, from: String?, to: String?) {
      self.field = field
      self.from = from
      self.to = to
    }

    package var keptBack: Change {
      var change = Change(field, from: nil, to: nil)
      change.isKeptBack = true
      return change
    }
  }

  /// A name and a value: a count, a file.
  package struct Fact: Equatable, Sendable {
    package let name: String
    package let value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package var number: Int64
  package var at: Moment
  package var worker: WorkerID
  package var workerName: String
  package var role: Role
  /// The code of its `EventKind`.
  package var kind: String
  package var person: PersonID?
  /// Nil also where the reader may not know who it is.
  package var personName: String?
  /// "E-0012", or "deadline 5" for what has no reference.
  package var record: String?
  package var ref: RecordRef?
  package var revisionBefore: Int?
  package var revisionAfter: Int?
  package var changes: [Change] = []
  package var facts: [Fact] = []
  package var rule: String?
  package var reason: String?
  package var purpose: String?
  package var session: String?
  package var terminal: String?
  package var remote: String?
  /// The reader's role does not see what was changed, only that it was (CUS-022).
  package var isWithheld = false

  /// "deadline" for "deadline 5"; nil for a record with a reference, and where there is none.
  package var recordWord: Substring? {
    guard ref == nil, let record else { return nil }
    return record.lastIndex(of: " ").map { record[..<$0] } ?? record[...]
  }

  package init(
    number: Int64, at: Moment, worker: WorkerID, workerName: String, role: Role, kind: String
  ) {
    self.number = number
    self.at = at
    self.worker = worker
    self.workerName = workerName
    self.role = role
    self.kind = kind
  }
}
