package import CaseRules
package import SQLite

/// How one form reaches the records: what is known before, what others say, and how it is written.
package struct FormHandler: Sendable {
  package let form: FormID
  /// Known answers, the heading, the facts and the version, before anything is typed.
  package let open: @Sendable (Connection, RecordRef?, RuleContext) throws -> OpenedForm
  /// The facts again, now that something was typed that other records have a say in.
  package let facts:
    @Sendable (Connection, RecordRef?, FormReading, RuleContext) throws -> FormFacts
  /// Writes the records and their audit entries.
  ///
  /// Every check of the form has passed.
  package let save:
    @Sendable (WriteTransaction, RecordRef?, FormReading, FormFacts, RuleContext) throws
      -> SavedForm

  package init(
    _ form: FormID,
    open: @escaping @Sendable (Connection, RecordRef?, RuleContext) throws -> OpenedForm,
    facts:
      @escaping @Sendable (Connection, RecordRef?, FormReading, RuleContext) throws -> FormFacts,
    save:
      @escaping @Sendable (WriteTransaction, RecordRef?, FormReading, FormFacts, RuleContext) throws
      -> SavedForm
  ) {
    self.form = form
    self.open = open
    self.facts = facts
    self.save = save
  }
}

/// What a handler wrote.
package struct SavedForm: Sendable {
  package var ref: RecordRef
  /// Facts that were stored although late or not as the rules want them (GEN-001).
  package var flags: [Finding]
  /// What else happened because of it: "Follow-up due Mon 08/10/2007".
  package var notes: [String]

  package init(_ ref: RecordRef, flags: [Finding] = [], notes: [String] = []) {
    self.ref = ref
    self.flags = flags
    self.notes = notes
  }
}

/// An answer that every check has made sure of; a gap is a fault of the program.
func needed<Value>(_ value: Value?) throws -> Value { try value.orNotFound() }
