/// A bronze letter: composed from its parts, frozen when it is granted (INT-027 to INT-031).
package enum BronzeLetter {
  /// INT-029: by whether an offence other than drug misuse is suspected.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case offence = "a"
    case drugs = "b"

    package init(offenceSuspected: Bool) { self = offenceSuspected ? .offence : .drugs }

    /// "A".
    package var code: String { rawValue.uppercased() }

    /// "A, offence suspected".
    package var words: String {
      switch self {
      case .offence: "A, offence suspected"
      case .drugs: "B, no offence beyond drug misuse"
      }
    }
  }

  /// What is typed; the rest of the letter is the same for everybody.
  package struct Parts: Equatable, Sendable {
    package var kind: Kind
    /// Part i: of kind A the offence, of kind B the drugs.
    package var first: String
    /// Part ii: of kind A earlier convictions, of kind B how use may be becoming a problem.
    package var second: String
    /// Part iii: own words of the invitation, before the service.
    package var invitation: String
    package var service: String
    package var contact: String
    package var replyBy: CalendarDate?
    /// Where it is sent to; empty where it is handed over.
    package var address: String

    package init(
      kind: Kind, first: String, second: String, invitation: String, service: String,
      contact: String, replyBy: CalendarDate?, address: String = ""
    ) {
      self.kind = kind
      self.first = first
      self.second = second
      self.invitation = invitation
      self.service = service
      self.contact = contact
      self.replyBy = replyBy
      self.address = address
    }
  }

  /// Who signs, and when; before the decision a blank stands there.
  package struct Signature: Equatable, Sendable {
    package var name: String
    package var rank: PoliceRank?
    package var on: CalendarDate?

    package init(name: String, rank: PoliceRank?, on: CalendarDate?) {
      self.name = name
      self.rank = rank
      self.on = on
    }

    package static let open = Signature(name: "", rank: nil, on: nil)
  }

  // MARK: Composing

  /// The letter word for word.
  ///
  /// Nothing of the intelligence's day or source goes into it.
  package static func text(
    of parts: Parts, to action: BronzeAction, signed: Signature
  ) -> String {
    let name = action.addressee.isEmpty ? action.subjectName : action.addressee
    var letter = FrozenText(
      reference: action.ref.text, day: signed.on?.ukWithWeekday ?? "(the day it is authorised)")
    letter.add([name] + parts.address.split(separator: "\n").map(String.init))
    letter.add(["Dear \(name),"])
    addBody(parts, to: &letter)
    addInvitation(parts, to: &letter)
    letter.add([
      "This letter is not a charge and not a caution. It is meant to be read by you alone."
    ])
    letter.add(["Yours sincerely,"])
    letter.add([
      signed.name.isEmpty ? "(the officer who authorises it)" : signed.name,
      signed.rank?.words ?? "(rank)",
    ])
    return letter.text
  }

  private static func addBody(_ parts: Parts, to letter: inout FrozenText) {
    switch parts.kind {
    case .offence:
      letter.add(
        "Why you are written to",
        ["The police have information that you may be committing an offence:", parts.first])
      letter.add("Earlier convictions for a like offence", [parts.second])
    case .drugs:
      letter.add(
        "Why you are written to",
        [
          "The police have information that you may be using drugs. About these drugs:",
          parts.first,
        ])
      letter.add("Why it may be becoming a problem", [parts.second])
    }
  }

  private static func addInvitation(_ parts: Parts, to letter: inout FrozenText) {
    let own = parts.invitation.isEmpty ? [] : [parts.invitation]
    let until = parts.replyBy.map { "Please answer by \($0.ukWithWeekday)." } ?? ""
    letter.add(
      "An invitation into treatment",
      own + [
        "\(parts.service) is ready to help you. You reach them here: \(parts.contact)", until,
      ])
  }

  // MARK: Checking

  /// INT-027, INT-028, INT-030: what is missing in the letter, or does not belong into it.
  package static func findings(on parts: Parts, today: CalendarDate) -> [Finding] {
    let fields = LetterFields.codes(of: parts.kind)
    let rule = parts.kind == .offence ? "INT-027" : "INT-028"
    var findings: [Finding] = []
    if parts.first.trimmed.isEmpty {
      findings.append(
        Finding(rule, .blocks, field: fields.first.text, missing(first: parts.kind)))
    }
    if parts.second.trimmed.isEmpty {
      findings.append(
        Finding(rule, .blocks, field: fields.second.text, missing(second: parts.kind)))
    }
    findings += invitationFindings(parts, rule, today)
    return findings + (parts.kind == .drugs ? offenceWords(in: parts) : [])
  }

  private static func missing(first kind: Kind) -> String {
    switch kind {
    case .offence: "Part i: say shortly which offence may be being committed"
    case .drugs: "Part i: say something about the drugs being used"
    }
  }

  private static func missing(second kind: Kind) -> String {
    switch kind {
    case .offence: "Part ii: earlier convictions for a like offence, or “none known”"
    case .drugs: "Part ii: say that use may be becoming a problem"
    }
  }

  private static func invitationFindings(
    _ parts: Parts, _ rule: String, _ today: CalendarDate
  ) -> [Finding] {
    var findings: [Finding] = []
    if parts.service.trimmed.isEmpty {
      findings.append(
        Finding(
          "INT-030", .blocks, field: LetterFields.service.text,
          "The invitation names at least one treatment service"))
    }
    if parts.contact.trimmed.isEmpty {
      findings.append(
        Finding(
          "INT-030", .blocks, field: LetterFields.contact.text,
          "The invitation says how the service is reached"))
    }
    guard let day = parts.replyBy else {
      return findings + [
        Finding(
          "INT-030", .blocks, field: LetterFields.replyBy.text,
          "The invitation says until when to answer")
      ]
    }
    if day <= today {
      findings.append(
        Finding(
          "INT-030", .blocks, field: LetterFields.replyBy.text,
          "\(day.ukWithWeekday) is over when the letter arrives. Give a later day"))
    }
    return findings
  }

  // MARK: Kind B says nothing of offences

  /// INT-028: what tells of offences or convictions is refused, with the word that was found.
  private static func offenceWords(in parts: Parts) -> [Finding] {
    let fields = LetterFields.codes(of: .drugs)
    let texts: [(FieldCode, String)] = [
      (fields.first, parts.first), (fields.second, parts.second),
      (LetterFields.invitation, parts.invitation),
    ]
    return texts.compactMap { field, text in
      offenceWord(in: text).map { word in
        Finding(
          "INT-028", .blocks, field: field.text,
          "“\(word)” is about an offence. A letter of kind B says nothing of offences or "
            + "convictions: take it out, or say that an offence is suspected")
      }
    }
  }

  /// The first word of a text that tells of an offence; nil when there is none.
  private static func offenceWord(in text: String) -> String? {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "'" }.map(String.init)
      .first { word in
        let folded = word.foldedForSearch
        return offenceStems.contains { folded.hasPrefix($0) } || offenceExact.contains(folded)
      } ?? offencePhrase(in: text)
  }

  /// Words that are harmless each by itself.
  private static func offencePhrase(in text: String) -> String? {
    let words = text.split { !$0.isLetter }.map { String($0).foldedForSearch }
    return offencePhrases.first { phrase in
      words.indices.contains { words[$0...].starts(with: phrase) }
    }?.joined(separator: " ")
  }

  /// Beginnings of words; what also means something harmless is not among them.
  private static let offenceStems = [
    "offen", "convict", "crime", "crimin", "burgl", "theft", "thiev", "thief", "steal", "stole",
    "shoplift", "robbe", "mugging", "mugged", "fraud", "assault", "violen", "arson", "twoc",
    "arrest", "prosecut", "imprison", "magistrat", "smuggl", "supplying", "trafficking", "dealer",
    "begging", "weapon", "vandal", "trespass", "murder", "blackmail",
    "robbing", "robber", "prison", "breakin", "custod",
  ]
  private static let offencePhrases = [
    ["broke", "into"], ["breaking", "into"], ["break", "into"], ["broken", "into"],
    ["drug", "dealing"], ["drugs", "dealing"], ["dealing", "drugs"], ["dealing", "in"],
    ["selling", "drugs"], ["police", "record"], ["your", "record"],
  ]
  private static let offenceExact: Set<String> = [
    "charged", "cautioned", "court", "courts", "asbo", "pnc", "jail", "gaol", "robbed", "bail",
    "sentence", "sentenced", "rape", "tic",
  ]
}

/// The fields of a letter; which of them are parts i and ii goes by the kind.
package enum LetterFields {
  package static let suspected: FieldCode = "offence-suspected"
  package static let offence: FieldCode = "offence-account"
  package static let convictions: FieldCode = "convictions"
  package static let drugs: FieldCode = "drugs-account"
  package static let problem: FieldCode = "becoming-a-problem"
  package static let invitation: FieldCode = "invitation"
  package static let service: FieldCode = "service"
  package static let contact: FieldCode = "contact"
  package static let replyBy: FieldCode = "reply-by"
  package static let address: FieldCode = "address"

  package static func codes(of kind: BronzeLetter.Kind) -> (first: FieldCode, second: FieldCode) {
    switch kind {
    case .offence: (offence, convictions)
    case .drugs: (drugs, problem)
    }
  }
}
