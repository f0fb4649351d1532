import CaseRules

/// Choosing a day from a month.
extension FormFeature.State {
  mutating func openCalendar(
    of kind: FieldKind, at place: FieldPlace, in context: AppContext
  ) {
    let reading = context.rules.reading(of: opened.draft)
    let now = FieldReader.read(box.text, as: kind, in: reading)
    let day =
      now.answer?.dateRange?.lowerBound ?? now.answer?.moment?.date ?? dayAlone(kind, reading)
    // What stands there is no day: the calendar that opens on today must not hide it.
    if day == nil, let words = now.problem {
      notice = .unread(label: sheet.label(at: place, in: draft), words: words)
    }
    popup = .calendar(
      CalendarPopup(
        place: place, day: day ?? context.today, today: context.today, in: context.rules.calendar))
  }

  /// The day that stands in a field whose time is still to come.
  private func dayAlone(_ kind: FieldKind, _ reading: ReadingContext) -> CalendarDate? {
    guard case .dateTime(let direction) = kind else { return nil }
    let day = FieldKind.date(direction: direction)
    return FieldReader.read(box.text, as: day, in: reading).answer?.date
  }

  mutating func takeInCalendar(
    _ popup: CalendarPopup, _ action: FormFeature.Action, in context: AppContext
  ) {
    var day = popup.day
    switch action {
    case .edited(.caret(.left)): day = day.adding(days: -1)
    case .edited(.caret(.right)): day = day.adding(days: 1)
    case .moved(.up): day = day.adding(days: -7)
    case .moved(.down): day = day.adding(days: 7)
    case .moved(.pageUp): day = day.adding(months: -1)
    case .moved(.pageDown): day = day.adding(months: 1)
    case .edited(.caret(.start)): day = popup.today
    case .typed(let text):
      self.popup = nil
      return type(text, in: context)
    case .moved(.enter): return takeDay(popup, in: context)
    case .moved(.next): return closeAndLeave(.next, in: context)
    case .moved(.previous): return closeAndLeave(.previous, in: context)
    case .chose(.save): return closeAndLeave(.save, in: context)
    case .chose(.back), .chose(.choices): return self.popup = nil
    case .edited, .chose, .pasted, .fieldChosen, .rested, .hungUp, .answered: break
    }
    self.popup = .calendar(
      CalendarPopup(place: popup.place, day: day, today: popup.today, in: context.rules.calendar))
  }

  /// A field that asks for the time as well keeps the caret behind the date.
  private mutating func takeDay(_ popup: CalendarPopup, in context: AppContext) {
    self.popup = nil
    guard let kind = sheet.kind(at: popup.place) else { return }
    guard case .dateTime = kind else {
      put(popup.day.uk, at: popup.place, in: context)
      return goOn(from: popup.place, in: context)
    }
    let old = FieldReader.read(box.text, as: kind, in: context.rules.reading(of: opened.draft))
      .answer?.moment
    put(popup.day.uk + " " + (old?.time.text ?? ""), at: popup.place, in: context)
    box = TypedText(before: draft[popup.place])
    if old != nil { goOn(from: popup.place, in: context) }
  }
}

extension CalendarPopup {
  init(place: FieldPlace, day: CalendarDate, today: CalendarDate, in calendar: WorkingCalendar) {
    let first = day.firstOfMonth
    let length = CalendarDate.daysIn(month: first.month, year: first.year)
    let holidays = (0..<length).compactMap { offset -> BankHoliday? in
      let date = first.adding(days: offset)
      return calendar.holidayName(on: date).map { BankHoliday(date: date, name: $0) }
    }
    self.init(place: place, day: day, today: today, holidays: holidays)
  }
}
