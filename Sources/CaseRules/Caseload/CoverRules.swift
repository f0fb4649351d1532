/// Who can look after a colleague's clients, and when.
package enum CoverRules {
  /// `others`: when the colleague is away themselves.
  package static func findings(
    _ cover: Cover, by colleague: Worker?, others: [Cover], today: CalendarDate
  ) -> [Finding] {
    days(cover, today: today) + somebodyElse(cover)
      + [colleague.flatMap(CaseloadRules.canTake)?.on(field: CoverForm.by.text)].compactMap { $0 }
      + others.compactMap { clash(cover, $0) }
  }

  private static func days(_ cover: Cover, today: CalendarDate) -> [Finding] {
    if cover.until < cover.from {
      return [
        Finding(
          "GEN-007", .blocks, field: CoverForm.until.text,
          "The last day is before the first, \(cover.from.uk)")
      ]
    }
    guard cover.until < today else { return [] }
    return [
      Finding(
        "GEN-001", .shows, field: CoverForm.until.text,
        "These days are over; it is kept for the record")
    ]
  }

  private static func somebodyElse(_ cover: Cover) -> [Finding] {
    guard cover.by == cover.worker else { return [] }
    return [
      Finding(
        "PPL-009", .blocks, field: CoverForm.by.text,
        "Nobody covers for themselves. Name a colleague")
    ]
  }

  /// A colleague who is away themselves cannot be relied on.
  private static func clash(_ cover: Cover, _ other: Cover) -> Finding? {
    guard other.worker == cover.by, other.overlaps(cover) else { return nil }
    return Finding(
      "PPL-009", .warns, field: CoverForm.by.text,
      "\(other.workerName) is away from \(other.from.uk) to \(other.until.uk) too")
  }
}
