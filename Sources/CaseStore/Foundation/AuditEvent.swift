package import CaseRules
package import SQLite

/// What kind of thing happened; a room adds its own kinds as further constants.
package struct AuditKind: Hashable, Sendable {
  package let code: String

  package init(_ code: StaticString) { self.code = "\(code)" }

  package static let created = AuditKind("record.create")
  package static let changed = AuditKind("record.change")
  /// GEN-004: struck through, never deleted.
  package static let struck = AuditKind("record.struck")
  package static let personViewed = AuditKind("person.view")
  package static let listViewed = AuditKind("list.view")
  /// GEN-002: a warning passed with a reason.
  package static let overridden = AuditKind("rule.overridden")
  package static let settingChanged = AuditKind("setting.change")
  package static let codeChanged = AuditKind("code.change")
  package static let holidayChanged = AuditKind("holiday.change")
  package static let workerChanged = AuditKind("worker.change")
  package static let draftDiscarded = AuditKind("draft.discarded")
  package static let imported = AuditKind("import")
  package static let exported = AuditKind("export")
}

/// The record an entry is about: the letter of its reference, or a word for what has none.
package struct AuditedRecord: Equatable, Sendable {
  package let kind: String
  package let id: Int64

  package init(_ reference: RecordRef) {
    kind = reference.kind.code
    id = reference.number
  }

  package init(_ kind: StaticString, _ id: Int64) {
    self.kind = "\(kind)"
    self.id = id
  }
}

/// A field before and after.
package struct FieldChange: Equatable, Sendable {
  package let field: String
  package let from: SQLValue
  package let to: SQLValue

  package init(
    _ field: String, from: (any SQLBindable)? = nil, to: (any SQLBindable)? = nil
  ) {
    self.field = field
    self.from = from?.sqlValue ?? .null
    self.to = to?.sqlValue ?? .null
  }

  /// Whether anything changed; a form that is saved unchanged says nothing about its fields.
  package var isChange: Bool { from != to }
}

/// One entry of the audit trail, but for who, when and in which save (GEN-003).
package struct AuditEvent: Equatable, Sendable {
  package var kind: AuditKind
  /// The person concerned, so that their whole history can be listed.
  package var person: PersonID?
  package var record: AuditedRecord?
  /// The version it was made from; nil for a new record.
  package var revisionBefore: Int?
  /// The version it made; nil when none was made.
  package var revisionAfter: Int?
  /// Fields with old and new value; those that are equal are left out.
  package var changes: [FieldChange]
  /// What else is worth knowing: a count, a file's name; in the order given.
  package var facts: [Fact]
  package var rule: String?
  package var reason: String?

  /// A name and a value.
  package struct Fact: Equatable, Sendable {
    package let name: String
    package let value: SQLValue

    package init(_ name: StaticString, _ value: (any SQLBindable)?) {
      self.name = "\(name)"
      self.value = value?.sqlValue ?? .null
    }
  }

  package init(
    _ kind: AuditKind, person: PersonID? = nil, record: AuditedRecord? = nil,
    from revisionBefore: Int? = nil, to revisionAfter: Int? = nil, changes: [FieldChange] = [],
    facts: [Fact] = [], rule: String? = nil, reason: String? = nil
  ) {
    self.kind = kind
    self.person = person
    self.record = record
    self.revisionBefore = revisionBefore
    self.revisionAfter = revisionAfter
    self.changes = changes
    self.facts = facts
    self.rule = rule
    self.reason = reason
  }
}
