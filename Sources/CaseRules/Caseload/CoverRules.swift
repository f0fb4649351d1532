/// Who can look after a colleague's clients, and when.
package enum CoverRules {
  /// `others`: when the colleague is away themselves, and whom else they look after; `standing`: what
  /// is arranged for this worker already.
  package static func findings(
    _ cover: Cover, by colleague: Worker?, others: [Cover], standing: Cover? = nil,
    today: CalendarDate
  ) -> [Finding] {
    days(cover, today: today) + somebodyElse(cover)
      + [colleague.flatMap(CaseloadRules.canTake)?.on(field: CoverForm.by.text)].compactMap { $0 }
      + others.compactMap { clash(cover, $0) } + others.compactMap { second(cover, $0) }
      + [standing.flatMap { changed(cover, $0) }].compactMap { $0 }
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
      "\(other.workerName) is away \(other.days) too")
  }

  /// A colleague who looks after somebody else's clients on the same days has two caseloads more.
  private static func second(_ cover: Cover, _ other: Cover) -> Finding? {
    guard other.by == cover.by, other.worker != cover.worker, other.overlaps(cover) else {
      return nil
    }
    return Finding(
      "PPL-009", .warns, field: CoverForm.by.text,
      "\(other.byName) covers for \(other.workerName) \(other.days) too")
  }

  /// A worker has one cover at a time: other days take the place of those that were arranged.
  private static func changed(_ cover: Cover, _ standing: Cover) -> Finding? {
    guard standing.from != cover.from || standing.until != cover.until || standing.by != cover.by
    else { return nil }
    return Finding(
      "PPL-009", .shows, field: CoverForm.from.text,
      "Takes the place of what is arranged: \(standing.days), \(standing.byName)")
  }
}
