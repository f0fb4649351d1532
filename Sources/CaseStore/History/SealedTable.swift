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
    SealedTable(3, "code_list", "a code list"),
    SealedTable(4, "code_value", "a code of a list"),
    SealedTable(5, "bank_holiday", "a bank holiday"),
    SealedTable(6, "service", "an agency or service"),
    SealedTable(7, "person", "a person"),
    SealedTable(8, "person_alias", "another name of a person"),
    SealedTable(9, "person_phone", "a phone number of a person"),
    SealedTable(10, "consent", "a consent"),
    SealedTable(11, "deadline", "a deadline"),
    SealedTable(12, "episode", "a caseload episode"),
    SealedTable(13, "episode_event", "a step of a caseload episode"),
    SealedTable(14, "handover", "a handover"),
    SealedTable(15, "involved_agency", "an agency that works with a person"),
    SealedTable(16, "worker_cover", "cover for a worker"),
    SealedTable(17, "appointment", "an appointment"),
    SealedTable(18, "contact_attempt", "a contact"),
    SealedTable(19, "programme_review", "a review of a programme"),
    SealedTable(20, "custody_suite", "a custody suite"),
    SealedTable(21, "custody_officer", "a custody officer"),
    SealedTable(22, "custody_entry", "a detention"),
    SealedTable(23, "custody_fact", "a fact about a detention"),
    SealedTable(24, "custody_offer", "an offer in custody"),
    SealedTable(25, "custody_approach", "an approach in custody"),
    SealedTable(26, "custody_permission", "a permission given in custody"),
    SealedTable(27, "custody_departure", "a departure from custody"),
    SealedTable(28, "court_attendance", "an attendance at court"),
    SealedTable(29, "arrest_test", "a test on arrest"),
    SealedTable(30, "custody_alert", "an alert about a detention"),
    SealedTable(31, "cell_sweep", "a cell sweep"),
    SealedTable(32, "helpline_call", "a helpline call"),
    SealedTable(33, "custody_count", "a count of detentions"),
    SealedTable(34, "dir", "a DIR"),
    SealedTable(35, "dir_drug", "a drug of a DIR"),
    SealedTable(36, "dir_action", "an agreed action of a DIR"),
    SealedTable(37, "care_plan", "a care plan"),
    SealedTable(38, "care_plan_need", "a need in a care plan"),
    SealedTable(39, "care_plan_goal", "a goal of a care plan"),
    SealedTable(40, "care_plan_treatment", "a treatment in a care plan"),
    SealedTable(41, "wraparound_referral", "a referral beside treatment"),
    SealedTable(42, "modality_episode", "a treatment"),
    SealedTable(43, "prescribing", "a rapid prescribing episode"),
    SealedTable(44, "opiate_test", "a sample of rapid prescribing"),
    SealedTable(45, "dose", "a dose"),
    SealedTable(46, "safety_alert", "a safety alert"),
    SealedTable(47, "call_service", "a service given out in a call"),
    SealedTable(48, "referral", "a referral to the single point of contact"),
    SealedTable(49, "referral_action", "what was done about a referral"),
    SealedTable(50, "call_taker", "the training of a call taker"),
    SealedTable(51, "possible_record", "a possible record"),
    SealedTable(52, "person_merge", "a merge of two records"),
    SealedTable(53, "person_move", "where a merged row came from"),
    SealedTable(54, "person_merge_value", "what a merge changed"),
    SealedTable(55, "person_merge_added", "what a merge added"),
    SealedTable(56, "password", "a password"),
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
    ("person_words", "made from people's names, compared with them"),
  ]

  static let names = all.map(\.name)

  static func numbered(_ number: Int) -> SealedTable? {
    all.indices.contains(number - 1) ? all[number - 1] : nil
  }
}
