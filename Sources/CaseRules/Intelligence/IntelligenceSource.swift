/// INT-001: what kind of source something comes from; the kind alone can identify a relative.
package enum SourceKind: String, CaseIterable, Hashable, Sendable {
  case informant
  case treatmentService = "treatment_service"
  case familyOrFriend = "family_or_friend"
  case prison, probation, community
}

/// INT-005: who said something, how they know, and whose confidence it was told in.
///
/// Never part of a record that anybody else reads: an item of intelligence holds a `SourceNumber`.
package struct IntelligenceSource: Equatable, Sendable {
  package var kind: SourceKind
  package var identity: String
  package var howKnown: String
  package var contact: String
  /// The client who told it to a treatment service.
  package var disclosingClient: PersonID?

  package init(
    kind: SourceKind, identity: String, howKnown: String = "", contact: String = "",
    disclosingClient: PersonID? = nil
  ) {
    self.kind = kind
    self.identity = identity
    self.howKnown = howKnown
    self.contact = contact
    self.disclosingClient = disclosingClient
  }
}

/// All that the rest of the program knows of a source: a random number that tells no order and
/// nothing of who it is.
package struct SourceNumber: Hashable, Sendable {
  package let rawValue: Int64

  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  package init(rawValue: Int64) { self.rawValue = rawValue }

  /// "source 4c1f…": hexadecimal, as the trail has it.
  package var text: String { "source " + String(UInt64(bitPattern: rawValue), radix: 16) }
}

/// The rules of the sterile corridor, as far as they are about who may know a source.
package enum SourceRules {
  /// What is missing before a source can be kept.
  package static func findings(on source: IntelligenceSource) -> [Finding] {
    var findings: [Finding] = []
    if source.identity.trimmed.isEmpty {
      findings.append(Finding("INT-005", .blocks, "Say who the source is, or how they are known"))
    }
    if source.kind == .treatmentService, source.disclosingClient == nil {
      findings.append(
        Finding("INT-005", .blocks, "Name the client who told it to the treatment service"))
    }
    return findings
  }

  /// INT-005: intelligence officers as part of their work; a superintendent case by case, with a
  /// reason; nobody else.
  package static func whyNotRead(_ worker: Worker, because reason: Reason?) -> Finding? {
    if let refusal = AccessMatrix.refusal(toRead: .intelligenceSource, by: worker) {
      return refusal
    }
    let asPartOfWork = AccessMatrix.right(of: worker, to: .intelligenceSource).allowsEditing
    guard !asPartOfWork, reason == nil else { return nil }
    return Finding("INT-005", .blocks, "Say why you must know this source now")
  }
}
