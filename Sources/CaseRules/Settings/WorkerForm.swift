/// Somebody who uses the program: taken on, changed, or gone.
package enum WorkerForm {
  package static let id: FormID = "worker"
  package static let name: FieldCode = "name"
  package static let role: FieldCode = "role"
  package static let designation: FieldCode = "designation"
  package static let team: FieldCode = "team"
  package static let agency: FieldCode = "agency"
  package static let account: FieldCode = "account"
  package static let signIn: FieldCode = "sign-in"
  package static let trained: FieldCode = "arw-trained"
  package static let active: FieldCode = "active"

  package static let definition = FormDefinition(
    id, title: "Worker", purpose: "Adds somebody who uses the program, or changes their role",
    about: [.worker], standsAlone: true, function: .settings, keptIn: .worker,
    requiredBy: "GEN-003",
    action: .behind(.office, "w"),
    sections: [
      FormSection(
        "Worker",
        [
          FormField(name, "Name", .name).required().help("Given name first: Amina Begum"),
          FormField(role, "Role", .choice(roles)).required(),
          FormField(designation, "Designated officer", .choice(designations))
            .help("Only for those who answer for information sharing"),
          FormField(team, "Team", .text(max: 60)),
          FormField(agency, "Agency", .text(max: 100)),
          FormField(account, "Account on this computer", .identifier(max: 60)).askingRecords()
            .help("The account that opens the program as this worker"),
          FormField(signIn, "Sign-in name", .identifier(max: SignInName.longest)).askingRecords()
            .help("Empty: made from the name, as a.begum"),
          FormField(trained, "ARW training on", .date(direction: .past))
            .help("CUS-004: empty when not trained"),
          FormField(active, "Works here", .yesNo(notKnown: false, refused: false)).required()
            .help("n for somebody who has left; their records keep the name"),
        ])
    ],
    rules: [accountIsFree, signInFits, signInIsFree, oneAdministrator, trainedBefore]
  ).askingPassword { reading, facts in passwordFor(reading, facts) }
    .needingSecond { reading, facts in secondFor(reading, facts) }

  /// T14: roles that open what nobody should open alone are given by two people.
  private static func secondFor(_ reading: FormReading, _ facts: FormFacts) -> String? {
    guard let role = reading.code(role).flatMap({ Role(code: $0) }), reading.isYes(active),
      role.needsTwoPeople, facts.office?.roleBefore != role || facts.office?.isAtWork == false
    else { return nil }
    return "The role of \(role.titleInSentence) is given by two people"
  }

  /// Who may do more from now on is decided by somebody who is surely there.
  private static func passwordFor(_ reading: FormReading, _ facts: FormFacts) -> String? {
    guard let role = reading.code(role).flatMap({ Role(code: $0) }), reading.isYes(active) else {
      return nil
    }
    let before = facts.office?.roleBefore
    if before == role { return nil }
    if role.needsTwoPeople {
      return "Giving the role of \(role.titleInSentence) needs your password"
    }
    return before == nil ? nil : "Changing a role needs your password"
  }

  /// The codes are the roles' own: "ARW".
  private static let roles = CodeList(
    "role", title: "Roles", rule: "GEN-003",
    codes: Role.allCases.map { Code($0.code, $0.title) })

  private static let designations = CodeList(
    "designation", title: "Designated officer", rule: "GEN-003",
    codes: [
      Code(DesignatedOfficer.designated.rawValue, "Designated officer"),
      Code(DesignatedOfficer.primary.rawValue, "Primary designated officer"),
    ])

  private static let accountIsFree = FormRule { reading, facts, _ in
    guard let owner = facts.office?.accountOwner, reading.isYes(active) else { return [] }
    return [
      Finding(
        "GEN-003", .blocks, field: account.text,
        "This account opens the program as \(owner). One account stands for one worker")
    ]
  }

  private static let signInFits = FormRule { reading, _, _ in
    guard let fault = reading.text(signIn).flatMap({ SignInName.fault(of: $0) }) else { return [] }
    return [Finding("GEN-006", .blocks, field: signIn.text, fault)]
  }

  private static let signInIsFree = FormRule { reading, facts, _ in
    guard let owner = facts.office?.signInOwner else { return [] }
    return [
      Finding(
        "GEN-006", .blocks, field: signIn.text,
        "\(owner.name) has the sign-in name \(owner.signIn), or had it. Everybody has one of their "
          + "own, that differs by more than capitals and accents")
    ]
  }

  /// Somebody must be left who can take on workers and change settings.
  private static let oneAdministrator = FormRule { reading, facts, _ in
    guard let office = facts.office, office.roleBefore == .adm, office.otherAdministrators == 0,
      reading.code(role) != nil, reading.isAnswered(active)
    else { return [] }
    let staysAdministrator = reading.code(role) == Role.adm.code && reading.isYes(active)
    return staysAdministrator
      ? []
      : [
        Finding(
          "GEN-003", .blocks, field: role.text,
          "There would be no administrator left. Make somebody else administrator first")
      ]
  }

  private static let trainedBefore = FormRule { reading, _, context in
    FactRules.notInFuture(reading.date(trained), field: trained, today: context.today)
  }

  package static func draft(
    of worker: Worker, account: String?, signIn: String? = nil
  ) -> FormDraft {
    var draft = FormDraft()
    draft[name] = worker.name
    draft[role] = worker.role.code
    draft[designation] = worker.designation.rawValue
    draft[team] = worker.team
    draft[agency] = worker.agency
    draft[self.account] = account ?? ""
    draft[self.signIn] = signIn ?? ""
    draft[trained] = worker.arwTrainedOn?.uk ?? ""
    draft[active] = (worker.active ? YesNo.yes : .no).rawValue
    return draft
  }

  /// nil while the name or the role is missing.
  package static func worker(from reading: FormReading, id: WorkerID) -> Worker? {
    guard let name = reading.text(name), let code = reading.code(role),
      let role = Role(code: code)
    else { return nil }
    let designation =
      reading.code(designation).flatMap { DesignatedOfficer(rawValue: $0) } ?? .none
    return Worker(
      id: id, name: name, role: role, designation: designation, team: reading.text(team) ?? "",
      agency: reading.text(agency) ?? "", arwTrainedOn: reading.date(trained),
      active: reading.isYes(active))
  }
}
