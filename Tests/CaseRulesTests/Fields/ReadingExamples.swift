import Testing

@testable import CaseRules

/// Sunday 22/11/2026, 10:04 in the morning.
func sunday(_ location: SourceLocation = #_sourceLocation) throws -> ReadingContext {
  ReadingContext(now: try moment("2026-11-22T10:04:30Z", location))
}

extension FieldKind {
  static let past = FieldKind.date(direction: .past)
  static let future = FieldKind.date(direction: .future)
  static let either = FieldKind.date(direction: .either)
  static let birth = FieldKind.date(direction: .past, birth: true)
  static let partial = FieldKind.date(direction: .past, partial: true)
}
