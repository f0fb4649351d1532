/// The settings with their kinds, defaults and explanations.
enum SettingTable {
  static let rows: [SettingKey: SettingRow] = Dictionary(
    (general + caseload + intelligence + ppo + drr + partners).map { ($0.key, $0.row) }
  ) { first, _ in first }

  private typealias Line = (key: SettingKey, row: SettingRow)

  private static func days(_ text: String, _ words: String) -> SettingRow {
    SettingRow(.count(0...3650, unit: "days"), default: text, words)
  }

  private static func workingDays(_ text: String, _ words: String) -> SettingRow {
    SettingRow(.count(0...250, unit: "working days"), default: text, words)
  }

  private static func months(_ text: String, _ words: String) -> SettingRow {
    SettingRow(.count(1...60, unit: "months"), default: text, words)
  }

  private static func count(
    _ range: ClosedRange<Int>, _ unit: String, _ text: String, _ words: String
  ) -> SettingRow {
    SettingRow(.count(range, unit: unit), default: text, words)
  }

  private static func choice(_ options: [String], _ words: String) -> SettingRow {
    SettingRow(.choice(options), default: options.first ?? "", words)
  }

  private static let general: [Line] = [
    (
      .overrideReasonMin,
      count(1...200, "characters", "10", "GEN-002: shortest reason that passes a warning")
    ),
    (
      .idleLockMinutes,
      count(1...120, "minutes", "10", "GEN-006: the screen locks after so long without a key")
    ),
    (
      .passwordMaxDays,
      days("90", "GEN-006: a password must be changed after so long; 0 for never")
    ),
    (
      .accountSignIn,
      choice(
        ["trusted", "password"],
        "Whether the account of this computer is enough to open as the worker it stands for")
    ),
    (
      .printer,
      SettingRow(
        .printer, default: "none",
        "Printer of this host that letters are sent to, by its queue's name")
    ),
    (
      .immediateMinutes,
      count(1...1440, "minutes", "60", "TIME-010: what counts as immediately")
    ),
    (
      .smallNumberSuppress,
      count(0...100, "people", "5", "Figures below this are not shown, so that nobody is guessed")
    ),
    (
      .largeExportPeople,
      count(1...1000, "people", "50", "GEN-003: a list of more people leaves the program by two")
    ),
  ]

  private static let caseload: [Line] = [
    (.carePlanFirstWD, workingDays("10", "PPL-014: first care plan after joining the caseload")),
    (.carePlanReviewDays, days("84", "PPL-016: care plan review after the last version")),
    (.rapidAccessMaxDays, days("6", "PPL-041: first prescriber appointment after referral")),
    (.rapidOptimalMinDays, days("7", "PPL-042: an optimal dose reached earlier is questioned")),
    (.rapidOptimalMaxDays, days("21", "PPL-042: optimal dose due after the first dose")),
    (
      .methadoneFirstWarnMg,
      count(1...200, "mg", "30", "PPL-045: a first methadone dose above this is questioned")
    ),
    (
      .methadoneFirstBlockMg,
      count(1...200, "mg", "60", "PPL-044: a planned first methadone dose from this on is refused")
    ),
    (
      .spocHours,
      SettingRow(
        .hours, default: StaffedHours.office.text,
        "PPL-050, CUS-014: when the single point of contact is staffed; never on bank holidays")
    ),
    (.missedFollowupWD, workingDays("1", "PPL-022: follow-up after a missed appointment")),
    (
      .contactAttempts,
      count(1...20, "attempts", "3", "PPL-023, PPL-026: attempts before a client counts as lost")
    ),
    (.contactGapDays, days("14", "PPL-024, PPL-025: longest time without contact")),
    (.duplicateAssessmentDays, days("28", "PPL-010: an assessment this recent is shown first")),
    (
      .boardPurgeHours,
      count(1...720, "hours", "24", "CUS-011: board entries without permission lose their details")
    ),
    (
      .highSpendWeek,
      SettingRow(
        .money(0...1_000_000), default: "£350", "Weekly spend on drugs that counts as high")
    ),
  ]

  private static let intelligence: [Line] = [
    (
      .intelValidSource,
      SettingRow(
        .selection(["A", "B", "C", "D", "E"]), default: "A,B,C",
        "Source grades that can be relied on")
    ),
    (
      .intelValidInfo,
      SettingRow(
        .selection(["1", "2", "3", "4", "5"]), default: "1,2,3",
        "Information grades that can be relied on")
    ),
    (.bronzeResponseDays, days("14", "Answer expected to a bronze letter")),
    (.bronzeMonitorMonths, months("1", "INT-034: months between two monitorings of a bronze")),
    (.bronzeDropoutDays, days("28", "A bronze without contact drops out after so long")),
    (.bronzeRiskWD, workingDays("5", "Risk assessment of a bronze")),
  ]

  private static let ppo: [Line] = [
    (
      .ppoCountMode,
      choice(["once", "count", "weighted"], "PPO-020: how convicted, admitted and suspected count")
    ),
    (
      .ppoPairRule,
      choice(["higher_only", "both"], "PPO-021: whether both burglary rows of a pair score")
    ),
    (
      .ppoDrugRule,
      choice(["higher_only", "sum"], "PPO-027: whether a drug test and a self-report both score")
    ),
    (
      .ppoArrestCap,
      SettingRow(
        .optionalCount(0...1000, unit: "points"), default: "none",
        "PPO-028: most points for arrests")
    ),
    (
      .ppoWeights,
      SettingRow(
        .counts(6, 0...100, unit: "points"), default: "0/0/0/0/0/0",
        "PPO-029: points for each of the six main categories")
    ),
    (
      .ppoThreshold,
      SettingRow(
        .optionalCount(0...1000, unit: "points"), default: "none",
        "PPO-005: a score below this is questioned")
    ),
    (.ppoReviewMonths, months("3", "PPO review after selection or the last review")),
  ]

  private static let drr: [Line] = [
    (
      .drrLevelRule,
      choice(
        ["low_if_low_seriousness", "treatment_need"],
        "DRR-024: low when seriousness is low, otherwise the treatment need")
    ),
    (
      .drrTestsW1to16,
      SettingRow(
        .counts(3, 0...7, unit: "tests a week"), default: "1/2/2",
        "Tests a week in weeks 1 to 16 for low, medium and high seriousness")
    ),
    (.drrTestsAfter, count(0...7, "tests a week", "1", "Tests a week after week 16")),
    (
      .drrTravelRule,
      choice(
        ["whole_journey", "excess_only"],
        "DRR-053: what counts of a journey of more than 30 minutes")
    ),
    (.drrLowHoursCap, count(0...40, "hours a week", "6", "Most hours a week at the low level")),
    (.drrPositiveCount, count(1...20, "tests", "3", "Positive tests that call for a review")),
    (.drrWindowDays, days("28", "The days within which those positive tests fall")),
  ]

  private static let partners: [Line] = [
    (.caratUpdateWD, workingDays("1", "Prison drug worker's update to the community team")),
    (
      .releaseWeekendRule,
      choice(["on", "off"], "Whether releases on days before a weekend are looked at")
    ),
    (.pirfWD, workingDays("10", "Answer to a request for personal information")),
    (.folderReviewMonths, months("3", "Review of the project folder")),
    (.securityAuditMonths, months("6", "Security audit")),
    (.protocolAuditMonths, months("12", "Audit of the sharing protocol")),
    (.ccNotifyWD, workingDays("1", "Notice about a conditional caution")),
    (.ccMinMonths, months("1", "Shortest conditional caution programme")),
    (.ccMaxMonths, months("3", "Longest conditional caution programme")),
    (
      .oocdLookbackYears,
      count(1...20, "years", "2", "How far back earlier out-of-court disposals are looked at")
    ),
  ]
}
