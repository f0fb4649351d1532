/// A record's number with its kind, as people say and type it: "P-1042".
package struct RecordRef: Hashable, Comparable, Sendable {
  /// What sort of record the number belongs to; the raw value is what stands before the number.
  ///
  /// One letter while there were enough of them; rooms that came later have two.
  package enum Kind: String, CaseIterable, Comparable, Hashable, Sendable {
    case person = "P"
    case custodyEntry = "C"
    case dir = "D"
    case episode = "E"
    case appointment = "A"
    case consent = "N"
    case contact = "K"
    case handover = "H"
    case helplineCall = "L"
    case incomingReferral = "S"
    case worker = "W"
    case agency = "G"
    case suite = "U"
    case officer = "O"
    case custodyFact = "F"
    case carePlan = "B"
    case referral = "R"
    case modality = "M"
    case prescribing = "X"
    case possibleRecord = "Q"
    case merge = "J"
    case proposal = "T"
    case exceptionalAccess = "Z"
    case ediiActivity = "EA"
    case ediiReferral = "ER"
    case warrant = "WF"
    case intelligenceReport = "I"
    case intelligenceSubject = "IS"
    case bronzeAction = "BR"

    package static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }

    /// The letter or letters before the number.
    package var code: String { rawValue }

    /// "person", "custody entry".
    package var words: String {
      switch self {
      case .person: "person"
      case .custodyEntry: "custody entry"
      case .dir: "DIR"
      case .episode: "caseload episode"
      case .appointment: "appointment"
      case .consent: "consent"
      case .contact: "contact"
      case .handover: "handover"
      case .helplineCall: "helpline call"
      case .incomingReferral: "referral"
      case .worker: "worker"
      case .agency: "agency or service"
      case .suite: "custody suite"
      case .officer: "custody officer"
      case .custodyFact: "custody record"
      case .carePlan: "care plan"
      case .referral: "wraparound referral"
      case .modality: "treatment"
      case .prescribing: "prescribing episode"
      case .possibleRecord: "possible record"
      case .merge: "merge of two records"
      case .proposal: "proposal"
      case .exceptionalAccess: "exceptional access"
      case .ediiActivity: "EDII activity"
      case .ediiReferral: "EDII referral"
      case .warrant: "warrant"
      case .intelligenceReport: "intelligence report"
      case .intelligenceSubject: "subject of intelligence"
      case .bronzeAction: "bronze action"
      }
    }
  }

  package let kind: Kind
  package let number: Int64

  package init(_ kind: Kind, _ number: Int64) {
    self.kind = kind
    self.number = number
  }

  /// Reads "P-1042", "p1042", "p 1042" and "P-0001042"; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let typed = text.trimmed
    guard typed.utf8.count <= 24 else { return nil }
    let letters = typed.prefix { $0.isASCII && $0.isLetter }
    guard let kind = Kind(rawValue: letters.uppercased()) else { return nil }
    var rest = typed.dropFirst(letters.count)
    while let next = rest.first, next == "-" || next == " " { rest = rest.dropFirst() }
    guard let number = Digits.number(rest), number > 0 else { return nil }
    self.init(kind, Int64(number))
  }

  package static func < (one: RecordRef, other: RecordRef) -> Bool {
    (one.kind, one.number) < (other.kind, other.number)
  }

  /// "P-1042"; short numbers are filled to four digits.
  package var text: String { kind.code + "-" + Digits.padded(Int(number), 4) }
}

extension RecordRef: CustomStringConvertible {
  package var description: String { text }
}
