import CaseRules

/// The version of a record that a form shows.
struct VersionSeen: Sendable {
  let record: RecordRef
  let revision: Int
}
