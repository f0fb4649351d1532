/// Break glass: one person's record opened for an hour by somebody whose role does not read people.
///
/// The reason is typed first, the team leader is told and answers for it, and every look stands on
/// the trail as one of this kind.
package struct ExceptionalAccess: Equatable, Sendable {
  /// What the team leader made of it.
  package struct Review: Equatable, Sendable {
    package let by: String
    package let at: Moment
    package let wasRight: Bool
    package let note: String

    package init(by: String, at: Moment, wasRight: Bool, note: String) {
      self.by = by
      self.at = at
      self.wasRight = wasRight
      self.note = note
    }
  }

  package let ref: RecordRef
  package let person: PersonID
  /// Nil for readers who may not know it.
  package var personName: String?
  package let worker: Worker
  package var reason: String
  package let opened: Moment
  package let until: Moment
  /// How often the record was looked at meanwhile.
  package let looks: Int
  package var review: Review?
  package let revision: Int

  package init(
    ref: RecordRef, person: PersonID, personName: String?, worker: Worker, reason: String,
    opened: Moment, until: Moment, looks: Int, review: Review?, revision: Int
  ) {
    self.ref = ref
    self.person = person
    self.personName = personName
    self.worker = worker
    self.reason = reason
    self.opened = opened
    self.until = until
    self.looks = looks
    self.review = review
    self.revision = revision
  }

  package func isOpen(at now: Moment) -> Bool { now >= opened && now < until }

  /// "Z-0001  P-0042 by G.MOSS".
  package var heading: String {
    let name = personName.map { "\($0) " } ?? ""
    return "\(ref.text)  \(name)\(person.ref.text) by \(worker.initials)"
  }
}

/// The rules of exceptional access.
package enum ExceptionalAccessRules {
  /// In minutes; whoever needs longer says why again.
  package static let lasts = 60

  package static let deadlineName = "Exceptional access to look into"

  /// Whose role allows a record to be opened case by case.
  ///
  /// Service managers answer for disclosures about a person (INF-039) and read nobody's record as a
  /// rule. Police users see nothing outside a completed disclosure (INF-044), administrators nothing
  /// at all, auditors only what names nobody: for them there is no glass to break.
  package static func mayOpen(_ worker: Worker) -> Bool {
    worker.active && AccessMatrix.right(of: worker, to: .exceptionalAccess) == .edit
  }

  package static func mayReview(_ access: ExceptionalAccess, _ worker: Worker) -> Finding? {
    guard AccessMatrix.right(of: worker, to: .exceptionalAccess) == .approve else {
      return Finding(
        "GEN-003", .blocks, "A team leader looks into exceptional access, not whoever used it")
    }
    if access.worker.id == worker.id {
      return Finding("GEN-003", .blocks, "Somebody else looks into what you opened yourself")
    }
    if let review = access.review {
      return Finding("GEN-003", .blocks, "\(review.by) has looked into it already")
    }
    return nil
  }

  /// "to be looked into, open until 15:12".
  package static func words(_ access: ExceptionalAccess, at now: Moment) -> String {
    let open = access.isOpen(at: now) ? ", open until \(access.until.local.time.text)" : ""
    guard let review = access.review else { return "to be looked into\(open)" }
    return (review.wasRight ? "found right" : "found not right") + ", \(review.by)\(open)"
  }

  /// The team leader is told at once and looks into it the same day, while people remember.
  package static func deadline(opened: Moment) -> Deadline {
    Deadline(
      name: deadlineName, ruleID: "GEN-003", startFact: "record opened", start: .moment(opened),
      length: .sameDay, owner: "team leader", metBy: "looked into")
  }
}

/// What the records say that the forms of exceptional access need.
package struct ExceptionalAccessFacts: Equatable, Sendable {
  /// Whether there is a person of the number in the form.
  package var personExists = false
  /// The access that is open already to this worker for the person in the form.
  package var standing: ExceptionalAccess?
  /// The access the form is about.
  package var access: ExceptionalAccess?

  package init() {}
}

/// An exceptional access in a list.
package struct ExceptionalAccessLine: Equatable, Sendable {
  package let access: ExceptionalAccess
  package let status: String
  package let isOpen: Bool

  package init(_ access: ExceptionalAccess, at now: Moment) {
    self.access = access
    status = ExceptionalAccessRules.words(access, at: now)
    isOpen = access.isOpen(at: now)
  }
}
