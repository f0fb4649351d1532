import Testing

@testable import CaseRules

@Suite("Settings")
struct SettingsTests {
  @Test("every key has a row whose default reads, and reads back as itself")
  func defaults() {
    for key in SettingKey.allCases {
      let row = key.row
      #expect(!row.explanation.isEmpty, "\(key.rawValue)")
      let value = row.kind.read(row.defaultText)
      #expect(value != nil, "\(key.rawValue)")
      #expect(value?.text == row.defaultText, "\(key.rawValue)")
      #expect(Settings().text(of: key) == row.defaultText)
      #expect(!Settings().isChanged(key))
      #expect(!row.kind.words.isEmpty)
    }
  }

  @Test(
    "the shipped defaults",
    arguments: [
      (SettingKey.overrideReasonMin, "10"), (.idleLockMinutes, "10"), (.passwordMaxDays, "90"),
      (.immediateMinutes, "60"), (.carePlanFirstWD, "10"), (.carePlanReviewDays, "84"),
      (.duplicateAssessmentDays, "28"), (.missedFollowupWD, "1"), (.contactAttempts, "3"),
      (.contactGapDays, "14"), (.boardPurgeHours, "24"), (.spocHours, "Mon-Fri 09:00-17:00"),
      (.highSpendWeek, "£350"), (.rapidAccessMaxDays, "6"), (.rapidOptimalMinDays, "7"),
      (.rapidOptimalMaxDays, "21"), (.methadoneFirstWarnMg, "30"), (.methadoneFirstBlockMg, "60"),
      (.intelValidSource, "A,B,C"), (.intelValidInfo, "1,2,3"), (.bronzeResponseDays, "14"),
      (.bronzeMonitorMonths, "1"), (.bronzeDropoutDays, "28"), (.bronzeRiskWD, "5"),
      (.ppoCountMode, "once"), (.ppoPairRule, "higher_only"), (.ppoDrugRule, "higher_only"),
      (.ppoArrestCap, "none"), (.ppoThreshold, "none"), (.ppoWeights, "0/0/0/0/0/0"),
      (.ppoReviewMonths, "3"), (.drrTestsW1to16, "1/2/2"), (.drrTestsAfter, "1"),
      (.drrLowHoursCap, "6"), (.drrPositiveCount, "3"), (.drrWindowDays, "28"),
      (.caratUpdateWD, "1"), (.releaseWeekendRule, "on"), (.pirfWD, "10"),
      (.folderReviewMonths, "3"), (.securityAuditMonths, "6"), (.protocolAuditMonths, "12"),
      (.ccNotifyWD, "1"), (.ccMinMonths, "1"), (.ccMaxMonths, "3"), (.oocdLookbackYears, "2"),
      (.smallNumberSuppress, "5"),
    ])
  func shipped(key: SettingKey, text: String) {
    #expect(key.row.defaultText == text)
  }

  @Test(
    "what may be set",
    arguments: [
      (SettingKey.overrideReasonMin, "12", "12"), (.highSpendWeek, "400", "£400"),
      (.highSpendWeek, "£1,200.50", "£1,200.50"), (.ppoThreshold, "40", "40"),
      (.ppoArrestCap, "30", "30"),
      (.intelValidSource, "b, a", "A,B"),
      (.drrTestsW1to16, "2/ 2/3", "2/2/3"), (.releaseWeekendRule, "OFF", "off"),
      (.spocHours, "mon-sat 08:30-18:00", "Mon-Sat 08:30-18:00"),
    ])
  func set(key: SettingKey, typed: String, text: String) {
    var settings = Settings()
    #expect(settings.set(key, to: typed) == nil)
    #expect(settings.text(of: key) == text)
    #expect(settings.isChanged(key))
    #expect(settings.set(key, to: key.row.defaultText) == nil)
    #expect(settings == Settings())
  }

  @Test(
    "what does not fit is refused with what would",
    arguments: [
      (SettingKey.overrideReasonMin, "0"), (.overrideReasonMin, "ten"), (.overrideReasonMin, ""),
      (.overrideReasonMin, "-1"), (.highSpendWeek, "12.345"), (.intelValidSource, "A,F"),
      (.intelValidSource, ""), (.drrTestsW1to16, "1/2"), (.drrTestsW1to16, "1/2/9"),
      (.releaseWeekendRule, "maybe"), (.spocHours, "Mon-Fri"), (.spocHours, "Fri-Mon 09:00-17:00"),
      (.spocHours, "Mon-Fri 17:00-09:00"), (.overrideReasonMin, String(repeating: "1", count: 999)),
    ])
  func refused(key: SettingKey, typed: String) {
    var settings = Settings()
    #expect(settings.set(key, to: typed)?.hasPrefix(key.rawValue) == true)
    #expect(settings == Settings())
  }

  @Test("none may be typed in any case where it is allowed")
  func none() {
    var settings = Settings()
    #expect(settings.set(.ppoThreshold, to: "40") == nil)
    #expect(settings.value(of: .ppoThreshold) == .count(40))
    #expect(settings.set(.ppoThreshold, to: "NONE") == nil)
    #expect(settings.value(of: .ppoThreshold) == .noCount)
    #expect(settings.set(.contactAttempts, to: "none") != nil)
  }

  @Test("settings read from texts keep the good ones and tell the bad ones")
  func texts() {
    var refused: [String] = []
    let settings = Settings(
      texts: [.contactAttempts: "4", .contactGapDays: "soon"], refused: &refused)
    #expect(settings.contactAttempts == 4)
    #expect(settings.contactGapDays == 14)
    #expect(refused.count == 1)
  }

  @Test(
    "staffed hours end at the closing minute and pause on weekends and bank holidays",
    arguments: [
      ("2007-10-01T08:00:00Z", true), ("2007-10-01T07:59:59Z", false),
      ("2007-10-01T15:59:59Z", true), ("2007-10-01T16:00:00Z", false),
      ("2007-10-06T10:00:00Z", false), ("2007-12-25T10:00:00Z", false),
      ("2007-12-27T09:00:00Z", true),
    ])
  func hours(at: String, staffed: Bool) throws {
    let hours = Settings().spocHours
    #expect(try hours.isStaffed(at: moment(at), in: .englandAndWales) == staffed)
  }
}
