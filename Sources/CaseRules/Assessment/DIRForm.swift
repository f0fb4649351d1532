/// The Drug Interventions Record: the assessment everything later is filled from.
///
/// It can be saved unfinished (`complete` = no) as often as needed; completing it needs every
/// required answer (CUS-017) and an agreed action (CUS-018).
package enum DIRForm {
  package static let id: FormID = "dir"

  package static let definition = FormDefinition(
    id, title: "Drug Interventions Record (DIR)",
    purpose: "Takes a full assessment; it fills the referral, the care plan and the figures",
    about: [.custodyEntry, .person, .dir], function: .custodyBoardAndDIR, keptIn: .dir,
    requiredBy: "CUS-017",
    action: .near(.assessment, "i"),
    sections: [
      contactSection, consentSection, offenceSection, drugSection, alcoholSection,
      treatmentSection, healthSection, socialSection, riskSection, outcomeSection,
    ],
    rules: DIRRules.all
  ).goingOnWithClient()
}

extension DIRForm {
  package static let assessedAt: FieldCode = "assessed-at"
  package static let place: FieldCode = "place"
  package static let worker: FieldCode = "worker"
  package static let voluntary: FieldCode = "voluntary"
  package static let noAlternative: FieldCode = "no-alternative"

  static let contactSection = FormSection(
    "Contact",
    [
      FormField(assessedAt, "Date and time", .dateTime(direction: .past)).required()
        .help("When the interview began"),
      FormField(
        place, "Place",
        .choice(AssessmentPlace.list("assessment-place", title: "Place", rule: "CUS-017"))
      ).required().carried(),
      FormField(worker, "Worker", .link(kinds: [.worker])).required().askingRecords()
        .help("Who does the assessment"),
      FormField(voluntary, "Voluntary explained", .yesNo(notKnown: false, refused: false))
        .required().help("Said that help is voluntary (PPL-005)"),
      FormField(
        noAlternative, "No alternative explained", .yesNo(notKnown: false, refused: false)
      ).required().help("Said that help is no alternative to prosecution (PPL-005)"),
    ])

  package static let caseloadConsent: FieldCode = "consent-caseload"
  package static let shareConsent: FieldCode = "consent-share"
  package static let custodyConsent: FieldCode = "consent-custody"
  package static let consentHow: FieldCode = "consent-how"

  static let consentSection = FormSection(
    "Consents",
    [
      FormField(
        "consent-note",
        "The assessment consent is a record of its own; without it no DIR is saved (CUS-016)",
        .explained),
      FormField(caseloadConsent, "To join the caseload", .yesNo(notKnown: false, refused: false))
        .forCompletion().help("Asked and answered; a new answer is kept as a consent record"),
      FormField(
        "share-note",
        "A yes to sharing names agency, data and reason: it is recorded in a form of its own",
        .explained),
      FormField(shareConsent, "To share with an agency", .yesNo(notKnown: false, refused: false))
        .forCompletion().recorded(by: shareRecord).help("A yes is recorded first, here"),
      FormField(
        custodyConsent, "To record custody details", .yesNo(notKnown: false, refused: false)
      ).forCompletion().help("The permission of the custody board counts"),
      FormField(
        consentHow, "How given",
        .choice(ConsentForm.list("consent-how", title: "How given", rule: "CUS-017"))
      ).help("Written unless said otherwise; used for the answers that are new here"),
    ])

  private static let shareRecord = FieldRecorder(
    ConsentGivenForm.id, about: { $0.assessment?.person },
    saying: FormDraft(texts: [
      ConsentGivenForm.type: ConsentType.shareWithAgency.rawValue,
      ConsentGivenForm.given: YesNo.yes.rawValue,
    ]),
    answer: { facts in
      facts.assessment?.consents[.shareWithAgency].map { .yesNo($0 ? .yes : .no) }
    })

  package static let offence: FieldCode = "offence"
  package static let ppo: FieldCode = "ppo"
  package static let charged: FieldCode = "charged"
  package static let communityOrder: FieldCode = "community-order"
  package static let custodyLikely: FieldCode = "custody-likely"

  static let offenceSection = FormSection(
    "Offence",
    [
      FormField(offence, "Offence", .code(.offences)).forCompletion()
        .help("By code or words; it decides whether it is a trigger offence"),
      FormField(ppo, "PPO", .yesNo(refused: false)).forCompletion(),
      FormField(charged, "Charged", .yesNo(refused: false)).forCompletion(),
      FormField(communityOrder, "Community order possible", .yesNo(refused: false))
        .forCompletion { $0.isYes(charged) }.applying { $0.isYes(charged) }
        .help("The offence could bring a community order (CUS-019)"),
      FormField(custodyLikely, "Remand or prison likely", .yesNo(refused: false)).forCompletion(),
    ])
}

extension FormField {
  /// CUS-017: needed to complete the DIR, but not to save it unfinished.
  func forCompletion(
    when condition: @escaping @Sendable (FormReading) -> Bool = { _ in true }
  ) -> FormField {
    required { $0.yesNo(DIRForm.complete) != .no && condition($0) }
  }
}

extension ConsentForm: FormChoice {
  package var code: String {
    switch self {
    case .written: "WRI"
    case .oral: "ORA"
    case .other: "OTH"
    }
  }

  package var words: String { title }
}
