/// What the records say that the administrator's forms need.
package struct OfficeFacts: Equatable, Sendable {
  /// The bank holiday that stands on the day in the form.
  package var holiday: BankHoliday?
  /// An active worker who has the account in the form already.
  package var accountOwner: String?
  /// The active administrators there are, the worker in the form not counted.
  package var otherAdministrators: Int

  package init(
    holiday: BankHoliday? = nil, accountOwner: String? = nil, otherAdministrators: Int = 0
  ) {
    self.holiday = holiday
    self.accountOwner = accountOwner
    self.otherAdministrators = otherAdministrators
  }
}
