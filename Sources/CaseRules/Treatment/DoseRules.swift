/// How much is safe to begin with, and how fast it may grow.
///
/// The words go to somebody who is tired and stands at a counter: what is wrong, then what to do.
package enum DoseRules {
  /// PPL-045: more than this from one day to the next is questioned.
  private static let largestDayRise = 10
  /// PPL-045: more than this above the first dose within the first days is questioned.
  private static let largestFirstRise = 30
  /// PPL-045: the first days, counted from the day after the first dose (TIME-013).
  private static let firstDays = 7

  /// After so many whole days without a dose the client may no longer bear what they were used to.
  ///
  /// The rulebook has no figure for it, so nothing is refused and no reason is asked. The UK
  /// guidelines on clinical management of drug misuse and dependence (2007 and 2017) have three days
  /// missed taken back to the prescriber before more is given.
  private static let daysToleranceIsLost = 3

  // MARK: The first dose

  /// PPL-044, PPL-045: a first dose that is decided.
  package static func planned(
    _ mg: Int, of medicine: Medicine, field: String?, settings: Settings
  ) -> Finding? {
    if isDangerous(mg, medicine, settings) {
      return Finding(
        "PPL-044", .blocks, field: field,
        "Do not give it: \(mg) mg as a first methadone dose can kill. Ring the prescriber, and plan "
          + "\(settings.methadoneFirstWarnMg) mg or less; \(settings.methadoneFirstBlockMg) mg and "
          + "more is for people who are used to it")
    }
    return large(mg, medicine, field: field, settings: settings)
  }

  /// The same for a first dose that was given: a fact is kept, and the team leader told at once.
  ///
  /// GEN-002: a warning of that weight is read whole and answered before it is saved.
  package static func given(
    _ mg: Int, of medicine: Medicine, field: String?, settings: Settings
  ) -> Finding? {
    if isDangerous(mg, medicine, settings) {
      return Finding(
        "PPL-044", .warns, field: field,
        "Ring the prescriber now: \(mg) mg as a first methadone dose can kill. Have the client "
          + "seen. Saving this raises a red alert to the team leader; type who was rung and what "
          + "they said")
    }
    return large(mg, medicine, field: field, settings: settings)
  }

  /// PPL-044: an amount that only people who are used to it survive.
  package static func isDangerous(_ mg: Int, _ medicine: Medicine, _ settings: Settings) -> Bool {
    switch medicine {
    case .methadone: mg >= settings.methadoneFirstBlockMg
    // Of other medicines the rulebook names no amount; PPL-045 questions them without an end.
    case .buprenorphine, .other: false
    }
  }

  private static func large(
    _ mg: Int, _ medicine: Medicine, field: String?, settings: Settings
  ) -> Finding? {
    let most = settings.methadoneFirstWarnMg
    guard mg > most else { return nil }
    return Finding(
      "PPL-045", .warns, field: field,
      "\(mg) mg is more than \(most) mg for a first dose. Check it against the prescription and ask "
        + "the prescriber; type who confirmed it and why")
  }

  // MARK: Rises

  /// PPL-045: what a dose makes of the log, on its own day and on the next one that follows.
  package static func rises(_ log: DoseLog, with dose: Dose, field: String?) -> [Finding] {
    let after = log.adding(dose)
    let days = after.days(of: dose.medicine)
    guard let first = days.first, let place = days.firstIndex(where: { $0.on == dose.on }) else {
      return []
    }
    let touched = days[place...].prefix(2)
    return touched.flatMap { day in
      [
        after.last(of: dose.medicine, before: day.on)
          .flatMap { dayRise(from: $0, to: day, field: field) },
        firstRise(from: first, to: day, field: field),
      ].compactMap(\.self)
    }
  }

  private static func dayRise(
    from before: DoseLog.Day, to day: DoseLog.Day, field: String?
  ) -> Finding? {
    let rise = day.mg - before.mg
    guard rise > largestDayRise else { return nil }
    return Finding(
      "PPL-045", .warns, field: field,
      "\(day.mg) mg on \(day.on.uk) is \(rise) mg more than the \(before.mg) mg of \(before.on.uk); "
        + "more than \(largestDayRise) mg at a time builds up for days. Ask the prescriber before "
        + "the next dose; type who confirmed it and why")
  }

  private static func firstRise(
    from first: DoseLog.Day, to day: DoseLog.Day, field: String?
  ) -> Finding? {
    let rise = day.mg - first.mg
    guard rise > largestFirstRise, (1...firstDays).contains(day.on.days(since: first.on)) else {
      return nil
    }
    return Finding(
      "PPL-045", .warns, field: field,
      "\(day.mg) mg on \(day.on.uk) is \(rise) mg above the first dose (\(first.mg) mg on "
        + "\(first.on.uk)); more than \(largestFirstRise) mg in the first \(firstDays) days is "
        + "dangerous. Ask the prescriber before the next dose; type who confirmed it and why")
  }

  // MARK: Days without a dose

  /// PPL-045: what is to be given next depends on what was given last, and how long ago.
  static func gap(_ log: DoseLog, before day: CalendarDate, field: String?) -> [Finding] {
    guard let last = log.daysMissed(before: day), last.missed > 0 else { return [] }
    return [
      mayHaveLostTolerance(after: last)
        ? Finding("PPL-045", .flags, field: field, ringPrescriber) : nil,
      Finding("PPL-045", .shows, last.sinceWords),
    ].compactMap(\.self)
  }

  /// Whether so many whole days without a dose are too many to go on as before.
  package static func mayHaveLostTolerance(after last: DoseLog.LastGiven) -> Bool {
    last.missed >= daysToleranceIsLost
  }

  /// What to do then, in the form and on the page.
  package static let ringPrescriber =
    "Ring the prescriber before more is given: tolerance may be lost after \(daysToleranceIsLost) "
    + "days without a dose"
}
