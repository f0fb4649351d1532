extension RuleEntries {
  static let people = [
    RuleEntry("PPL-001", .block, words: "A person needs every identity field"),
    RuleEntry(
      "PPL-002", .block,
      words: "Nobody under 10; from 10 to 17 the young people's service, not the adult caseload"),
    RuleEntry("PPL-003", .block, words: "PNC, CRO and postcode are checked for form and letter"),
    RuleEntry(
      "PPL-004", .block, .warn,
      words: "No two people share a PNC or CRO; same family name and birth date are shown"),
    RuleEntry(
      "PPL-005", .block,
      words:
        "Before an assessment both statements are explained: voluntary, and no way out of court"
    ),
    RuleEntry("PPL-006", .block, words: "No assessment without consent to assessment"),
    RuleEntry(
      "PPL-007", .block,
      words: "The caseload needs an assessment, caseload consent and one named worker"),
    RuleEntry("PPL-008", .record, words: "Where somebody came from is recorded"),
    RuleEntry("PPL-009", .block, words: "One open episode per person, never without a worker"),
    RuleEntry(
      "PPL-010", .warn,
      words: "A recent assessment is shown before another; going on needs a reason"),
    RuleEntry(
      "PPL-011", .block,
      words: "A withdrawn consent counts from then on; what was done before stands"),
    RuleEntry(
      "PPL-012", .block,
      words: "Until the receiver accepts a handover, the old worker is responsible"
    ),
    RuleEntry(
      "PPL-013", .record,
      words: "Agencies are listed with who leads and what they give; one co-ordinates"
    ),
    RuleEntry(
      "PPL-014", .auto, .record,
      words: "A care plan agreed with the client is due after joining the caseload"),
    RuleEntry(
      "PPL-015", .block,
      words: "Every goal has action, lead agency, target date and status; four domains are covered"),
    RuleEntry("PPL-016", .auto, words: "A care plan is reviewed; the version before is kept"),
    RuleEntry(
      "PPL-017", .warn, words: "What threatens progress needs an action in the plan, or a reason"),
    RuleEntry(
      "PPL-018", .record, words: "Referrals for housing, work, training and life skills"),
    RuleEntry("PPL-019", .show, words: "The six case-management duties, client by client"),
    RuleEntry("PPL-020", .warn, words: "A client or worker has two appointments at one time"),
    RuleEntry("PPL-021", .warn, words: "An appointment falls on no working day"),
    RuleEntry(
      "PPL-022", .auto, words: "A missed appointment is followed up by the next working day"),
    RuleEntry(
      "PPL-023", .auto,
      words: "Attempts that fail repeat each working day; then a drop-out review is proposed"),
    RuleEntry(
      "PPL-024", .show, words: "Too long without contact: at risk of losing the client"),
    RuleEntry(
      "PPL-025", .auto,
      words: "Two missed appointments close together in structured treatment: review"
    ),
    RuleEntry("PPL-026", .block, words: "Nobody is closed as lost with too few attempts on record"),
    RuleEntry(
      "PPL-030", .record,
      words: "A treatment has tier, service, provider, referral, start, end and exit reason"),
    RuleEntry(
      "PPL-031", .block,
      words: "Tier 3 and 4 start from a care plan that names it, agreed by the client"),
    RuleEntry("PPL-032", .block, words: "Residential places start once funding is approved"),
    RuleEntry("PPL-033", .warn, words: "Tier 4 goes with a note of high need and motivation"),
    RuleEntry("PPL-034", .record, words: "Advice and information is logged at any tier"),
    RuleEntry(
      "PPL-040", .block,
      words: "No first dose before dependence, risk and a test result; negative: by name only"),
    RuleEntry(
      "PPL-041", .auto, words: "First prescriber appointment within the days of rapid access"),
    RuleEntry(
      "PPL-042", .auto, .warn,
      words: "Optimal dose within its days of the first dose; very soon is questioned"),
    RuleEntry(
      "PPL-043", .auto, words: "A complicating factor makes the assessment longer: clocks stop"),
    RuleEntry(
      "PPL-044", .block, .auto,
      words: "No first methadone dose of a full dose; if it was given, a red alert at once"),
    RuleEntry("PPL-045", .warn, words: "A large first dose or a steep rise is questioned"),
    RuleEntry(
      "PPL-046", .show, words: "Laboratory results are chased; on-site ones open to challenge"),
    RuleEntry(
      "PPL-050", .auto,
      words: "A referral is acted on the same day; one out of hours by the next working day"),
    RuleEntry("PPL-051", .record, words: "Helpline calls are taken at any hour, from anybody"),
    RuleEntry(
      "PPL-052", .block,
      words: "A call about an overdose needs the advice given and whether an ambulance was called"),
    RuleEntry(
      "PPL-053", .auto, words: "A call with the wish for a referral puts one into the queue"),
    RuleEntry(
      "PPL-054", .show,
      words: "The directory is searched during a call; entries unchecked for 6 months are marked"),
    RuleEntry(
      "PPL-055", .show,
      words: "Monthly review: calls by hour, purpose, outcome; unanswered; appointments kept"),
    RuleEntry(
      "PPL-056", .warn, words: "A call taken by somebody who lacks one of the four trainings"),
  ]

  static let analysis = [
    RuleEntry(
      "ANB-010", .auto,
      words: "High spend: the newest complete DIR of twelve months, from high_spend_week on")
  ]

  static let sharing = [
    RuleEntry("INF-020", .block, words: "Only designated officers ask for and answer requests"),
    RuleEntry(
      "INF-032", .block, words: "A waiver for a court order or the PPO scheme is in writing"),
    RuleEntry(
      "INF-036", .block, words: "Whoever asks to disclose without consent does not agree it"),
  ]
}
