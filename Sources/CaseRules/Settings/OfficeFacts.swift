/// What the records say that the administrator's forms need.
package struct OfficeFacts: Equatable, Sendable {
  /// The bank holiday that stands on the day in the form.
  package var holiday: BankHoliday?
  /// An active worker who has the account in the form already.
  package var accountOwner: String?
  /// A worker who has the sign-in name in the form already, or one that is like it.
  package var signInOwner: SignInOwner?
  /// The role the worker in the form has now; nil for somebody new.
  package var roleBefore: Role?
  /// Whether the worker the form is about still works here.
  package var isAtWork = true
  /// The active administrators there are, the worker in the form not counted.
  package var otherAdministrators: Int

  package init(
    holiday: BankHoliday? = nil, accountOwner: String? = nil, signInOwner: SignInOwner? = nil,
    roleBefore: Role? = nil, otherAdministrators: Int = 0
  ) {
    self.signInOwner = signInOwner
    self.roleBefore = roleBefore
    self.holiday = holiday
    self.accountOwner = accountOwner
    self.otherAdministrators = otherAdministrators
  }

  /// Who has a name, and how it is spelled.
  package struct SignInOwner: Equatable, Sendable {
    package let name: String
    package let signIn: String

    package init(name: String, signIn: String) {
      self.name = name
      self.signIn = signIn
    }
  }
}
