/// What to look out for when an appointment is booked.
package enum BookingRules {
  /// A time that is to be booked.
  package struct Slot: Equatable, Sendable {
    package var starts: Moment
    package var minutes: Int

    package init(starts: Moment, minutes: Int) {
      self.starts = starts
      self.minutes = minutes
    }

    package var ends: Moment { starts.adding(minutes: minutes) }

    /// Touching ends do not overlap.
    fileprivate func overlaps(_ other: Slot) -> Bool { starts < other.ends && other.starts < ends }
  }

  /// An appointment that stands in the diary of the same client or the same worker.
  package struct Standing: Equatable, Sendable {
    package var ref: RecordRef
    package var slot: Slot
    package var sameClient: Bool
    package var sameWorker: Bool
    package var words: String

    package init(
      ref: RecordRef, slot: Slot, sameClient: Bool, sameWorker: Bool, words: String
    ) {
      self.ref = ref
      self.slot = slot
      self.sameClient = sameClient
      self.sameWorker = sameWorker
      self.words = words
    }
  }

  /// PPL-020: one client or one worker cannot be in two places.
  package static func overlaps(_ slot: Slot, with others: [Standing]) -> [Finding] {
    others.filter { slot.overlaps($0.slot) }.map { other in
      let whose =
        other.sameClient && other.sameWorker
        ? "the same client and worker" : other.sameClient ? "this client" : "this worker"
      return Finding(
        "PPL-020", .warns, field: "start",
        "Overlaps another appointment of \(whose): \(other.words) (\(other.ref.text))")
    }
  }

  /// PPL-021: clients are seen on days that are no working days only for a reason.
  package static func workingDay(_ date: CalendarDate, in calendar: WorkingCalendar) -> Finding? {
    guard !calendar.isWorkingDay(date) else { return nil }
    let why = calendar.holidayName(on: date) ?? "a \(date.weekday.name)"
    let next = calendar.nextWorkingDay(after: date)
    return Finding(
      "PPL-021", .warns, field: "date",
      "\(date.uk) is not a working day (\(why)). The next one is \(next.ukWithWeekday)")
  }

  /// A time that has gone by is recorded rather than booked.
  package static func past(_ starts: Moment, now: Moment) -> Finding? {
    guard starts < now else { return nil }
    return Finding(
      "GEN-001", .shows, field: "date",
      "This time has gone by. Record what came of the appointment straight after saving it")
  }
}
