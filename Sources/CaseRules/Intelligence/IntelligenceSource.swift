/// INT-005: who said something, how they know, and whose confidence it was told in.
///
/// Never part of a record that anybody else reads: an item of intelligence holds a `SourceNumber`.
package struct IntelligenceSource: Equatable, Sendable {
  package var kind: SourceKind
  /// As far as it is known: what a sanitised text may not have.
  package var familyName: String
  /// Empty for somebody who did not say who they are.
  package var identity: String
  package var howKnown: String
  package var contact: String
  /// The client who told it to a treatment service.
  package var disclosingClient: PersonID?
  /// The client's family name, for the same.
  package var clientFamilyName: String
  /// INT-007: the record of the disclosure by which it may become intelligence.
  package var disclosure: String

  package init(
    kind: SourceKind, familyName: String = "", identity: String, howKnown: String = "",
    contact: String = "", disclosingClient: PersonID? = nil, clientFamilyName: String = "",
    disclosure: String = ""
  ) {
    self.kind = kind
    self.familyName = familyName
    self.clientFamilyName = clientFamilyName
    self.disclosure = disclosure
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

  /// "source 4c1f…": hexadecimal, as the trail has it.
  package var text: String { "source " + String(UInt64(bitPattern: rawValue), radix: 16) }
}

/// The rules of the sterile corridor, as far as they are about who may know a source.
package enum SourceRules {
  /// What is missing before a source can be kept; who it is need not be known.
  package static func findings(on source: IntelligenceSource) -> [Finding] {
    var findings: [Finding] = []
    guard source.kind == .treatmentService else { return findings }
    if source.disclosingClient == nil || source.clientFamilyName.trimmed.isEmpty {
      findings.append(
        Finding("INT-005", .blocks, "Name the client who told it to the treatment service"))
    }
    if source.disclosure.trimmed.isEmpty {
      findings.append(
        Finding(
          "INT-007", .blocks,
          "What a client tells about somebody else is confidential to that client: give the "
            + "reference of the disclosure record"))
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
