package import CaseRules

/// Who is working, on which records, under which figures and holidays.
package struct Session: Equatable, Sendable {
  package var worker: Worker
  package var settings: Settings
  package var calendar: WorkingCalendar
  package var codes: CodeBook
  /// True on a throw-away file of invented people, whose first screen says what to try.
  package var isDemo: Bool
  /// Why nothing can be saved, in words; nil on an ordinary data file.
  package var readOnly: String?

  package init(
    worker: Worker, settings: Settings, calendar: WorkingCalendar,
    codes: CodeBook = .seeded, isDemo: Bool = false,
    readOnly: String? = nil
  ) {
    self.worker = worker
    self.settings = settings
    self.calendar = calendar
    self.codes = codes
    self.isDemo = isDemo
    self.readOnly = readOnly
  }
}
