import CaseRules
import SQLite

/// The administrator's forms: one figure, one bank holiday, one worker at a time.
package enum SettingHandlers {
  package static let all: [FormHandler] = [setting, holiday, code, worker, resetPassword]

  static let setting = FormHandler(
    SettingForm.id,
    open: { _, _, _ in OpenedForm(form: SettingForm.id, about: nil) },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, _, reading, _, _ in
      guard let key = reading.code(SettingForm.key).flatMap({ SettingKey(rawValue: $0) }),
        let text = reading.text(SettingForm.value)
      else { throw StoreError.notFound }
      try transaction.changeSetting(key, to: text, because: reading.text(SettingForm.reason))
      return SavedForm(
        transaction.attribution.worker.ref,
        notes: ["\(key.rawValue) is \(text) from the next decision on"])
    })

  static let holiday = FormHandler(
    HolidayForm.id,
    open: { _, _, _ in OpenedForm(form: HolidayForm.id, about: nil) },
    facts: { records, _, reading, _ in
      var facts = FormFacts()
      let row = try reading.date(HolidayForm.date).flatMap { try standing(on: $0, in: records) }
      facts.office = OfficeFacts(holiday: row?.holiday)
      return facts
    },
    save: { transaction, _, reading, _, context in
      guard let day = reading.date(HolidayForm.date),
        let change = reading.choice(HolidayForm.change, as: HolidayChange.self)
      else { throw StoreError.notFound }
      try change.carryOut(on: day, reading, in: transaction, context)
      let calendar = WorkingCalendar(
        holidays: try transaction.connection.bankHolidays().map(\.holiday))
      let moved = try DeadlineRecords.recomputeOpen(
        afterChangeOf: [day], in: transaction, calendar: calendar)
      return SavedForm(
        transaction.attribution.worker.ref,
        notes: ["\(Digits.counted(moved, "open deadline")) moved (TIME-012)"])
    })

  static func standing(on day: CalendarDate, in records: Connection) throws -> BankHolidayRow? {
    try records.bankHolidays().first { $0.holiday.date == day }
  }

  static let code = FormHandler(
    CodeForm.id,
    open: { _, _, _ in
      var known = KnownAnswers()
      known.set(CodeForm.retired, false)
      return OpenedForm(form: CodeForm.id, about: nil, draft: known.draft)
    },
    facts: { _, _, _, _ in FormFacts() },
    save: { transaction, _, reading, _, context in
      guard let change = CodeForm.change(from: reading),
        let reason = Reason(reading.text(CodeForm.reason) ?? "", settings: context.settings)
      else { throw StoreError.notFound }
      try transaction.changeCode(change, because: reason)
      return SavedForm(
        transaction.attribution.worker.ref,
        notes: ["\(change.code) \(change.words): forms know it so from now on"])
    })

  static let worker = FormHandler(
    WorkerForm.id,
    open: { records, about, _ in
      guard let row = try row(about, records) else {
        var known = KnownAnswers()
        known.set(WorkerForm.active, true)
        return OpenedForm(form: WorkerForm.id, about: nil, draft: known.draft)
      }
      return OpenedForm(
        form: WorkerForm.id, about: about, heading: row.worker.name,
        draft: WorkerForm.draft(of: row.worker, account: row.osAccount, signIn: row.signIn),
        revision: row.revision, lastChange: try LastChange.of(row.worker.id.ref, in: records))
    },
    facts: { records, about, reading, _ in
      let all = try records.workers()
      let others = all.filter { $0.worker.active && $0.worker.id.ref != about }
      let account = reading.text(WorkerForm.account)
      var facts = FormFacts()
      facts.office = OfficeFacts(
        accountOwner: others.first { account != nil && $0.osAccount == account }?.worker.name,
        signInOwner: signInOwner(reading, about, among: all),
        roleBefore: all.first { $0.worker.id.ref == about }?.worker.role,
        otherAdministrators: others.count { $0.worker.role == .adm })
      facts.office?.isAtWork =
        all.first { $0.worker.id.ref == about }.map(\.worker.active) ?? true
      return facts
    },
    save: { transaction, about, reading, _, _ in
      let before = try row(about, transaction.connection)
      guard
        let worker = WorkerForm.worker(from: reading, id: before?.worker.id ?? WorkerID(0))
      else { throw StoreError.notFound }
      let account = reading.text(WorkerForm.account)
      let signIn = reading.text(WorkerForm.signIn)
      guard let before else {
        return SavedForm(
          try transaction.addWorker(worker, osAccount: account, signIn: signIn).ref)
      }
      try transaction.changeWorker(
        worker, osAccount: account, signIn: signIn, revision: before.revision)
      return SavedForm(worker.id.ref)
    })

  /// Who has the name, or one that differs by accents alone.
  ///
  /// Whoever types theirs without accents would knock at the other's door. Nobody has to give up a
  /// name that they have.
  private static func signInOwner(
    _ reading: FormReading, _ about: RecordRef?, among all: [WorkerRow]
  ) -> OfficeFacts.SignInOwner? {
    guard let typed = reading.text(WorkerForm.signIn),
      all.first(where: { $0.worker.id.ref == about })?.signIn != SignInName.folded(typed)
    else { return nil }
    return all.lazy.filter { $0.worker.id.ref != about }.compactMap { row in
      row.signIn.flatMap { SignInName.alike(typed, among: [$0]).first }
        .map { OfficeFacts.SignInOwner(name: row.worker.name, signIn: $0) }
    }.first
  }

  static let resetPassword = FormHandler(
    ResetPasswordForm.id,
    open: { records, about, _ in
      OpenedForm(
        form: ResetPasswordForm.id, about: about, heading: try row(about, records)?.worker.name)
    },
    facts: { records, about, _, _ in
      var facts = FormFacts()
      let worker = try row(about, records)?.worker
      facts.office = OfficeFacts(roleBefore: worker?.role)
      facts.office?.isAtWork = worker?.active == true
      return facts
    },
    save: { transaction, about, reading, _, _ in
      guard let row = try row(about, transaction.connection),
        let password = transaction.freshPassword
      else { throw StoreError.notFound }
      try transaction.handOut(
        password, to: row.worker.id, because: reading.text(ResetPasswordForm.why))
      return SavedForm(
        row.worker.id.ref,
        notes: [
          "Sign-in name: \(row.signIn ?? "none")",
          "One-time password: \(password.words)",
          "It is shown this once. They choose their own when they sign in (GEN-006)",
        ])
    })

  private static func row(_ about: RecordRef?, _ records: Connection) throws -> WorkerRow? {
    guard let about else { return nil }
    let row = try records.worker(WorkerID(about.number)).orNotFound()
    return row
  }
}

extension HolidayChange {
  fileprivate func carryOut(
    on day: CalendarDate, _ reading: FormReading, in transaction: WriteTransaction,
    _ context: RuleContext
  ) throws {
    switch self {
    case .add:
      let name = reading.text(HolidayForm.name) ?? ""
      try transaction.addBankHoliday(BankHoliday(date: day, name: name))
    case .strike:
      guard let row = try SettingHandlers.standing(on: day, in: transaction.connection),
        let reason = Reason(reading.text(HolidayForm.reason) ?? "", settings: context.settings)
      else { throw StoreError.notFound }
      try transaction.strikeBankHoliday(id: row.id, because: reason, revision: row.revision)
    }
  }
}
