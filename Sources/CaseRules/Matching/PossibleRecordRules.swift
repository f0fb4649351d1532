/// When two records may be of one person, and what a worker is told of it.
package enum PossibleRecordRules {
  /// So far apart, in what unlike names and dates of birth cost a search, two records may still be
  /// of one person: one name by ear and a slip in the other, or the same name and a slip in the date.
  package static let farthest = 85
  /// What a date of birth that is not known adds.
  package static let dateNotKnown = 40
  /// So many are worth telling of one person.
  package static let most = 9
  /// An estimate and an age that are further apart, in years, are two people's.
  private static let estimateYears = 5

  /// PPL-004: between yes and no.
  package static func mayBeOne(
    cost: Int, _ one: Birth, _ other: Birth, on day: CalendarDate
  ) -> Bool {
    cost <= farthest && agesFit(one, other, on: day)
  }

  /// Two dates have been weighed by the search already; an estimate is held against the age.
  static func agesFit(_ one: Birth, _ other: Birth, on day: CalendarDate) -> Bool {
    if one.date != nil, other.date != nil { return true }
    return abs(one.age(on: day) - other.age(on: day)) <= estimateYears
  }

  /// "Possible (1): HARROW Miles, born 03/04/1985 (22), P-0012 (one day out)".
  package static func listed(_ matches: [PersonFacts.Match]) -> String {
    let listed = matches.prefix(5).map(\.words).joined(separator: "; ")
    let more = matches.count > 5 ? " and more" : ""
    return "Possible (\(matches.count)): \(listed)\(more)"
  }

  /// What is said beside a form while somebody is typed who may be on file.
  static func words(of matches: [PersonFacts.Match]) -> String {
    listed(matches) + ". Open that record if it is the same person; saved, the two are kept as "
      + "possible records until somebody says which"
  }

  /// "Possible record: HARROW Miles, born 03/04/1985 (22), P-0012 (one day out)".
  package static func note(_ match: PersonFacts.Match) -> String {
    "Possible record: \(match.words). Confirm or reject it in Possible records (PPL-004)"
  }
}

/// Who may make one record of two, and what stands in the way.
package enum MergeRules {
  /// GEN-003: who may merge, by our reading of the function matrix.
  ///
  /// It lets five roles edit people and is silent on merging. A merge changes somebody else's record,
  /// so it takes the team leader, who may reassign and has all work lists; or a worker who is
  /// responsible for both already, so that nobody else's work is touched: an open episode is theirs
  /// on one of the records at least, and on neither anybody else's.
  package static func mayMerge(_ worker: Worker, responsible: [WorkerID]) -> Finding? {
    if let refusal = AccessMatrix.refusal(toEdit: .personAndCaseload, by: worker) {
      return refusal
    }
    if worker.role.leadsTeam { return nil }
    if !responsible.isEmpty, responsible.allSatisfy({ $0 == worker.id }) { return nil }
    return Finding(
      "GEN-003", .blocks,
      "Only a team leader merges records, or the worker responsible for both. Say that it is the "
        + "same person, and the team leader finds it in Possible records")
  }

  /// What one person cannot have twice stands on both records.
  package static func refusals(_ first: MatchSide, _ second: MatchSide) -> [Finding] {
    [
      openEpisodes(first, second), openPrescribing(first, second), coordinators(first, second),
    ].compactMap(\.self)
  }

  private static func openEpisodes(_ first: MatchSide, _ second: MatchSide) -> Finding? {
    guard let one = first.openEpisode, let other = second.openEpisode else { return nil }
    return Finding(
      "PPL-009", .blocks,
      "Both have an open episode: \(first.ref.text) \(one.state.title.lowercased()) with "
        + "\(one.workerName), \(second.ref.text) \(other.state.title.lowercased()) with "
        + "\(other.workerName). Close one of them first")
  }

  private static func openPrescribing(_ first: MatchSide, _ second: MatchSide) -> Finding? {
    guard let one = first.openPrescribing, let other = second.openPrescribing else { return nil }
    return Finding(
      "PPL-041", .blocks,
      "Both have a prescribing episode whose clock runs, \(one.text) and \(other.text): doses would "
        + "hide from each other. End one of them first")
  }

  private static func coordinators(_ first: MatchSide, _ second: MatchSide) -> Finding? {
    guard let one = first.coordinator, let other = second.coordinator else { return nil }
    return Finding(
      "PPL-013", .blocks,
      "Both have a care co-ordinator, \(one) and \(other). Take one of them out of the agencies "
        + "involved first")
  }
}
