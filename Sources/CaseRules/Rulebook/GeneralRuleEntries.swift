extension RuleEntries {
  static let general = [
    RuleEntry(
      "GEN-001", .auto,
      words: "What has happened can always be entered, however late; only decisions are refused"),
    RuleEntry(
      "GEN-002", .block,
      words: "A warning is passed with a typed reason that is long enough to be read later"),
    RuleEntry(
      "GEN-003", .record,
      words: "Every change, look at a person, disclosure and override is on the trail, for good"),
    RuleEntry(
      "GEN-004", .block, words: "Nothing is deleted; what was wrong is struck through with a reason"
    ),
    RuleEntry(
      "GEN-005", .auto, words: "Screens and print-outs with personal data carry the marking"),
    RuleEntry(
      "GEN-006", .block,
      words: "The screen locks when nobody has touched a key for a while; passwords grow old"),
    RuleEntry(
      "GEN-007", .block,
      words: "Nothing has happened in the future, and nothing ends before it begins"
    ),
    RuleEntry(
      "GEN-008", .auto,
      words: "Every deadline is in its owner's work list and, once overdue, in the team leader's"),
    RuleEntry(
      "GEN-009", .auto, words: "A refusal or warning names its rule and says why in plain words"),
  ]

  static let time = [
    RuleEntry(
      "TIME-001", .auto, words: "Dates are local, shown as dd/mm/yyyy; a date lasts until midnight"),
    RuleEntry(
      "TIME-002", .auto,
      words: "Working days are Monday to Friday without the bank holidays of England and Wales"),
    RuleEntry(
      "TIME-003", .auto, words: "Working days are counted from the day after, which is day 1"),
    RuleEntry("TIME-004", .auto, words: "Calendar days and weeks are counted through, never moved"),
    RuleEntry(
      "TIME-005", .auto,
      words: "So many months on is the same day number, or the month's last day"),
    RuleEntry("TIME-006", .auto, words: "A period of months ends the day before its anniversary"),
    RuleEntry(
      "TIME-007", .auto, .show,
      words: "Weeks before a date: where that is no working day, the one before is shown too"),
    RuleEntry("TIME-008", .auto, words: "Clear days lie wholly between two dates"),
    RuleEntry("TIME-009", .auto, words: "Same day, next working day and following day are by date"),
    RuleEntry("TIME-010", .auto, words: "Immediately means within the minutes of the setting"),
    RuleEntry(
      "TIME-011", .auto, words: "A deadline's status is worked out from its dates and the clock"),
    RuleEntry(
      "TIME-012", .auto,
      words:
        "A corrected start moves the deadline and keeps the old one; new holidays move open ones"
    ),
    RuleEntry(
      "TIME-013", .auto, words: "The day itself does not count, and the hour does not matter"),
    RuleEntry("TIME-014", .auto, words: "Age is in completed years; 29 February turns on 1 March"),
  ]

  static let codes = [
    RuleEntry(
      "COD-001", .auto, words: "The offence decides whether it is a trigger offence on its date"),
    RuleEntry("COD-002", .block, words: "Intelligence is graded by the 5x5x5 list"),
    RuleEntry("COD-003", .block, words: "Drugs come from the list, with class by date and units"),
    RuleEntry("COD-004", .block, words: "Routes of use come from the list"),
    RuleEntry("COD-005", .block, words: "Ethnicity is self-defined and comes from the list"),
    RuleEntry("COD-006", .block, words: "Identifiers have the right form and check letter"),
    RuleEntry("COD-007", .block, words: "Postcodes have the form of a UK postcode"),
    RuleEntry("COD-008", .block, words: "Accommodation need comes from the list"),
    RuleEntry("COD-009", .block, words: "Crime outcomes come from the list"),
    RuleEntry("COD-010", .block, words: "Treatment modalities come from the list"),
    RuleEntry("COD-011", .block, words: "The OASys drug score lies between 0 and 10"),
  ]
}
