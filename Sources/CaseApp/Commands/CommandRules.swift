import CaseRules

/// Why a command cannot be used where the worker is; the same words in menus, palette and refusals.
extension AppState {
  /// nil when the command can be used now.
  package func whyNot(_ command: Command) -> String? {
    switch command.meaning {
    case .goes(let pane): pane.whyNot(session.worker)
    case .opens(let list): list.whyNot(session.worker)
    case .begins(let form): whyNot(form)
    case .does(let act): whyNot(act)
    case .moves: front == nil ? Self.noList : nil
    case .lists(.sorted): frontPlace == nil ? Self.noList : frontPlace?.whyNotSorted
    case .lists(.onlyThisValue): frontPlace == nil ? Self.noList : frontPlace?.whyNotHeld
    case .lists(.allValues):
      frontPlace?.onlyWords == nil ? "Rows of every value are shown already" : nil
    case .lists: front == nil ? Self.noList : nil
    case .turns(let turn): whyNot(turn)
    case .menu: nil
    case .popup: popup == nil ? "Nothing lies over the work" : nil
    case .inForm: isFormOpen ? nil : "There is no form open"
    case .app(let doing): whyNot(doing)
    }
  }

  private static let noList = "There is no list here"

  private func whyNot(_ doing: CommandMeaning.Doing) -> String? {
    switch doing {
    case .help, .commands, .refresh, .back, .redraw, .hideNames, .quit, .openByNumber,
      .lock, .signOut, .changePassword:
      nil
    // Whoever may log a helpline call may be rung about an overdose.
    case .overdoseCard: FormCatalogue.form(HelplineCallForm.id)?.whyNotSave(session.worker)
    case .choose(.role): session.isDemo ? nil : "Roles are switched in a demonstration only"
    case .find: AccessMatrix.whyNotRead(session.worker, .personAndCaseload)
    case .print: whyNotPrint
    case .history: whyNotHistory
    case .paneNumber(let number):
      desk.indices.contains(number)
        ? desk[number].whyNot(session.worker) : "There is no pane \(number) here"
    case .pane, .zoom: pages.isEmpty ? nil : "Go back to the panes first"
    case .actions: isFormOpen || hasActions ? nil : "Nothing but opening can be done with this row"
    case .filterBy:
      frontPlace == nil
        ? Self.noList
        : frontPlace?.valuesToHold.isEmpty == true
          ? "The rows of this list have nothing to tell them apart by" : nil
    case .open, .narrow: front == nil ? Self.noList : nil
    case .lastRecord: recents.isEmpty ? "No record was opened yet" : nil
    case .neighbour: openRecord != nil ? nil : "Open a record from a list first"
    case .choose(.theme): looks.themes.count > 1 ? nil : "There is only one theme"
    case .choose(.keymap): looks.keymaps.count > 1 ? nil : "There is only one keymap"
    }
  }

  private var hasActions: Bool {
    if (message?.row ?? promised) != nil { return true }
    guard let place = frontPlace else { return false }
    return place.subject != nil || place.tickedCount > 0 || place.isDraft
  }

  private func whyNot(_ turn: ListTurn) -> String? {
    guard let place = frontPlace else { return Self.noList }
    return place.canTurn(turn) ? nil : "This list has nothing like it"
  }

  private func whyNot(_ act: DailyAct) -> String? {
    guard frontPlace != nil, !isFormOpen else { return Self.noList }
    let ticked = tickedRows(for: act)
    if ticked.contains(nil) { return whyNotForEach(act, ticked.count { $0 == nil }) }
    guard act.isOutcome || !ticked.isEmpty else {
      return whyNot(act.form(about: nil))
    }
    if let readOnly = session.readOnly { return readOnly }
    if let why = AccessMatrix.whyNotEdit(session.worker, .personAndCaseload) { return why }
    let records =
      ticked.isEmpty ? [frontPlace?.booked].compactMap(\.self) : ticked.compactMap(\.self)
    if records.isEmpty { return "No appointment of this row waits for an outcome" }
    return whyNotSave(act, about: records)
  }

  /// Of several rows the refusal says of how many and which: the others could be recorded.
  private func whyNotSave(_ act: DailyAct, about records: [RecordRef]) -> String? {
    let refused = records.filter { whyNotSave(act, about: $0) != nil }
    guard let first = refused.first, let why = whyNotSave(act, about: first) else { return nil }
    guard records.count > 1 else { return why }
    let which = refused.prefix(3).map(\.text).joined(separator: ", ")
    let more = refused.count > 3 ? " and others" : ""
    return "\(refused.count) of \(records.count) ticked rows (\(which)\(more)): \(why)"
  }

  private func whyNotSave(_ act: DailyAct, about record: RecordRef) -> String? {
    FormCatalogue.form(act.form(about: record))?.whyNotSave(session.worker)
  }

  private func whyNotForEach(_ act: DailyAct, _ count: Int) -> String {
    let rows = Digits.counted(count, "ticked row")
    return act.isOutcome
      ? "\(rows) without an appointment that waits for an outcome" : "\(rows) without a client"
  }

  /// Why a form cannot be begun about what is in front; nil when it can.
  func whyNot(_ form: FormID) -> String? {
    guard let definition = FormCatalogue.form(form) else { return "There is no such form" }
    if let readOnly = session.readOnly { return readOnly }
    if let why = definition.whyNotSave(session.worker) { return why }
    return definition.standsAlone || subject(for: definition) != nil
      ? nil : "Pick a \(definition.about.first?.words ?? "record") first"
  }

  /// The record in front that a form can be filled in about: the row's, or its person.
  func subject(for definition: FormDefinition) -> RecordRef? {
    let inFront = [frontPlace?.subject, frontPlace?.client].compactMap(\.self)
    return inFront.first { definition.about.contains($0.kind) }
  }
}
