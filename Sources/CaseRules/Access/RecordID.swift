/// A kind of record that has numbers of its own.
package protocol RecordTag: Sendable {
  static var kind: RecordRef.Kind { get }
}

/// The number of one record; a person's number cannot be mistaken for an appointment's.
package struct RecordID<Tag: RecordTag>: Hashable, Comparable, Sendable {
  package let rawValue: Int64

  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  package init(rawValue: Int64) { self.rawValue = rawValue }

  /// The number of this kind that a reference carries; nil when the reference is of another kind.
  package init?(_ ref: RecordRef) {
    guard ref.kind == Tag.kind else { return nil }
    rawValue = ref.number
  }

  package static func < (one: RecordID, other: RecordID) -> Bool { one.rawValue < other.rawValue }

  /// The number with its kind, as it is written: "P-1042".
  package var ref: RecordRef { RecordRef(Tag.kind, rawValue) }
}

extension RecordID: CustomStringConvertible {
  package var description: String { ref.text }
}

package enum PersonTag: RecordTag { package static let kind = RecordRef.Kind.person }
package enum EntryTag: RecordTag { package static let kind = RecordRef.Kind.custodyEntry }
package enum DIRTag: RecordTag { package static let kind = RecordRef.Kind.dir }
package enum EpisodeTag: RecordTag { package static let kind = RecordRef.Kind.episode }
package enum AppointmentTag: RecordTag { package static let kind = RecordRef.Kind.appointment }
package enum ConsentTag: RecordTag { package static let kind = RecordRef.Kind.consent }
package enum ContactTag: RecordTag { package static let kind = RecordRef.Kind.contact }
package enum HandoverTag: RecordTag { package static let kind = RecordRef.Kind.handover }
package enum HelplineCallTag: RecordTag { package static let kind = RecordRef.Kind.helplineCall }
package enum IncomingReferralTag: RecordTag {
  package static let kind = RecordRef.Kind.incomingReferral
}
package enum WorkerTag: RecordTag { package static let kind = RecordRef.Kind.worker }
package enum AgencyTag: RecordTag { package static let kind = RecordRef.Kind.agency }
package enum SuiteTag: RecordTag { package static let kind = RecordRef.Kind.suite }
package enum OfficerTag: RecordTag { package static let kind = RecordRef.Kind.officer }
package enum CustodyFactTag: RecordTag { package static let kind = RecordRef.Kind.custodyFact }
package enum CarePlanTag: RecordTag { package static let kind = RecordRef.Kind.carePlan }
package enum ReferralTag: RecordTag { package static let kind = RecordRef.Kind.referral }
package enum ModalityTag: RecordTag { package static let kind = RecordRef.Kind.modality }
package enum PrescribingTag: RecordTag { package static let kind = RecordRef.Kind.prescribing }

package enum PossibleRecordTag: RecordTag {
  package static let kind = RecordRef.Kind.possibleRecord
}
package enum MergeTag: RecordTag { package static let kind = RecordRef.Kind.merge }
package enum ProposalTag: RecordTag { package static let kind = RecordRef.Kind.proposal }
package enum EDIIActivityTag: RecordTag {
  package static let kind = RecordRef.Kind.ediiActivity
}
package enum EDIIReferralTag: RecordTag {
  package static let kind = RecordRef.Kind.ediiReferral
}
package enum WarrantTag: RecordTag { package static let kind = RecordRef.Kind.warrant }
package enum ExceptionalAccessTag: RecordTag {
  package static let kind = RecordRef.Kind.exceptionalAccess
}
package enum IntelligenceReportTag: RecordTag {
  package static let kind = RecordRef.Kind.intelligenceReport
}
package enum IntelligenceSubjectTag: RecordTag {
  package static let kind = RecordRef.Kind.intelligenceSubject
}
package enum BronzeActionTag: RecordTag {
  package static let kind = RecordRef.Kind.bronzeAction
}

package typealias PersonID = RecordID<PersonTag>
/// A custody board entry: one detention.
package typealias EntryID = RecordID<EntryTag>
package typealias DIRID = RecordID<DIRTag>
package typealias EpisodeID = RecordID<EpisodeTag>
package typealias AppointmentID = RecordID<AppointmentTag>
package typealias ConsentID = RecordID<ConsentTag>
package typealias ContactID = RecordID<ContactTag>
package typealias HandoverID = RecordID<HandoverTag>
package typealias HelplineCallID = RecordID<HelplineCallTag>
package typealias IncomingReferralID = RecordID<IncomingReferralTag>
package typealias WorkerID = RecordID<WorkerTag>
/// An agency or service of the directory.
package typealias AgencyID = RecordID<AgencyTag>
/// A custody suite.
package typealias SuiteID = RecordID<SuiteTag>
/// A custody officer: a contact, not a worker.
package typealias OfficerID = RecordID<OfficerTag>
/// One dated fact of a detention: an offer, an approach, a permission ...
package typealias CustodyFactID = RecordID<CustodyFactTag>
/// One version of a care plan.
package typealias CarePlanID = RecordID<CarePlanTag>
/// A wraparound referral.
package typealias ReferralID = RecordID<ReferralTag>
/// One treatment at one service.
package typealias ModalityID = RecordID<ModalityTag>
package typealias PrescribingID = RecordID<PrescribingTag>
/// Two records that may be of one person.
package typealias PossibleRecordID = RecordID<PossibleRecordTag>
/// Two records of one person made one.
package typealias MergeID = RecordID<MergeTag>
/// An act that waits for a second person.
package typealias ProposalID = RecordID<ProposalTag>
/// A record opened by somebody who may not read it as a rule.
package typealias ExceptionalAccessID = RecordID<ExceptionalAccessTag>
/// An entry of the activity log of early intervention.
package typealias EDIIActivityID = RecordID<EDIIActivityTag>
/// A referral to early intervention.
package typealias EDIIReferralID = RecordID<EDIIReferralTag>
/// A warrant that was executed.
package typealias WarrantID = RecordID<WarrantTag>
/// One item of intelligence, without a clue to its source.
package typealias IntelligenceReportID = RecordID<IntelligenceReportTag>
/// Whom intelligence is about; nobody's client unless a role that reads both has said so.
package typealias IntelligenceSubjectID = RecordID<IntelligenceSubjectTag>
package typealias BronzeActionID = RecordID<BronzeActionTag>
