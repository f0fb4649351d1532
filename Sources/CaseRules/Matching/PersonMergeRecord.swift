/// Two records of one person that were made one, and whether that has been undone.
package struct PersonMergeRecord: Equatable, Sendable {
  package let ref: RecordRef
  package let kept: PersonIdentity
  /// The record that only points to the other now.
  package let gone: PersonIdentity
  package let decision: PossibleRecord.Decision
  /// Why the two were taken apart again; nil while they are one.
  package let split: PossibleRecord.Decision?
  package let revision: Int

  package init(
    ref: RecordRef, kept: PersonIdentity, gone: PersonIdentity, decision: PossibleRecord.Decision,
    split: PossibleRecord.Decision? = nil, revision: Int = 1
  ) {
    self.ref = ref
    self.kept = kept
    self.gone = gone
    self.decision = decision
    self.split = split
    self.revision = revision
  }

  /// "HAROW Myles P-0040 into HARROW Miles P-0012".
  package var heading: String {
    "\(gone.name.display) \(gone.id.ref.text) into \(kept.name.display) \(kept.id.ref.text)"
  }
}
