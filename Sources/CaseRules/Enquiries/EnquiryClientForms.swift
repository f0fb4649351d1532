/// The client of a referral, or whoever a call is about, turns out to be on file already.
package enum ReferralClientForm {
  package static let id: FormID = "referral-client"
  package static let person: FieldCode = "person"
  package static let phone: FieldCode = "phone"

  package static let definition = FormDefinition(
    id, title: "Client of a referral or call",
    purpose: "Links a referral or a call, and what came of it, to a person who is on file",
    about: [.incomingReferral, .helplineCall], function: .personAndCaseload, requiredBy: "PPL-050",
    action: .behind(.enquiries, "l"),
    sections: [
      FormSection(
        "Client",
        [
          FormField(person, "Client", .link(kinds: [.person])).required().askingRecords()
            .help("Find by name, number or birth date; check birth and number"),
          FormField(phone, "Phone to keep", .phone)
            .help("As it was given; kept with the client. Empty it if it is somebody else's"),
        ])
    ],
    rules: [
      LinkRules.known(person, rule: "PPL-050"), EnquiryClientRules.nameable,
      EnquiryClientRules.nobodyElse(person),
    ])
}

/// Whoever a referral or a call is about goes on file: the person form with what is known filled in.
package enum ReferredPersonForm {
  package static let id: FormID = "referred-person"

  package static let definition = FormDefinition(
    id, title: "Person from a referral or call",
    purpose: "Takes the client of a referral, or a caller, on file and links what came of it",
    about: [.incomingReferral, .helplineCall], function: .personAndCaseload, requiredBy: "PPL-001",
    action: .behind(.enquiries, "p"),
    sections: PersonForm.definition.sections,
    rules: PersonForm.definition.rules + [
      EnquiryClientRules.nameable, EnquiryClientRules.isNotLinked,
    ])

  /// "Marsh Robin", "Robin Marsh" and "Marsh, Robin" as family and given names.
  ///
  /// Of words without a comma the last is the family name, unless the first is in capitals.
  package static func names(in typed: String) -> (family: String, given: String) {
    let halves = typed.split(separator: ",", maxSplits: 1).map { $0.trimmed }
    if halves.count == 2 { return (halves[0], halves[1]) }
    let words = typed.split(separator: " ").map(String.init)
    guard words.count > 1, let first = words.first, let last = words.last else {
      return (typed.trimmed, "")
    }
    let isShouted = first.count > 1 && first == first.uppercased() && last != last.uppercased()
    return isShouted
      ? (first, words.dropFirst().joined(separator: " "))
      : (last, words.dropLast().joined(separator: " "))
  }
}

/// Who may be tied to a referral or a call.
enum EnquiryClientRules {
  static let nameable = FormRule { _, facts, _ in
    facts.enquiry?.client.map(refusals) ?? []
  }

  /// A referral that named the wrong client is put right for a reason, and the call it came of with it.
  static func renamed(_ person: FieldCode) -> FormRule {
    FormRule { reading, facts, _ in
      guard let client = facts.enquiry?.client, let named = client.person,
        reading.link(person) != named.ref
      else { return [] }
      if let call = client.linked, call.person.ref != reading.link(person) {
        if call.isFromBoard {
          return [
            Finding(
              "CUS-010", .blocks, field: person.text,
              "\(call.ref.text), which it came of, has \(call.person.ref.text) from the custody "
                + "board. Put the name right there first")
          ]
        }
        if call.person != named {
          return [
            Finding(
              "PPL-050", .blocks, field: person.text,
              "\(call.ref.text), which it came of, is about \(call.person.ref.text). "
                + "Name that client, or nobody")
          ]
        }
      }
      return [
        Finding(
          "PPL-050", .warns, field: person.text,
          "This is about \(named.ref.text). Say why it is about somebody else"
            + (client.linked.map { "; the call \($0.ref.text) goes with it" } ?? ""))
      ]
    }
  }

  /// The call and the referral that came of it are about one person.
  static func nobodyElse(_ person: FieldCode) -> FormRule {
    FormRule { reading, facts, _ in
      guard let client = facts.enquiry?.client, let words = linkedWords(client),
        let typed = reading.link(person), typed != client.linked?.person.ref
      else { return [] }
      return [Finding("PPL-050", .blocks, field: person.text, words)]
    }
  }

  /// Whoever one of the two names is not taken on file once more for the other.
  static let isNotLinked = FormRule { _, facts, _ in
    facts.enquiry?.client.flatMap(onFileElsewhere).map { [$0] } ?? []
  }

  /// Why nobody new goes on file here, in the form and in the menu alike.
  static func onFileElsewhere(_ client: EnquiryClient) -> Finding? {
    guard let words = linkedWords(client) else { return nil }
    let who = client.ref.kind == .helplineCall ? "caller" : "client"
    return Finding("PPL-050", .blocks, words + ". Choose “The \(who) is on file already”")
  }

  /// "R-0003, the referral that came of this call, is about P-0004"; nil where it says nothing new.
  private static func linkedWords(_ client: EnquiryClient) -> String? {
    guard client.person == nil, let linked = client.linked else { return nil }
    let which =
      client.ref.kind == .helplineCall
      ? "the referral that came of this call" : "the call that led to this referral"
    return "\(linked.ref.text), \(which), is about \(linked.person.ref.text)"
  }

  /// GEN-001: where a wrong person is put right.
  private static func wayOut(_ client: EnquiryClient) -> String {
    guard client.ref.kind == .helplineCall else {
      return "If that is wrong, change the client of the referral"
    }
    return client.linked.map { "If that is wrong, change the client of \($0.ref.text)" }
      ?? "If that is wrong, strike the call through and log it anew"
  }

  /// Why nobody can be named here, in the forms and in the menu alike.
  ///
  /// Once it names somebody, the appointment that came of it is theirs too.
  static func refusals(_ client: EnquiryClient) -> [Finding] {
    let who = client.ref.kind == .helplineCall ? "caller" : "client"
    let onFile = client.person.map {
      Finding(
        "PPL-050", .blocks, "The \(who) is on file already: \($0.ref.text). \(wayOut(client))")
    }
    // CUS-010: a detainee's name is linked from the board, with permission.
    let noPermission =
      client.isWithoutPermission
      ? Finding(
        "CUS-010", .blocks,
        "This came from a detainee who has not given permission. Ask on the custody board first")
      : nil
    return [onFile, noPermission].compactMap(\.self)
  }
}
