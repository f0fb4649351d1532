/// The partnership's own figures; every key that is not set has its default.
package struct Settings: Hashable, Sendable {
  private var changed: [SettingKey: SettingValue] = [:]

  /// The defaults.
  package init() {}

  /// The defaults with these texts over them; a text that does not fit is left out and returned.
  package init(texts: [SettingKey: String], refused: inout [String]) {
    for key in SettingKey.allCases {
      guard let text = texts[key], let problem = set(key, to: text) else { continue }
      refused.append(problem)
    }
  }

  /// What the key is set to.
  package func value(of key: SettingKey) -> SettingValue {
    changed[key] ?? Settings.defaults[key] ?? .noCount
  }

  /// What the key is set to, as text that reads back.
  package func text(of key: SettingKey) -> String { value(of: key).text }

  /// True when the key is not at its default.
  package func isChanged(_ key: SettingKey) -> Bool { value(of: key) != Settings.defaults[key] }

  /// Sets the key from text; returns what is wrong, and then changes nothing.
  package mutating func set(_ key: SettingKey, to text: String) -> String? {
    let row = key.row
    guard let value = row.kind.read(text) else {
      return "\(key.rawValue) cannot be “\(text.prefix(40))”. \(row.kind.words)"
    }
    changed[key] = value == Settings.defaults[key] ? nil : value
    return nil
  }

  private static let defaults: [SettingKey: SettingValue] = Dictionary(
    SettingKey.allCases.compactMap { key in
      key.row.kind.read(key.row.defaultText).map { (key, $0) }
    }
  ) { first, _ in first }

  /// A figure; 0 for a key that is no number.
  package func count(_ key: SettingKey) -> Int {
    switch value(of: key) {
    case .count(let count): count
    case .money(let pence): pence
    case .noCount, .counts, .words, .hours: 0
    }
  }

  /// The words chosen, in the order of the table.
  private func words(_ key: SettingKey) -> [String] {
    switch value(of: key) {
    case .words(let words): words
    case .count, .noCount, .money, .counts, .hours: []
    }
  }
}

extension Settings {
  /// INT-003: grades of a source, and of information, that make a report valid.
  package var validSourceGrades: [String] { words(.intelValidSource) }
  package var validInformationGrades: [String] { words(.intelValidInfo) }
  /// GEN-002, in non-space characters.
  package var overrideReasonMin: Int { count(.overrideReasonMin) }
  /// GEN-006.
  package var idleLockMinutes: Int { count(.idleLockMinutes) }
  /// GEN-006.
  package var passwordMaxDays: Int { count(.passwordMaxDays) }
  /// Whether the account of this computer is enough to open the program.
  package var trustsAccounts: Bool { words(.accountSignIn) == ["trusted"] }
  /// INT-031: the queue letters are printed on; nil where the host has none.
  package var printer: String? { words(.printer).first }
  /// TIME-010.
  package var immediateMinutes: Int { count(.immediateMinutes) }
  /// PPL-014.
  package var carePlanFirstWD: Int { count(.carePlanFirstWD) }
  /// PPL-016.
  package var carePlanReviewDays: Int { count(.carePlanReviewDays) }
  /// PPL-010.
  package var duplicateAssessmentDays: Int { count(.duplicateAssessmentDays) }
  /// PPL-022.
  package var missedFollowupWD: Int { count(.missedFollowupWD) }
  /// PPL-023, PPL-026.
  package var contactAttempts: Int { count(.contactAttempts) }
  /// PPL-024.
  package var contactGapDays: Int { count(.contactGapDays) }
  /// ANB-010, in pence.
  package var highSpendWeek: Int { count(.highSpendWeek) }
  /// CUS-011.
  package var boardPurgeHours: Int { count(.boardPurgeHours) }
  /// Figures below this are not shown.
  package var smallNumberSuppress: Int { count(.smallNumberSuppress) }
  /// GEN-003: a list of more people than this takes a second person.
  package var largeExportPeople: Int { count(.largeExportPeople) }
  /// PPL-050, CUS-014.
  package var spocHours: StaffedHours {
    switch value(of: .spocHours) {
    case .hours(let hours): hours
    case .count, .noCount, .money, .counts, .words: .office
    }
  }
}
