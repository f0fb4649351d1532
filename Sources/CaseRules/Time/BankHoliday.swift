/// A day that is no working day although it may fall from Monday to Friday.
package struct BankHoliday: Hashable, Sendable {
  package let date: CalendarDate
  package let name: String

  package init(date: CalendarDate, name: String) {
    self.date = date
    self.name = name
  }
}
