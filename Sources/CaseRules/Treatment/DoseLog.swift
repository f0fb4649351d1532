/// A dose that was given.
///
/// Whole milligrams: the form asks for a number, every limit of the rulebook is whole, and a point
/// that is overlooked makes a dose ten times as large.
package struct Dose: Equatable, Sendable {
  /// Counts the rows of an episode's log from 1.
  package var number: Int
  package var on: CalendarDate
  package var medicine: Medicine
  package var mg: Int
  package var isSupervised: Bool
  /// GEN-004: why it was struck through; nil while it stands.
  package var struckBecause: String?
  package var by: String

  package init(
    number: Int, on: CalendarDate, medicine: Medicine = .methadone, mg: Int,
    isSupervised: Bool = true, struckBecause: String? = nil, by: String = ""
  ) {
    self.number = number
    self.on = on
    self.medicine = medicine
    self.mg = mg
    self.isSupervised = isSupervised
    self.struckBecause = struckBecause
    self.by = by
  }

  /// What can be typed as a dose.
  package static let range = 1...500
}

/// The doses of an episode; what is struck through stays to be seen and counts for nothing.
package struct DoseLog: Equatable, Sendable {
  /// In the order they were recorded.
  package let rows: [Dose]

  /// All that was given of one medicine on one day.
  package struct Day: Equatable, Sendable {
    package let on: CalendarDate
    package let mg: Int
  }

  package init(_ rows: [Dose]) { self.rows = rows }

  package var standing: [Dose] { rows.filter { $0.struckBecause == nil } }

  package var firstDose: Dose? { standing.min { ($0.on, $0.number) < ($1.on, $1.number) } }

  /// PPL-042: the day of the first dose of any medicine.
  package var firstDay: CalendarDate? { firstDose?.on }

  /// The days of a medicine in order; two doses on one day are one day's dose, however they were
  /// divided.
  package func days(of medicine: Medicine) -> [Day] {
    let doses = standing.filter { $0.medicine == medicine }
    return Set(doses.map(\.on)).sorted().map { day in
      Day(on: day, mg: doses.filter { $0.on == day }.reduce(0) { $0 + $1.mg })
    }
  }

  package func first(of medicine: Medicine) -> Day? { days(of: medicine).first }

  /// The last day before another on which the medicine was given.
  package func last(of medicine: Medicine, before day: CalendarDate) -> Day? {
    days(of: medicine).last { $0.on < day }
  }

  /// The last day before another on which anything was given, with its doses; nil before the first.
  package func lastGiven(before day: CalendarDate) -> LastGiven? {
    let before = standing.filter { $0.on < day }
    guard let last = before.map(\.on).max() else { return nil }
    let doses = before.filter { $0.on == last }
    let medicines = Medicine.allCases.filter { medicine in
      doses.contains { $0.medicine == medicine }
    }
    let amounts = medicines.map { medicine in
      let mg = doses.filter { $0.medicine == medicine }.reduce(0) { $0 + $1.mg }
      return "\(medicine.title.lowercased()) \(mg) mg"
    }
    return LastGiven(
      on: last, words: amounts.joined(separator: ", "), missed: day.days(since: last) - 1)
  }

  /// The same for a day on which nothing was given yet; nil once something was.
  package func daysMissed(before day: CalendarDate) -> LastGiven? {
    standing.contains { $0.on == day } ? nil : lastGiven(before: day)
  }

  /// The doses of the last day on which any were given, as seen from a later day.
  package struct LastGiven: Equatable, Sendable {
    package let on: CalendarDate
    /// "methadone 30 mg".
    package let words: String
    /// Whole days between the two, on which nothing was given.
    package let missed: Int

    /// "3 days missed since the last dose given (methadone 30 mg on Tue 02/10/2007)".
    package var sinceWords: String {
      "\(Digits.counted(missed, "day")) missed since the last dose given "
        + "(\(words) on \(on.ukWithWeekday))"
    }
  }

  package func adding(_ dose: Dose) -> DoseLog { DoseLog(rows + [dose]) }

  /// In the order they were given, newest first.
  package var newestFirst: [Dose] {
    rows.sorted { ($0.on, $0.number) > ($1.on, $1.number) }
  }
}

/// PPL-044: a first methadone dose that may have been too much, told to the team leader.
package struct SafetyAlert: Equatable, Sendable {
  package var number: Int64
  package var day: CalendarDate
  package var mg: Int
  package var raised: Moment
  package var raisedBy: String
  package var acknowledged: Acknowledgement?

  package struct Acknowledgement: Equatable, Sendable {
    package var by: String
    package var at: Moment
    package var note: String

    package init(by: String, at: Moment, note: String) {
      self.by = by
      self.at = at
      self.note = note
    }
  }

  package init(
    number: Int64, day: CalendarDate, mg: Int, raised: Moment, raisedBy: String,
    acknowledged: Acknowledgement? = nil
  ) {
    self.number = number
    self.day = day
    self.mg = mg
    self.raised = raised
    self.raisedBy = raisedBy
    self.acknowledged = acknowledged
  }

  /// "First methadone dose 70 mg on Tue 02/10/2007".
  package var words: String { "First methadone dose \(mg) mg on \(day.ukWithWeekday)" }
}

/// A red alert as the team leader's first screen lists it.
package struct SafetyAlertLine: Equatable, Sendable {
  package var ref: RecordRef
  package var person: RecordRef
  package var name: String
  package var alert: SafetyAlert

  package init(ref: RecordRef, person: RecordRef, name: String, alert: SafetyAlert) {
    self.ref = ref
    self.person = person
    self.name = name
    self.alert = alert
  }
}
