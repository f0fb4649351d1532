/// A table whose rows are sealed: after each change the trail holds a hash of the row.
///
/// The row's random `salt` goes into the hash and goes with the row, so that a seal on the trail
/// tells nothing about a record that has been weeded.
package struct SealedTable: Equatable, Sendable {
  /// Stands on the trail; never given to another table.
  package let number: Int
  package let name: String
  /// What one row is called: "a phone number".
  package let words: String
  let byRow: String
  let everyRow: String

  private init(_ number: Int, _ name: StaticString, _ words: StaticString) {
    self.number = number
    self.name = "\(name)"
    self.words = "\(words)"
    byRow = "SELECT * FROM " + name.description + " WHERE rowid = ?"
    everyRow = "SELECT *, rowid FROM " + name.description + " ORDER BY rowid"
  }

  /// Every table that holds records; the number is one more than the place in the list.
  package static let all: [SealedTable] = [
    SealedTable(1, "worker", "a worker"),
    SealedTable(2, "setting", "a setting"),
    SealedTable(3, "code_change", "a code of a list"),
    SealedTable(4, "bank_holiday", "a bank holiday"),
    SealedTable(5, "service", "an agency or service"),
    SealedTable(6, "person", "a person"),
    SealedTable(7, "person_alias", "another name of a person"),
    SealedTable(8, "person_phone", "a phone number of a person"),
    SealedTable(9, "consent", "a consent"),
    SealedTable(10, "deadline", "a deadline"),
    SealedTable(11, "episode", "a caseload episode"),
    SealedTable(12, "episode_event", "a step of a caseload episode"),
    SealedTable(13, "handover", "a handover"),
    SealedTable(14, "involved_agency", "an agency that works with a person"),
    SealedTable(15, "worker_cover", "cover for a worker"),
    SealedTable(16, "appointment", "an appointment"),
    SealedTable(17, "contact_attempt", "a contact"),
    SealedTable(18, "programme_review", "a review of a programme"),
    SealedTable(19, "custody_suite", "a custody suite"),
    SealedTable(20, "custody_officer", "a custody officer"),
    SealedTable(21, "custody_entry", "a detention"),
    SealedTable(22, "custody_fact", "a fact about a detention"),
    SealedTable(23, "custody_offer", "an offer in custody"),
    SealedTable(24, "custody_approach", "an approach in custody"),
    SealedTable(25, "custody_permission", "a permission given in custody"),
    SealedTable(26, "custody_departure", "a departure from custody"),
    SealedTable(27, "court_attendance", "an attendance at court"),
    SealedTable(28, "arrest_test", "a test on arrest"),
    SealedTable(29, "custody_alert", "an alert about a detention"),
    SealedTable(30, "cell_sweep", "a cell sweep"),
    SealedTable(31, "helpline_call", "a helpline call"),
    SealedTable(32, "custody_count", "a count of detentions"),
    SealedTable(33, "dir", "a DIR"),
    SealedTable(34, "dir_drug", "a drug of a DIR"),
    SealedTable(35, "dir_action", "an agreed action of a DIR"),
    SealedTable(36, "care_plan", "a care plan"),
    SealedTable(37, "care_plan_need", "a need in a care plan"),
    SealedTable(38, "care_plan_goal", "a goal of a care plan"),
    SealedTable(39, "care_plan_treatment", "a treatment in a care plan"),
    SealedTable(40, "wraparound_referral", "a referral beside treatment"),
    SealedTable(41, "modality_episode", "a treatment"),
    SealedTable(42, "prescribing", "a rapid prescribing episode"),
    SealedTable(43, "opiate_test", "a sample of rapid prescribing"),
    SealedTable(44, "dose", "a dose"),
    SealedTable(45, "safety_alert", "a safety alert"),
    SealedTable(46, "call_service", "a service given out in a call"),
    SealedTable(47, "referral", "a referral to the single point of contact"),
    SealedTable(48, "referral_action", "what was done about a referral"),
    SealedTable(49, "call_taker", "the training of a call taker"),
    SealedTable(50, "possible_record", "a possible record"),
    SealedTable(51, "person_merge", "a merge of two records"),
    SealedTable(52, "person_move", "where a merged row came from"),
    SealedTable(53, "person_merge_value", "what a merge changed"),
    SealedTable(54, "person_merge_added", "what a merge added"),
    SealedTable(55, "password", "a password"),
    SealedTable(56, "proposal", "a proposal for two people"),
    SealedTable(57, "proposal_answer", "an answer of a proposal"),
    SealedTable(58, "exceptional_access", "an exceptional access"),
    SealedTable(59, "intelligence_source", "a source of intelligence"),
    SealedTable(60, "intelligence_subject", "a subject of intelligence"),
    SealedTable(61, "intelligence_report", "an intelligence report"),
    SealedTable(62, "intelligence_report_subject", "whom a report is about"),
    SealedTable(63, "intelligence_grade", "a grade of a report"),
    SealedTable(64, "intelligence_judgement", "whether a report is valid"),
    SealedTable(65, "intelligence_share", "what was shared of a report"),
    SealedTable(66, "intelligence_likeness", "subjects who may be one"),
    SealedTable(67, "warrant", "a warrant"),
    SealedTable(68, "edii_activity", "an activity of early intervention"),
    SealedTable(69, "bronze_action", "a bronze action"),
    SealedTable(70, "bronze_report", "a report of a bronze action"),
    SealedTable(71, "bronze_step", "a step of a bronze action"),
    SealedTable(72, "bronze_research", "a research request"),
    SealedTable(73, "bronze_submission", "a submission for authorisation"),
    SealedTable(74, "bronze_service", "a service of a letter"),
    SealedTable(75, "bronze_response", "a response to a letter"),
    SealedTable(76, "bronze_monitoring", "a monitoring of treatment"),
    SealedTable(77, "bronze_assessment", "a risk assessment of a drop-out"),
    SealedTable(78, "bronze_further", "further action on new information"),
    SealedTable(79, "edii_referral", "a referral to early intervention"),
    SealedTable(80, "proposal_use", "the use of what two people agreed on"),
    SealedTable(81, "bronze_notice", "a notice to a partner"),
  ]

  /// Tables that hold nothing anybody recorded, and why none of their rows is sealed.
  package static let unsealed: [(name: String, because: String)] = [
    ("migration", "the steps of the schema, compared with those of the program"),
    ("save", "each is named by its entries on the trail"),
    ("audit", "the trail itself, a chain of hashes"),
    ("draft", "nobody's record yet, seen by its author only"),
    ("draft_entry", "as draft"),
    ("sign_in_failure", "counts tries that failed, until somebody is in"),
    ("import_run", "each has its entry on the trail"),
    ("import_line", "marks by which a line is known when it comes again"),
    ("demo", "the mark of a demonstration"),
    ("name_word", "made from people's names, compared with them"),
    ("name_key", "made from people's names, compared with them"),
    ("person_key", "made from people's numbers, compared with them"),
    ("intelligence_name", "made from the names of subjects, compared with them"),
    ("intelligence_word", "made from reports and their subjects, compared with them"),
    ("intelligence_text", "made from the texts of reports, compared with them"),
    ("person_words", "made from people's names, compared with them"),
  ]

  static let names = all.map(\.name)
}
