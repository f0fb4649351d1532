import CaseRules

/// How values are written in a list: for people as on the screen, for programs by ISO 8601.
struct Cells {
  let format: OutputFormat

  private var isForPrograms: Bool {
    switch format {
    case .json: true
    case .text, .csv: false
    }
  }

  /// TIME-001: "03/04/2026"; "2026-04-03" in JSON.
  func date(_ date: CalendarDate?) -> String? {
    date.map { isForPrograms ? $0.iso : $0.uk }
  }

  /// "03/04/2026 09:05" in local time; in JSON the same instant in UTC.
  func moment(_ moment: Moment?) -> String? {
    moment.map { isForPrograms ? $0.iso : $0.uk }
  }

  func yesNo(_ value: Bool) -> String { value ? "yes" : "no" }

  /// Empty while nobody knows.
  func yesNo(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
}
