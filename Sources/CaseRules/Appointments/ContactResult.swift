/// How somebody was, or was to be, reached.
package enum ContactMethod: String, CaseIterable, Hashable, Sendable {
  case phone, text, letter, visit
  case email = "e-mail"
  case inPerson = "in-person"
  case agency

  package var title: String {
    switch self {
    case .phone: "Phone call"
    case .text: "Text message"
    case .letter: "Letter"
    case .visit: "Visit to the address"
    case .email: "E-mail"
    case .inPerson: "Met in person"
    case .agency: "Through family or another agency"
    }
  }
}

/// What came of an attempt to reach somebody.
package enum ContactResult: String, CaseIterable, Hashable, Sendable {
  case spoke
  case noAnswer = "no-answer"
  case messageLeft = "message-left"
  case notThere = "not-there"
  case wrongDetails = "wrong-details"
  case sent

  package var title: String {
    switch self {
    case .spoke: "Spoke to the client"
    case .noAnswer: "No answer"
    case .messageLeft: "Message left"
    case .notThere: "Not there"
    case .wrongDetails: "Number or address is wrong"
    case .sent: "Sent, no reply yet"
    }
  }

  /// PPL-024: only an exchange with the client is a contact.
  package var isContact: Bool {
    switch self {
    case .spoke: true
    case .noAnswer, .messageLeft, .notThere, .wrongDetails, .sent: false
    }
  }
}

/// One recorded attempt to reach somebody (PPL-022).
package struct ContactAttempt: Equatable, Sendable {
  package var id: ContactID
  package var person: PersonID
  package var when: Moment
  package var method: ContactMethod
  package var result: ContactResult
  package var note: String
  package var worker: String
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var revision: Int

  package init(
    id: ContactID, person: PersonID, when: Moment, method: ContactMethod, result: ContactResult,
    note: String = "", worker: String = "", struckBecause: String? = nil, revision: Int = 1
  ) {
    self.id = id
    self.person = person
    self.when = when
    self.method = method
    self.result = result
    self.note = note
    self.worker = worker
    self.struckBecause = struckBecause
    self.revision = revision
  }
}

extension ContactAttempt {
  /// "Phone call: no answer, Fri 05/10/2007 10:00".
  package var words: String {
    "\(method.title): \(result.title.lowercased()), \(when.ukWithWeekday)"
  }
}
