/// What the records say that the forms about possible records and merges need.
package struct MatchFacts: Equatable, Sendable {
  /// Nil where the form is about one person, or about a merge.
  package var file: PossibleRecordFile?
  /// The person the form is about.
  package var own: RecordRef?
  /// How the person of the form and the one that was named stand to each other.
  package var standing: PossibleRecord?
  /// The merge that is to be undone.
  package var merge: PersonMergeRecord?
  /// What was added since the merge, which the worker may send along with the record that goes.
  package var added: Set<RecordRef>
  /// What the merge cannot be undone for.
  package var obstacles: [Finding]
  /// How much goes back, in words.
  package var goesBack: String
  /// Who is responsible for the client now.
  package var responsible: [WorkerID]

  package init(
    file: PossibleRecordFile? = nil, own: RecordRef? = nil, standing: PossibleRecord? = nil,
    merge: PersonMergeRecord? = nil, added: Set<RecordRef> = [], obstacles: [Finding] = [],
    goesBack: String = "", responsible: [WorkerID] = []
  ) {
    self.file = file
    self.own = own
    self.standing = standing
    self.merge = merge
    self.added = added
    self.obstacles = obstacles
    self.goesBack = goesBack
    self.responsible = responsible
  }
}
