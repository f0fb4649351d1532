/// Every figure the partnership may change: its name, kind, default and meaning, in one table.
package enum SettingKey: String, CaseIterable, Hashable, Sendable {
  case overrideReasonMin = "override_reason_min"
  case idleLockMinutes = "idle_lock_minutes"
  case passwordMaxDays = "password_max_days"
  case accountSignIn = "account_sign_in"
  case printer
  case immediateMinutes = "immediate_minutes"
  case carePlanFirstWD = "care_plan_first_wd"
  case carePlanReviewDays = "care_plan_review_days"
  case rapidAccessMaxDays = "rapid_access_max_days"
  case rapidOptimalMinDays = "rapid_optimal_min_days"
  case rapidOptimalMaxDays = "rapid_optimal_max_days"
  case methadoneFirstWarnMg = "methadone_first_warn_mg"
  case methadoneFirstBlockMg = "methadone_first_block_mg"
  case spocHours = "spoc_hours"
  case missedFollowupWD = "missed_followup_wd"
  case contactAttempts = "contact_attempts"
  case contactGapDays = "contact_gap_days"
  case duplicateAssessmentDays = "duplicate_assessment_days"
  case boardPurgeHours = "board_purge_hours"
  case intelValidSource = "intel_valid_source"
  case intelValidInfo = "intel_valid_info"
  case bronzeResponseDays = "bronze_response_days"
  case bronzeMonitorMonths = "bronze_monitor_months"
  case bronzeDropoutDays = "bronze_dropout_days"
  case bronzeRiskWD = "bronze_risk_wd"
  case ppoCountMode = "ppo_count_mode"
  case ppoPairRule = "ppo_pair_rule"
  case ppoDrugRule = "ppo_drug_rule"
  case ppoArrestCap = "ppo_arrest_cap"
  case ppoWeights = "ppo_weights"
  case ppoThreshold = "ppo_threshold"
  case ppoReviewMonths = "ppo_review_months"
  case drrLevelRule = "drr_level_rule"
  case drrTestsW1to16 = "drr_tests_w1_16"
  case drrTestsAfter = "drr_tests_after"
  case drrTravelRule = "drr_travel_rule"
  case drrLowHoursCap = "drr_low_hours_cap"
  case drrPositiveCount = "drr_positive_count"
  case drrWindowDays = "drr_window_days"
  case caratUpdateWD = "carat_update_wd"
  case releaseWeekendRule = "release_weekend_rule"
  case pirfWD = "pirf_wd"
  case folderReviewMonths = "folder_review_months"
  case securityAuditMonths = "security_audit_months"
  case protocolAuditMonths = "protocol_audit_months"
  case ccNotifyWD = "cc_notify_wd"
  case ccMinMonths = "cc_min_months"
  case ccMaxMonths = "cc_max_months"
  case oocdLookbackYears = "oocd_lookback_years"
  case highSpendWeek = "high_spend_week"
  case smallNumberSuppress = "small_number_suppress"
  case largeExportPeople = "large_export_people"

  /// The default as text, the kind, and what the figure decides.
  package var row: SettingRow {
    SettingTable.rows[self] ?? SettingRow(.choice([""]), default: "", "")
  }
}

/// One line of the settings table.
package struct SettingRow: Hashable, Sendable {
  package let kind: SettingKind
  package let defaultText: String
  package let explanation: String

  init(_ kind: SettingKind, default text: String, _ explanation: String) {
    self.kind = kind
    defaultText = text
    self.explanation = explanation
  }
}
