package import CaseRules
package import CaseStore

/// How a data file is to be opened.
package struct OpeningPlan: Sendable {
  /// What to do when there is none.
  package enum Missing: Sendable {
    case refuse
    case create
  }

  package var path: String
  package var missing: Missing
  /// The account of this computer, which says who is at work.
  package var account: String
  /// Demonstrations only: as which role.
  package var role: Role?
  /// Whether nothing but a demonstration will do.
  package var isForDemo = false
  /// Whether the first screen comes next.
  package var isForScreen = false
  /// Who wants to sign in, by their sign-in name.
  package var name: String?
  /// Demonstrations only: on which day.
  package var day: CalendarDate?
  /// Where papers go; nil: beside the data file.
  package var exportFolder: String?
  package var clock = Clock.real
  /// Where the changes come from, for the trail.
  package var workplace: Workplace?
  package var passwordCost = PasswordCost.ordinary

  package init(
    path: String, missing: Missing, account: String, role: Role? = nil, day: CalendarDate? = nil,
    exportFolder: String? = nil
  ) {
    self.exportFolder = exportFolder
    self.path = path
    self.missing = missing
    self.account = account
    self.role = role
    self.day = day
  }
}

extension OpeningPlan {
  /// The time of the day that was asked for, or of now.
  var dayClock: Clock { day.map(Clock.on) ?? clock }

  var forScreen: OpeningPlan {
    var plan = self
    plan.isForScreen = true
    return plan
  }
}
